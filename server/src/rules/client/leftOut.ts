import { covers, uncovered } from '../../model/coverage';
import type { Client, Model, Participant, Stakeholder, Task } from '../../model/model';
import { reach } from '../../model/network';
import { bringIn } from '../../planning/assign';
import { hopsFromNearest } from '../../planning/candidates';
import { replace } from '../../planning/edits';
import { type Voice, voices } from '../../syntax/vocabulary';
import { bestFirst, mostOffered } from '../assigning';
import { openTasksFor } from '../liaisons';
import { atName } from '../place';
import { defineRule, type Fix } from '../rule';
import { subject } from '../subjects';
import { inVocabulary, listQuoted, quoted } from '../wording';
import { byWeight } from './weight';

interface Values {
  readonly client: string;
  readonly tasks: readonly string[];
  readonly promised: Voice | null;
  readonly best: Voice | null;
}

/** How many titles a message names. */
const mostTasks = 3;

export const leftOut = defineRule<Values>({
  name: 'client/left-out',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Every client takes part in the tasks that are for it, as far as was promised.',
    fr: 'Chaque client participe, au degré promis, aux tâches qui lui sont destinées.',
  },
  why: {
    en: 'What is made for people without them is seldom what they need; and a promise to take part that is not kept costs more trust than none.',
    fr: 'Ce que l’on fait pour les gens sans eux est rarement ce qu’il leur faut ; et une promesse de participation non tenue coûte plus de confiance que l’absence de promesse.',
  },
  source: 'IAP2 Spectrum of Public Participation, International Association for Public Participation',
  examples: {
    bad: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
  participation collaborate
}

task interviews "Interview twelve customers" {
  for acme
  with zoe inform
}
`,
    good: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
  participation collaborate
}

task interviews "Interview twelve customers" {
  for acme
  with zoe collaborate
}
`,
  },
  message: {
    en: ({ client, tasks, promised, best }) =>
      best === null || promised === null
        ? `no stakeholder of ${client} takes part in an open task for it: ${listQuoted('en', tasks, mostTasks)}`
        : `${client} was promised ${quoted('en', promised)}, and on its open tasks participation goes no further than ${quoted('en', best)}`,
    fr: ({ client, tasks, promised, best }) =>
      best === null || promised === null
        ? `aucune partie prenante ne participe aux tâches ouvertes pour ${client} : ${listQuoted('fr', tasks, mostTasks)}`
        : `${client} s’est vu promettre ${quoted('fr', inVocabulary('fr', promised))} ; or, sur ses tâches ouvertes, la participation ne dépasse pas ${quoted('fr', inVocabulary('fr', best))}`,
  },
  check(model, report) {
    for (const client of model.clients) {
      const tasks = openTasksFor(model, client);
      if (tasks.length === 0 || tasks.some(isUnclear)) continue;
      const best = bestVoice(tasks, client);
      const promised = client.participation;
      if (best !== null && (promised === null || isAtLeast(best, promised))) continue;
      report({
        at: atName(client),
        subjects: [client.id],
        evidence: { promised, best },
        values: { client: client.label, tasks: tasks.map(({ label }) => label), promised, best },
      });
    }
  },
  fixes(found, model) {
    const client = subject(model, found, 'client');
    if (!client) return [];
    const tasks = openTasksFor(model, client);
    const fixes = [...raised(model, client, tasks), ...broughtIn(model, client, tasks)];
    return bestFirst(fixes.filter((fix) => fix !== null).slice(0, mostOffered));
  },
});

/** May a stakeholder be on `task`, but for what is misspelt or half typed? */
function isUnclear({ unresolved }: Task): boolean {
  return ['assigned', 'with', 'status'].some((word) => unresolved.has(word));
}

