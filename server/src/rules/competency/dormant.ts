import { presentMembers } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Model } from '../../model/model';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareText } from '../subjects';
import { levelName, listed } from '../wording';

interface Values {
  readonly member: string;
  readonly competencies: readonly string[];
}

export const dormant = defineRule<Values>({
  name: 'competency/dormant',
  severity: 'hint',
  options: {},
  summary: { en: 'What somebody holds, some task requires.', fr: 'Toute compétence maîtrisée est exigée par une tâche.' },
  why: {
    en: 'A competency that no task requires fades, and so may the wish to stay. Often it would serve a need that nobody has put in these terms.',
    fr: 'Une compétence qu’aucune tâche n’exige s’émousse, et avec elle parfois l’envie de rester. Souvent elle répondrait à un besoin que personne n’a formulé ainsi.',
  },
  examples: {
    bad: `competency facilitation "Facilitation"

member anna "Anna Morel" { has facilitation expert }
`,
    good: `competency facilitation "Facilitation"

member anna "Anna Morel" { has facilitation expert }

task workshop "Kick-off workshop" {
  requires facilitation competent
  assigned anna
}
`,
  },
  message: {
    en: ({ member, competencies }) => `no task requires what ${member} holds: ${listed('en', competencies)}`,
    fr: ({ member, competencies }) => `aucune tâche n’exige ce que maîtrise ${member} : ${listed('fr', competencies)}`,
  },
  check(model, report) {
    const required = requiredByAny(model);
    for (const member of presentMembers(model)) {
      const unused = member.has
        .filter(
          ({ competency, level }) =>
            level >= model.scale.autonomous && ![competency, ...competency.broader].some((each) => required.has(each)),
        )
        .sort((a, b) => compareText(a.competency.name, b.competency.name));
      if (unused.length === 0) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { competencies: unused.map(({ competency, level }) => ({ competency: competency.name, held: level })) },
        values: {
          member: member.label,
          competencies: unused.map(({ competency, level }) => `${competency.label} (${levelName(model.scale, level)})`),
        },
      });
    }
  },
});

/** The competencies that some task requires, done ones included. */
const requiredByAny = memo(
  (model: Model): ReadonlySet<Competency> =>
    new Set(model.tasks.flatMap(({ requirements }) => requirements.map(({ competency }) => competency))),
);
