import type { Intervention, Model } from '../../model/model';
import type { InterventionStatus } from '../../syntax/vocabulary';
import type { Missing } from '../evidence/plan';
import { byName, dateOrNull, idsInOrder, textOf } from '../texts';
import type { ReviewedFinding } from './findings';

/** Step 4, what was chosen: one intervention. Texts are Markdown. */
export interface InterventionReviewed {
  readonly name: string;
  readonly about: string | null;
  readonly technique: string | null;
  /** What it names as its gap: rules, pitfalls. */
  readonly rules: readonly string[];
  readonly pitfalls: readonly string[];
  /** The numbers of the findings that it answers. */
  readonly findings: readonly number[];
  readonly involves: readonly string[];
  readonly owner: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly measure: string | null;
  readonly status: InterventionStatus;
  /** Is its time up while it is not done? */
  readonly lapsed: boolean;
  /** What keeps it from being followed up; never of one that is done. */
  readonly missing: readonly Missing[];
}

export function interventionsReviewed(model: Model, findings: readonly ReviewedFinding[]): readonly InterventionReviewed[] {
  return model.interventions
    .map((intervention) => {
      const { id, technique, rules, pitfalls, involves, owner, from, to, measure, status } = intervention;
      return {
        name: id,
        about: textOf(intervention, 'about'),
        technique: typeof technique === 'string' ? `technique:${technique}` : (technique?.id ?? null),
        rules,
        pitfalls: idsInOrder(pitfalls),
        findings: findings
          .filter(({ answeredBy }) => answeredBy === id)
          .map(({ number }) => number)
          .sort((a, b) => a - b),
        involves: idsInOrder(involves),
        owner: owner?.id ?? null,
        from: dateOrNull(from),
        to: dateOrNull(to),
        measure,
        status,
        lapsed: status !== 'done' && to !== null && to < model.today,
        missing: missingOf(intervention),
      };
    })
    .sort(byName);
}

function missingOf({ status, owner, to, measure, unresolved }: Intervention): readonly Missing[] {
  if (status === 'done') return [];
  const present = { owner, to, measure };
  return (['owner', 'to', 'measure'] as const).filter((word) => present[word] === null && !unresolved.has(word));
}
