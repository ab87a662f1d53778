import type { Client, Member, Model, Person, Task } from '../../model/model';
import { reach } from '../../model/network';
import { hopsToEach, nodesWithin } from '../../model/paths';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { liaisonsOf, openTasksFor } from '../liaisons';
import { newLinkFix } from '../newLink';
import { at, atName } from '../place';
import { defineSubjectRule, type Fix } from '../rule';
import { compareMatches, inCommon, matches } from '../sharing';
import { subject, subjectsOf } from '../subjects';
import { plural, quoted } from '../wording';
import { byWeight } from './weight';

interface Values {
  readonly task: string;
  readonly assignee: string;
  readonly client: string;
  /** Null where there is no way. */
  readonly hops: number | null;
  /** How many there may be. */
  readonly farthest: number;
}

export const farFromTask = defineSubjectRule<Client, Values, { hops: number }>({
  name: 'client/far-from-task',
  severity: 'info',
  options: { hops: 2 },
  summary: {
    en: 'Who works for a client knows one of its stakeholders, or somebody who does.',
    fr: 'Qui travaille pour un client connaît l’une de ses parties prenantes, ou quelqu’un qui en connaît une.',
  },
  why: {
    en: 'What the client meant passes from mouth to mouth on its way to whoever does the work, and changes at each.',
    fr: 'Ce que le client voulait dire passe de bouche en bouche jusqu’à qui fait le travail, et change à chacune.',
  },
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}

link anna -> zoe liaises monthly
link anna <-> bob weekly
link bob <-> chloe weekly

task interviews "Interview twelve customers" {
  for acme
  assigned chloe
}
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}

link anna -> zoe liaises monthly
link anna <-> bob weekly
link bob <-> chloe weekly

task interviews "Interview twelve customers" {
  for acme
  assigned bob
}
`,
  },
  message: {
    en: ({ task, assignee, client, hops }) =>
      hops === null
        ? `no chain of links leads from ${assignee}, who does ${quoted('en', task)}, to a stakeholder of ${client}`
        : `${assignee}, who does ${quoted('en', task)}, is ${plural('en', hops, 'link', 'links')} away from the nearest stakeholder of ${client}`,
    fr: ({ task, assignee, client, hops }) =>
      hops === null
        ? `aucun lien, même indirect, ne relie ${assignee}, à qui est confiée la tâche ${quoted('fr', task)}, à une partie prenante (${client})`
        : `${assignee}, à qui est confiée la tâche ${quoted('fr', task)}, se trouve à ${plural('fr', hops, 'lien', 'liens')} de la partie prenante la plus proche (${client})`,
  },
  subjects: ({ clients }) => clients,
  judged: 2,
  judge(model, report, { hops: farthest }, spoken) {
    const isolated = new Set(spoken('network/isolated-member').flatMap(({ subjects }) => subjects));
    return (client) => {
      const tasks = openTasksFor(model, client);
      const { stakeholders } = client;
      if (tasks.length === 0 || stakeholders.length === 0 || stakeholders.some((stakeholder) => hasUnclearLinks(model, stakeholder)))
        return;
      const hopsOf = distant(model, client, tasks, farthest);
      for (const task of tasks) {
        for (const { person, entry } of task.assignees) {
          const hops = hopsOf.get(person);
          if (hops === undefined || isolated.has(person.id) || hasUnclearLinks(model, person)) continue;
          report({
            at: at(task, entry.ref ?? entry),
            subjects: [task.id, person.id, client.id],
            evidence: { hops },
            values: { task: task.label, assignee: person.label, client: client.label, hops, farthest },
            related: [{ at: atName(client), message: { en: 'the client whom it is for', fr: 'le client à qui elle est destinée' } }],
          });
        }
      }
    };
  },
  fixes(found, model) {
    const client = subject(model, found, 'client');
    const assignee = subjectsOf(model, found)[1];
    if (!client || (assignee?.kind !== 'member' && assignee?.kind !== 'stakeholder')) return [];
    const liaisons = [...new Set(client.stakeholders.flatMap((stakeholder) => liaisonsOf(model, stakeholder)))];
    // From a liaison it is one link more to the stakeholder.
    const near = found.values.farthest >= 2 ? liaisons.filter((member) => member !== assignee) : [];
    if (near.length > 0) return linkToLiaison(model, client, assignee, near);
    return assignee.kind === 'member' ? becomeLiaison(model, client, assignee) : [];
  },
});

/** How far each assignee of `tasks` who is further than `near` is from the nearest stakeholder of `client`; null where there is no way. */
function distant(model: Model, { stakeholders }: Client, tasks: readonly Task[], near: number): ReadonlyMap<Person, number | null> {
  const graph = reach(model);
  const sources = stakeholders.map((stakeholder) => graph.index.get(stakeholder)).filter((position) => position !== undefined);
  const within = nodesWithin(graph, sources, near);
  const beyond = new Map<Person, number>();
  for (const { person } of tasks.flatMap(({ assignees }) => assignees)) {
    const position = graph.index.get(person);
    if (position !== undefined && !within.has(position)) beyond.set(person, position);
  }
  const hops = beyond.size === 0 ? new Map<number, number>() : hopsToEach(graph, sources, beyond.values());
  return new Map([...beyond].map(([person, position]) => [person, hops.get(position) ?? null]));
}

function linkToLiaison(model: Model, client: Client, assignee: Person, liaisons: readonly Member[]): readonly Fix[] {
  const nearest = matches(model, assignee, liaisons).slice(0, mostOffered);
  return bestFirst(
    nearest.map((match) => {
      const shared = inCommon(match);
      const title = {
        en: `Link ${assignee.label} to ${match.to.label}, already linked to ${client.label}${shared ? `: ${shared.en}` : ''}`,
        fr: `Relier ${assignee.label} à ${match.to.label}, déjà en lien avec ce client${shared ? ` : ${shared.fr}` : ''}`,
      };
      return newLinkFix(model, [{ from: assignee, arrow: '<->', to: match.to, how: 'collaborates' }], title, 'other');
    }),
  );
}

/** Where no liaison is near enough, the assignee becomes one. */
function becomeLiaison(model: Model, client: Client, assignee: Member): readonly Fix[] {
  const nearest = byWeight(client).flatMap((stakeholder) => matches(model, stakeholder, [assignee]));
  return bestFirst(
    nearest
      .sort(compareMatches)
      .slice(0, mostOffered)
      .map(({ from: stakeholder }) => {
        const title = {
          en: `Make ${assignee.label} a liaison, with ${stakeholder.label}`,
          fr: `Confier une liaison à ${assignee.label}, avec ${stakeholder.label}`,
        };
        return newLinkFix(model, [{ from: assignee, arrow: '->', to: stakeholder, how: 'liaises' }], title, 'other');
      }),
  );
}
