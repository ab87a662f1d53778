import { openTasks } from '../../model/coverage';
import type { Member, Model, Task } from '../../model/model';
import { collaboration } from '../../model/network';
import { partNumbers } from '../../model/paths';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { linksToNearest } from '../loners';
import { linkFix } from '../newLink';
import { at, atProperty } from '../place';
import { defineSubjectRule, type Fix } from '../rule';
import { bestMatches } from '../sharing';
import { compareNames, subject } from '../subjects';
import { listed, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly stakeholders: readonly string[];
  readonly members: readonly string[];
}

export const welcomedTooEarly = defineSubjectRule<Task, Values>({
  name: 'client/welcomed-too-early',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Where a client takes part in a task, the members who do it are connected already.',
    fr: 'Là où un client participe à une tâche, les membres qui la font sont déjà reliés entre eux.',
  },
  why: {
    en: 'A client who joins before the members have found each other sees the seams, and is asked to mend them. First the internal net, then the place for the client in it.',
    fr: 'Un client qui arrive avant que les membres se soient trouvés en voit les coutures, et finit par les recoudre. D’abord le réseau interne, puis la place du client en son sein.',
  },
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}

task interviews "Interview twelve customers" {
  for acme
  assigned anna, bob
  with zoe
}
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}

link anna <-> bob weekly

task interviews "Interview twelve customers" {
  for acme
  assigned anna, bob
  with zoe
}
`,
  },
  message: {
    en: ({ task, stakeholders, members }) =>
      `${listed('en', stakeholders)} ${stakeholders.length === 1 ? 'takes' : 'take'} part in ${quoted('en', task)} while ${
        members.length === 1
          ? `${members[0]}, who does it, has no working link`
          : `those who do it are not all connected with each other: ${listed('en', members)}`
      }`,
    fr: ({ task, stakeholders, members }) =>
      `${listed('fr', stakeholders)} ${stakeholders.length === 1 ? 'participe' : 'participent'} à ${quoted('fr', task)} alors que ${
        members.length === 1
          ? `la personne qui la fait n’a aucun lien de travail : ${members[0]}`
          : `les membres qui la font ne sont pas tous reliés entre eux : ${listed('fr', members)}`
      }`,
  },
  subjects: openTasks,
  judge(model, report, _, spoken) {
    const isolated = new Set(spoken('network/isolated-member').flatMap(({ subjects }) => subjects));
    return (task) => {
      const stakeholders = task.participants.map(({ person }) => person).filter(({ kind }) => kind === 'stakeholder');
      if (stakeholders.length === 0 || task.unresolved.has('assigned') || task.unresolved.has('status')) return;
      const members = membersOn(task);
      if (members.some((member) => hasUnclearLinks(model, member))) return;
      const [only, ...others] = members;
      const isEarly = only !== undefined && (others.length === 0 ? isolated.has(only.id) : partsOf(model, members).length > 1);
      if (!isEarly) return;
      report({
        at: atProperty(task, 'with'),
        subjects: [task.id, ...members.map(({ id }) => id)],
        evidence: {},
        values: {
          task: task.label,
          stakeholders: stakeholders.map(({ label }) => label),
          members: members.map(({ label }) => label),
        },
        related: task.assignees
          .filter(({ person }) => members.some((member) => member === person))
          .map(({ entry }) => ({ at: at(task, entry.ref ?? entry), message: { en: 'does it', fr: 'la fait' } })),
      });
    };
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    if (!task) return [];
    const members = membersOn(task);
    const [only, ...others] = members;
    if (only && others.length === 0) return linksToNearest(model, only);
    return linksAcross(model, partsOf(model, members));
  },
});

/** The members assigned that are here, by name. */
function membersOn({ assignees }: Task): readonly Member[] {
  const members = assignees.map(({ person }) => person).filter((person) => person.kind === 'member');
  return members.filter(({ present }) => present).sort(compareNames);
}

/** Links the parts with the first: of two, by one of the best-matched pairs; of more, each by its best. */
function linksAcross(model: Model, [first = [], ...rest]: readonly (readonly Member[])[]): readonly Fix[] {
  const [second = [], ...others] = rest;
  const offers =
    others.length === 0
      ? bestMatches(model, second, first).map((pair) => [pair])
      : [rest.flatMap((part) => bestMatches(model, part, first).slice(0, 1))];
  return bestFirst(offers.slice(0, mostOffered).map((pairs) => linkFix(model, pairs, 'other')));
}

/** `members` by the part of *C* that they are in. */
function partsOf(model: Model, members: readonly Member[]): readonly (readonly Member[])[] {
  const graph = collaboration(model);
  return [...Map.groupBy(members, (member) => partNumbers(graph)[graph.index.get(member) ?? -1]).values()];
}
