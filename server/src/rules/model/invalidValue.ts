import type { Invalid } from '../../model/faults/fault';
import type { Language } from '../../text/localised';
import { figure, percentSign } from '../wording';
import { defineFaultRule } from './faultRule';

export const invalidValue = defineFaultRule({
  name: 'model/invalid-value',
  severity: 'error',
  summary: {
    en: 'Dates, figures and shares can be as they are written.',
    fr: 'Dates, chiffres et parts sont possibles tels qu’ils sont écrits.',
  },
  why: {
    en: 'A date that does not exist or a share above 100 % makes every figure that rests on it wrong.',
    fr: 'Une date qui n’existe pas ou une part supérieure à 100 % fausse tous les chiffres qui en dépendent.',
  },
  examples: { bad: 'period spring 2026-04-01 to 2026-02-30\n', good: 'period spring 2026-04-01 to 2026-06-30\n' },
  message: {
    en: ({ fault: { value } }) => sentence('en', value),
    fr: ({ fault: { value } }) => sentence('fr', value),
  },
});

function sentence(language: Language, value: Invalid): string {
  const say = sentences[language];
  const shown = (number: number) => figure(language, number, 3);
  const percent = percentSign[language];
  switch (value.why) {
    case 'no-such-date':
      return say.noSuchDate(value.date);
    case 'ends-before':
      return say.endsBefore(value.from, value.to);
    case 'strength':
      return say.strength(shown(value.figure));
    case 'percent':
      return say.percent(shown(value.figure) + percent, `100${percent}`);
    case 'days-per-week':
      return say.daysPerWeek(shown(value.figure));
    case 'shares':
      return say.shares(shown(value.figure) + percent, `100${percent}`);
    case 'levels':
      return say.levels(value.figure);
    case 'zero':
      return say.zero[value.word];
    case 'mutual-reports':
      return say.mutualReports;
    case 'trains-below':
      return say.trainsBelow(value.trains, value.autonomous);
  }
}

const sentences = {
  en: {
    noSuchDate: (date: string) => `there is no ${date} in the calendar`,
    endsBefore: (from: string, to: string) => `${to} lies before ${from}, where this starts`,
    strength: (strength: string) => `the strength of a link goes from 1 to 5, not ${strength}`,
    percent: (percent: string, most: string) => `a share goes from 1 to ${most}, not ${percent}`,
    daysPerWeek: (days: string) => `a week has 5 working days, not ${days}`,
    shares: (sum: string, most: string) => `these shares add up to ${sum}, more than ${most}`,
    levels: (count: number) => `a scale has two levels or more, not ${count}`,
    zero: {
      effort: 'an effort is more than zero',
      capacity: 'a capacity is more than zero',
      holders: 'at least one holder has to be asked for',
    },
    mutualReports: 'who reports to whom goes one way: “->”',
    trainsBelow: (trains: string, autonomous: string) =>
      `“${trains}”, from which one trains others, lies below “${autonomous}”, from which one works alone`,
  },
  fr: {
    noSuchDate: (date: string) => `le ${date} n’existe pas dans le calendrier`,
    endsBefore: (from: string, to: string) => `le ${to} précède le début, le ${from}`,
    strength: (strength: string) => `l’intensité d’un lien va de 1 à 5 ; ici, ${strength}`,
    percent: (percent: string, most: string) => `une part va de 1 à ${most} ; ici, ${percent}`,
    daysPerWeek: (days: string) => `une semaine compte 5 jours ouvrés ; ici, ${days}`,
    shares: (sum: string, most: string) => `la somme de ces parts est de ${sum} et dépasse ${most}`,
    levels: (count: number) => `une échelle compte au moins deux niveaux ; ici, ${count}`,
    zero: {
      effort: 'un effort est supérieur à zéro',
      capacity: 'une disponibilité est supérieure à zéro',
      holders: 'il faut demander au moins une personne',
    },
    mutualReports: 'un rattachement va dans un seul sens : « -> »',
    trainsBelow: (trains: string, autonomous: string) =>
      `« ${trains} », à partir duquel on forme les autres, est en dessous de « ${autonomous} », à partir duquel on travaille en autonomie`,
  },
} as const;
