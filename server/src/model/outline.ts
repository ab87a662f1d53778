import { type Declaration, type LinkEnds, nestedIn, type Ref } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import { grouped } from './grouped';
import { memo } from './memo';
import type { SourceFile } from './snapshot';
import { spaceOf } from './spaces';
import { type Stage, stageOf } from './stages';

/** A declaration that has a name, or a link that has both its ends. */
export interface Declared {
  /** As findings name it: `member:anna`, `need:acme.faster-booking`, `link:a->b`. */
  readonly id: string;
  readonly kind: Kind;
  /** Bare, in NFC; of a link its ends as written, `a->b`. */
  readonly name: string;
  /** The declaration around a nested one. Its name is empty where the text has none. */
  readonly owner: Declared | null;
  readonly file: string;
  /** How many stand before it in its file. */
  readonly ordinal: number;
  /** How many of its stage do (stages.ts). */
  readonly nth: number;
  readonly node: Declaration;
}

/** Of these a project has one: the first declared counts. */
export type SoleKind = 'organization' | 'period' | 'scale';

export interface Sole {
  readonly kind: SoleKind;
  readonly file: string;
  readonly node: Declaration;
}

/** What one file declares. */
export interface Outline {
  /** In text order, owners before what is nested in them. */
  readonly declared: readonly Declared[];
  /** Those of `declared` that stand in a name space, by name. */
  readonly named: ReadonlyMap<string, readonly Declared[]>;
  /** In text order, those without a name included. */
  readonly soles: readonly Sole[];
}

/** The outline of a file: made once for each text of it. */
export const outlineOf = memo((file: SourceFile): Outline => {
  const declared: Declared[] = [];
  const soles: Sole[] = [];
  const counts = new Map<Stage | undefined, number>();
  const add = (node: Declaration, owner: Declared | null): Declared => {
    const stage = stageOf(node.kind);
    const nth = counts.get(stage) ?? 0;
    const each = declaredOf(node, owner, { file: file.path, ordinal: declared.length, nth });
    if (each.name === '') return each;
    declared.push(each);
    counts.set(stage, nth + 1);
    return each;
  };
  for (const node of file.tree.declarations) {
    if (node.kind === 'organization' || node.kind === 'period' || node.kind === 'scale')
      soles.push({ kind: node.kind, file: file.path, node });
    const top = add(node, null);
    for (const inner of nestedIn(node)) add(inner, top);
  }
  return {
    declared,
    named: grouped(
      declared.filter(({ kind }) => spaceOf(kind)),
      ({ name }) => [name],
    ),
    soles,
  };
});

/** The names that may mean something else where a file reads otherwise: of what came, went, or stands in another place among its stage. */
export function movedNames(before: Outline | null, after: Outline | null): ReadonlySet<string> {
  const all = [before, after].flatMap((outline) => (outline ? [...outline.named.keys()] : []));
  return new Set(all.filter((name) => !areAlike(before?.named.get(name), after?.named.get(name))));
}

function areAlike(before: readonly Declared[] | undefined, after: readonly Declared[] | undefined): boolean {
  if (!before || !after || before.length !== after.length) return false;
  return before.every(({ id, nth }, at) => id === after[at]?.id && nth === after[at].nth);
}

/** Project order: files by path, by code unit, then place. */
export function byPlace(
  a: { readonly file: string; readonly node: Declaration },
  b: { readonly file: string; readonly node: Declaration },
): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.node.start - b.node.start;
}

/** A reference as it is written, in NFC. */
export function written(ref: Ref): string {
  return ref.owner ? `${ref.owner.text}.${ref.name?.text ?? ''}` : (ref.name?.text ?? '');
}

/** The ends of a link as written, `a->b`; empty while it is half typed. */
export function nameOfLink({ from, arrow, to }: LinkEnds): string {
  return from?.name && to?.name && arrow ? `${written(from)}${arrow}${written(to)}` : '';
}

function declaredOf(node: Declaration, owner: Declared | null, place: Pick<Declared, 'file' | 'ordinal' | 'nth'>): Declared {
  const name = node.ends ? nameOfLink(node.ends) : (node.name?.text ?? '');
  return { id: owner ? `${node.kind}:${owner.name}.${name}` : `${node.kind}:${name}`, kind: node.kind, name, owner, ...place, node };
}
