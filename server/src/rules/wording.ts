import { type Day, dateOf } from '../model/calendar';
import type { Scale } from '../model/scale';
import type { Stance, Voice } from '../syntax/vocabulary';
import type { Language, Localised } from '../text/localised';

/** How many of a list a sentence names before it says how many more there are. */
export const mostNamed = 5;

/** `a`, `a and b`, `a, b and c`; beyond `most` it says how many more there are. */
export function listed(language: Language, items: readonly string[], most = mostNamed): string {
  const more = items.length - most;
  const named = more > 1 ? [...items.slice(0, most), words[language].more(more)] : items;
  return lists[language].format(named);
}

/** What none of is the case: `a, b or c`, and in French `a, b ni c`. */
export function alternatives(language: Language, items: readonly string[]): string {
  if (language === 'en') return disjunction.format(items);
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ni ${last}`;
}

/** A title as it stands within a sentence. */
export function quoted(language: Language, text: string): string {
  return words[language].quote(text);
}

export function listQuoted(language: Language, texts: readonly string[], most = mostNamed): string {
  return listed(
    language,
    texts.map((text) => quoted(language, text)),
    most,
  );
}

/** Parts that hold lists themselves; beyond `most` it says how many more there are. */
export function inClauses(language: Language, parts: readonly string[], most = mostNamed): string {
  const { semicolon, more } = words[language];
  const left = parts.length - most;
  return (left > 1 ? [...parts.slice(0, most), more(left)] : parts).join(semicolon);
}

/** `one` or `many`, by the grammar of the language: zero is singular in French. */
export function plural(language: Language, count: number, one: string, many: string): string {
  return `${figure(language, count)} ${(language === 'fr' ? count < 2 : count === 1) ? one : many}`;
}

/** A number with at most `digits` decimals, half away from zero. */
export function figure(language: Language, value: number, digits = 1): string {
  const known = figures[language][digits] ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits });
  figures[language][digits] = known;
  // A sum of shares is a hair below the half that it stands for.
  return known.format(value + Math.sign(value) * 1e-9);
}

/** A ratio as a whole percentage, without its sign. */
export function percent(language: Language, ratio: number): string {
  return figure(language, ratio * 100, 0);
}

/** A sign of percent goes with its figure on one line. */
export const percentSign: Localised = { en: ' %', fr: ' %' };

export function inDays(language: Language, days: number): string {
  return plural(language, days, words[language].day, words[language].days);
}

export function inWords(language: Language, day: Day): string {
  const date = dates[language].format(new Date(`${dateOf(day)}T00:00:00Z`));
  return language === 'fr' ? date.replace(/^1 /, '1er ') : date;
}

/** A level by the name that one writes; the number where the scale has no such level. */
export function levelName(scale: Scale, level: number): string {
  return scale.levels[level - 1]?.name ?? String(level);
}

/** A stance, or a voice in a task: in English its word in the text. */
export function inVocabulary(language: Language, word: Stance | Voice): string {
  return language === 'fr' ? french[word] : word;
}

const french: Readonly<Record<Stance | Voice, string>> = {
  unaware: 'non informé',
  resistant: 'réticent',
  neutral: 'neutre',
  supportive: 'favorable',
  leading: 'moteur',
  inform: 'information',
  consult: 'consultation',
  involve: 'implication',
  collaborate: 'collaboration',
  empower: 'décision',
};

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
const byLanguage = <T>(make: (locale: string) => T): Readonly<Record<Language, T>> => ({ en: make(locales.en), fr: make(locales.fr) });
const lists = byLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const disjunction = new Intl.ListFormat(locales.en, { type: 'disjunction' });
const dates = byLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const figures: Readonly<Record<Language, Intl.NumberFormat[]>> = { en: [], fr: [] };

const words = {
  en: { quote: (text: string) => `“${text}”`, more: (count: number) => `${count} more`, semicolon: '; ', day: 'day', days: 'days' },
  fr: { quote: (text: string) => `« ${text} »`, more: (count: number) => `${count} autres`, semicolon: ' ; ', day: 'jour', days: 'jours' },
} as const;
