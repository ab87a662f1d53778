import { tasksAssignedTo } from './coverage';
import { grouped } from './grouped';
import { memo } from './memo';
import type { Intervention, Model, Party, Pitfall } from './model';
import { linksOf } from './network';
import { membersOf } from './teams';

/** What an intervention does to a finding: it steps it down; or its time is up, or it is done, and the finding still holds. */
export interface Answer {
  readonly intervention: Intervention;
  readonly state: 'answered' | 'lapsed' | 'done';
}

/**
 * The intervention that answers a finding of `rule` about `subjects` (ids); null where none does.
 * One in time stands before one whose time is up, that before one that is done; equals in project order.
 */
export function answerOf(model: Model, rule: string, subjects: readonly string[]): Answer | null {
  const found = (interventionsByRule(model).get(rule) ?? []).filter((intervention) => involvesOneOf(model, intervention, subjects));
  for (const state of states) {
    const intervention = found.find((candidate) => stateOf(model, candidate) === state);
    if (intervention) return { intervention, state };
  }
  return null;
}

/** Does `intervention` answer a finding of `rule` about `subjects`, whatever its time? */
export function answersFinding(model: Model, intervention: Intervention, rule: string, subjects: readonly string[]): boolean {
  return intervention.rules.includes(rule) && involvesOneOf(model, intervention, subjects);
}

/** The interventions that name `pitfall`, in project order. */
export function answersTo(model: Model, pitfall: Pitfall): readonly Intervention[] {
  return interventionsByPitfall(model).get(pitfall) ?? [];
}

/** Is the intervention planned or active, in time or late? */
export function isUnderWay(intervention: Intervention): boolean {
  return intervention.status !== 'done';
}

/** Is the intervention planned or active, and its `to` not before today (or not stated)? */
export function isInTime(model: Model, intervention: Intervention): boolean {
  return stateOf(model, intervention) === 'answered';
}

/** Everyone whom the intervention names, and who belongs to them: the members of a team, the stakeholders of a client. */
export function involved(model: Model, intervention: Intervention): ReadonlySet<Party> {
  return partiesInvolved(model)(intervention);
}

const partiesInvolved = memo((model: Model) =>
  memo((intervention: Intervention): ReadonlySet<Party> => {
    const parties = new Set<Party>();
    for (const party of intervention.involves) {
      parties.add(party);
      if (party.kind === 'team') for (const member of membersOf(model, party)) parties.add(member);
      if (party.kind === 'client') for (const stakeholder of party.stakeholders) parties.add(stakeholder);
    }
    return parties;
  }),
);

const states = ['answered', 'lapsed', 'done'] as const;

function stateOf(model: Model, { status, to }: Intervention): Answer['state'] {
  if (status === 'done') return 'done';
  return to !== null && to < model.today ? 'lapsed' : 'answered';
}

function involvesOneOf(model: Model, intervention: Intervention, subjects: readonly string[]): boolean {
  if (intervention.involves.length === 0) return !intervention.unresolved.has('involves');
  const ids = subjectsInvolved(model)(intervention);
  return subjects.some((subject) => ids.has(subject));
}

/** The ids of all that an intervention involves: whom it names, and each team, client, link, task and competency that one of these belongs to. */
const subjectsInvolved = memo((model: Model) =>
  memo((intervention: Intervention): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (const party of involved(model, intervention)) {
      ids.add(party.id);
      if (party.kind === 'organization' || party.kind === 'client') continue;
      for (const link of linksOf(model, party)) ids.add(link.id);
      if (party.kind === 'team') continue;
      for (const team of party.kind === 'member' ? party.inTeams : []) ids.add(team.id);
      if (party.kind === 'stakeholder') ids.add(party.client.id);
      for (const task of tasksAssignedTo(model, party)) ids.add(task.id);
      if (party.kind === 'member' && party.present) for (const competency of party.levels.keys()) ids.add(competency.id);
    }
    return ids;
  }),
);

const interventionsByRule = memo((model: Model) => grouped(model.interventions, ({ rules }) => rules));
const interventionsByPitfall = memo((model: Model) => grouped(model.interventions, ({ pitfalls }) => pitfalls));
