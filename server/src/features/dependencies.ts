import { type Declared, outlineOf } from '../model/outline';
import { type Reference, referencesOf } from '../model/references';
import type { Snapshot } from '../model/snapshot';
import type { Kind } from '../syntax/vocabulary';
import type { Place, Span } from '../text/span';
import { meantBy, namingAt, referringTo } from './naming';

/** One end of a dependency, and where its text, or that of what depends on it, says so. */
export interface Dependency {
  readonly declared: Declared;
  /** In the file of the one that depends. */
  readonly places: readonly Span[];
}

/**
 * A client depends on what meets their needs, a need on the tasks for it, a task on the people on it, on the competencies that it requires,
 * on resources and on the tasks before it, a competency on those who hold it.
 */
const dependents: ReadonlySet<string> = new Set(['task.assigned', 'task.with', 'task.requires', 'task.uses', 'task.after']);
/** Here what is named depends on the one who names it. */
const supports: ReadonlySet<string> = new Set(['task.for', 'member.has', 'stakeholder.has']);
const kinds: ReadonlySet<Kind> = new Set<Kind>([
  'organization',
  'client',
  'need',
  'task',
  'competency',
  'resource',
  'member',
  'stakeholder',
]);

/** What stands at `place` and can depend on something, or something on it; null for anything else. */
export function dependableAt(snapshot: Snapshot, place: Place): Declared | null {
  const named = namingAt(snapshot, place)?.named;
  return named && 'declared' in named && kinds.has(named.declared.kind) ? named.declared : null;
}

/** What depends on `declared`: who or what would feel it if that were gone. In project order. */
export function dependentsOf(snapshot: Snapshot, declared: Declared): readonly Dependency[] {
  const owner = declared.kind === 'need' && declared.owner ? [{ declared: declared.owner, place: nameOf(declared) }] : [];
  const supported = meanings(snapshot, declared, supports).map((target) => ({ declared: target.declared, place: nameOf(target.declared) }));
  const depending = namers(snapshot, declared, dependents).map(({ declared: by, reference }) => ({ declared: by, place: reference.ref }));
  return merged([...owner, ...supported, ...depending]);
}

/** What `declared` depends on: who and what carries it. In project order. */
export function dependenciesOf(snapshot: Snapshot, declared: Declared): readonly Dependency[] {
  const source = snapshot.files.get(declared.file);
  const nested = source ? outlineOf(source).declared.filter(({ kind, owner }) => kind === 'need' && owner === declared) : [];
  const needs = nested.map((need) => ({ declared: need, place: nameOf(need) }));
  const own = meanings(snapshot, declared, dependents).map(({ declared: target, reference }) => ({
    declared: target,
    place: reference.ref,
  }));
  const carried = namers(snapshot, declared, supports).map(({ declared: by }) => ({ declared: by, place: nameOf(declared) }));
  return merged([...needs, ...own, ...carried]);
}

interface Related {
  readonly declared: Declared;
  readonly reference: Reference;
}

/** What `declared` names behind one of `words`. */
function meanings(snapshot: Snapshot, { node }: Declared, words: ReadonlySet<string>): readonly Related[] {
  return referencesOf(node).flatMap((reference) => {
    const declared = isBehind(reference, words) ? meantBy(snapshot, reference) : null;
    return declared ? [{ declared, reference }] : [];
  });
}

/** What names `declared` behind one of `words`. */
function namers(snapshot: Snapshot, declared: Declared, words: ReadonlySet<string>): readonly Related[] {
  return snapshot.inOrder().flatMap((file) =>
    referringTo(snapshot, file, declared).flatMap((reference) => {
      if (!isBehind(reference, words) || meantBy(snapshot, reference) !== declared) return [];
      const by = outlineOf(file).declared.find(({ node }) => node === reference.node);
      return by ? [{ declared: by, reference }] : [];
    }),
  );
}

function isBehind({ node, word }: Reference, words: ReadonlySet<string>): boolean {
  return words.has(`${node.kind}.${word}`);
}

function merged(all: readonly { readonly declared: Declared; readonly place: Span }[]): readonly Dependency[] {
  const places = new Map<Declared, Span[]>();
  for (const { declared, place } of all) {
    const { start, end } = place;
    places.set(declared, [...(places.get(declared) ?? []), { start, end }]);
  }
  return [...places].map(([declared, its]) => ({ declared, places: its }));
}

function nameOf({ node }: Declared): Span {
  return node.name ?? node.keyword;
}
