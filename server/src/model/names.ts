import type { Ref } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Span } from '../text/span';
import { memo } from './memo';
import { byPlace, type Declared, movedNames, outlineOf, type Sole, type SoleKind } from './outline';
import type { Snapshot, SourceFile } from './snapshot';
import { spaceOf } from './spaces';
import { type Change, changesSince, emptySlot, repeats, type Slot, slotOf, type Table, tableOf } from './table';
import { builtInTechnique } from './techniques';

/** What a reference means: one declaration, a built-in technique, or nothing. */
export type Resolution = { readonly declared: Declared } | { readonly builtIn: string } | Unresolved;

export interface Unresolved {
  readonly fault: 'unknown-name' | 'wrong-kind' | 'ambiguous-name';
  /** The part that fails: the whole reference, or what stands before or after its dot. */
  readonly at: Span;
  /** ambiguous-name: what it may mean · wrong-kind: what it is · unknown-name: nothing. In project order. */
  readonly candidates: readonly Declared[];
}

/** The declaration that a reference means; null where it means none. */
export function meant(resolution: Resolution | null): Declared | null {
  return resolution && 'declared' in resolution ? resolution.declared : null;
}

/** The names of a project (docs/language.md §4). */
export interface Names {
  /** What `ref` means where only `kinds` can stand; null while it is half typed. */
  resolve(ref: Ref, kinds: readonly Kind[]): Resolution | null;
  /** What a bare name stands for in all spaces, in project order; second declarations of a name are left out. */
  find(name: string): readonly Declared[];
  /** The declaration that `declared` repeats the name of; null where it is the first itself. */
  firstOf(declared: Declared): Declared | null;
  /** All declarations that repeat the name of another. */
  repeated(): ReadonlySet<Declared>;
  /** The declaration that counts of those that a project has one of; null where it has none. */
  sole(kind: SoleKind): Sole | null;
  /** All declarations in project order; second declarations of a name are left out. */
  all(): Iterable<Declared>;
  /**
   * One object for many snapshots: in all of these, what a settled file declares and refers to stands in the same place of the
   * same file (`Declared.nth`), whatever else that file says.
   */
  readonly basis: object;
  /** May what was found out about `file` in another snapshot of the same basis be taken over? */
  isSettled(file: SourceFile): boolean;
}

/** The names of a snapshot. Snapshots made from one another share one table, so that a change costs what changed. */
export const names = memo((snapshot: Snapshot): Names => {
  const known = tables.get(snapshot.lineage);
  const changes = known && changesSince(known, snapshot);
  if (known && changes && changes.length <= manyChanges) return new NamesOf(snapshot, known, changes);
  const table = known && changes ? new NamesOf(snapshot, known, changes).asTable() : tableOf(snapshot);
  tables.set(snapshot.lineage, table);
  return new NamesOf(snapshot, table, []);
});

/** With more changed files than that, a table of their own is made for the names. */
const manyChanges = 8;

/** The newest table of each lineage of snapshots. */
const tables = new WeakMap<object, Table>();

