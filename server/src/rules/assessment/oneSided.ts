import { nestedIn } from '../../syntax/tree';
import { atName } from '../place';
import { defineRule } from '../rule';
import { quoted } from '../wording';

interface Values {
  readonly assessment: string;
  readonly only: 'strengths' | 'pitfalls';
}

export const oneSided = defineRule<Values>({
  name: 'assessment/one-sided',
  severity: 'hint',
  options: {},
  summary: { en: 'An assessment names strengths and pitfalls.', fr: 'Un état des lieux relève des points forts et des écueils.' },
  why: {
    en: 'Pitfalls alone discourage, and leave unsaid what to build on; strengths alone leave nothing to do.',
    fr: 'Des écueils seuls découragent et ne disent pas sur quoi bâtir ; des points forts seuls ne laissent rien à faire.',
  },
  source:
    'Cooperrider, D. & Srivastva, S. (1987). Appreciative inquiry in organizational life. Research in Organizational Change and Development 1',
  examples: {
    bad: `assessment spring "Spring review" on 2026-04-02 {
  pitfall late-research "Developers meet research at the end"
}
`,
    good: `assessment spring "Spring review" on 2026-04-02 {
  strength critique "Critique culture"
  pitfall late-research "Developers meet research at the end"
}
`,
  },
  message: {
    en: ({ assessment, only }) =>
      only === 'pitfalls'
        ? `${quoted('en', assessment)} names pitfalls but no strength`
        : `${quoted('en', assessment)} names strengths but no pitfall`,
    fr: ({ assessment, only }) =>
      only === 'pitfalls'
        ? `${quoted('fr', assessment)} relève des écueils, mais aucun point fort`
        : `${quoted('fr', assessment)} relève des points forts, mais aucun écueil`,
  },
  check(model, report) {
    for (const assessment of model.assessments) {
      const kinds = new Set(nestedIn(assessment.node).map(({ kind }) => kind));
      if (kinds.has('strength') === kinds.has('pitfall')) continue;
      report({
        at: atName(assessment),
        subjects: [assessment.id],
        evidence: {},
        values: { assessment: assessment.label, only: kinds.has('pitfall') ? 'pitfalls' : 'strengths' },
      });
    }
  },
});
