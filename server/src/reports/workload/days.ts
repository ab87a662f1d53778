import { dateOf } from '../../model/calendar';
import { presentMembers } from '../../model/coverage';
import type { Member, Model } from '../../model/model';
import { loadOf } from '../../model/workload';
import { compareNames } from '../../rules/subjects';

/** Who has how much: `collab report workload --format json`. The members are those who are here, sorted by name. */
export interface Workload {
  readonly version: 1;
  /** Null without one: then only absolute capacities limit anything. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly members: readonly MemberInWorkload[];
}

export interface MemberInWorkload {
  readonly name: string;
  /** Over the period; null where nothing limits. */
  readonly availableDays: number | null;
  /** Days of open tasks that count in the period. */
  readonly assignedDays: number;
  /** assigned ÷ available, 0 where nothing is assigned; null where nothing limits, or no day is available for what is assigned. */
  readonly load: number | null;
  /** Every week of the period, in order; none without a period or with an absolute capacity. */
  readonly weeks: readonly WeekInWorkload[];
}

export interface WeekInWorkload {
  readonly monday: string;
  readonly available: number;
  /** Days of dated tasks that fall in the week. */
  readonly assigned: number;
}

/** The workload of a model as the JSON format gives it, figures not yet rounded. */
export function workloadOf(model: Model): Workload {
  return {
    version: 1,
    period: model.period && { from: dateOf(model.period.from), to: dateOf(model.period.to) },
    members: [...presentMembers(model)].sort(compareNames).map((member) => memberOf(model, member)),
  };
}

function memberOf(model: Model, member: Member): MemberInWorkload {
  const { available, assigned, load, weeks } = loadOf(model, member);
  return {
    name: member.id,
    availableDays: available,
    assignedDays: assigned,
    load: load !== null && Number.isFinite(load) ? load : null,
    weeks: weeks.map((week) => ({ monday: dateOf(week.monday), available: week.available, assigned: week.assigned })),
  };
}
