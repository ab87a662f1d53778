import { dateOf } from '../model/calendar';
import { presentMembers } from '../model/coverage';
import type { Member, Model } from '../model/model';
import { isOverloaded, loadOf } from '../model/workload';
import { oneLine } from './branch';

/** Who has how much, in the period: present members in project order. */
export interface WorkloadShown {
  /** `YYYY-MM-DD`; null without a period. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The Mondays of the weeks of the period. */
  readonly weeks: readonly string[];
  readonly members: readonly LoadShown[];
}

export interface LoadShown {
  readonly id: string;
  readonly label: string;
  /** In days; null where nothing limits. */
  readonly available: number | null;
  readonly assigned: number;
  /** assigned ÷ available; null where nothing limits, or no day is available for what is assigned. */
  readonly load: number | null;
  readonly isOverloaded: boolean;
  readonly tasks: readonly { readonly id: string; readonly label: string; readonly days: number }[];
  /** Aligned with the weeks of the period; none with an absolute capacity. */
  readonly weeks: readonly { readonly available: number; readonly assigned: number; readonly isOverloaded: boolean }[];
}

export function workloadShown(model: Model): WorkloadShown {
  const members = presentMembers(model);
  const withWeeks = members.find((member) => loadOf(model, member).weeks.length > 0);
  return {
    period: model.period && { from: dateOf(model.period.from), to: dateOf(model.period.to) },
    weeks: withWeeks ? loadOf(model, withWeeks).weeks.map(({ monday }) => dateOf(monday)) : [],
    members: members.map((member) => loadShown(model, member)),
  };
}

function loadShown(model: Model, member: Member): LoadShown {
  const { available, assigned, load, weeks, tasks } = loadOf(model, member);
  return {
    id: member.id,
    label: oneLine(member.label),
    available: available === null ? null : rounded(available),
    assigned: rounded(assigned),
    load: load !== null && Number.isFinite(load) ? Math.round(load * 1000) / 1000 : null,
    isOverloaded: available !== null && assigned - available > 1e-9,
    tasks: tasks.map(({ task, days }) => ({ id: task.id, label: oneLine(task.label), days: rounded(days) })),
    weeks: weeks.map((week) => ({
      available: rounded(week.available),
      assigned: rounded(week.assigned),
      isOverloaded: isOverloaded(week),
    })),
  };
}

/** To a hundredth of a day. */
function rounded(days: number): number {
  return Math.round(days * 100) / 100;
}
