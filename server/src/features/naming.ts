import { meant, names, ownerKinds } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { type Reference, referencesIn } from '../model/references';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { type Location, type Place, type Span, touches } from '../text/span';
import { levelNames, levelsIn } from './levels';

/** What a name is of: a declaration, or a level of the scale, 1…n. */
export type Named = { readonly declared: Declared } | { readonly level: number };

/** A name in the text, and what it is of. */
export interface Naming {
  readonly named: Named;
  readonly span: Span;
}

/** A place where something is named. */
export interface Mention extends Location {
  /** Is it a level given by its number? */
  readonly isNumber: boolean;
}

/** The name at `place`, where it is given or referred to; null where there is none, or it means nothing. */
export function namingAt(snapshot: Snapshot, { file: path, offset }: Place): Naming | null {
  const file = snapshot.files.get(path);
  return file ? (declarationAt(file, offset) ?? referredAt(snapshot, file, offset) ?? levelAt(snapshot, file, offset)) : null;
}

/** The name of what is named; empty only for a declaration without one. */
export function nameOf(snapshot: Snapshot, named: Named): string {
  return 'declared' in named ? named.declared.name : (scaleOf(snapshot).levels[named.level - 1]?.name ?? '');
}

/** Where the name is given; null for a level of the scale that every project has. */
export function givenAt(snapshot: Snapshot, named: Named): Location | null {
  if ('level' in named) return levelNames(snapshot)[named.level - 1] ?? null;
  const { file, node } = named.declared;
  return node.name && { file, span: { start: node.name.start, end: node.name.end } };
}

/** Every place where something is named: first where the name is given, then in project order. */
export function mentionsOf(snapshot: Snapshot, named: Named): readonly Mention[] {
  const given = givenAt(snapshot, named);
  const found: Mention[] = given ? [{ ...given, isNumber: false }] : [];
  for (const file of snapshot.inOrder()) {
    for (const { start, end, isNumber } of mentionsIn(snapshot, file, named))
      found.push({ file: file.path, span: { start, end }, isNumber });
  }
  return found;
}

export interface MentionSpan extends Span {
  readonly isNumber: boolean;
}

/** Where `file` refers to what is named, in text order. */
export function mentionsIn(snapshot: Snapshot, file: SourceFile, named: Named): readonly MentionSpan[] {
  if ('level' in named) return levelsIn(snapshot, file).filter(({ level }) => level === named.level);
  return referringTo(snapshot, file, named.declared).flatMap((reference) => {
    const { owner, name } = reference.ref;
    const isOwner = owner?.text === named.declared.name && ownerOf(snapshot, reference) === named.declared;
    const part = isOwner ? owner : name;
    return part ? [{ start: part.start, end: part.end, isNumber: false }] : [];
  });
}

/** The references in `file` that name `declared`, be it before a dot. */
export function referringTo(snapshot: Snapshot, file: SourceFile, declared: Declared): readonly Reference[] {
  // A file that does not hold the name anywhere cannot refer to it; most do not.
  if (!mayHold(file, declared.name)) return [];
  return referencesIn(file).filter((reference) => {
    const { owner, name } = reference.ref;
    if (owner?.text === declared.name && ownerOf(snapshot, reference) === declared) return true;
    return name?.text === declared.name && meantBy(snapshot, reference) === declared;
  });
}

/** The reference at `offset`; undefined where there is none. */
export function referenceAt(file: SourceFile, offset: number): Reference | undefined {
  return referencesIn(file).find(({ ref }) => touches(ref, offset));
}

/** The declaration that `reference` means; null where it means none. */
export function meantBy(snapshot: Snapshot, { ref, kinds }: Reference): Declared | null {
  return meant(names(snapshot).resolve(ref, kinds));
}

/** What stands before the dot of a reference; null without one, or where that means nothing. */
export function ownerOf(snapshot: Snapshot, reference: Reference): Declared | null {
  const { owner } = reference.ref;
  if (!owner) return null;
  const declared = meantBy(snapshot, reference);
  if (declared) return declared.owner;
  const owners = names(snapshot)
    .find(owner.text)
    .filter(({ kind }) => ownerKinds.includes(kind));
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** Can `file` hold `name`, be it a name there or not? */
export function mayHold({ text }: SourceFile, name: string): boolean {
  return text.includes(name) || (/[^\0-\x7F]/.test(name) && text.normalize('NFC').includes(name));
}

function declarationAt(file: SourceFile, offset: number): Naming | null {
  for (const declared of outlineOf(file).declared) {
    const { name } = declared.node;
    if (name && touches(name, offset)) return { named: { declared }, span: name };
  }
  return null;
}

function referredAt(snapshot: Snapshot, file: SourceFile, offset: number): Naming | null {
  const reference = referenceAt(file, offset);
  if (!reference) return null;
  const { owner, name } = reference.ref;
  const isOwner = owner !== null && touches(owner, offset);
  const declared = isOwner ? ownerOf(snapshot, reference) : meantBy(snapshot, reference);
  const span = isOwner ? owner : name;
  return declared && span ? { named: { declared }, span } : null;
}

function levelAt(snapshot: Snapshot, file: SourceFile, offset: number): Naming | null {
  const given = levelNames(snapshot);
  const index = given.findIndex((at) => at.file === file.path && touches(at.span, offset));
  if (index >= 0) return { named: { level: index + 1 }, span: given[index]?.span ?? { start: offset, end: offset } };
  const mention = levelsIn(snapshot, file).find((each) => touches(each, offset));
  if (!mention || mention.level === null) return null;
  const { level, start, end } = mention;
  return { named: { level }, span: { start, end } };
}
