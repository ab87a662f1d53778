import { addProperties } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { propertyOf } from '../../syntax/tree';
import { wholeScope } from '../newAssessment';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly assessment: string;
}

export const withoutScope = defineRule<Values>({
  name: 'assessment/without-scope',
  severity: 'info',
  options: {},
  summary: { en: 'Every assessment says whom it is about.', fr: 'Tout état des lieux dit sur qui il porte.' },
  why: {
    en: 'Without a scope nobody can tell whether everyone concerned was heard, nor whom its strengths and pitfalls stand for.',
    fr: 'Sans périmètre, nul ne sait si tous les intéressés ont été entendus, ni pour qui valent ses points forts et ses écueils.',
  },
  examples: {
    bad: `team web "Web"

assessment spring "Spring review" on 2026-04-02
`,
    good: `team web "Web"

assessment spring "Spring review" on 2026-04-02 {
  scope web
}
`,
  },
  message: {
    en: ({ assessment }) => `${quoted('en', assessment)} does not say whom it is about`,
    fr: ({ assessment }) => `${quoted('fr', assessment)} : l’état des lieux ne dit pas sur qui il porte`,
  },
  check(model, report) {
    for (const assessment of model.assessments) {
      if (propertyOf(assessment.node, 'scope')) continue;
      report({ at: atName(assessment), subjects: [assessment.id], evidence: {}, values: { assessment: assessment.label } });
    }
  },
  fixes(found, model) {
    const assessment = subject(model, found, 'assessment');
    const file = assessment && model.snapshot.files.get(assessment.file);
    const names = wholeScope(model)
      .map((party) => referenceTo(model, party, { kind: 'assessment', word: 'scope' }))
      .filter((name) => name !== null);
    if (!assessment || !file || names.length === 0) return [];
    const title =
      model.teams.length > 0
        ? { en: 'Make it about all teams', fr: 'L’étendre à toutes les équipes' }
        : { en: 'Make it about all members', fr: 'L’étendre à tous les membres' };
    const edits = addProperties(file, assessment.node, [{ word: 'scope', text: `scope ${names.join(', ')}` }]);
    return [{ title, preferred: true, edits }];
  },
});
