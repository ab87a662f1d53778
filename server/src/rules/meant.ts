import { modelOf } from '../model/build';
import { nearestDate } from '../model/calendar';
import { edited } from '../model/edited';
import type { Fault } from '../model/faults/fault';
import { faultsIn } from '../model/faults/faults';
import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import type { Model } from '../model/model';
import { names } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { referencesIn } from '../model/references';
import type { Scale } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { likeliest } from './model/nearestNames';
import { nearestLevels } from './model/unknownLevel';

/** What a project may mean. */
export interface Meant {
  readonly model: Model;
  /** What has another id in `model`, by its id in the project: what is named differently there. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * What the project may mean: names, levels and dates that there are not stand for the nearest that can stand there. Null where none does.
 * The misspelling is a fault of its own; what follows from it alone is not a second one.
 */
export function asMeant({ snapshot, scale, today }: Model): Meant | null {
  const meanings = meaningsIn(snapshot, scale);
  if (meanings.length === 0) return null;
  const edits: Edit[] = [];
  const renamed = new Map<string, string>();
  for (const [name, alike] of grouped(meanings, ({ fault }) => [missingName(fault)])) {
    const slip = name === null ? null : misnamed(snapshot, alike);
    if (slip && name !== null) {
      edits.push({ file: slip.declared.file, span: slip.at, text: name });
      for (const [id, other] of idsWhereCalled(snapshot, slip.declared, name)) renamed.set(id, other);
    } else edits.push(...alike.map(({ file, fault, text }) => ({ file, span: fault.at, text })));
  }
  return { model: modelOf(edited(snapshot, edits), today), renamed };
}

/** A fault, and what is meant in its place. */
interface Meaning {
  readonly file: string;
  readonly fault: Fault;
  readonly text: string;
}

function meaningsIn(snapshot: Snapshot, scale: Scale): readonly Meaning[] {
  const known = new Map<string, string | null>();
  const meanings: Meaning[] = [];
  for (const file of snapshot.files.keys()) {
    for (const fault of faultsIn(snapshot, file)) {
      const alike = likenessOf(fault);
      if (!known.has(alike)) known.set(alike, meaningOf(fault, snapshot, scale));
      const text = known.get(alike) ?? null;
      if (text !== null) meanings.push({ file, fault, text });
    }
  }
  return meanings;
}

/** The name that `fault` misses, of something that is not nested; null of other faults. */
function missingName(fault: Fault): string | null {
  return fault.fault === 'unknown-name' && fault.part !== 'name' ? fault.text : null;
}

interface Misnamed {
  readonly declared: Declared;
  /** Its name. */
  readonly at: Span;
}

/**
 * The declaration that all of `meanings`, which miss one name, mean, and that nothing calls by the name it has: then that is where the
 * slip is, and few files read otherwise once it is mended there. Null where it is in one of them.
 */
function misnamed(snapshot: Snapshot, meanings: readonly Meaning[]): Misnamed | null {
  const [first, ...others] = meanings;
  if (!first || others.length === 0 || others.some(({ text }) => text !== first.text)) return null;
  const [declared, ...alike] = names(snapshot).find(first.text);
  const at = declared?.node.name;
  if (!declared || !at || alike.length > 0 || declared.owner) return null;
  const isCalledSo = [...snapshot.files.values()].some((file) => namesReferredTo(file).has(first.text));
  return isCalledSo ? null : { declared, at };
}

const namesReferredTo = memo(
  (file: SourceFile): ReadonlySet<string> =>
    new Set(referencesIn(file).flatMap(({ ref }) => [ref.name, ref.owner].flatMap((part) => part?.text ?? []))),
);

/** The ids of a declaration, and of what is nested in it, with those that they have where it is called `name`. */
function idsWhereCalled(snapshot: Snapshot, declared: Declared, name: string): readonly (readonly [string, string])[] {
  const source = snapshot.files.get(declared.file);
  const nested = source ? outlineOf(source).declared.filter(({ owner }) => owner === declared) : [];
  return [[declared.id, `${declared.kind}:${name}`], ...nested.map((each) => [each.id, `${each.kind}:${name}.${each.name}`] as const)];
}

/** What is meant where `fault` stands; null where nothing comes near. */
function meaningOf(fault: Fault, snapshot: Snapshot, scale: Scale): string | null {
  switch (fault.fault) {
    case 'unknown-name':
      return likeliest(snapshot, fault)[0]?.text ?? null;
    case 'unknown-level':
      return nearestLevels(fault)[0] ?? String(scale.autonomous);
    case 'invalid-value':
      return fault.value.why === 'no-such-date' ? nearestDate(fault.value.date) : null;
    default:
      return null;
  }
}

/** Faults of one likeness mean the same: a name that changed where it is declared is misspelt in many places. */
function likenessOf(fault: Fault): string {
  switch (fault.fault) {
    case 'unknown-name':
      return [fault.fault, fault.node.kind, fault.word, fault.part, fault.ref.owner?.text, fault.text].join(' ');
    case 'unknown-level':
      return [fault.fault, fault.text].join(' ');
    case 'invalid-value':
      return [fault.fault, fault.value.why, fault.value.why === 'no-such-date' ? fault.value.date : ''].join(' ');
    default:
      return fault.fault;
  }
}
