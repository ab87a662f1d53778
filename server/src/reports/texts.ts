import { type Day, dateOf } from '../model/calendar';
import type { Entity } from '../model/model';
import { compareText } from '../rules/subjects';
import { propertyOf } from '../syntax/tree';

/** The text of the property `word` of `entity`, Markdown as its author wrote it; null where there is none. */
export function textOf({ node }: Entity, word: string): string | null {
  return propertyOf(node, word)?.entries[0]?.text?.value ?? null;
}

/** `YYYY-MM-DD`; null where no day is known. */
export function dateOrNull(day: Day | null): string | null {
  return day === null ? null : dateOf(day);
}

/** In text order. */
export function idsInOrder(entities: readonly Entity[]): readonly string[] {
  return entities.map(({ id }) => id);
}

/** By name, among those of one kind and one owner. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareText(a.name, b.name);
}
