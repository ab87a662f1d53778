import { type DateText, type Declaration, type Entry, type Property, propertiesOf, propertyOf } from '../syntax/tree';
import { formOf } from '../syntax/vocabulary';
import { type Day, type DayRange, dayOf } from './calendar';
import type { Entity } from './model';
import type { Declared } from './outline';
import { type Referring, Refs } from './refs';

/** What every entity has and its file alone tells. */
export type Head = Omit<Entity, 'unresolved'>;

/**
 * Reads what one declaration says, as far as its file alone tells, and notes which of its properties say nothing.
 * This is done once for each text of a file; what it refers to is looked up for each model (resolving.ts).
 */
export class Reading {
  readonly head: Head;
  readonly #node: Declaration;
  #empty: Set<string> | undefined;

  constructor({ id, name, file, node }: Declared) {
    this.head = { id, name, label: node.title?.value || name, file, node };
    this.#node = node;
  }

  /** Words of properties of which some value is missing or cannot be. */
  get empty(): ReadonlySet<string> {
    return this.#empty ?? none;
  }

  has(word: string): boolean {
    return propertyOf(this.#node, word) !== undefined;
  }

  /** The value of the property named `word`; null where it is not stated, or says nothing. */
  one<T>(word: string, read: (entry: Entry) => T | null | undefined): T | null {
    const property = propertyOf(this.#node, word);
    return property ? (this.values([property], read)[0] ?? null) : null;
  }

  /** The values of all properties named `word`, joined. */
  all<T>(word: string, read: (entry: Entry) => T | null | undefined): readonly T[] {
    return this.values(propertiesOf(this.#node, word), read);
  }

  /** What the properties named `word` refer to: all of them, or the first where only one can stand. */
  refs(word: string): Refs {
    const form = formOf(this.#node.kind, word);
    const properties = propertiesOf(this.#node, word);
    return this.refsIn(word, form?.list ? properties : properties.slice(0, 1));
  }

  /** The references in `properties`; values that are none (a rule’s name, what was heard) are left out. */
  refsIn(word: string, properties: readonly Property[]): Refs {
    const kinds = formOf(this.#node.kind, word)?.kinds ?? [];
    const entries: Referring[] = [];
    for (const property of properties) {
      if (property.entries.length === 0) this.note(word);
      for (const entry of property.entries) {
        if (entry.ref?.name) entries.push(entry as Referring);
        else if (entry.ref) this.note(word);
      }
    }
    return entries.length === 0 ? Refs.none : new Refs(word, kinds, entries);
  }

  /** The first flag of a group that excludes each other: a link’s kind, its frequency. */
  flag<W extends string>(words: readonly W[]): W | null {
    for (const item of this.#node.items) {
      const found = item.type === 'property' && words.find((word) => word === item.word);
      if (found) return found;
    }
    return null;
  }

  choice<W extends string>(word: string, words: readonly W[]): W | null {
    return this.one(word, (entry) => words.find((each) => each === entry.word?.text));
  }

  text(word: string): string | null {
    return this.one(word, ({ text }) => text?.value);
  }

  texts(word: string): readonly string[] {
    return this.all(word, ({ text }) => text?.value);
  }

  day(word: string): Day | null {
    return this.one(word, ({ date }) => dayFrom(date));
  }

  /** The days that two properties give; the last is not taken where it lies before the first. */
  days(first: string, last: string): { readonly from: Day | null; readonly to: Day | null } {
    const from = this.day(first);
    const to = this.day(last);
    if (from === null || to === null || from <= to) return { from, to };
    this.note(last);
    return { from, to: null };
  }

  /** Notes that a property named `word` says something that cannot be. */
  note(word: string): void {
    this.#empty ??= new Set();
    this.#empty.add(word);
  }

  private values<T>(properties: readonly Property[], read: (entry: Entry) => T | null | undefined): readonly T[] {
    if (properties.length === 0) return [];
    const found: T[] = [];
    for (const { word, entries } of properties) {
      if (entries.length === 0) this.note(word);
      for (const entry of entries) {
        const value = read(entry);
        if (value === null || value === undefined) this.note(word);
        else found.push(value);
      }
    }
    return found;
  }
}

const none: ReadonlySet<string> = new Set();

export function dayFrom(date: DateText | null | undefined): Day | null {
  return date ? dayOf(date.text) : null;
}

/** The days from `first` to `last`; null where one is no day, or they end before they start. */
export function rangeFrom(first: DateText | null | undefined, last: DateText | null | undefined): DayRange | null {
  const from = dayFrom(first);
  const to = dayFrom(last);
  return from !== null && to !== null && from <= to ? { from, to } : null;
}
