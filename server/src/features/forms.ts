import { blockless, formOf, frequencies, type Kind, linkKinds, type PropertyForm, type Shape, wordsOf } from '../syntax/vocabulary';
import type { Language, Localised } from '../text/localised';
import { isJoined } from './values';
import { kindLabel } from './words';

/** How something is written, as a reader is shown it. */
export interface Form {
  readonly label: string;
  /** Its parts, in order: where each stands in the label. */
  readonly parts: readonly FormPart[];
}

export interface FormPart {
  readonly start: number;
  readonly end: number;
  /** How many tokens it is written with at most. */
  readonly tokens: number;
  /** The property that it stands for; null for any other part. */
  readonly word: string | null;
}

/** How the property `word` of a block of `kind` is written: `has competency level, …`. */
export function propertyForm(kind: Kind, word: string, language: Language): Form | null {
  const form = formOf(kind, word);
  if (!form) return null;
  const values = valuesOf(form, word).map((value) => ({ ...value, text: value.text[language], word: null }));
  return assembled([fixed(word), ...values, ...(isJoined(form.shape) && form.shape !== 'heard' ? [fixed('…', ', ')] : [])]);
}

/** How a declaration of `kind` is written: `member name ["title"] { role · team … }`. */
export function declarationForm(kind: Kind, language: Language): Form {
  const own = (text: Localised, tokens: number): Piece => ({ text: text[language], gap: ' ', tokens, word: null });
  const name = own(kind === 'period' ? optional(terms.name) : terms.name, 1);
  const title = own(optional(terms.title), 1);
  const head: readonly Piece[] = kind === 'link' ? [own(terms.who, 1), own(terms.arrow, 1), own(terms.who, 1)] : [name, title];
  return assembled([fixed(kind), ...head, ...behindTitle(kind, language)]);
}

/** A stretch of a form; what is fixed is no part of it. */
interface Piece {
  readonly text: string;
  readonly gap: string;
  /** Null where it is fixed. */
  readonly tokens: number | null;
  readonly word: string | null;
}

function fixed(text: string, gap = ' '): Piece {
  return { text, gap, tokens: null, word: null };
}

function assembled(pieces: readonly Piece[]): Form {
  let label = '';
  const parts: FormPart[] = [];
  for (const { text, gap, tokens, word } of pieces) {
    if (label !== '') label += gap;
    if (tokens !== null) parts.push({ start: label.length, end: label.length + text.length, tokens, word });
    label += text;
  }
  return { label, parts };
}

/** What of a declaration follows its title. */
function behindTitle(kind: Kind, language: Language): readonly Piece[] {
  const property = (word: string): Piece => ({ text: `[${propertyForm(kind, word, language)?.label}]`, gap: ' ', tokens: 1, word });
  if (kind === 'period') {
    const day: Piece = { text: terms.date[language], gap: ' ', tokens: 1, word: null };
    return [day, fixed('to'), day];
  }
  if (kind === 'link') {
    const choice = (words: readonly string[]): Piece => ({ text: `[${words.join('|')}]`, gap: ' ', tokens: 1, word: words[0] ?? null });
    return [choice(linkKinds), choice(frequencies), ...['strength', 'strained', 'in', 'since', 'about'].map(property)];
  }
  if (kind === 'pitfall') return [{ ...property('of'), text: `[of|between ${terms.who[language]}, …]` }, property('severity')];
  if (blockless.has(kind)) return [...wordsOf(kind)].map(property);
  const block: Piece = { text: `{ ${inBlock(kind).join(' · ')} }`, gap: ' ', tokens: 1, word: null };
  if (kind !== 'assessment') return [{ ...block, text: kind === 'scale' ? block.text : `[${block.text}]` }];
  return [
    { text: `on ${terms.date[language]}`, gap: ' ', tokens: 2, word: 'on' },
    { ...block, text: `[${block.text}]` },
  ];
}

