import { openTasks } from '../../model/coverage';
import type { Model, Person, Task } from '../../model/model';
import { type Graph, reach } from '../../model/network';
import { hopsBetween, partNumbers } from '../../model/paths';
import { hasUnclearLinks } from '../halfTyped';
import { newLinkFix } from '../newLink';
import { atName, atProperty } from '../place';
import { defineSubjectRule } from '../rule';
import { idsOf, subjectsOf } from '../subjects';
import { plural, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly people: readonly [string, string];
  /** Null where there is no way. */
  readonly hops: number | null;
  /** Pairs of the same task that are not spoken of. */
  readonly more: number;
}

export const apart = defineSubjectRule<Task, Values, { hops: number; perTask: number }>({
  name: 'network/apart',
  severity: 'warning',
  options: { hops: 2, perTask: 3 },
  summary: {
    en: 'People who do a task together know each other, or somebody in common.',
    fr: 'Les personnes qui font une tâche ensemble se connaissent, ou ont une connaissance commune.',
  },
  why: {
    en: 'People who share a task have to find each other, trust each other and settle things quickly. Across a distance all three take longer than the task allows.',
    fr: 'Partager une tâche, c’est devoir se trouver, se faire confiance et trancher vite. À distance, les trois prennent plus de temps que la tâche n’en laisse.',
  },
  source: 'Allen, T. (1977). Managing the Flow of Technology. MIT Press',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link chloe <-> dan weekly

task interviews "Interview twelve customers" { assigned anna, chloe }
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link chloe <-> dan weekly
link bob <-> chloe monthly

task interviews "Interview twelve customers" { assigned anna, chloe }
`,
  },
  message: {
    en: ({ task, people: [a, b], hops, more }) =>
      `${a} and ${b} share ${quoted('en', task)}, and ${hops === null ? 'no links lead from one to the other' : `${hops} links lie between them`}${more === 0 ? '' : ` (and ${plural('en', more, 'pair', 'pairs')} more)`}`,
    fr: ({ task, people: [a, b], hops, more }) =>
      `${a} et ${b} partagent la tâche ${quoted('fr', task)} alors ${hops === null ? 'qu’aucun lien, même indirect, ne les relie' : `que ${hops} liens les séparent`}${more === 0 ? '' : ` (et ${plural('fr', more, 'autre paire', 'autres paires')})`}`,
  },
  subjects: openTasks,
  judge(model, report, { hops: farthest, perTask }, spoken) {
    const isolated = new Set(spoken('network/isolated-member').flatMap(({ subjects }) => subjects));
    return (task) => {
      if (task.assignees.length < 2 || task.unresolved.has('assigned')) return;
      const pairs = pairsOf(model, task)
        .filter(({ people }) => people.every((person) => !isolated.has(person.id) && !hasUnclearLinks(model, person)))
        .filter(({ hops }) => hops === null || hops > farthest);
      for (const [index, { people, hops }] of pairs.slice(0, perTask).entries()) {
        const [a, b] = people;
        report({
          at: atProperty(task, 'assigned'),
          subjects: [task.id, ...idsOf(people)],
          evidence: { hops },
          values: { task: task.label, people: [a.label, b.label], hops, more: index === perTask - 1 ? pairs.length - perTask : 0 },
          related: people.map((person) => ({ at: atName(person), message: { en: person.label, fr: person.label } })),
        });
      }
    };
  },
  fixes(found, model) {
    const [from, to] = subjectsOf(model, found).filter((entity) => entity.kind === 'member' || entity.kind === 'stakeholder');
    if (!from || !to) return [];
    const title = { en: `Link ${from.label} to ${to.label}`, fr: `Relier ${from.label} à ${to.label}` };
    const fix = newLinkFix(model, [{ from, arrow: '<->', to, how: 'collaborates' }], title, 'preferred');
    return fix ? [fix] : [];
  },
});

interface Pair {
  readonly people: readonly [Person, Person];
  readonly hops: number | null;
}

/** Every two assignees that are here, in text order. */
function pairsOf(model: Model, task: Task): readonly Pair[] {
  const graph = reach(model);
  const people = task.assignees.map(({ person }) => person).filter((person) => graph.index.has(person));
  return people.flatMap((a, index) => people.slice(index + 1).map((b): Pair => ({ people: [a, b], hops: hopsIn(graph, a, b) })));
}

/** Two steps are quickly told; and whole parts are not searched for a way that leads out of them. */
function hopsIn(graph: Graph<Person>, a: Person, b: Person): number | null {
  const [from, to] = [graph.index.get(a) ?? -1, graph.index.get(b) ?? -1];
  const near = graph.neighbours[from] ?? [];
  if (near.includes(to)) return 1;
  const far = graph.neighbours[to] ?? [];
  if (near.some((position) => far.includes(position))) return 2;
  return partNumbers(graph)[from] === partNumbers(graph)[to] ? hopsBetween(graph, a, b) : null;
}
