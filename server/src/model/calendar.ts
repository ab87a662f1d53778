/** A day, counted from 1970-01-01 (day 0, a Thursday). */
export type Day = number;

/** Both days included; `from` is never after `to`. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const millisecondsPerDay = 86_400_000;
/** After which the Gregorian calendar repeats itself. */
const daysIn400Years = 146_097;

/** The day of a date `YYYY-MM-DD`; null where the calendar has no such date. */
export function dayOf(date: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(month, year)) return null;
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return Date.UTC(year + 400, month - 1, day) / millisecondsPerDay - daysIn400Years;
}

/** The date of a day, `YYYY-MM-DD`. */
export function dateOf(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The date that comes nearest to one of the form `YYYY-MM-DD` that the calendar may not have: 2026-02-28 for 2026-02-31. */
export function nearestDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const inYear = Math.min(Math.max(month, 1), 12);
  const inMonth = Math.min(Math.max(day, 1), lengthOf(inYear, year));
  return [date.slice(0, 4), ...[inYear, inMonth].map((part) => String(part).padStart(2, '0'))].join('-');
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

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