/** What every block can hold stands last. */
function inBlock(kind: Kind): readonly string[] {
  const words = [...wordsOf(kind)];
  return [...words.filter((word) => word !== 'about'), ...words.filter((word) => word === 'about')];
}

interface Value {
  readonly text: Localised;
  readonly gap: string;
  readonly tokens: number;
}

function valuesOf(form: PropertyForm, word: string): readonly Value[] {
  return shapes[form.shape](who(form, word), form.words ?? []);
}

/** What the references of a property point to. */
function who({ kinds = [] }: PropertyForm, word: string): Localised {
  if (word === 'for') return kindLabel('need');
  if (word === 'answers') return kinds.length > 0 ? terms.ruleOrPitfall : terms.rule;
  const [only] = kinds;
  if (only && kinds.length === 1) return kindLabel(only);
  return kinds.length === 2 ? terms.person : terms.who;
}

const terms = {
  name: { en: 'name', fr: 'nom' },
  title: { en: '"title"', fr: '"titre"' },
  text: { en: '"text"', fr: '"texte"' },
  who: { en: 'who', fr: 'qui' },
  person: { en: 'person', fr: 'personne' },
  level: { en: 'level', fr: 'niveau' },
  share: { en: 'share%', fr: 'part%' },
  date: { en: 'date', fr: 'date' },
  number: { en: 'number', fr: 'nombre' },
  strength: { en: '1–5', fr: '1–5' },
  duration: { en: '3d|4h|2w', fr: '3d|4h|2w' },
  capacity: { en: '80%|4d per week|24d', fr: '80%|4d per week|24d' },
  rule: { en: 'rule', fr: 'règle' },
  ruleOrPitfall: { en: 'rule or pitfall', fr: 'règle ou écueil' },
  arrow: { en: '->|<->', fr: '->|<->' },
} as const satisfies Readonly<Record<string, Localised>>;

function optional({ en, fr }: Localised): Localised {
  return { en: `[${en}]`, fr: `[${fr}]` };
}

function behind(word: string, { en, fr }: Localised): Localised {
  return { en: `${word} ${en}`, fr: `${word} ${fr}` };
}

function choice(words: readonly string[]): Localised {
  const text = words.join('|');
  return { en: text, fr: text };
}

const value = (text: Localised, tokens = 1): Value => ({ text, gap: ' ', tokens });
const level = value(terms.level);

/** The right-hand sides of docs/language.md §3, as a reader is shown them. */
const shapes: Readonly<Record<Shape, (who: Localised, words: readonly string[]) => readonly Value[]>> = {
  flag: () => [],
  text: () => [value(terms.text)],
  title: () => [value(terms.text)],
  ref: (who) => [value(who)],
  refs: (who) => [value(who)],
  skills: (who) => [value(who), level],
  aims: (who) => [value(who), value(optional(terms.level))],
  assignees: (who) => [value(who), value(optional(terms.share))],
  participants: (who, voices) => [value(who), value(optional(choice(voices)))],
  answers: (who) => [value(who)],
  word: (_, words) => [value(choice(words))],
  stances: (_, stances) => [value(choice(stances)), value(optional(behind('->', choice(stances))), 2)],
  number: () => [value(terms.strength)],
  holders: () => [value(terms.number), value(optional(behind('at', terms.level)), 2)],
  date: () => [value(terms.date)],
  range: () => [value(terms.date), value(optional(behind('to', terms.date)), 2)],
  duration: () => [value(terms.duration)],
  capacity: () => [value(terms.capacity, 3)],
  levels: () => [value(terms.name), value(optional(terms.title))],
  atLevel: () => [value(behind('at', terms.level), 2)],
  heard: (who) => [
    value({ en: `${who.en}, …`, fr: `${who.fr}, …` }),
    value(optional(behind('on', terms.date)), 2),
    value(optional(terms.text)),
  ],
};
