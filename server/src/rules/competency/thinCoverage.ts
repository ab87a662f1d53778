import { holders } from '../../model/coverage';
import type { Competency, Model } from '../../model/model';
import { bestFirst, mostOffered } from '../assigning';
import { isHalfTyped } from '../halfTyped';
import { learners, trainingFix } from '../learning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { idsOf, subject } from '../subjects';
import { nearestHolders } from '../trade';
import { levelName, plural } from '../wording';

interface Values {
  readonly competency: string;
  readonly level: string;
  readonly holders: number;
  readonly target: number;
}

export const thinCoverage = defineRule<Values, { holders: number }>({
  name: 'competency/thin-coverage',
  severity: 'info',
  options: { holders: 2 },
  summary: {
    en: 'Every competency has as many holders as were asked for.',
    fr: 'Chaque compétence est maîtrisée par autant de personnes qu’il en faut.',
  },
  why: {
    en: 'The project has said how many people it needs for this. With fewer, holidays and peaks fall on those who are left.',
    fr: 'Le projet a dit combien de personnes il lui faut. À moins, congés et pics d’activité retombent sur celles qui restent.',
  },
  examples: {
    bad: `competency user-research "User research" { holders 3 at proficient }

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research proficient }
member chloe "Chloé Lam" { has user-research competent }
`,
    good: `competency user-research "User research" { holders 2 at proficient }

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research proficient }
member chloe "Chloé Lam" { has user-research competent }
`,
  },
  message: {
    en: ({ competency, level, holders: count, target }) =>
      `${count === 0 ? 'nobody holds' : `${plural('en', count, 'person holds', 'people hold')}`} ${competency} at ${level}, where ${target} ${target === 1 ? 'is' : 'are'} asked for`,
    fr: ({ competency, level, holders: count, target }) =>
      `${count === 0 ? 'personne ne maîtrise' : plural('fr', count, 'personne maîtrise', 'personnes maîtrisent')} ${competency} au niveau ${level} ; il en faut ${target}`,
  },
  check(model, report, { holders: usual }, spoken) {
    const single = new Set(spoken('competency/single-holder').map(({ subjects: [competency] }) => competency));
    const undoable = new Set(spoken('competency/undoable').map(({ subjects: [, competency] }) => competency));
    for (const competency of model.competencies) {
      const target = targetOf(model, competency, usual);
      if (!target || single.has(competency.id) || undoable.has(competency.id)) continue;
      if (competency.unresolved.has('holders') || isHalfTyped(model, competency)) continue;
      const found = holders(model, competency, target.level);
      if (found.length >= target.count) continue;
      report({
        at: atName(competency),
        subjects: [competency.id, ...idsOf(found)],
        evidence: { level: target.level, holders: found.length, target: target.count },
        values: { competency: competency.label, level: levelName(model.scale, target.level), holders: found.length, target: target.count },
        related: found.map((holder) => ({ at: atName(holder), message: { en: 'holds it', fr: 'maîtrise cette compétence' } })),
      });
    }
  },
  fixes(found, model, language) {
    const competency = subject(model, found, 'competency');
    const level = Number(found.evidence.level);
    if (!competency) return [];
    const [teacher = null] = nearestHolders(model, competency).filter((person) => person.kind === 'member');
    const offered = learners(model, competency, level, teacher).slice(0, mostOffered);
    return bestFirst(
      offered.map((learner) =>
        trainingFix(model, { rule: 'competency/thin-coverage', competency, learner, teacher, near: competency }, language),
      ),
    );
  },
});

function targetOf(
  { scale }: Model,
  { holders: asked, critical }: Competency,
  usual: number,
): { readonly count: number; readonly level: number } | null {
  return asked ?? (critical ? { count: usual, level: scale.autonomous } : null);
}
