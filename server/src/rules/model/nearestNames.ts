import type { AmbiguousName, UnknownName, WrongKind } from '../../model/faults/fault';
import { grouped } from '../../model/grouped';
import { memo } from '../../model/memo';
import { type Names, names } from '../../model/names';
import { type Declared, outlineOf } from '../../model/outline';
import type { Snapshot, SourceFile } from '../../model/snapshot';
import { builtInTechniques } from '../../model/techniques';
import { type Kind, wordsOf } from '../../syntax/vocabulary';
import type { Localised } from '../../text/localised';
import { nearest, nearestOf, type Spelling, spellingOf } from '../../text/nearest';
import type { Span } from '../../text/span';
import type { Fix } from '../rule';

/** A reference that does not mean what can stand there. */
type Failed = UnknownName | WrongKind | AmbiguousName;

/** So many names are offered at the most. */
const mostOffered = 3;

/** Fixes that write one of the nearest names that can stand in the place of `fault`, best first. */
export function nearestNames(snapshot: Snapshot, file: string, fault: Failed): readonly Fix[] {
  return likeliest(snapshot, fault)
    .slice(0, mostOffered)
    .map(({ text, label }, at) => changeTo(file, fault.at, text, label, at === 0));
}

interface Meaning {
  /** As it is written in the place of the fault. */
  readonly text: string;
  /** Its title. */
  readonly label: string | null;
}

/** What `fault` may have been meant as, nearest first. */
export function likeliest(snapshot: Snapshot, fault: Failed): readonly Meaning[] {
  const known = names(snapshot);
  const builtIn = fault.kinds.includes('technique') ? builtInNames : [];
  const near = fault.kinds.flatMap((kind) => nearestOfKind(snapshot)(kind, fault.text));
  return nearest(fault.text, [...near, ...builtIn]).flatMap((name): readonly Meaning[] => {
    const declared = known.find(name).filter((each) => canStandFor(each, fault));
    if (declared.length === 0 && builtIn.includes(name)) return [{ text: name, label: null }];
    return declared.flatMap((each) => {
      const text = fault.part === 'whole' ? referenceTo(known, fault, each) : name;
      return text === null ? [] : [{ text, label: each.node.title?.value ?? null }];
    });
  });
}

/** The fixes that write one of `declared` in the place of `fault`. */
export function changesTo(snapshot: Snapshot, file: string, fault: Failed, declared: readonly Declared[]): readonly Fix[] {
  const known = names(snapshot);
  const written = declared.flatMap((each) => {
    const text = referenceTo(known, fault, each);
    return text === null ? [] : [{ text, label: each.node.title?.value ?? null }];
  });
  return written.map(({ text, label }, at) => changeTo(file, fault.ref, text, label, at === 0));
}

/** The names of declarations of a kind that are nearest to a text: a name that many places miss is looked for once, whatever else can stand there. */
const nearestOfKind = memo(({ files }: Snapshot) => {
  const known = new Map<string, readonly string[]>();
  return (kind: Kind, text: string): readonly string[] => {
    const key = `${kind} ${text}`;
    const near =
      known.get(key) ??
      nearestOf(
        text,
        [...files.values()].flatMap((file) => spellingsIn(file).get(kind) ?? []),
      );
    known.set(key, near);
    return near;
  };
});

const spellingsIn = memo((file: SourceFile): ReadonlyMap<Kind, readonly Spelling[]> => {
  const byKind = grouped(outlineOf(file).declared, ({ kind }) => [kind]);
  return new Map([...byKind].map(([kind, declared]) => [kind, declared.map(({ name }) => spellingOf(name))]));
});

const builtInNames = builtInTechniques.map(({ name }) => name);

function canStandFor({ kind, owner }: Declared, { part, ref, kinds }: Failed): boolean {
  return kinds.includes(kind) && (part !== 'name' || owner?.name === ref.owner?.text);
}

/** How `declared` is written where `fault` stands: by its bare name, else with its owner; null where neither would mean it. */
function referenceTo(known: Names, { node, kinds }: Failed, { id, name, owner }: Declared): string | null {
  const word = { start: 0, end: 0 };
  const bare = { ...word, owner: null, name: { ...word, text: name } };
  const meant = (ref: typeof bare | (Omit<typeof bare, 'owner'> & { owner: typeof bare.name })): boolean => {
    const resolution = known.resolve(ref, kinds);
    return resolution !== null && 'declared' in resolution && resolution.declared.id === id;
  };
  // Such a word would end what came before it and open a property.
  if (!wordsOf(node.kind).has(name) && meant(bare)) return name;
  return owner && meant({ ...bare, owner: { ...word, text: owner.name } }) ? `${owner.name}.${name}` : null;
}

function changeTo(file: string, span: Span, text: string, label: string | null, preferred: boolean): Fix {
  const shown = label === null ? text : `${text} (${label})`;
  const title: Localised = { en: `Change to ${shown}`, fr: `Remplacer par ${shown}` };
  return { title, preferred, edits: [{ file, span: { start: span.start, end: span.end }, text }] };
}
