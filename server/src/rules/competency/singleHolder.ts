import { holders, levelOf, openTasksRequiring } from '../../model/coverage';
import { isHalfTyped } from '../halfTyped';
import { learners, transferFix } from '../learning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { idsOf, subject } from '../subjects';
import { levelName } from '../wording';

interface Values {
  readonly competency: string;
  readonly level: string;
  readonly holder: string;
}

/** How many learners a transfer is offered to. */
const mostOffered = 3;

export const singleHolder = defineRule<Values>({
  name: 'competency/single-holder',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Every competency that is needed has more than one holder.',
    fr: 'Toute compétence nécessaire est maîtrisée par plus d’une personne.',
  },
  why: {
    en: 'What one person alone can do stops when they are away, cannot be reviewed by anybody, and makes holidays and departures a risk for the client.',
    fr: 'Ce qu’une seule personne sait faire s’arrête en son absence, ne peut être relu par personne, et fait de chaque congé ou départ un risque pour le client.',
  },
  examples: {
    bad: `competency user-research "User research" { critical }

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research beginner }
`,
    good: `competency user-research "User research" { critical }

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research competent }
`,
  },
  message: {
    en: ({ competency, level, holder }) => `${holder} is the only one who holds ${competency} at ${level}`,
    fr: ({ competency, level, holder }) => `${holder} est la seule personne à maîtriser ${competency} au niveau ${level}`,
  },
  check(model, report) {
    for (const competency of model.competencies) {
      const tasks = openTasksRequiring(model, competency);
      if ((tasks.length === 0 && !competency.critical) || isHalfTyped(model, competency)) continue;
      const level = levelOf(model, competency);
      const [holder, ...others] = holders(model, competency, level);
      if (!holder || others.length > 0) continue;
      report({
        at: atName(competency),
        subjects: [competency.id, holder.id],
        evidence: { level, tasks: idsOf(tasks), critical: competency.critical },
        values: { competency: competency.label, level: levelName(model.scale, level), holder: holder.label },
        related: [{ at: atName(holder), message: { en: 'the only holder', fr: 'la seule personne qui la maîtrise' } }],
      });
    }
  },
  fixes(found, model, language) {
    const competency = subject(model, found, 'competency');
    const holder = subject(model, found, 'member');
    if (!competency || !holder) return [];
    const offered = learners(model, competency, levelOf(model, competency), holder).slice(0, mostOffered);
    const fixes = offered.map((learner) =>
      transferFix(model, { rule: 'competency/single-holder', competency, holder, learner, near: competency }, language),
    );
    return fixes.filter((fix) => fix !== null).map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
});
