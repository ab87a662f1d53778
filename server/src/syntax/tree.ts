import type { Span } from '../text/span';
import type { Problem } from './problems';
import type { Kind } from './vocabulary';

/** What one text says, whatever it is worth: a tree knows nothing of meaning, and a half-typed line still has one. */
export interface Tree {
  readonly declarations: readonly Declaration[];
  /** All comments, in text order. */
  readonly comments: readonly Comment[];
  /** Departures from the grammar, one per mistake, in text order. */
  readonly problems: readonly Problem[];
}

/** A word of the language or a name, as it stands at `span`; `text` is in NFC. */
export interface Word extends Span {
  readonly text: string;
}

/** `"title"` or `"""block"""`; `value` has its escapes and indentation resolved. */
export interface Text extends Span {
  readonly value: string;
}

/** A reference: `acme.need` or `need`. `name` is null where the text stops after the dot. */
export interface Ref extends Span {
  readonly owner: Word | null;
  readonly name: Word | null;
}

/** A level of the scale, by number or by name. */
export interface Level extends Span {
  readonly number: number | null;
  readonly name: string | null;
}

/** A number that the text gives: a whole number, a percentage, or a duration in days (1 w = 5 d, 8 h = 1 d). */
export interface Quantity extends Span {
  readonly value: number;
}

/** A date as written, `YYYY-MM-DD`; it need not be in the calendar. */
export interface DateText extends Span {
  readonly text: string;
}

/** One value of a property. Which slots are filled depends on the property's shape (vocabulary.ts); a slot that the text lacks or garbles is absent. */
export interface Entry extends Span {
  /** refs, skills, aims, assignees, participants, heard, answers: who or what. */
  readonly ref?: Ref;
  /** answers: a rule's name. */
  readonly rule?: Word;
  /** skills, aims, `autonomous at`, `trains at`, `holders … at`: which level. */
  readonly level?: Level;
  /** levels: the name of the level. */
  readonly name?: Word;
  /** levels: its title · texts · heard: what was said. */
  readonly text?: Text;
  /** assignees, capacity: in percent. */
  readonly percent?: Quantity;
  /** effort, capacity: in days. */
  readonly days?: Quantity;
  /** capacity: the words `per week`. */
  readonly perWeek?: Span;
  /** holders, strength. */
  readonly number?: Quantity;
  /** A word of a closed list: grade, stance, voice, status. */
  readonly word?: Word;
  /** engagement: the desired stance. */
  readonly toWord?: Word;
  /** A date, or the first day of a range. */
  readonly date?: DateText;
  /** away: the last day of a range. */
  readonly toDate?: DateText;
}

/** A property: its word and its values, up to the last of them. */
export interface Property extends Span {
  readonly type: 'property';
  readonly word: string;
  readonly keyword: Span;
  readonly entries: readonly Entry[];
}

/** The two ends of a link; null where one is missing. */
export interface LinkEnds {
  readonly from: Ref | null;
  readonly arrow: '->' | '<->' | null;
  readonly to: Ref | null;
}

/** The two days of a period; null where one is missing. */
export interface PeriodDates {
  readonly from: DateText | null;
  readonly to: DateText | null;
}

/** A declaration, top-level or nested, up to its closing brace or last value. */
export interface Declaration extends Span {
  readonly type: 'declaration';
  readonly kind: Kind;
  readonly keyword: Span;
  readonly name: Word | null;
  readonly title: Text | null;
  /** Of a link, else null. */
  readonly ends: LinkEnds | null;
  /** Of a period, else null. */
  readonly dates: PeriodDates | null;
  /** From `{` to `}`, braces included, or to the end of what it holds where `}` is missing; null without a block. */
  readonly block: Span | null;
  /** Properties and nested declarations in text order; those of a header (`on DATE`, a link's, a pitfall's) too. */
  readonly items: readonly Item[];
}

export type Item = Property | Declaration;

/** A comment; `text` is as it stands, its marks included. */
export interface Comment extends Span {
  readonly text: string;
  readonly line: boolean;
}

/** The properties of a declaration named `word`, in text order. */
export function propertiesOf(declaration: Declaration, word: string): readonly Property[] {
  return declaration.items.filter((item): item is Property => item.type === 'property' && item.word === word);
}

/** The first property named `word`: the one that counts. */
export function propertyOf(declaration: Declaration, word: string): Property | undefined {
  return declaration.items.find((item): item is Property => item.type === 'property' && item.word === word);
}

/** The values of all properties named `word`, joined, in text order. */
export function entriesOf(declaration: Declaration, word: string): readonly Entry[] {
  const properties = propertiesOf(declaration, word);
  return properties.length === 1 ? (properties[0]?.entries ?? []) : properties.flatMap((property) => property.entries);
}

/** The values of all properties among `items` and nested in them, in text order. */
export function entriesWithin(items: readonly Item[]): readonly Entry[] {
  return items.flatMap((item) => (item.type === 'property' ? item.entries : entriesWithin(item.items)));
}

/** The declarations nested in `declaration`, in text order. */
export function nestedIn(declaration: Declaration): readonly Declaration[] {
  return declaration.items.filter((item): item is Declaration => item.type === 'declaration');
}
