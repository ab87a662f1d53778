import { betweenness } from '../../model/betweenness';
import { presentMembers } from '../../model/coverage';
import type { Member, Person } from '../../model/model';
import { collaboration, type Graph } from '../../model/network';
import { bestFirst, mostOffered } from '../assigning';
import { linkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { bestMatches } from '../sharing';
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
  summary: { en: 'No single member stands between most of the others.', fr: 'Aucun membre ne s’interpose entre la plupart des autres.' },
  why: {
    en: 'Whoever most paths lead through decides, willing or not, what reaches whom. It gives a view of the whole, and makes it depend on one calendar.',
    fr: 'Celui par qui passent la plupart des chemins décide, bon gré mal gré, de ce qui parvient à qui. Il voit l’ensemble, et l’ensemble dépend de son agenda.',
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
    en: ({ member, share }) => `${percent('en', share)}${percentSign.en} of the ways between the others lead through ${member}`,
    fr: ({ member, share }) => `${percent('fr', share)}${percentSign.fr} des chemins entre les autres passent par ${member}`,
  },
  check(model, report, { people, share: limit }) {
    if (presentMembers(model).length < people) return;
    const graph = collaboration(model);
    for (const [position, share] of sharesIn(graph, limit).entries()) {
      const member = graph.nodes[position];
      if (!member || share < limit - 1e-9) continue;
      report({ at: atName(member), subjects: [member.id], evidence: { share }, values: { member: member.label, share } });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const graph = collaboration(model);
    const near = neighboursOf(graph, member);
    const pairs = bestMatches(model, near, near).filter(({ from, to }, index, all) => {
      const isReversed = all.slice(0, index).some((before) => before.from === to && before.to === from);
      return !isReversed && !neighboursOf(graph, from).includes(to);
    });
    return bestFirst(pairs.slice(0, mostOffered).map((pair) => linkFix(model, [pair], 'other')));
  },
});

/** Up to so many people every path is followed. */
const mostExact = 1500;
/** Of more, the paths from so many of them, evenly picked, tell whether anybody comes near the limit at all. */
const screened = 64;

/** The share of all betweenness that each node has; none, where all are far below `limit`. */
function sharesIn(graph: Graph<Member>, limit: number): readonly number[] {
  const count = graph.nodes.length;
  if (count > mostExact) {
    const sources = Array.from({ length: screened }, (_, index) => Math.floor((index * count) / screened));
    if (Math.max(...sharesOf(betweenness(graph, sources))) < limit / 2) return [];
  }
  return sharesOf(betweenness(graph));
}

function sharesOf(values: Float64Array): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return [...values].map((value) => (sum === 0 ? 0 : value / sum));
}

function neighboursOf({ nodes, index, neighbours }: Graph<Member>, person: Person): readonly Member[] {
  const near = (person.kind === 'member' ? neighbours[index.get(person) ?? -1] : null) ?? [];
  return near.map((position) => nodes[position]).filter((each) => each !== undefined);
}
