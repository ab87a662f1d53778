import { dateOf, type Day } from '../../model/calendar';
import type { Entity } from '../../model/model';
import { compareText } from '../../rules/subjects';
import { entriesOf } from '../../syntax/tree';

/** The texts of the property `word` of `entity`, in text order; Markdown, as their author wrote them. */
export function textsOf({ node }: Entity, word: string): readonly string[] {
  return entriesOf(node, word).flatMap(({ text }) => (text ? [text.value] : []));
}

/** The text of a property that stands once; null where there is none. */
export function textOf(entity: Entity, word: string): string | null {
  return textsOf(entity, word)[0] ?? null;
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
