import { presentMembers } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Link, Member, Model } from '../../model/model';
import { collaboration, linksOf } from '../../model/network';
import { type Bridge, bridges, partsWithout } from '../../model/paths';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { linkFix } from '../newLink';
import { atLink } from '../place';
import { defineRule } from '../rule';
import { bestMatches } from '../sharing';
import { subjectsOf } from '../subjects';
import { plural } from '../wording';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly sides: readonly [number, number];
}

export const bridgeLink = defineRule<Values, { people: number }>({
  name: 'network/bridge-link',
  severity: 'info',
  options: { people: 2 },
  summary: { en: 'No single link holds two groups together.', fr: 'Aucun lien ne tient à lui seul deux groupes ensemble.' },
  why: {
    en: 'A link between two groups brings what is new to both. Where there is but one, it breaks with one quarrel, one departure, one full calendar.',
    fr: 'Un lien entre deux groupes apporte à chacun du nouveau. S’il est seul, une brouille, un départ, un agenda plein suffisent à le rompre.',
  },
  source: 'Granovetter, M. (1973). The strength of weak ties. American Journal of Sociology 78(6)',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link bob <-> chloe monthly
link chloe <-> dan weekly
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link bob <-> chloe monthly
link chloe <-> dan weekly
link anna <-> dan monthly
`,
  },
  message: {
    en: ({ from, to, sides: [a, b] }) =>
      `the link between ${from} and ${to} is the only one that joins ${plural('en', a, 'person', 'people')} to ${plural('en', b, 'other', 'others')}`,
    fr: ({ from, to, sides: [a, b] }) =>
      `le lien entre ${from} et ${to} est le seul qui relie ${plural('fr', a, 'personne', 'personnes')} à ${plural('fr', b, 'autre', 'autres')}`,
  },
  check(model, report, { people }) {
    const graph = collaboration(model);
    for (const bridge of bridges(graph)) {
      const link = linkOf(model, bridge);
      if (!link || Math.min(...bridge.sides) < people || mayBePassedBy(model, link, bridge)) continue;
      const [first, second] = bridge.sides;
      const sides: readonly [number, number] = graph.nodes[bridge.ends[0]] === link.from ? [first, second] : [second, first];
      report({
        at: atLink(link),
        subjects: [link.id, link.from.id, link.to.id],
        evidence: { sides },
        values: { from: link.from.label, to: link.to.label, sides },
      });
    }
  },
  fixes(found, model) {
    const [from, to] = subjectsOf(model, found).filter((entity) => entity.kind === 'member');
    if (!from || !to) return [];
    const [near, far] = [sideOf(model, from, to), sideOf(model, to, from)];
    const [few, many] = near.length <= far.length ? [near, far] : [far, near];
    const isBridge = (a: unknown, b: unknown) => (a === from && b === to) || (a === to && b === from);
    const pairs = bestMatches(model, few, many).filter((pair) => !isBridge(pair.from, pair.to));
    return bestFirst(pairs.slice(0, mostOffered).map((pair) => linkFix(model, [pair], 'other')));
  },
});

/** The first link that makes the bridge; a reporting line makes none. */
function linkOf(model: Model, { ends }: Bridge): Link | undefined {
  const { nodes } = collaboration(model);
  const [a, b] = [nodes[ends[0]], nodes[ends[1]]];
  return a && linksOf(model, a).find(({ from, to, relation }) => relation !== 'reports' && (from === a ? to : from) === b);
}

/** Does somebody on the smaller side, or an end of the bridge, have links that are not known? They may lead to the other side. */
function mayBePassedBy(model: Model, { from, to }: Link, { ends: [a, b], sides: [ofA, ofB] }: Bridge): boolean {
  const unclear = membersWithUnclearLinks(model);
  if (unclear.length === 0) return false;
  const { nodes } = collaboration(model);
  const [small, large] = ofA <= ofB ? [nodes[a], nodes[b]] : [nodes[b], nodes[a]];
  const near = small && large ? sideOf(model, small, large) : [];
  return unclear.some((member) => member === from || member === to || near.includes(member));
}

const membersWithUnclearLinks = memo((model: Model) => presentMembers(model).filter((member) => hasUnclearLinks(model, member)));

/** Who hangs together with `member` without the link to `other`. */
function sideOf(model: Model, member: Member, other: Member): readonly Member[] {
  const graph = collaboration(model);
  const position = graph.index.get(member) ?? -1;
  const parts = partsWithout(graph, graph.index.get(other) ?? -1);
  const side = parts.find((part) => part.includes(position)) ?? [];
  return side.map((each) => graph.nodes[each]).filter((each) => each !== undefined);
}
