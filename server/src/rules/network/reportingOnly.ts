import { presentMembers } from '../../model/coverage';
import { isInReportingLine, linksToNearest, loners } from '../loners';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';

interface Values {
  readonly member: string;
}

export const reportingOnly = defineRule<Values, { people: number }>({
  name: 'network/reporting-only',
  severity: 'info',
  options: { people: 3 },
  summary: { en: 'Nobody is linked by reporting lines alone.', fr: 'Personne n’est relié par la seule hiérarchie.' },
  why: {
    en: 'A reporting line says who answers for whom. Where it is the only link, help and news have one way to travel, and it leads upwards.',
    fr: 'La ligne hiérarchique dit qui répond de qui. Si elle est le seul lien, l’aide et les nouvelles n’ont qu’un chemin, et il passe par le haut.',
  },
  source: 'Krackhardt, D. & Hanson, J. (1993). Informal networks: the company behind the chart. Harvard Business Review 71(4)',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

link anna <-> bob weekly
link chloe -> anna reports
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"
member chloe "Chloé Lam"

link anna <-> bob weekly
link chloe -> anna reports
link chloe <-> bob monthly
`,
  },
  message: {
    en: ({ member }) => `${member} is linked to the other members by reporting lines alone`,
    fr: ({ member }) => `seule la hiérarchie relie ${member} aux autres membres`,
  },
  check(model, report, { people }) {
    const count = presentMembers(model).length;
    if (count < people) return;
    for (const member of loners(model)) {
      if (!isInReportingLine(model, member)) continue;
      report({ at: atName(member), subjects: [member.id], evidence: { members: count }, values: { member: member.label } });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    return member ? linksToNearest(model, member) : [];
  },
});
