/** A day, counted from 1970-01-01 (day 0, a Thursday). */
export type Day = number;

/** Both days included; `from` is never after `to`. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const millisecondsPerDay = 86_400_000;

/** The day of a date `YYYY-MM-DD`; null where the calendar has no such date. */
export function dayOf(date: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null;
  return time.getTime() / millisecondsPerDay;
}

/** The date of a day, `YYYY-MM-DD`. */
export function dateOf(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The Monday of the week that holds `day`. */
export function mondayOf(day: Day): Day {
  return day - weekday(day);
}

/** How many days from Monday to Friday lie in `range`. */
export function workingDays(range: DayRange): number {
  return workingDaysBefore(range.to + 1) - workingDaysBefore(range.from);
}

/** What two ranges share; null where nothing. */
export function overlap(a: DayRange, b: DayRange): DayRange | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** 0 for Monday … 6 for Sunday. */
function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Working days from a fixed Monday up to, not including, `day`. */
function workingDaysBefore(day: Day): number {
  const monday = mondayOf(day);
  return ((monday + 3) / 7) * 5 + Math.min(weekday(day), 5);
}

/** The system's date, where the machine is. */
export function today(): Day {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / millisecondsPerDay;
}
