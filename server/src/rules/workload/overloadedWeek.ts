import { dateOf } from '../../model/calendar';
import { presentMembers } from '../../model/coverage';
import type { Member, Model } from '../../model/model';
import { isOverloaded, loadOf, type Week } from '../../model/workload';
import { atName } from '../place';
import { defineSubjectRule } from '../rule';
import { figure, inDays, inWords, plural } from '../wording';

interface Values {
  readonly member: string;
  readonly weeks: number;
  readonly worst: Week;
}

export const overloadedWeek = defineSubjectRule<Member, Values>({
  name: 'workload/overloaded-week',
  severity: 'warning',
  options: {},
  summary: {
    en: 'No week holds more dated work than days.',
    fr: 'Aucune semaine ne compte plus de travail daté que de jours.',
  },
  why: {
    en: 'Over the period the sum may be right while one week is not: then dates slip, or evenings go.',
    fr: 'Le compte peut être bon sur la période sans l’être chaque semaine : alors des dates glissent, ou des soirées y passent.',
  },
  examples: {
    bad: `period spring 2026-04-01 to 2026-04-30

member anna "Anna Morel"

task interviews "Interviews" { effort 6d from 2026-04-13 due 2026-04-17 assigned anna }
`,
    good: `period spring 2026-04-01 to 2026-04-30

member anna "Anna Morel"

task interviews "Interviews" { effort 6d from 2026-04-13 due 2026-04-24 assigned anna }
`,
  },
  message: {
    en: ({ member, weeks, worst }) =>
      `${member} has more work than days in ${plural('en', weeks, 'week', 'weeks')}, ${weeks === 1 ? 'that' : 'most of all in that'} of ${inWords('en', worst.monday)}: ${figure('en', worst.assigned)} for ${inDays('en', worst.available)}`,
    fr: ({ member, weeks, worst }) =>
      `${member} a plus de travail que de jours pendant ${plural('fr', weeks, 'semaine', 'semaines')}, ${weeks === 1 ? '' : 'surtout '}celle du ${inWords('fr', worst.monday)} : ${figure('fr', worst.assigned)} pour ${inDays('fr', worst.available)}`,
  },
  subjects: presentMembers,
  judge(model, report) {
    return (member) => {
      const load = loadOf(model, member);
      const { available, assigned } = load;
      if (available === null || assigned === 0 || assigned > available + 1e-9 || isUnclear(model, member)) return;
      const overloaded = load.weeks.filter(isOverloaded);
      const [worst] = overloaded.toSorted((a, b) => excess(b) - excess(a) || a.monday - b.monday);
      if (!worst) return;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { weeks: overloaded.length, monday: dateOf(worst.monday), available: worst.available, assigned: worst.assigned },
        values: { member: member.label, weeks: overloaded.length, worst },
      });
    };
  },
});

/** Equal sums of shares differ in their last digits. */
function excess({ assigned, available }: Week): number {
  return Math.round((assigned - available) * 1e9);
}

function isUnclear(model: Model, member: Member): boolean {
  const daysUnclear = ['capacity', 'away', 'from', 'until'].some((word) => member.unresolved.has(word));
  return (
    daysUnclear ||
    loadOf(model, member).tasks.some(({ task }) => ['effort', 'from', 'due', 'assigned'].some((word) => task.unresolved.has(word)))
  );
}
