import type { Assessment, Model } from '../../model/model';
import { newAssessmentFix, wholeScope } from '../newAssessment';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { inDays, quoted } from '../wording';

interface Values {
  readonly assessment: string;
  readonly days: number;
}

export const stale = defineRule<Values, { days: number }>({
  name: 'assessment/stale',
  severity: 'info',
  options: { days: 180 },
  summary: { en: 'The newest assessment is from the last six months.', fr: 'Le dernier état des lieux date de moins de six mois.' },
  why: {
    en: 'People come and go, and what they say of their work changes. Decisions that rest on an old picture answer an old question.',
    fr: 'On arrive, on part, et ce qu’on dit de son travail change. Décider d’après un vieux tableau, c’est répondre à une vieille question.',
  },
  examples: {
    bad: `team web "Web"

assessment autumn "Autumn review" on 2025-10-01 {
  scope web
}
`,
    good: `team web "Web"

assessment autumn "Autumn review" on 2025-10-01 {
  scope web
}

assessment spring "Spring review" on 2026-04-02 {
  scope web
}
`,
  },
  message: {
    en: ({ assessment, days }) => `the newest assessment, ${quoted('en', assessment)}, is ${inDays('en', days)} old`,
    fr: ({ assessment, days }) => `le dernier état des lieux, ${quoted('fr', assessment)}, date de ${inDays('fr', days)}`,
  },
  check(model, report, { days: limit }) {
    const newest = newestOf(model);
    if (newest?.on == null) return;
    const days = model.today - newest.on;
    if (days <= limit) return;
    report({ at: atName(newest), subjects: [newest.id], evidence: { days }, values: { assessment: newest.label, days } });
  },
  fixes(found, model, language) {
    const assessment = subject(model, found, 'assessment');
    const scope = assessment && assessment.scope.length > 0 ? assessment.scope : wholeScope(model);
    const fix = assessment && newAssessmentFix(model, scope, assessment, language);
    return fix ? [fix] : [];
  },
});

/** The first declared of those with the latest date; none while the date of one is not known. */
function newestOf({ assessments }: Model): Assessment | undefined {
  if (assessments.some(({ on }) => on === null)) return undefined;
  const latest = Math.max(...assessments.map(({ on }) => on ?? 0));
  return assessments.find(({ on }) => on === latest);
}
