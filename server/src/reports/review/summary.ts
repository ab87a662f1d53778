import { type Group, groups, type Severity, severities } from '../../rules/rule';
import { groupOf } from '../basis/findings';
import type { ReviewedFinding } from './findings';
import type { InterventionReviewed } from './interventions';

/** What the client meeting starts from. */
export interface Summary {
  readonly counts: Counts;
  /** How many of all findings an intervention in time answers. */
  readonly answered: number;
  /** The steps, in the order of the review. */
  readonly steps: readonly ({ readonly group: Group } & Counts)[];
  /**
   * Numbers of the gravest findings about the collaboration, those that nothing answers first; at most five.
   * Of equals, the first of each group stands before the second of any, so that no step hides another.
   */
  readonly risks: readonly number[];
  readonly actions: {
    /** Interventions planned or active, in time. */
    readonly underWay: readonly string[];
    /** Numbers of those risks that nothing answers yet. */
    readonly toDecide: readonly number[];
  };
}

export type Counts = Readonly<Record<Severity, number>>;

const mostRisks = 5;

export function summaryOf(findings: readonly ReviewedFinding[], interventions: readonly InterventionReviewed[]): Summary {
  const risks = risksAmong(findings).slice(0, mostRisks);
  return {
    counts: countsOf(findings),
    answered: findings.filter(({ answer }) => answer === 'answered').length,
    steps: groups.map((group) => ({ group, ...countsOf(findings.filter(({ rule }) => groupOf(rule) === group)) })),
    risks: risks.map(({ number }) => number),
    actions: {
      underWay: interventions.filter(({ status, lapsed }) => status !== 'done' && !lapsed).map(({ name }) => name),
      toDecide: risks.filter(({ answer }) => answer !== 'answered').map(({ number }) => number),
    },
  };
}

function countsOf(findings: readonly ReviewedFinding[]): Counts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') };
}

function risksAmong(findings: readonly ReviewedFinding[]): readonly ReviewedFinding[] {
  const grave = findings
    .filter(({ rule, severity }) => groupOf(rule) !== 'model' && (severity === 'error' || severity === 'warning'))
    .sort((a, b) => gravity(a) - gravity(b) || a.number - b.number);
  const before = new Map<string, number>();
  const turns = new Map<ReviewedFinding, number>();
  for (const finding of grave) {
    const equals = `${gravity(finding)} ${groupOf(finding.rule)}`;
    turns.set(finding, before.get(equals) ?? 0);
    before.set(equals, (before.get(equals) ?? 0) + 1);
  }
  return grave.sort((a, b) => gravity(a) - gravity(b) || (turns.get(a) ?? 0) - (turns.get(b) ?? 0) || a.number - b.number);
}

/** Lower is graver; what an intervention answers comes after its equals. */
function gravity({ severity, answer }: ReviewedFinding): number {
  return severities.indexOf(severity) * 2 + (answer === 'answered' ? 1 : 0);
}