/** The furthest that a stakeholder of `client` goes on one of `tasks`; null where none is on any. */
function bestVoice(tasks: readonly Task[], client: Client): Voice | null {
  const heard = tasks.flatMap(({ participants, assignees }): readonly Voice[] => [
    ...participants.filter((participant) => isOf(client, participant)).map(({ voice }) => voice),
    ...assignees.filter((assignee) => isOf(client, assignee)).map(() => 'collaborate' as const),
  ]);
  return voices.findLast((voice) => heard.includes(voice)) ?? null;
}

function isOf(client: Client, { person }: Pick<Participant, 'person'>): boolean {
  return person.kind === 'stakeholder' && person.client === client;
}

function isAtLeast(voice: Voice, other: Voice): boolean {
  return voices.indexOf(voice) >= voices.indexOf(other);
}

/** Lets those who are on a task go as far as was promised: the furthest first. */
function raised(model: Model, client: Client, tasks: readonly Task[]): readonly (Fix | null)[] {
  const { participation: promised } = client;
  if (promised === null) return [];
  const below = tasks.flatMap((task) =>
    task.participants.filter((participant) => isOf(client, participant)).map((participant) => ({ task, participant })),
  );
  below.sort((a, b) => voices.indexOf(b.participant.voice) - voices.indexOf(a.participant.voice));
  return below.map(({ task, participant: { person, voice, entry } }) => {
    const file = model.snapshot.files.get(task.file);
    if (!file || !entry.ref) return null;
    const { end } = entry.ref;
    const edit = entry.word ? replace(file, entry.word, promised) : replace(file, { start: end, end }, ` ${promised}`);
    const to = inVocabulary('fr', promised);
    const title = {
      en: `Raise ${person.label} from ${voice} to ${promised} on ${quoted('en', task.label)}`,
      fr: `Porter la participation à ${quoted('fr', to)} sur ${quoted('fr', task.label)} : ${person.label}`,
    };
    return { title, preferred: false, edits: [edit] };
  });
}

interface Place {
  readonly task: Task;
  readonly stakeholder: Stakeholder;
  /** How many requirements they cover that nobody on the task does. */
  readonly covered: number;
  /** In reach, to the nearest assignee; Infinity where there is no way. */
  readonly hops: number;
}

/** Brings in each stakeholder where they help most: who covers what is missing, then who is nearest to the assignees, then the weightiest. */
function broughtIn(model: Model, client: Client, tasks: readonly Task[]): readonly (Fix | null)[] {
  const places = byWeight(client).map((stakeholder) => bestPlace(model, stakeholder, tasks));
  return places
    .filter((place) => place !== undefined)
    .sort(comparePlaces)
    .map(({ task, stakeholder }) => {
      const voice = client.participation ?? 'involve';
      const edits = bringIn(model, task, stakeholder, voice);
      const title = {
        en: `Bring ${stakeholder.label} in on ${quoted('en', task.label)} (${voice})`,
        fr: `Faire participer ${stakeholder.label} à ${quoted('fr', task.label)} (${inVocabulary('fr', voice)})`,
      };
      return edits && { title, preferred: false, edits };
    });
}

/** Of the tasks that they are not on yet; undefined where there is none. */
function bestPlace(model: Model, stakeholder: Stakeholder, tasks: readonly Task[]): Place | undefined {
  const graph = reach(model);
  const distances = hopsFromNearest(graph, [stakeholder]);
  const places = tasks
    .filter(({ participants }) => !participants.some(({ person }) => person === stakeholder))
    .map((task): Place => {
      const hops = task.assignees.map(({ person }) => distances[graph.index.get(person) ?? -1] ?? Number.POSITIVE_INFINITY);
      const covered = uncovered(task).filter((requirement) => covers(stakeholder, requirement)).length;
      return { task, stakeholder, covered, hops: Math.min(...hops) };
    });
  return places.sort(comparePlaces)[0];
}

/** Infinite distances are equal to each other. */
function comparePlaces(a: Place, b: Place): number {
  return b.covered - a.covered || (a.hops === b.hops ? 0 : a.hops - b.hops);
}
