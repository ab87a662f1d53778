import type { Entity, Link } from '../model/model';
import { propertyOf } from '../syntax/tree';
import type { Location, Span } from '../text/span';

/** The name in the declaration. */
export function atName(entity: Entity): Location {
  return at(entity, entity.node.name ?? entity.node.keyword);
}

/** The first property `word`, from its word to the end of its last value; the name where there is none. */
export function atProperty(entity: Entity, word: string): Location {
  return at(entity, propertyOf(entity.node, word) ?? entity.node.name ?? entity.node.keyword);
}

/** From `link` to its second end. */
export function atLink(link: Link): Location {
  const { keyword, ends } = link.node;
  return at(link, { start: keyword.start, end: (ends?.to ?? keyword).end });
}

/** A stretch of the text of `entity`. */
export function at(entity: Entity, { start, end }: Span): Location {
  return { file: entity.file, span: { start, end } };
}
