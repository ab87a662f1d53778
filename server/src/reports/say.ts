import { dayOf } from '../model/calendar';
import { figure, inDays, inVocabulary, inWords, listed, listQuoted, percent, percentSign, plural, quoted } from '../rules/wording';
import type { Stance, Voice } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import { type Vocabulary, vocabulary } from './vocabulary';

/** Says what a report holds in one language: ids by what people call them, figures and dates as they read. */
export interface Say {
  readonly language: Language;
  readonly word: Vocabulary;
  /** Between a term and what is said of it. */
  readonly colon: string;
  readonly semicolon: string;
  /** What people call it; of one that the report does not know, its bare name. */
  name(id: string): string;
  /** All of them: `a, b and c`. */
  names(ids: readonly string[]): string;
  /** The first of them, and how many more there are. */
  someNames(ids: readonly string[]): string;
  /** Titles in quotes, the first of them, and how many more there are. */
  titles(ids: readonly string[]): string;
  /** The ids in the order of what people call them. */
  sorted(ids: readonly string[]): readonly string[];
  /** `rows` by what people call what they are about. */
  inOrder<Row extends { readonly name: string }>(rows: readonly Row[]): readonly Row[];
  listed(items: readonly string[]): string;
  quoted(text: string): string;
  /** A stance, or a voice in a task. */
  term(word: Stance | Voice): string;
  level(level: number): string;
  /** With at most `digits` decimals; 2 where not said. */
  figure(value: number, digits?: number): string;
  /** A ratio, as a whole percentage with its sign. */
  percent(ratio: number): string;
  days(days: number): string;
  /** `2 April 2026` of `2026-04-02`. */
  date(date: string): string;
  /** `13 – 30 April 2026`. */
  range(from: string, to: string): string;
  plural(count: number, one: string, many: string): string;
}

/** The labels that a report uses, by id. */
export type Names = Readonly<Record<string, string>>;

export function sayIn(language: Language, names: Names, levels: readonly { readonly name: string }[]): Say {
  const name = (id: string): string => (Object.hasOwn(names, id) ? names[id] : undefined) ?? id.slice(id.indexOf(':') + 1);
  const { compare } = new Intl.Collator(language);
  const all = (items: readonly string[]): string => listed(language, items, Number.POSITIVE_INFINITY);
  return {
    language,
    word: vocabulary[language],
    colon: language === 'fr' ? ' : ' : ': ',
    semicolon: language === 'fr' ? ' ; ' : '; ',
    name,
    names: (ids) => all(ids.map(name)),
    someNames: (ids) => listed(language, ids.map(name)),
    titles: (ids) => listQuoted(language, ids.map(name)),
    sorted: (ids) => ids.toSorted((a, b) => compare(name(a), name(b))),
    inOrder: (rows) => rows.toSorted((a, b) => compare(name(a.name), name(b.name))),
    listed: all,
    quoted: (text) => quoted(language, text),
    term: (word) => inVocabulary(language, word),
    level: (level) => levels[level - 1]?.name ?? String(level),
    figure: (value, digits = 2) => figure(language, value, digits).replace('-', '−'),
    percent: (ratio) => `${percent(language, ratio)}${percentSign[language]}`.replace(' ', '\u00A0'),
    days: (days) => inDays(language, days).replace(' ', '\u00A0'),
    date: (date) => dateInWords(language, date),
    range: (from, to) => rangeInWords(language, from, to),
    plural: (count, one, many) => plural(language, count, one, many),
  };
}

function dateInWords(language: Language, date: string): string {
  const day = dayOf(date);
  return day === null ? date : inWords(language, day);
}

/** What both dates share is said once, at the end. */
function rangeInWords(language: Language, from: string, to: string): string {
  const [first, last] = [dateInWords(language, from), dateInWords(language, to)];
  if (from === to) return last;
  const said = first.split(/\s/);
  const shared = from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 1 : 0;
  return `${said.slice(0, said.length - shared).join(' ')} – ${last}`;
}
