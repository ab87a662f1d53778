import { names } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { type Reference, referencesIn } from '../model/references';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Ref } from '../syntax/tree';
import { type Location, type Place, type Span, touches } from '../text/span';

/** A name in the text and the declaration that it is of. */
export interface Naming {
  readonly declared: Declared;
  readonly span: Span;
}

/** The name at `place`, where it is declared or referred to; null where there is none, or it means nothing. */
export function namingAt(snapshot: Snapshot, place: Place): Naming | null {
  const file = snapshot.files.get(place.file);
  if (!file) return null;
  for (const declared of outlineOf(file).declared) {
    const { name } = declared.node;
    if (name && touches(name, place.offset)) return { declared: names(snapshot).firstOf(declared) ?? declared, span: name };
  }
  const reference = referenceAt(file, place.offset);
  return reference ? partAt(snapshot, reference, place.offset) : null;
}

/** The reference at `offset`; undefined where there is none. */
export function referenceAt(file: SourceFile, offset: number): Reference | undefined {
  return referencesIn(file).find(({ ref }) => touches(ref, offset));
}

/** Every place where `declared` is named, its declaration first of all, then in project order. */
export function namings(snapshot: Snapshot, declared: Declared): readonly Location[] {
  const found: Location[] = declared.node.name ? [{ file: declared.file, span: declared.node.name }] : [];
  for (const file of snapshot.inOrder()) {
    // A file that does not hold the name anywhere cannot refer to it; most do not.
    if (!file.text.includes(declared.name) && !file.text.normalize('NFC').includes(declared.name)) continue;
    for (const { ref, kinds } of referencesIn(file)) {
      if (ref.owner?.text === declared.name && ref.owner && ownerOf(snapshot, ref, kinds)?.id === declared.id)
        found.push({ file: file.path, span: ref.owner });
      if (ref.name?.text !== declared.name) continue;
      const resolution = names(snapshot).resolve(ref, kinds);
      if (resolution && 'declared' in resolution && resolution.declared.id === declared.id) found.push({ file: file.path, span: ref.name });
    }
  }
  return found;
}

function partAt(snapshot: Snapshot, { ref, kinds }: Reference, offset: number): Naming | null {
  if (ref.owner && touches(ref.owner, offset)) {
    const owner = ownerOf(snapshot, ref, kinds);
    return owner ? { declared: owner, span: ref.owner } : null;
  }
  const resolution = names(snapshot).resolve(ref, kinds);
  return ref.name && resolution && 'declared' in resolution ? { declared: resolution.declared, span: ref.name } : null;
}

/** What stands before the dot of `ref`. */
function ownerOf(snapshot: Snapshot, ref: Ref, kinds: Reference['kinds']): Declared | null {
  const resolution = names(snapshot).resolve(ref, kinds);
  if (resolution && 'declared' in resolution) return resolution.declared.owner;
  const owners = names(snapshot)
    .find(ref.owner?.text ?? '')
    .filter(({ kind }) => kind === 'client' || kind === 'organization' || kind === 'assessment');
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
