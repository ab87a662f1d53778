import { presentMembers } from '../../model/coverage';
import type { Model } from '../../model/model';
import { newAssessmentFix, wholeScope } from '../newAssessment';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subjectsOf } from '../subjects';
import { plural } from '../wording';

interface Values {
  readonly members: number;
}

export const missing = defineRule<Values, { people: number }>({
  name: 'assessment/missing',
  severity: 'info',
  options: { people: 3 },
  summary: { en: 'A team has an assessment.', fr: 'Une équipe a fait son état des lieux.' },
  why: {
    en: 'Figures show who is linked to whom and who can do what. What works and what does not, only the people concerned can say; without an assessment nobody has asked them.',
    fr: 'Les chiffres disent qui est relié à qui et qui sait faire quoi. Ce qui marche et ce qui ne marche pas, seuls les intéressés peuvent le dire ; sans état des lieux, personne ne le leur a demandé.',
  },
  examples: {
    bad: `team web "Web"

member anna "Anna Morel" { team web }
member bob "Bob Okafor" { team web }
member chloe "Chloé Lam" { team web }
`,
    good: `team web "Web"

member anna "Anna Morel" { team web }
member bob "Bob Okafor" { team web }
member chloe "Chloé Lam" { team web }

assessment spring "Spring review" on 2026-04-02 {
  scope web
}
`,
  },
  message: {
    en: ({ members }) => `no assessment says how these ${plural('en', members, 'person', 'people')} work together`,
    fr: ({ members }) => `aucun état des lieux ne dit comment ces ${plural('fr', members, 'personne', 'personnes')} travaillent ensemble`,
  },
  check(model, report, { people }) {
    const members = presentMembers(model);
    const at = model.teams[0] ?? members[0];
    if (!at || members.length < people || isAssessed(model)) return;
    report({ at: atName(at), subjects: [at.id], evidence: { members: members.length }, values: { members: members.length } });
  },
  fixes(found, model, language) {
    const [near] = subjectsOf(model, found);
    const fix = near && newAssessmentFix(model, wholeScope(model), near, language);
    return fix ? [fix] : [];
  },
});

/** One that is being typed counts. */
function isAssessed({ assessments, snapshot }: Model): boolean {
  if (assessments.length > 0) return true;
  return [...snapshot.files.values()].some(({ tree }) => tree.declarations.some(({ kind }) => kind === 'assessment'));
}
