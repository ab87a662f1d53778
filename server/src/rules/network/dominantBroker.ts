import { brokersOf } from '../../model/brokers';
import { presentMembers } from '../../model/coverage';
import type { Member } from '../../model/model';
import { collaboration, type Graph } from '../../model/network';
import { bestFirst, mostOffered } from '../assigning';
import { linkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { bestMatches, compareMatches } from '../sharing';
import { subject } from '../subjects';
import { percent, percentSign } from '../wording';

interface Values {
  readonly member: string;
  readonly share: number;
}

export const dominantBroker = defineRule<Values, { people: number; share: number }>({
  name: 'network/dominant-broker',
  severity: 'info',
  options: { people: 6, share: 0.25 },
  summary: {
    en: 'No single member stands between most of the others.',
    fr: 'Aucun membre n’est le passage obligé entre la plupart des autres.',
  },
  why: {
    en: 'The person through whom most paths lead decides, willing or not, what reaches whom. They see the whole, and the whole depends on one calendar.',
    fr: 'La personne par qui passent la plupart des chemins décide, bon gré mal gré, de ce qui parvient à qui. Elle voit l’ensemble, et l’ensemble dépend de son agenda.',
  },
  source: 'Freeman, L. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1)',
  examples: {
    bad: `member hub "Anna Morel"
member b
member c
member d
member e
member f

link hub <-> b
link hub <-> c
link hub <-> d
link hub <-> e
link hub <-> f
`,
    good: `member a "Anna Morel"
member b
member c
member d
member e
member f

link a <-> b
link b <-> c
link c <-> d
link d <-> e
link e <-> f
link f <-> a
`,
  },
  message: {
    en: ({ member, share }) => `${percent('en', share)}${percentSign.en} of the indirect paths between the others lead through ${member}`,
    fr: ({ member, share }) => `${percent('fr', share)}${percentSign.fr} des chemins indirects entre les autres passent par ${member}`,
  },
  check(model, report, { people, share: limit }, _, isStale) {
    if (presentMembers(model).length < people) return;
    const graph = collaboration(model);
    for (const { node, share } of brokersOf(graph, limit, isStale) ?? []) {
      const member = graph.nodes[node];
      if (member) report({ at: atName(member), subjects: [member.id], evidence: { share }, values: { member: member.label, share } });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const graph = collaboration(model);
    const near = neighboursOf(graph, member);
    const pairs = near.flatMap((one, index) => {
      const known = new Set(neighboursOf(graph, one));
      const others = near.slice(index + 1).filter((other) => !known.has(other));
      return bestMatches(model, [one], others);
    });
    return bestFirst(
      pairs
        .sort(compareMatches)
        .slice(0, mostOffered)
        .map((pair) => linkFix(model, [pair], 'other')),
    );
  },
});

function neighboursOf({ nodes, index, neighbours }: Graph<Member>, member: Member): readonly Member[] {
  const near = neighbours[index.get(member) ?? -1] ?? [];
  return near.map((position) => nodes[position]).filter((each) => each !== undefined);
}
