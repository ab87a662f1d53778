import { type Declaration, nestedIn, type Property } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Location } from '../text/span';
import { memo } from './memo';
import { type Declared, nameOfLink, outlineOf } from './outline';
import { referencesIn } from './references';
import type { Snapshot, SourceFile } from './snapshot';

/**
 * What of a project can change: what a property says (`task.assigned`), or anything about the declarations of a kind (`link`);
 * `task.grammar` stands for what departs from it in their file.
 */
export type Aspect = Kind | `${Kind}.${string}`;

/** A declaration that says something else, or has come or gone. */
export interface Change {
  /** As findings name it; null of one without a name: a link that is half typed. */
  readonly id: string | null;
  readonly kind: Kind;
  readonly aspects: ReadonlySet<Aspect>;
}

/** In what two states of a project differ. */
export interface Difference {
  readonly aspects: ReadonlySet<Aspect>;
  /** The declarations by which they differ: of each aspect all of them. */
  readonly changes: readonly Change[];
  /** What people read before where they read something else now. */
  readonly labels: readonly string[];
  /** Where that stands now which stood at `location`; null where this is not certain. */
  moved(location: Location): Location | null;
}

/** In what `after` differs from `before`; null where that may be anything. */
export function differenceBetween(before: Snapshot, after: Snapshot): Difference | null {
  if (before.files.size !== after.files.size) return null;
  const comparison = new Comparison(before, after);
  for (const [path, file] of after.files) {
    const old = before.files.get(path);
    if (!old) return null;
    if (old !== file && old.text !== file.text && !comparison.compare(old, file)) return null;
  }
  return comparison.addNames() ? comparison : null;
}

/** Is `aspect` among `changed`, or all that declarations of its kind say? */
export function isChanged(aspect: Aspect, changed: ReadonlySet<Aspect>): boolean {
  const dot = aspect.indexOf('.');
  return changed.has(aspect) || (dot > 0 && changed.has(aspect.slice(0, dot) as Kind));
}

/** Kinds of which each property is an aspect of its own. */
const detailed: ReadonlySet<Kind> = new Set<Kind>(['member', 'stakeholder', 'task', 'team', 'competency']);

/** Kinds of which a project has one, and on which everything hangs. */
const pervasive: ReadonlySet<Kind> = new Set<Kind>(['organization', 'period', 'scale']);

class Comparison implements Difference {
  readonly aspects = new Set<Aspect>();
  readonly changes: Change[] = [];
  readonly labels: string[] = [];
  /** The names of what came or went. */
  readonly #names = new Set<string>();
  readonly #offsets = new Map<string, Offsets>();

  constructor(
    private readonly before: Snapshot,
    private readonly after: Snapshot,
  ) {}

  moved(location: Location): Location | null {
    const offsets = this.#offsets.get(location.file);
    if (!offsets) return location;
    const start = offsets.starts.get(location.span.start);
    const end = offsets.ends.get(location.span.end);
    return typeof start === 'number' && typeof end === 'number' ? { file: location.file, span: { start, end } } : null;
  }

