import { mentions } from './mentions';
import { type Declared, type Outline, outlineOf, type Sole } from './outline';
import type { Snapshot, SourceFile } from './snapshot';
import { spaceOf } from './spaces';

/** All declarations of one name. */
export interface Slot {
  /** In project order. */
  readonly declared: readonly Declared[];
  /** Those of them that are nobody's second, and the others. */
  readonly firsts: readonly Declared[];
  readonly seconds: ReadonlySet<Declared>;
}

const none: readonly never[] = [];
const noSeconds: ReadonlySet<Declared> = new Set();
export const emptySlot: Slot = { declared: none, firsts: none, seconds: noSeconds };

/** The names of all files at one moment. */
export interface AllNames {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly repeated: ReadonlySet<Declared>;
  readonly soles: readonly Sole[];
}

/** A table of names, which a later one may follow without all being gathered anew. */
export class Table implements AllNames {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly repeated: ReadonlySet<Declared>;
  readonly soles: readonly Sole[];
  #isAsked = false;

  constructor(
    { files, slots, repeated, soles }: AllNames,
    /** The same for this table and those before it of which something is still known: see `Names.basis`. */
    readonly basis: object = {},
    /** Files with a name that has come to mean something else, or has moved, since the first table of the basis. */
    private readonly unsettled: ReadonlySet<SourceFile> = new Set(),
  ) {
    this.files = files;
    this.slots = slots;
    this.repeated = repeated;
    this.soles = soles;
  }

  /** The files of which something is no longer known when `names` mean something else, or have moved. */
  unsettledBy(names: ReadonlySet<string>): ReadonlySet<SourceFile> {
    this.#isAsked = true;
    if (names.size === 0) return this.unsettled;
    return new Set([...this.unsettled, ...[...this.files.values()].filter((file) => mentions(file, names))]);
  }

  /** The table after this one, in which `moved` names mean something else, or stand elsewhere. */
  followedBy(names: AllNames, moved: ReadonlySet<string>): Table {
    // Where nobody asked so far which files are settled, nothing is known of them that could be kept.
    if (!this.#isAsked) return new Table(names);
    const unsettled = this.unsettledBy(moved);
    return unsettled.size > this.files.size / 4 ? new Table(names) : new Table(names, this.basis, unsettled);
  }
}

/** The table of a snapshot, made from all its files. */
export function tableOf(snapshot: Snapshot): Table {
  const byName = new Map<string, Declared[]>();
  const soles: Sole[] = [];
  for (const file of snapshot.inOrder()) {
    const outline = outlineOf(file);
    soles.push(...outline.soles);
    for (const [name, declared] of outline.named) {
      const known = byName.get(name);
      if (known) known.push(...declared);
      else byName.set(name, [...declared]);
    }
  }
  const slots = new Map<string, Slot>();
  for (const [name, declared] of byName) slots.set(name, slotOf(declared));
  const repeated = new Set([...slots.values()].flatMap(({ seconds }) => [...seconds]));
  return new Table({ files: snapshot.files, slots, repeated, soles });
}

/** A file that reads otherwise than in a table; null where there is none. */
export interface Change {
  readonly path: string;
  readonly before: Outline | null;
  readonly after: Outline | null;
}

/** What reads otherwise in `snapshot` than in `table`; null where that is so much that a table is as soon made anew. */
export function changesSince(table: Table, snapshot: Snapshot): readonly Change[] | null {
  const changes: Change[] = [];
  let kept = 0;
  for (const [path, file] of snapshot.files) {
    const before = table.files.get(path);
    if (before) kept++;
    if (before === file) continue;
    changes.push({ path, before: before ? outlineOf(before) : null, after: outlineOf(file) });
    if (changes.length > mostChanges) return null;
  }
  if (kept === table.files.size) return changes;
  for (const [path, file] of table.files) {
    if (!snapshot.files.has(path)) changes.push({ path, before: outlineOf(file), after: null });
  }
  return changes.length > mostChanges ? null : changes;
}

const mostChanges = 32;

/** `declared`, in project order, and which of them are first in their space. */
export function slotOf(declared: readonly Declared[]): Slot {
  if (declared.length < 2) return { declared, firsts: declared, seconds: noSeconds };
  // Linear, since a name such as `panel` may be nested in every client of a large project.
  const seen = new Set<string>();
  const firsts: Declared[] = [];
  const seconds = new Set<Declared>();
  for (const each of declared) {
    const space = spaceOf(each.kind) ?? '';
    const top = `${space} at the top`;
    const inOwner = each.owner ? `${space} in ${spaceOf(each.owner.kind)} ${each.owner.name}` : top;
    if (seen.has(inOwner) || seen.has(each.owner ? top : space)) seconds.add(each);
    else {
      firsts.push(each);
      seen.add(space).add(inOwner);
    }
  }
  return { declared, firsts, seconds };
}

/** Can two declarations of one name not stand beside each other: one of them at the top, or both nested in the same owner? */
export function repeats(a: Declared, b: Declared): boolean {
  if (spaceOf(a.kind) !== spaceOf(b.kind)) return false;
  return !a.owner || !b.owner || (a.owner.name === b.owner.name && spaceOf(a.owner.kind) === spaceOf(b.owner.kind));
}
