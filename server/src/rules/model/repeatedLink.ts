import type { Link } from '../../model/model';
import { strengthOf } from '../../model/network';
import { atLink } from '../place';
import { defineRule } from '../rule';
import { removeItem } from './removal';

interface Values {
  readonly link: Link;
  readonly first: Link;
}

export const repeatedLink = defineRule<Values>({
  name: 'model/repeated-link',
  severity: 'warning',
  options: {},
  summary: {
    en: 'A link between two, of one kind, is stated once.',
    fr: 'Un lien entre deux extrémités, d’une même nature, est donné une fois.',
  },
  why: {
    en: 'A link that stands twice with different strengths leaves open how close the collaboration is.',
    fr: 'Un lien donné deux fois avec des intensités différentes laisse ouverte la question de sa force.',
  },
  examples: {
    bad: 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nlink anna <-> bob weekly\nlink bob <-> anna monthly\n',
    good: 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nlink anna <-> bob weekly\nlink anna -> bob mentors\n',
  },
  message: {
    en: ({ link }) => `the link ${link.name} of the kind “${link.relation}” stands a second time`,
    fr: ({ link }) => `le lien ${link.name} de nature « ${link.relation} » figure une seconde fois`,
  },
  check(model, report) {
    const known = new Map<string, Link>();
    for (const link of model.links) {
      if (link.from === link.to) continue;
      const key = keyOf(link);
      const first = known.get(key);
      if (!first) known.set(key, link);
      else {
        const related = [{ at: atLink(first), message: { en: 'first stated here', fr: 'donné une première fois ici' } }];
        report({ at: atLink(link), subjects: [], evidence: {}, values: { link, first }, related });
      }
    }
  },
  fixes({ values: { link, first } }, { snapshot }) {
    const weaker = strengthOf(link) > strengthOf(first) ? first : link;
    const file = snapshot.files.get(weaker.file);
    if (!file) return [];
    return [
      {
        title: { en: 'Keep the stronger link', fr: 'Garder le lien le plus fort' },
        preferred: true,
        edits: [removeItem(file, weaker.node)],
      },
    ];
  },
});

/** The same for links with the same ends, direction and kind; of a mutual link the ends may be exchanged. */
function keyOf({ from, to, mutual, relation }: Link): string {
  const ends = mutual ? [from.id, to.id].sort() : [from.id, to.id];
  return `${relation} ${ends.join(mutual ? '<->' : '->')}`;
}
