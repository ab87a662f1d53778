import { presentMembers } from '../../model/coverage';
import { isInReportingLine, linksToNearest, loners } from '../loners';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';

interface Values {
  readonly member: string;
  readonly others: number;
}

export const isolatedMember = defineRule<Values, { people: number }>({
  name: 'network/isolated-member',
  severity: 'warning',
  options: { people: 3 },
  summary: { en: 'Every member works with another.', fr: 'Chaque membre travaille avec un autre.' },
  why: {
    en: 'Work, help and news travel along links. Where none leads, nothing arrives, and what is known there stays there.',
    fr: 'Le travail, l’aide et les nouvelles circulent par les liens. Là où aucun ne mène, rien n’arrive, et ce qui s’y sait y reste.',
  },
  source: 'Cross, R. & Parker, A. (2004). The Hidden Power of Social Networks. Harvard Business School Press',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

link anna <-> bob collaborates weekly
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

link anna <-> bob collaborates weekly
link chloe -> bob advises monthly
`,
  },
  message: {
    en: ({ member, others }) => `${member} has no working link with ${others === 1 ? 'the other member' : `the ${others} other members`}`,
    fr: ({ member, others }) =>
      `aucun lien de travail ne relie ${member} ${others === 1 ? 'à l’autre membre' : `aux ${others} autres membres`}`,
  },
  check(model, report, { people }) {
    const count = presentMembers(model).length;
    if (count < people) return;
    for (const member of loners(model)) {
      if (isInReportingLine(model, member)) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { members: count },
        values: { member: member.label, others: count - 1 },
      });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    return member ? linksToNearest(model, member) : [];
  },
});
