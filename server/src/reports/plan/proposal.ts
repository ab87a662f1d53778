import { modelOf } from '../../model/build';
import { presentMembers } from '../../model/coverage';
import { edited } from '../../model/edited';
import type { Model } from '../../model/model';
import { loadOf } from '../../model/workload';
import { editsOf, type Plan } from '../../planning/plan';
import type { Effect } from '../../rules/effect';
import { compareNames } from '../../rules/subjects';
import type { ReportInput } from '../report';

/** What the planner proposes for a model, and what that does to its findings. */
export interface Proposal {
  readonly plan: Plan;
  readonly effect: Effect;
}

/** @throws RangeError where nobody has made a plan. */
export function proposalOf({ proposal }: ReportInput): Proposal {
  if (!proposal) throw new RangeError('The report on the plan needs one.');
  return proposal;
}

/** The days of one present member today, and as proposed. */
export interface MemberPlanned {
  readonly name: string;
  /** In the period; null where nothing limits. */
  readonly available: number | null;
  readonly before: number;
  readonly after: number;
}

/** By name; those whose days the plan changes. */
export function membersPlanned(model: Model, { tasks }: Plan): readonly MemberPlanned[] {
  const planned = modelOf(edited(model.snapshot, editsOf(model, tasks)), model.today);
  const after = new Map(presentMembers(planned).map((member) => [member.id, loadOf(planned, member).assigned]));
  return [...presentMembers(model)]
    .sort(compareNames)
    .map((member) => {
      const { available, assigned } = loadOf(model, member);
      return { name: member.id, available, before: assigned, after: after.get(member.id) ?? assigned };
    })
    .filter(({ before, after: then }) => Math.abs(before - then) > 0.0005);
}
