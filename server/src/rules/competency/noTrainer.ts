import { heldLevel, holders } from '../../model/coverage';
import { bestFirst, mostOffered } from '../assigning';
import { trainTheTrainerFix } from '../learning';
import { atName } from '../place';
import { defineRule, type Evidence, type Found } from '../rule';
import { subject } from '../subjects';
import { nearestHolders } from '../trade';
import { levelName } from '../wording';

interface Values {
  readonly competency: string;
  readonly trains: string;
  readonly best: string;
}

export const noTrainer = defineRule<Values>({
  name: 'competency/no-trainer',
  severity: 'info',
  options: {},
  summary: {
    en: 'Where a competency needs more holders, somebody can train them.',
    fr: 'Quand une compétence est à renforcer, quelqu’un peut y former les autres.',
  },
  why: {
    en: 'A gap can be closed from within only where somebody knows enough to teach. Here that person has to be trained first, or found outside.',
    fr: 'On ne comble un manque de l’intérieur que si quelqu’un en sait assez pour l’enseigner. Ici, il faut d’abord former cette personne, ou la trouver ailleurs.',
  },
  examples: {
    bad: `competency user-research "User research" { critical }

member anna "Anna Morel" { has user-research competent }
`,
    good: `competency user-research "User research" { critical }

member anna "Anna Morel" { has user-research proficient }
`,
  },
  message: {
    en: ({ competency, trains, best }) =>
      `no member can train others in ${competency}: that takes ${trains}, and the highest level held is ${best}`,
    fr: ({ competency, trains, best }) =>
      `aucun membre ne peut former à ${competency} : il y faut le niveau ${trains}, et le plus haut est ${best}`,
  },
  check(model, report, _, spoken) {
    const short = new Set([
      ...spoken('competency/single-holder').map(({ subjects: [competency] }) => competency),
      ...spoken('competency/thin-coverage').map(({ subjects: [competency] }) => competency),
      ...spoken('competency/undoable').map(({ subjects: [, competency] }) => competency),
      ...spoken('competency/under-qualified').flatMap(uncoveredBy),
    ]);
    const { trains } = model.scale;
    for (const competency of model.competencies) {
      if (!short.has(competency.id)) continue;
      const best = Math.max(0, ...holders(model, competency, 1).map((member) => heldLevel(member, competency)));
      if (best === 0 || best >= trains) continue;
      report({
        at: atName(competency),
        subjects: [competency.id],
        evidence: { trains, best },
        values: { competency: competency.label, trains: levelName(model.scale, trains), best: levelName(model.scale, best) },
      });
    }
  },
  fixes(found, model, language) {
    const competency = subject(model, found, 'competency');
    if (!competency) return [];
    const members = nearestHolders(model, competency).filter((person) => person.kind === 'member');
    return bestFirst(members.slice(0, mostOffered).map((trainer) => trainTheTrainerFix(model, competency, trainer, language)));
  },
});

/** The competencies that a finding of competency/under-qualified lists. */
function uncoveredBy({ evidence }: Found<unknown>): readonly string[] {
  const requirements = (evidence.requirements ?? []) as readonly Evidence[];
  return requirements.map(({ competency }) => `competency:${competency}`);
}
