import { presentMembers } from '../../model/coverage';
import { inDegrees } from '../../model/network';
import { atName } from '../place';
import { defineRule } from '../rule';
import { figure } from '../wording';

interface Values {
  readonly member: string;
  readonly inDegree: number;
  readonly mean: number;
}

export const overloadedHub = defineRule<Values, { people: number; deviations: number }>({
  name: 'network/overloaded-hub',
  severity: 'warning',
  options: { people: 8, deviations: 2 },
  summary: { en: 'Nobody is called on far more than the others.', fr: 'Personne n’est sollicité bien plus que les autres.' },
  why: {
    en: 'The person everyone turns to answers questions all day, does their own work in the evening, and becomes the place where decisions wait.',
    fr: 'La personne que tout le monde sollicite répond le jour, fait son propre travail le soir, et les décisions finissent par l’attendre.',
  },
  source: 'Cross, R., Rebele, R. & Grant, A. (2016). Collaborative overload. Harvard Business Review 94(1)',
  examples: {
    bad: `member hub "Anna Morel"
member b
member c
member d
member e
member f
member g
member h

link b -> hub
link c -> hub
link d -> hub
link e -> hub
link f -> hub
link g -> hub
link h -> hub
link hub -> b
`,
    good: `member a "Anna Morel"
member b
member c
member d
member e
member f
member g
member h

link b -> a
link c -> a
link d -> b
link e -> b
link f -> c
link g -> d
link h -> e
link a -> f
`,
  },
  message: {
    en: ({ member, inDegree, mean }) => `${inDegree} people turn to ${member}, against an average of ${figure('en', mean)}`,
    fr: ({ member, inDegree, mean }) => `${inDegree} personnes sollicitent ${member}, contre ${figure('fr', mean)} en moyenne`,
  },
  check(model, report, { people, deviations }) {
    const degrees = inDegrees(model);
    const count = presentMembers(model).length;
    if (count < people) return;
    const mean = [...degrees.values()].reduce((sum, degree) => sum + degree, 0) / count;
    const variance = [...degrees.values()].reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / count;
    const limit = mean + deviations * Math.sqrt(variance);
    for (const [member, inDegree] of degrees) {
      if (inDegree <= limit + 1e-9) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { inDegree, limit },
        values: { member: member.label, inDegree, mean },
      });
    }
  },
});
