import { presentMembers } from '../../model/coverage';
import type { Member, Model } from '../../model/model';
import { linksOf } from '../../model/network';
import { atName } from '../place';
import { defineRule } from '../rule';
import { plural } from '../wording';

interface Values {
  readonly member: string;
  readonly reports: number;
}

export const spanOfControl = defineRule<Values, { warnAbove: number; above: number }>({
  name: 'network/span-of-control',
  severity: 'info',
  options: { warnAbove: 15, above: 7 },
  summary: {
    en: 'Nobody has more people reporting to them than they can attend to.',
    fr: 'Aucun membre n’encadre plus de personnes qu’on ne peut en suivre.',
  },
  why: {
    en: 'The time for each person shrinks with their number: beyond seven or so, listening turns into answering, and answering into a queue.',
    fr: 'Plus elles sont nombreuses, moins il reste de temps pour chacune : au-delà de sept environ, l’écoute se réduit à des réponses, et les réponses se font attendre.',
  },
  source: 'Urwick, L. (1956). The manager’s span of control. Harvard Business Review 34(3)',
  examples: {
    bad: `member lead "Anna Morel"
${members(8)}
`,
    good: `member lead "Anna Morel"
${members(7)}
`,
  },
  message: {
    en: ({ member, reports }) => `${plural('en', reports, 'person reports', 'people report')} to ${member}`,
    fr: ({ member, reports }) => `${plural('fr', reports, 'personne est rattachée', 'personnes sont rattachées')} à ${member}`,
  },
  check(model, report, { warnAbove, above }) {
    for (const member of presentMembers(model)) {
      const reports = reportingTo(model, member);
      if (reports <= above) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { reports },
        values: { member: member.label, reports },
        ...(reports > warnAbove ? { severity: 'warning' } : {}),
      });
    }
  },
});

/** How many present members report to `member`. */
function reportingTo(model: Model, member: Member): number {
  const from = linksOf(model, member).filter(({ relation, to }) => relation === 'reports' && to === member);
  return new Set(from.map((link) => link.from).filter((end) => end.kind === 'member' && end.present && end !== member)).size;
}

function members(count: number): string {
  const names = 'bcdefghi'.slice(0, count).split('');
  return [...names.map((name) => `member ${name}`), '', ...names.map((name) => `link ${name} -> lead reports`)].join('\n');
}
