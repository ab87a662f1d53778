import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import { meant, names } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { builtInTechniques } from '../model/techniques';
import { referenceTo } from '../planning/reference';
import { rules } from '../rules/catalogue';
import { canBeSilenced } from '../rules/silencers';
import type { Declaration } from '../syntax/tree';
import { formOf, type Kind, topKinds, wordsOf } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import type { Place, Span } from '../text/span';
import { contextAt, type NamesPart, ownerBefore, type Part, restOfWord, wordBefore } from './context';
import { fold } from './fold';
import { kindLabel, levelLabel, valueMeaning, wordMeaning } from './words';

/** One thing that can stand at the cursor. */
export interface Suggestion {
  /** What is put in. */
  readonly text: string;
  readonly what: 'word' | 'level' | 'rule' | Kind;
  /** What it is or says, in the reader's language; empty where there is nothing to say. */
  readonly detail: string;
  /** Its title, where it has one: it is found by that too. */
  readonly title: string | null;
}

export interface Completion {
  /** What a suggestion replaces: the word that is being typed, up to the cursor. */
  readonly span: Span;
  /** The same up to its end. */
  readonly whole: Span;
  /** The best match of what is typed first. */
  readonly suggestions: readonly Suggestion[];
  /** Are there more than are given? Then typing on asks again. */
  readonly incomplete: boolean;
  /** Must one of them follow before anything else can? */
  readonly awaited: boolean;
}

/** As many suggestions are given at most. */
const most = 100;

/** What can stand at `place`. */
export function completion(snapshot: Snapshot, place: Place, language: Language): Completion {
  const file = snapshot.files.get(place.file);
  if (!file) throw new RangeError(`There is no file “${place.file}”.`);
  const span = wordBefore(file.text, place.offset);
  const typed = fold(file.text.slice(span.start, span.end));
  const asked: Asked = { snapshot, file, language, span, typed, owner: ownerBefore(file.text, span.start) };
  const { parts, awaited } = contextAt(file, place.offset);
  const found = new Map<string, Suggestion>();
  for (const { suggest } of rank(allCandidates(asked, parts), typed)) {
    const suggestion = suggest();
    if (suggestion && !found.has(suggestion.text)) found.set(suggestion.text, suggestion);
    if (found.size > most) break;
  }
  const whole = { start: span.start, end: place.offset + restOfWord(file.text, place.offset).length };
  return { span, whole, suggestions: [...found.values()].slice(0, most), incomplete: found.size > most, awaited };
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly file: SourceFile;
  readonly language: Language;
  /** The word that is being typed, and what it is looked for by, folded. */
  readonly span: Span;
  readonly typed: string;
  /** What stands before the dot before it. */
  readonly owner: string | null;
}

/** What may be suggested. */
interface Candidate {
  /** What it is found by, folded. */
  readonly name: string;
  readonly title: string;
  /** Null where it cannot be written there. */
  suggest(): Suggestion | null;
}

/** All of them, one at a time: the first ones may do. */
function* allCandidates(asked: Asked, parts: readonly Part[]): Iterable<Candidate> {
  for (const part of parts) yield* candidates(asked, part);
}

function candidates(asked: Asked, part: Part): Iterable<Candidate> {
  const { language } = asked;
  if (part.what === 'names') return namesFor(asked, part);
  if (asked.owner !== null) return [];
  switch (part.what) {
    case 'declarations':
      return declarationWords(asked);
    case 'items':
      return itemWords(asked, part.declaration);
    case 'words':
      return part.words.map((word) => candidate({ text: word, what: 'word', detail: valueMeaning(word)?.[language] ?? '', title: null }));
    case 'levels':
      return levels(asked);
    case 'rules':
      return ruleNames(asked, ({ name }) => !part.taken.has(name));
    case 'silenced':
      return ruleNames(asked, ({ name }) => canBeSilenced(name));
  }
}

/** The words of declarations; of what a project has one of, only while it has none. */
function declarationWords({ snapshot, file, span, language }: Asked): readonly Candidate[] {
  const isThere = (kind: Kind): boolean => {
    const there = kind === 'organization' || kind === 'period' || kind === 'scale' ? names(snapshot).sole(kind) : null;
    return there !== null && !(there.file === file.path && there.node.start === span.start);
  };
  return topKinds.filter((kind) => !isThere(kind)).map((kind) => wordCandidate(kind, kind, language));
}

/** The words of items; those that stand once and are there already are left out. */
function itemWords({ span, language }: Asked, { kind, items }: Declaration): readonly Candidate[] {
  const there = new Set(items.map((item) => (item.type === 'property' && item.start !== span.start ? item.word : '')));
  const groups = new Set([...there].map((word) => formOf(kind, word)?.group).filter((group) => group !== undefined));
  const open = [...wordsOf(kind)].filter((word) => {
    const form = formOf(kind, word);
    return !form || form.list || !(there.has(word) || (form.group !== undefined && groups.has(form.group)));
  });
  // What every block can hold is seldom what is looked for.
  const inOrder = [...open.filter((word) => word !== 'about'), ...open.filter((word) => word === 'about')];
  return inOrder.map((word) => wordCandidate(kind, word, language));
}