  /** Takes in how a file differs; false where it may in anything. What comes and goes at a key stands in one stretch. */
  compare(before: SourceFile, after: SourceFile): boolean {
    const offsets = new Offsets();
    this.#offsets.set(before.path, offsets);
    const old = labelled(before);
    const now = labelled(after);
    if (before.tree.problems.length > 0 || after.tree.problems.length > 0) {
      for (const { id, node } of [...old, ...now]) this.#add(id, node.kind, [`${node.kind}.grammar`]);
    }
    let start = 0;
    while (start < old.length && start < now.length && old[start]?.key === now[start]?.key) start++;
    let same = 0;
    const most = Math.min(old.length, now.length) - start;
    while (same < most && old[old.length - 1 - same]?.key === now[now.length - 1 - same]?.key) same++;
    const moved = [...old.slice(start, old.length - same), ...now.slice(start, now.length - same)];
    if (!moved.every((each) => this.#comesOrGoes(each))) return false;
    const kept = [...old.slice(0, start), ...old.slice(old.length - same)];
    const others = [...now.slice(0, start), ...now.slice(now.length - same)];
    return kept.every((each, at) => {
      const other = others[at]?.node;
      return other !== undefined && this.#compareDeclarations(each, other, offsets);
    });
  }

  /** Takes in what names mean otherwise: those of what came or went, and of what is nested in that. False where that may be anything. */
  addNames(): boolean {
    if (this.#names.size === 0) return true;
    const files = new Set([...this.before.files.values(), ...this.after.files.values()]);
    for (const file of files) {
      const byName = hangingOnNames(file);
      const nested = [...this.#names].flatMap((name) => (byName.get(name) ?? []).flatMap((mention) => mention.nested ?? []));
      for (const name of nested) this.#names.add(name);
    }
    return [...files].every((file) => this.#addNamesIn(file));
  }

  #addNamesIn(file: SourceFile): boolean {
    const byName = hangingOnNames(file);
    for (const name of this.#names) {
      for (const { id, kind, aspect } of byName.get(name) ?? []) {
        if (pervasive.has(kind)) return false;
        this.#add(id, kind, [aspect]);
      }
    }
    return true;
  }

  #add(id: string | null, kind: Kind, aspects: readonly Aspect[]): void {
    if (aspects.length === 0) return;
    for (const aspect of aspects) this.aspects.add(aspect);
    this.changes.push({ id, kind, aspects: new Set(aspects) });
  }

  #comesOrGoes({ node, id }: Labelled): boolean {
    if (pervasive.has(node.kind)) return false;
    this.#add(id, node.kind, [node.kind]);
    if (node.name) this.#names.add(node.name.text);
    return true;
  }

  #compareDeclarations({ node: before, id }: Labelled, after: Declaration, offsets: Offsets): boolean {
    const { kind } = before;
    const aspects: Aspect[] = [];
    const pairs: Pairs = [];
    for (const part of ['keyword', 'name', 'ends'] as const) {
      if (!addPairs(before[part], after[part], pairs)) aspects.push(kind);
    }
    if (before.block && after.block) pairs.push([before.block, after.block]);
    pairs.push([before, after]);
    offsets.add(pairs);
    if (before.title?.value !== after.title?.value) {
      aspects.push(`${kind}.title`);
      this.labels.push(before.title?.value || (before.name?.text ?? ''));
    } else offsets.add(pairsOf(before.title, after.title) ?? []);
    const changed = changedWords(before, after, offsets);
    if (kind === 'period' || kind === 'scale') return changed.size === 0 && pairsOf(before.dates, after.dates) !== null;
    this.#add(id, kind, [...aspects, ...[...changed].map((word) => aspectOf(kind, word))]);
    return true;
  }
}

function aspectOf(kind: Kind, word: string): Aspect {
  return detailed.has(kind) ? `${kind}.${word}` : kind;
}

/** What names something, or owns what has that name, and what of it hangs on that. */
interface Mention {
  readonly id: string | null;
  readonly kind: Kind;
  readonly aspect: Aspect;
  /** The name of what is nested in what has that name. */
  readonly nested?: string;
}

/** What hangs on each name in a file: what it declares, and what that is nested in; the declarations that refer to it. */
const hangingOnNames = memo((file: SourceFile): ReadonlyMap<string, readonly Mention[]> => {
  const found = new Map<string, Mention[]>();
  const add = (name: string, mention: Mention): void => {
    const known = found.get(name);
    if (known) known.push(mention);
    else found.set(name, [mention]);
  };
  const addDeclared = ({ name, kind, owner, id }: Declared): void => {
    const mention = { id, kind, aspect: kind };
    add(name, mention);
    if (owner) add(owner.name, { ...mention, nested: name });
  };
  outlineOf(file).declared.forEach(addDeclared);
  const ids = idsIn(file);
  for (const { ref, node, word } of referencesIn(file)) {
    const mention = { id: ids.get(node) ?? null, kind: node.kind, aspect: aspectOf(node.kind, word) };
    if (ref.name) add(ref.name.text, mention);
    if (ref.owner) add(ref.owner.text, mention);
  }
  return found;
});

function idsIn(file: SourceFile): ReadonlyMap<Declaration, string> {
  return new Map(outlineOf(file).declared.map(({ node, id }) => [node, id]));
}

interface Labelled {
  /** The same for what has the same name in the same place. */
  readonly key: string;
  readonly node: Declaration;
  /** Null without a name. */
  readonly id: string | null;
}

/** All declarations of a file, in text order; those without a name too. */
const labelled = memo((file: SourceFile): readonly Labelled[] => {
  const ids = idsIn(file);
  const labelledAs = (key: string, node: Declaration): Labelled => ({ key, node, id: ids.get(node) ?? null });
  return file.tree.declarations.flatMap((node) => {
    const key = keyOf(node);
    return [labelledAs(key, node), ...nestedIn(node).map((inner) => labelledAs(`${key} ${keyOf(inner)}`, inner))];
  });
});

function keyOf({ kind, ends, name }: Declaration): string {
  return `${kind} ${ends ? nameOfLink(ends) : (name?.text ?? '')}`;
}

/** The words of the properties that say something else in `after`, or stand in another order; takes note of where the others went. */
function changedWords(before: Declaration, after: Declaration, offsets: Offsets): ReadonlySet<string> {
  const old = before.items.filter((item): item is Property => item.type === 'property');
  const now = after.items.filter((item): item is Property => item.type === 'property');
  const changed = new Set<string>();
  for (const word of new Set([...old, ...now].map((property) => property.word))) {
    const of = (property: Property): boolean => property.word === word;
    const pairs = pairsOf(old.filter(of), now.filter(of));
    if (pairs) offsets.add(pairs);
    else changed.add(word);
  }
  const kept = (properties: readonly Property[]): string => properties.flatMap(({ word }) => (changed.has(word) ? [] : [word])).join(' ');
  return kept(old) === kept(now) ? changed : new Set([...old, ...now].map(({ word }) => word));
}

type Placed = { readonly start: number; readonly end: number };
type Pairs = (readonly [before: Placed, after: Placed])[];

/** The places in two parts of trees that say the same, side by side; null where they do not. */
function pairsOf(before: unknown, after: unknown): Pairs | null {
  const pairs: Pairs = [];
  return addPairs(before, after, pairs) ? pairs : null;
}

function addPairs(before: unknown, after: unknown, pairs: Pairs): boolean {
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  const keys = Object.keys(before);
  if (keys.length !== Object.keys(after).length) return false;
  if (isPlaced(before) && isPlaced(after)) pairs.push([before, after]);
  return keys.every((key) => {
    if (key === 'start' || key === 'end') return true;
    return key in after && addPairs(before[key as never], after[key as never], pairs);
  });
}

function isPlaced(value: object): value is Placed {
  return 'start' in value && 'end' in value;
}

/** Where the places of a file went; null where one went to two places. */
class Offsets {
  readonly starts = new Map<number, number | null>();
  readonly ends = new Map<number, number | null>();

  add(pairs: Pairs): void {
    for (const [before, after] of pairs) {
      note(this.starts, before.start, after.start);
      note(this.ends, before.end, after.end);
    }
  }
}

function note(offsets: Map<number, number | null>, from: number, to: number): void {
  const known = offsets.get(from);
  offsets.set(from, known === undefined || known === to ? to : null);
}
