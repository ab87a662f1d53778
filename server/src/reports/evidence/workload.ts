import type { Say } from '../say';
import { sentences, type Worded, worded } from './wording';

interface Overload {
  readonly availableDays: number;
  readonly assignedDays: number;
  /** Null without an available day. */
  readonly load: number | null;
  readonly tasks: readonly { readonly task: string; readonly days: number }[];
}

interface OverloadedWeek {
  readonly weeks: number;
  readonly monday: string;
  readonly available: number;
  readonly assigned: number;
}

export const workloadEvidence: readonly Worded[] = [
  worded<Overload>('workload/overloaded', {
    en: ([{ availableDays, assignedDays, load, tasks }, say]) =>
      sentences([
        `${say.days(assignedDays)} assigned, ${say.figure(availableDays, 1)} available${load === null ? '' : `: a load of ${say.percent(load)}`}`,
        tasksIn(tasks, say),
      ]),
    fr: ([{ availableDays, assignedDays, load, tasks }, say]) =>
      sentences([
        `${say.plural(assignedDays, 'jour confié', 'jours confiés')} pour ${say.figure(availableDays, 1)} ${availableDays < 2 ? 'disponible' : 'disponibles'}${load === null ? '' : ` : une charge de ${say.percent(load)}`}`,
        tasksIn(tasks, say),
      ]),
  }),
  worded<OverloadedWeek>('workload/overloaded-week', {
    en: ([{ weeks, monday, available, assigned }, say]) =>
      sentences([
        `The fullest week, from ${say.date(monday)}, has ${say.days(assigned)} of work for ${say.figure(available, 1)} available`,
        ...(weeks > 1 ? [`${weeks} weeks are too full`] : []),
      ]),
    fr: ([{ weeks, monday, available, assigned }, say]) =>
      sentences([
        `La semaine la plus pleine, à partir du ${say.date(monday)}, a ${say.days(assigned)} de travail pour ${say.figure(available, 1)} disponibles`,
        ...(weeks > 1 ? [`${weeks} semaines sont trop pleines`] : []),
      ]),
  }),
  worded<{ load: number; tasks: readonly string[] }>('workload/idle', {
    en: ([{ load, tasks }, say]) => sentences([`Load: ${say.figure(load * 100, 1)} %`, `Covers requirements of ${say.titles(tasks)}`]),
    fr: ([{ load, tasks }, say]) => sentences([`Charge : ${say.figure(load * 100, 1)} %`, `Exigences à sa portée : ${say.titles(tasks)}`]),
  }),
  worded<{ days: number }>('workload/overdue', {
    en: ([{ days }, say]) => `${say.days(days)} late.`,
    fr: ([{ days }, say]) => `${say.days(days)} de retard.`,
  }),
  worded<{ days: number }>('workload/out-of-order', {
    en: ([{ days }, say]) => `It starts ${say.days(days)} too early.`,
    fr: ([{ days }, say]) => `Elle commence ${say.days(days)} trop tôt.`,
  }),
];

function tasksIn(tasks: Overload['tasks'], say: Say): string {
  return say.listed(tasks.map(({ task, days }) => `${say.titles([task])} (${say.days(days)})`));
}
