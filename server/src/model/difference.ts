import { type Declaration, nestedIn, type Property } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Location } from '../text/span';
import { memo } from './memo';
import { type Declared, nameOfLink, outlineOf } from './outline';
import { referencesIn } from './references';
import type { Snapshot, SourceFile } from './snapshot';

/**
 * What of a project can change: what a property says (`task.assigned`), or anything about the declarations of a kind (`link`);
 * `grammar` stands for all that departs from it.
 */
export type Aspect = Kind | `${Kind}.${string}` | 'grammar';

/** In what two states of a project differ. */
export interface Difference {
  readonly aspects: ReadonlySet<Aspect>;
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
    if (before.tree.problems.length > 0 || after.tree.problems.length > 0) this.aspects.add('grammar');
    const offsets = new Offsets();
    this.#offsets.set(before.path, offsets);
    const old = labelled(before);
    const now = labelled(after);
    let start = 0;
    while (start < old.length && start < now.length && old[start]?.key === now[start]?.key) start++;
    let same = 0;
    const most = Math.min(old.length, now.length) - start;
    while (same < most && old[old.length - 1 - same]?.key === now[now.length - 1 - same]?.key) same++;
    const moved = [...old.slice(start, old.length - same), ...now.slice(start, now.length - same)];
    if (!moved.every(({ node }) => this.#comesOrGoes(node))) return false;
    const kept = [...old.slice(0, start), ...old.slice(old.length - same)];
    const others = [...now.slice(0, start), ...now.slice(now.length - same)];
    return kept.every(({ node }, at) => {
      const other = others[at]?.node;
      return other !== undefined && this.#compareDeclarations(node, other, offsets);
    });
  }

  /** Takes in what names mean otherwise: those of what came or went. False where that may be anything. */
  addNames(): boolean {
    if (this.#names.size === 0) return true;
    return [this.before, this.after].every(({ files }) => [...files.values()].every((file) => this.#addNamesIn(file)));
  }

  #addNamesIn(file: SourceFile): boolean {
    const byName = aspectsByName(file);
    for (const name of this.#names) {
      for (const aspect of byName.get(name) ?? []) {
        if (pervasive.has(aspect as Kind)) return false;
        this.aspects.add(aspect);
      }
    }
    return true;
  }

  #comesOrGoes(node: Declaration): boolean {
    if (pervasive.has(node.kind)) return false;
    this.aspects.add(node.kind);
    if (node.name) this.#names.add(node.name.text);
    return true;
  }

  #compareDeclarations(before: Declaration, after: Declaration, offsets: Offsets): boolean {
    const { kind } = before;
    const pairs: Pairs = [];
    for (const part of ['keyword', 'name', 'ends'] as const) {
      if (!addPairs(before[part], after[part], pairs)) this.aspects.add(kind);
    }
    if (before.block && after.block) pairs.push([before.block, after.block]);
    pairs.push([before, after]);
    offsets.add(pairs);
    if (before.title?.value !== after.title?.value) this.#retitled(before);
    else offsets.add(pairsOf(before.title, after.title) ?? []);
    const changed = changedWords(before, after, offsets);
    if (kind === 'period' || kind === 'scale') return changed.size === 0 && pairsOf(before.dates, after.dates) !== null;
    for (const word of changed) this.aspects.add(aspectOf(kind, word));
    return true;
  }

  #retitled({ kind, title, name }: Declaration): void {
    this.aspects.add(`${kind}.title`);
    this.labels.push(title?.value || (name?.text ?? ''));
  }
}

function aspectOf(kind: Kind, word: string): Aspect {
  return detailed.has(kind) ? `${kind}.${word}` : kind;
}

/** What hangs on each name in a file: the kinds of what it declares, and of what is nested in that; the properties that refer to it. */
const aspectsByName = memo((file: SourceFile): ReadonlyMap<string, ReadonlySet<Aspect>> => {
  const found = new Map<string, Set<Aspect>>();
  const add = (name: string, aspect: Aspect): void => {
    const known = found.get(name);
    if (known) known.add(aspect);
    else found.set(name, new Set([aspect]));
  };
  const addDeclared = ({ name, kind, owner }: Declared): void => {
    add(name, kind);
    if (owner) add(owner.name, kind);
  };
  outlineOf(file).declared.forEach(addDeclared);
  for (const { ref, node, word } of referencesIn(file)) {
    const aspect = aspectOf(node.kind, word);
    if (ref.name) add(ref.name.text, aspect);
    if (ref.owner) add(ref.owner.text, aspect);
  }
  return found;
});

interface Labelled {
  /** The same for what has the same name in the same place. */
  readonly key: string;
  readonly node: Declaration;
}

/** All declarations of a file, in text order; those without a name too. */
const labelled = memo((file: SourceFile): readonly Labelled[] =>
  file.tree.declarations.flatMap((node) => {
    const key = keyOf(node);
    return [{ key, node }, ...nestedIn(node).map((inner) => ({ key: `${key} ${keyOf(inner)}`, node: inner }))];
  }),
);

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
