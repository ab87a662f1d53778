import type { Member, Model } from '../../model/model';
import { collaboration } from '../../model/network';
import { components } from '../../model/paths';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { linkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { bestMatches } from '../sharing';
import { idsOf, subjectsOf } from '../subjects';
import { listed, plural } from '../wording';

interface Values {
  readonly part: readonly string[];
  readonly largest: number;
}

export const fragmented = defineRule<Values>({
  name: 'network/fragmented',
  severity: 'warning',
  options: {},
  summary: { en: 'The net of working links is in one piece.', fr: 'Le réseau des liens de travail est d’un seul tenant.' },
  why: {
    en: 'Between groups that nothing links, nothing passes: each learns of the other’s work from outside, or from the client.',
    fr: 'Entre des groupes que rien ne relie, rien ne passe : chacun apprend le travail de l’autre par l’extérieur, ou par le client.',
  },
  source: 'Cross, R. & Parker, A. (2004). The Hidden Power of Social Networks. Harvard Business School Press',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link chloe <-> dan weekly
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"
member dan "Dan Weiss"

link anna <-> bob weekly
link chloe <-> dan weekly
link bob <-> chloe monthly
`,
  },
  message: {
    en: ({ part, largest }) =>
      `no working link leads from ${listed('en', part)} to the ${plural('en', largest, 'person', 'people')} of the largest group`,
    fr: ({ part, largest }) =>
      `aucun lien de travail ne relie ${listed('fr', part)} au plus grand groupe (${plural('fr', largest, 'personne', 'personnes')})`,
  },
  check(model, report) {
    const [largest, ...others] = partsOf(model);
    if (!largest) return;
    for (const part of others) {
      const [first, ...rest] = part;
      if (!first || part.some((member) => hasUnclearLinks(model, member))) continue;
      report({
        at: atName(first),
        subjects: [first.id, ...idsOf(rest)],
        evidence: { parts: others.length + 1, size: part.length, largest: largest.length },
        values: { part: part.map(({ label }) => label), largest: largest.length },
      });
    }
  },
  fixes(found, model) {
    const part = subjectsOf(model, found).filter((entity) => entity.kind === 'member');
    const [largest] = partsOf(model);
    const pairs = largest ? bestMatches(model, part, largest).slice(0, mostOffered) : [];
    return bestFirst(pairs.map((pair) => linkFix(model, [pair], 'other')));
  },
});

/** The parts of two people or more, each in project order: largest first, then by their first member. */
function partsOf(model: Model): readonly (readonly Member[])[] {
  const graph = collaboration(model);
  const parts = components(graph).filter((part) => part.length >= 2);
  return parts.map((part) => part.map((position) => graph.nodes[position]).filter((member) => member !== undefined));
}