class NamesOf implements Names {
  readonly #changed: ReadonlySet<string>;
  readonly #merged = new Map<string, Slot>();
  #unsettled: ReadonlySet<SourceFile> | undefined;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly table: Table,
    private readonly changes: readonly Change[],
  ) {
    this.#changed = new Set(changes.map(({ path }) => path));
  }

  get basis(): object {
    return this.table.basis;
  }

  isSettled(file: SourceFile): boolean {
    if (this.table.files.get(file.path) !== file) return false;
    this.#unsettled ??= this.table.unsettledBy(this.#moved());
    return !this.#unsettled.has(file);
  }

  resolve(ref: Ref, kinds: readonly Kind[]): Resolution | null {
    if (!ref.name) return null;
    const all = this.find(ref.name.text);
    const only = all.length === 1 ? all[0] : undefined;
    if (only && !ref.owner && kinds.includes(only.kind)) return { declared: only };
    if (ref.owner) return this.#resolveQualified(ref, ref.owner, ref.name, all, kinds);
    const fitting = all.filter(({ kind }) => kinds.includes(kind));
    if (fitting.length === 0 && kinds.includes('technique') && builtInTechnique(ref.name.text)) return { builtIn: ref.name.text };
    return one(fitting) ?? this.#repeating(ref.name.text, kinds, fitting) ?? fault(ref, fitting, all);
  }

  /** Where only a second declaration of a name can stand: it has its error, and what refers to it needs none. */
  #repeating(name: string, kinds: readonly Kind[], fitting: readonly Declared[]): Resolution | null {
    if (fitting.length > 0) return null;
    const declared = [...this.#slot(name).seconds].find(({ kind }) => kinds.includes(kind));
    return declared ? { declared } : null;
  }

  find(name: string): readonly Declared[] {
    return this.#slot(name).firsts;
  }

  firstOf(declared: Declared): Declared | null {
    if (!spaceOf(declared.kind)) return null;
    const { firsts, seconds } = this.#slot(declared.name);
    return seconds.has(declared) ? (firsts.find((first) => repeats(first, declared)) ?? null) : null;
  }

  repeated(): ReadonlySet<Declared> {
    const touched = this.#touched();
    if (touched.size === 0) return this.table.repeated;
    const kept = [...this.table.repeated].filter(({ name }) => !touched.has(name));
    return new Set([...kept, ...[...touched].flatMap((name) => [...this.#slot(name).seconds])]);
  }

  sole(kind: SoleKind): Sole | null {
    return this.#soles().find((sole) => sole.kind === kind) ?? null;
  }

  *all(): Iterable<Declared> {
    const repeated = this.repeated();
    for (const file of this.snapshot.inOrder()) {
      for (const declared of outlineOf(file).declared) {
        if (!repeated.has(declared)) yield declared;
      }
    }
  }

  #resolveQualified(
    ref: Ref,
    owner: NonNullable<Ref['owner']>,
    name: NonNullable<Ref['name']>,
    all: readonly Declared[],
    kinds: readonly Kind[],
  ): Resolution {
    const nested = all.filter((declared) => declared.owner?.name === owner.text);
    const fitting = nested.filter(({ kind }) => kinds.includes(kind));
    if (fitting.length > 0) return one(fitting) ?? fault(ref, fitting, nested);
    const owners = this.find(owner.text);
    return owners.some(({ kind }) => ownerKinds.includes(kind)) ? fault(name, [], nested) : fault(owner, [], owners);
  }

  /** These names as a table without changes. */
  asTable(): Table {
    const slots = new Map(this.table.slots);
    for (const name of this.#touched()) slots.set(name, this.#slot(name));
    const names = { files: this.snapshot.files, slots, repeated: this.repeated(), soles: this.#soles() };
    return this.table.followedBy(names, this.#moved());
  }

  /** The names that changed files declare, or declared. */
  #touched(): ReadonlySet<string> {
    return namesOfAll(this.changes);
  }

  /** Those of them that may mean something else now, or the same in another place of its file. */
  #moved(): ReadonlySet<string> {
    return new Set(this.changes.flatMap(({ before, after }) => [...movedNames(before, after)]));
  }

  #slot(name: string): Slot {
    if (this.changes.length === 0) return this.table.slots.get(name) ?? emptySlot;
    let slot = this.#merged.get(name);
    if (!slot) {
      slot = this.#merge(name);
      this.#merged.set(name, slot);
    }
    return slot;
  }

  #merge(name: string): Slot {
    const inTable = this.table.slots.get(name) ?? emptySlot;
    if (!this.changes.some(({ before, after }) => before?.named.has(name) || after?.named.has(name))) return inTable;
    const kept = inTable.declared.filter(({ file }) => !this.#changed.has(file));
    const added = this.changes.flatMap(({ after }) => after?.named.get(name) ?? []);
    return slotOf([...kept, ...added].sort(byPlace));
  }

  #soles(): readonly Sole[] {
    const kept = this.table.soles.filter(({ file }) => !this.#changed.has(file));
    return [...kept, ...this.changes.flatMap(({ after }) => after?.soles ?? [])].sort(byPlace);
  }
}

/** What can stand before the dot of a reference. */
export const ownerKinds: readonly Kind[] = ['client', 'organization', 'assessment'];

function namesOfAll(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ before, after }) => [...(before?.named.keys() ?? []), ...(after?.named.keys() ?? [])]));
}

function one(fitting: readonly Declared[]): Resolution | null {
  const [declared] = fitting;
  return declared && fitting.length === 1 ? { declared } : null;
}

function fault(at: Span, fitting: readonly Declared[], all: readonly Declared[]): Unresolved {
  if (fitting.length > 1) return { fault: 'ambiguous-name', at, candidates: fitting };
  return { fault: all.length > 0 ? 'wrong-kind' : 'unknown-name', at, candidates: all };
}
