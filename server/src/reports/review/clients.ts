import { openTasks } from '../../model/coverage';
import { grouped } from '../../model/grouped';
import type { Client, Member, Model, Organization, Stakeholder, Task } from '../../model/model';
import { linksOf } from '../../model/network';
import { idsOf } from '../../rules/subjects';
import { type Grade, type Stance, type Voice, voices } from '../../syntax/vocabulary';
import { byName } from '../texts';

/** The client, and what it is in: people, participation, needs. */
export interface ClientReviewed {
  readonly name: string;
  /** The voice that the client was promised. */
  readonly promised: Voice | null;
  /** The highest voice that a stakeholder has on an open task for the client or its needs; an assigned stakeholder collaborates. */
  readonly reached: Voice | null;
  /** The open tasks for the client or its needs, with the stakeholders on them. */
  readonly tasks: readonly { readonly task: string; readonly people: readonly { readonly person: string; readonly voice: Voice }[] }[];
  readonly stakeholders: readonly StakeholderReviewed[];
  readonly needs: readonly NeedReviewed[];
}

export interface StakeholderReviewed {
  readonly name: string;
  readonly role: string | null;
  readonly influence: Grade | null;
  readonly interest: Grade | null;
  readonly decides: boolean;
  readonly engagement: { readonly current: Stance; readonly desired: Stance | null } | null;
  /** The present members that a link of any kind leads to. */
  readonly liaisons: readonly string[];
}

export interface NeedReviewed {
  readonly name: string;
  readonly priority: Grade | null;
  /** The tasks for it, done ones included. */
  readonly tasks: readonly string[];
}

export function clientsReviewed(model: Model): readonly ClientReviewed[] {
  return model.clients.map((client) => clientReviewed(model, client)).sort(byName);
}

/** The needs of `owner` and the tasks for each. */
export function needsReviewed(model: Model, owner: Client | Organization): readonly NeedReviewed[] {
  const serving = grouped(model.tasks, ({ serves }) => serves);
  return owner.needs.map((need) => ({ name: need.id, priority: need.priority, tasks: idsOf(serving.get(need) ?? []) })).sort(byName);
}

function clientReviewed(model: Model, client: Client): ClientReviewed {
  const tasks = openTasks(model)
    .filter(({ serves }) => serves.some((served) => served === client || (served.kind === 'need' && served.owner === client)))
    .map((task) => ({ task: task.id, people: voicesOf(task, client) }))
    .sort((a, b) => byName({ name: a.task }, { name: b.task }));
  const heights = tasks.flatMap(({ people }) => people.map(({ voice }) => voices.indexOf(voice)));
  return {
    name: client.id,
    promised: client.participation,
    reached: voices[Math.max(-1, ...heights)] ?? null,
    tasks,
    stakeholders: client.stakeholders.map((stakeholder) => stakeholderReviewed(model, stakeholder)).sort(byName),
    needs: needsReviewed(model, client),
  };
}

function voicesOf(task: Task, client: Client): readonly { readonly person: string; readonly voice: Voice }[] {
  const heard = new Map<Stakeholder, Voice>();
  const hear = (stakeholder: Stakeholder, voice: Voice): void => {
    const known = heard.get(stakeholder);
    if (!known || voices.indexOf(known) < voices.indexOf(voice)) heard.set(stakeholder, voice);
  };
  for (const { person } of task.assignees) if (person.kind === 'stakeholder' && person.client === client) hear(person, 'collaborate');
  for (const { person, voice } of task.participants) if (person.kind === 'stakeholder' && person.client === client) hear(person, voice);
  return [...heard].map(([{ id }, voice]) => ({ person: id, voice })).sort((a, b) => byName({ name: a.person }, { name: b.person }));
}

function stakeholderReviewed(model: Model, stakeholder: Stakeholder): StakeholderReviewed {
  const { id, role, influence, interest, decides, engagement } = stakeholder;
  const others = linksOf(model, stakeholder).map(({ from, to }) => (from === stakeholder ? to : from));
  const liaisons = new Set(others.filter((end): end is Member => end.kind === 'member' && end.present));
  return { name: id, role, influence, interest, decides, engagement, liaisons: idsOf(liaisons) };
}
