import { type Day, type DayRange, mondayOf, overlap, workingDays } from './calendar';
import { tasksAssignedTo } from './coverage';
import { memo } from './memo';
import type { Member, Model, Person, Task } from './model';

/** What a member has to do in the period, and what they have days for (docs/language.md §5). */
export interface Load {
  /** Days; null where nothing limits: without a period only an absolute capacity does. */
  readonly available: number | null;
  /** Days of open tasks that count in the period. */
  readonly assigned: number;
  /** assigned ÷ available; 0 where nothing is assigned, Infinity without an available day, null where nothing limits what is assigned. */
  readonly load: number | null;
  /** Every week of the period, in order; none without a period or with an absolute capacity. */
  readonly weeks: readonly Week[];
  /** The open tasks that count in it, most days first, then by name. */
  readonly tasks: readonly TaskDays[];
}

/** Monday to Sunday, cut by the period. */
export interface Week {
  readonly monday: Day;
  readonly available: number;
  /** Days of dated tasks that fall in the week. */
  readonly assigned: number;
}

export interface TaskDays {
  readonly task: Task;
  readonly days: number;
}

/** The workload of `member` in the period. */
export function loadOf(model: Model, member: Member): Load {
  return loads(model)(member);
}

/** Days of effort of `task` that count in the period: 0 for a done task, or one without an effort. */
export function effortInPeriod(model: Model, task: Task): number {
  if (!task.open || task.effort === null) return 0;
  const spread = spreadOf(task);
  if (!spread || !model.period) return task.effort;
  return task.effort * (workingDaysShared(spread, model.period) / workingDays(spread));
}

/** The part of its effort that each assignee has, 0…1, in the order of `task.assignees`; of a task as it is, or as it may be. */
export function shares(task: { readonly assignees: readonly { readonly percent: number | null }[] }): readonly number[] {
  const stated = task.assignees.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  const unstated = task.assignees.filter(({ percent }) => percent === null).length;
  const rest = Math.max(0, 100 - stated) / unstated;
  return task.assignees.map(({ percent }) => (percent ?? rest) / 100);
}

/** Working days of `person` in `range` that are left without the days away and, of a member, before `from` and after `until`; capacity is not applied. */
export function workingDaysLeft(person: Person, range: DayRange): number {
  const { from, until } = person.kind === 'member' ? person : { from: null, until: null };
  if (from === null && until === null && person.away.length === 0) return workingDays(range);
  const employed = overlap(range, { from: from ?? range.from, to: until ?? range.to });
  if (!employed) return 0;
  let left = workingDays(employed);
  let counted = employed.from;
  for (const away of person.away) {
    const days = overlap({ from: Math.max(away.from, counted), to: away.to }, employed);
    if (!days) continue;
    left -= workingDays(days);
    counted = days.to + 1;
  }
  return left;
}

/** Is more of dated tasks in `week` than days available (by more than 0.001)? */
export function isOverloaded(week: Week): boolean {
  return week.assigned - week.available > 0.001;
}

const loads = memo((model: Model) => memo((member: Member) => computeLoad(model, member)));

function computeLoad(model: Model, member: Member): Load {
  const mine = assignmentsOf(model, member);
  const tasks = mine
    .map(({ task, share }): TaskDays => ({ task, days: effortInPeriod(model, task) * share }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || (a.task.name < b.task.name ? -1 : 1));
  const assigned = tasks.reduce((sum, { days }) => sum + days, 0);
  const available = availableDays(model, member);
  const load = assigned === 0 ? 0 : available === null ? null : available === 0 ? Number.POSITIVE_INFINITY : assigned / available;
  let weeks: readonly Week[] | undefined;
  return {
    available,
    assigned,
    load,
    tasks,
    // Most who ask for a load do not ask for its weeks.
    get weeks() {
      weeks ??= weeksOf(model, member, mine);
      return weeks;
    },
  };
}

function availableDays({ period }: Model, member: Member): number | null {
  if ('days' in member.capacity) return member.capacity.days;
  return period && member.capacity.share * workingDaysLeft(member, period);
}

function weeksOf(model: Model, member: Member, mine: readonly Assignment[]): readonly Week[] {
  if ('days' in member.capacity) return [];
  const { share } = member.capacity;
  const dated = mine.flatMap(({ task, share: part }) => {
    const spread = spreadOf(task);
    return spread && task.effort !== null ? [{ spread, perDay: (task.effort * part) / workingDays(spread) }] : [];
  });
  const weeks = weekRanges(model);
  const assigned = new Float64Array(weeks.length);
  for (const { spread, perDay } of dated) {
    for (const [at, week] of weeks.entries()) {
      if (week.from > spread.to) break;
      if (week.to >= spread.from) assigned[at] = (assigned[at] ?? 0) + perDay * workingDaysShared(spread, week);
    }
  }
  return weeks.map((week, at) => ({
    monday: mondayOf(week.from),
    available: share * workingDaysLeft(member, week),
    assigned: assigned[at] ?? 0,
  }));
}

/** The weeks of the period, cut by it. */
const weekRanges = memo(({ period }: Model): readonly DayRange[] => {
  const ranges: DayRange[] = [];
  if (!period) return ranges;
  for (let monday = mondayOf(period.from); monday <= period.to; monday += 7) {
    ranges.push({ from: Math.max(monday, period.from), to: Math.min(monday + 6, period.to) });
  }
  return ranges;
});

/** The days that the effort of `task` spreads over; null where it counts whole and in no week. */
function spreadOf({ from, due }: Task): DayRange | null {
  if (from === null || due === null) return null;
  const range = { from, to: due };
  return workingDays(range) > 0 ? range : null;
}

function workingDaysShared(a: DayRange, b: DayRange): number {
  return a.from > b.to || b.from > a.to ? 0 : workingDays({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });
}

interface Assignment {
  readonly task: Task;
  readonly share: number;
}

function assignmentsOf(model: Model, member: Member): readonly Assignment[] {
  return tasksAssignedTo(model, member)
    .filter(({ open }) => open)
    .map((task) => ({ task, share: shares(task)[task.assignees.findIndex(({ person }) => person === member)] ?? 0 }));
}
