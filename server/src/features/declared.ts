import { names } from '../model/names';
import { type Declared, outlineOf, written } from '../model/outline';
import { referencesOf } from '../model/references';
import type { Snapshot } from '../model/snapshot';
import { entriesOf } from '../syntax/tree';
import { type Location, type Place, touches } from '../text/span';

/** What stands around a place, as findings name it. */
export interface Around {
  /** The declarations that the place is in, the innermost first. */
  readonly around: readonly string[];
  /** What the innermost refers to, in text order. */
  readonly named: readonly string[];
}

export function aroundPlace(snapshot: Snapshot, { file: path, offset }: Place): Around {
  const file = snapshot.files.get(path);
  const innermost = file && outlineOf(file).declared.findLast(({ node }) => touches(node, offset));
  if (!innermost) return { around: [], named: [] };
  return { around: [innermost, ...(innermost.owner ? [innermost.owner] : [])].map(({ id }) => id), named: namedBy(snapshot, innermost) };
}

/**
 * Where what has the id is declared first: its name, or from `link` to its second end; with `has` the competency of that name in its block,
 * where that is there. Null where nothing has the id.
 */
export function placeOf(snapshot: Snapshot, id: string, has: string | null): Location | null {
  const declared = firstOf(snapshot, id);
  if (!declared) return null;
  const { node, file } = declared;
  const held = has === null ? undefined : entriesOf(node, 'has').find(({ ref }) => ref && written(ref) === has);
  if (held) return { file, span: { start: held.start, end: held.end } };
  if (node.ends) return { file, span: { start: node.keyword.start, end: (node.ends.to ?? node.keyword).end } };
  const { start, end } = node.name ?? node.keyword;
  return { file, span: { start, end } };
}

function firstOf(snapshot: Snapshot, id: string): Declared | null {
  for (const file of snapshot.inOrder()) {
    const found = outlineOf(file).declared.find((declared) => declared.id === id);
    if (found) return found;
  }
  return null;
}

function namedBy(snapshot: Snapshot, { node }: Declared): readonly string[] {
  const known = names(snapshot);
  const found = referencesOf(node).flatMap(({ ref, kinds }) => {
    const resolution = known.resolve(ref, kinds);
    return resolution && 'declared' in resolution ? [resolution.declared.id] : [];
  });
  return [...new Set(found)];
}
