import type { Link, Person, Team } from '../../model/model';
import { strengthOf } from '../../model/network';
import { removeItem } from '../../planning/removal';
import { linkKinds } from '../../syntax/vocabulary';
import { atLink } from '../place';
import { defineRule } from '../rule';

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
    fr: 'Entre les mêmes extrémités, un lien d’une même nature n’est donné qu’une fois.',
  },
  why: {
    en: 'A link that stands twice with different strengths leaves open how close the collaboration is.',
    fr: 'Un lien donné deux fois avec des intensités différentes ne dit plus si la collaboration est étroite.',
  },
  examples: {
    bad: 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nlink anna <-> bob weekly\nlink bob <-> anna monthly\n',
    good: 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nlink anna <-> bob weekly\nlink anna -> bob mentors\n',
  },
  message: {
    en: ({ link }) => `the link ${link.name} of the kind “${link.relation}” stands a second time`,
    fr: ({ link }) => `le lien ${link.name} de nature « ${link.relation} » figure une seconde fois`,
  },
  check({ links }, report) {
    const keyOf = keys();
    const known = new Map<number, Link>();
    for (const link of links) {
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

/** A number that is the same for links with the same ends, direction and kind; of a mutual link the ends may be exchanged. */
function keys(): (link: Link) => number {
  const numbers = new Map<Person | Team, number>();
  const numberOf = (end: Person | Team): number => {
    const number = numbers.get(end) ?? numbers.size;
    numbers.set(end, number);
    return number;
  };
  return ({ from, to, mutual, relation }) => {
    const [a, b] = [numberOf(from), numberOf(to)];
    const ends = mutual ? Math.min(a, b) * mostEnds + Math.max(a, b) : a * mostEnds + b;
    return (ends * 2 + (mutual ? 1 : 0)) * linkKinds.length + linkKinds.indexOf(relation);
  };
}

/** Far more than a project has; the square of it still leaves room for the rest of a key. */
const mostEnds = 2 ** 24;
