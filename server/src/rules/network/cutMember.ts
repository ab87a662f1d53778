import type { Member } from '../../model/model';
import { collaboration, type Graph } from '../../model/network';
import { cutNodes, partsWithout } from '../../model/paths';
import { hasUnclearLinks } from '../halfTyped';
import { linkFix } from '../newLink';
import { atName } from '../place';
import { defineRule, type Related } from '../rule';
import { bestMatches } from '../sharing';
import { compareNames, idsOf, subject } from '../subjects';
import { plural } from '../wording';

interface Values {
  readonly member: string;
  /** How many people are left in each part. */
  readonly parts: readonly number[];
}

/** So many links at once are still one step; where it takes more, one of them at a time. */
const mostLinks = 3;

export const cutMember = defineRule<Values, { people: number }>({
  name: 'network/cut-member',
  severity: 'warning',
  options: { people: 4 },
  summary: { en: 'The net does not hang on any single member.', fr: 'Le réseau ne tient pas à un seul membre.' },
  why: {
    en: 'Where one person is the only way between two parts, the parts come apart on the day this person is ill, leaves or is overloaded; until then, everything waits for them.',
    fr: 'Quand une seule personne fait le lien entre deux parties, celles-ci se séparent le jour où cette personne est malade, débordée ou sur le départ ; d’ici là, tout l’attend.',
  },
  source: 'Cross, R. & Parker, A. (2004). The Hidden Power of Social Networks. Harvard Business School Press',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link bob <-> chloe weekly
link chloe <-> anna weekly
link chloe <-> dan monthly
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link bob <-> chloe weekly
link chloe <-> anna weekly
link chloe <-> dan monthly
link anna <-> dan monthly
`,
  },
  message: {
    en: ({ member, parts }) => `${member} is the only link between ${partsIn('en', parts)}`,
    fr: ({ member, parts }) => `${member} est le seul lien entre ${partsIn('fr', parts)}`,
  },
  check(model, report, { people }) {
    const graph = collaboration(model);
    if (graph.nodes.length < people) return;
    for (const node of cutNodes(graph)) {
      const member = graph.nodes[node];
      const found = partsOf(graph, node);
      // A part that somebody is about to link may not be cut off.
      if (!member || found.slice(1).every((part) => part.some((each) => hasUnclearLinks(model, each)))) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: {
          // Only some answers give it, and in a large net it is long.
          get parts() {
            return partsOf(graph, node).map((part) => idsOf(part));
          },
        },
        values: { member: member.label, parts: found.map((part) => part.length) },
        related: relatedTo(found),
      });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    const graph = collaboration(model);
    const node = member && graph.index.get(member);
    const [largest, ...others] = node === undefined ? [] : partsOf(graph, node);
    if (!largest) return [];
    const pairs = others.flatMap((part) => bestMatches(model, part, largest).slice(0, 1));
    if (pairs.length <= mostLinks) return [linkFix(model, pairs, 'preferred')].filter((fix) => fix !== null);
    return pairs
      .slice(0, mostLinks)
      .map((pair, index) => linkFix(model, [pair], index === 0 ? 'preferred' : 'other'))
      .filter((fix) => fix !== null);
  },
});

/** What is left without `node`, each part in project order; the largest part first, then by the first name. */
function partsOf(graph: Graph<Member>, node: number): readonly (readonly Member[])[] {
  const parts = partsWithout(graph, node).map((part) =>
    part.map((position) => graph.nodes[position]).filter((member) => member !== undefined),
  );
  return parts.sort((a, b) => b.length - a.length || compareNames(firstOf(a), firstOf(b)));
}

/** The first by name of a part, which has at least one. */
function firstOf(part: readonly Member[]): Member {
  return part.reduce((first, member) => (compareNames(member, first) < 0 ? member : first));
}

/** Somebody in each part but the largest. */
function relatedTo(parts: readonly (readonly Member[])[]): readonly Related[] {
  return parts.slice(1, 1 + mostLinks).map((part) => {
    const first = firstOf(part);
    const others = part.length - 1;
    return {
      at: atName(first),
      message: {
        en: `${first.label}${others === 0 ? '' : ` and ${plural('en', others, 'other', 'others')}`} would be cut off`,
        fr:
          others === 0
            ? `${first.label} serait hors d’atteinte`
            : `${first.label} et ${plural('fr', others, 'autre', 'autres')} seraient hors d’atteinte`,
      },
    };
  });
}

function partsIn(language: 'en' | 'fr', parts: readonly number[]): string {
  const [largest = 0, ...others] = parts;
  const people = language === 'en' ? plural('en', largest, 'person', 'people') : plural('fr', largest, 'personne', 'personnes');
  const rest = others.reduce((sum, count) => sum + count, 0);
  if (others.length === 1)
    return language === 'en'
      ? `${people} and ${plural('en', rest, 'other', 'others')}`
      : `${people} et ${plural('fr', rest, 'autre', 'autres')}`;
  return language === 'en'
    ? `${people} and ${plural('en', rest, 'other', 'others')} in ${others.length} parts`
    : `${people} et ${plural('fr', rest, 'autre', 'autres')} en ${others.length} parties`;
}
