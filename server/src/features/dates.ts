import { type Day, type DayRange, dateOf, dayOf, mondayOf } from '../model/calendar';
import { names } from '../model/names';
import { rangeFrom } from '../model/reading';
import type { Snapshot } from '../model/snapshot';
import type { Language } from '../text/localised';
import type { DatesPart } from './context';

/** A date that is likely where one must stand, and what people call that day. */
export interface LikelyDate {
  readonly text: string;
  readonly title: string;
}

/** The dates that are likely at a place, the likeliest first: days to come from the nearest on, days gone by from the last one back. */
export function likelyDates(snapshot: Snapshot, { use, from }: DatesPart, today: Day, language: Language): readonly LikelyDate[] {
  const say = phrases[language];
  const start = (from === null ? null : dayOf(from)) ?? today;
  const period = periodOf(snapshot);
  const days = use === 'start' ? daysToStart(today, say) : use === 'end' ? daysToEnd(start, from !== null, say) : daysGoneBy(today, say);
  const bounds = boundsOf(period, say).filter(({ day }) => use === 'start' || (use === 'end' ? day >= start : day <= today));
  const direction = use === 'past' ? -1 : 1;
  const byDay = new Map([...days, ...bounds].map((named) => [named.day, named]));
  return [...byDay.values()]
    .sort((a, b) => direction * (a.day - b.day))
    .map(({ day, title }) => ({ text: dateOf(day), title: title(weekdays[language][day - mondayOf(day)] ?? '') }));
}

/** What people call a day: `Monday`. */
export function weekdayOf(day: Day, language: Language): string {
  return weekdays[language][day - mondayOf(day)] ?? '';
}

interface NamedDay {
  readonly day: Day;
  title(weekday: string): string;
}

type Phrases = (typeof phrases)[Language];

const startWeeks = [1, 2, 3, 4, 6, 8] as const;
const endWeeks = [0, 1, 2, 3, 4, 6, 8, 12] as const;
const pastWeeks = [0, 1, 2, 3, 4, 8] as const;
const friday = 4;

/** Today, and Mondays to come. */
function daysToStart(today: Day, say: Phrases): readonly NamedDay[] {
  const monday = mondayOf(today);
  return [...startWeeks.map((weeks) => ({ day: monday + 7 * weeks, title: say.mondayIn(weeks) })), { day: today, title: say.today }];
}

/** The Friday of the week that something starts in, and those that follow. */
function daysToEnd(start: Day, isStated: boolean, say: Phrases): readonly NamedDay[] {
  const first = mondayOf(start) + friday;
  const counted = isStated ? say.weeksLater : say.fridayIn;
  return endWeeks.map((weeks) => ({ day: first + 7 * weeks, title: counted(weeks) })).filter(({ day }) => day >= start);
}

/** Today, and Mondays gone by. */
function daysGoneBy(today: Day, say: Phrases): readonly NamedDay[] {
  const monday = mondayOf(today);
  return [...pastWeeks.map((weeks) => ({ day: monday - 7 * weeks, title: say.mondayAgo(weeks) })), { day: today, title: say.today }];
}

function boundsOf(period: DayRange | null, say: Phrases): readonly NamedDay[] {
  return period
    ? [
        { day: period.from, title: say.periodStarts },
        { day: period.to, title: say.periodEnds },
      ]
    : [];
}

function periodOf(snapshot: Snapshot): DayRange | null {
  const dates = names(snapshot).sole('period')?.node.dates;
  return rangeFrom(dates?.from, dates?.to);
}

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};

const phrases = {
  en: {
    today: (weekday: string) => `today, ${weekday}`,
    periodStarts: (weekday: string) => `first day of the period, ${weekday}`,
    periodEnds: (weekday: string) => `last day of the period, ${weekday}`,
    mondayIn: (weeks: number) => (weekday: string) => (weeks === 1 ? `next ${weekday}` : `${weekday} in ${weeks} weeks`),
    mondayAgo: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} of this week`;
      return weeks === 1 ? `${weekday} of last week` : `${weekday} ${weeks} weeks ago`;
    },
    fridayIn: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} of this week`;
      return weeks === 1 ? `${weekday} of next week` : `${weekday} in ${weeks} weeks`;
    },
    weeksLater: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} of the week it starts`;
      return weeks === 1 ? `${weekday}, a week later` : `${weekday}, ${weeks} weeks later`;
    },
  },
  fr: {
    today: (weekday: string) => `aujourd’hui, ${weekday}`,
    periodStarts: (weekday: string) => `premier jour de la période, ${weekday}`,
    periodEnds: (weekday: string) => `dernier jour de la période, ${weekday}`,
    mondayIn: (weeks: number) => (weekday: string) => (weeks === 1 ? `${weekday} prochain` : `${weekday} dans ${weeks} semaines`),
    mondayAgo: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} de cette semaine`;
      return weeks === 1 ? `${weekday} de la semaine dernière` : `${weekday} il y a ${weeks} semaines`;
    },
    fridayIn: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} de cette semaine`;
      return weeks === 1 ? `${weekday} de la semaine prochaine` : `${weekday} dans ${weeks} semaines`;
    },
    weeksLater: (weeks: number) => (weekday: string) => {
      if (weeks === 0) return `${weekday} de la semaine du début`;
      return weeks === 1 ? `${weekday}, une semaine plus tard` : `${weekday}, ${weeks} semaines plus tard`;
    },
  },
} as const;