function levels({ snapshot, language }: Asked): readonly Candidate[] {
  const scale = scaleOf(snapshot);
  return scale.levels.map(({ name, title }, index) =>
    candidate({ text: name, what: 'level', detail: levelLabel(index + 1, scale)[language], title }),
  );
}

function ruleNames({ language }: Asked, isWanted: (rule: (typeof rules)[number]) => boolean): readonly Candidate[] {
  return rules.filter(isWanted).map(({ name, summary }) => candidate({ text: name, what: 'rule', detail: summary[language], title: null }));
}

/** The names of the declarations that can be meant, those of the same file first; behind a dot, of those nested in what stands before it. */
function* namesFor(asked: Asked, part: NamesPart): Iterable<Candidate> {
  const { snapshot, file, owner, typed } = asked;
  const kinds = part.paired ? pairedKinds(snapshot, part) : part.kinds;
  const taken = part.taken.map((ref) => meant(names(snapshot).resolve(ref, part.kinds)));
  const left = new Set<Declared | null>([...names(snapshot).repeated(), ...taken]);
  for (const each of [file, ...snapshot.inOrder().filter((other) => other !== file)]) {
    for (const kind of kinds) {
      for (const { declared, name, title } of findableIn(each).get(kind) ?? []) {
        if (scoreOf(name, title, typed) === null) continue;
        if (left.has(declared) || declared.node === part.self || (owner !== null && declared.owner?.name !== owner)) continue;
        yield { name, title, suggest: () => suggestionOf(asked, part, declared) };
      }
    }
  }
  if (kinds.includes('technique') && owner === null) yield* builtIns(asked);
}

/** What the other end of a link asks for: people beside people, teams beside teams. */
function pairedKinds(snapshot: Snapshot, { paired, kinds }: NamesPart): readonly Kind[] {
  const other = paired && meant(names(snapshot).resolve(paired, kinds));
  return other ? kinds.filter((kind) => (kind === 'team') === (other.kind === 'team')) : kinds;
}

function suggestionOf({ snapshot, owner, language }: Asked, { place }: NamesPart, declared: Declared): Suggestion | null {
  const text = owner === null ? referenceTo({ snapshot }, declared, place) : declared.name;
  if (text === null) return null;
  const kind = kindLabel(declared.kind)[language];
  const detail = declared.owner ? `${kind} · ${declared.owner.node.title?.value ?? declared.owner.name}` : kind;
  return { text, what: declared.kind, detail, title: declared.node.title?.value ?? null };
}

/** The techniques that every project knows, but those that this one declares itself. */
function builtIns({ snapshot, language }: Asked): readonly Candidate[] {
  const isDeclared = (name: string): boolean =>
    names(snapshot)
      .find(name)
      .some(({ kind }) => kind === 'technique');
  return builtInTechniques
    .filter(({ name }) => !isDeclared(name))
    .map(({ name, label }) =>
      candidate({ text: name, what: 'technique', detail: kindLabel('technique')[language], title: label[language] }),
    );
}

/** What a file declares, by kind, with what it is found by; made once for each text of it. */
export const findableIn = memo((file: SourceFile) =>
  grouped(
    outlineOf(file).declared.map((declared) => ({ declared, name: fold(declared.name), title: fold(declared.node.title?.value ?? '') })),
    ({ declared }) => [declared.kind],
  ),
);

function wordCandidate(block: string, word: string, language: Language): Candidate {
  return candidate({ text: word, what: 'word', detail: wordMeaning(block, word)?.[language] ?? '', title: null });
}

function candidate(suggestion: Suggestion): Candidate {
  return { name: fold(suggestion.text), title: fold(suggestion.title ?? ''), suggest: () => suggestion };
}

/** Those that `typed` is found in, the best first; equals as they stand. */
function rank(all: Iterable<Candidate>, typed: string): Iterable<Candidate> {
  if (typed === '') return all;
  const groups: readonly Candidate[][] = [[], [], [], []];
  for (const each of all) {
    const score = scoreOf(each.name, each.title, typed);
    if (score !== null) groups[score]?.push(each);
  }
  return groups.flat();
}

/** Where `typed` is found: at the start of the name, at the start of the title, elsewhere in one or the other; null where it is not. */
function scoreOf(name: string, title: string, typed: string): 0 | 1 | 2 | 3 | null {
  if (name.startsWith(typed)) return 0;
  if (title.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  return title.includes(typed) ? 3 : null;
}
