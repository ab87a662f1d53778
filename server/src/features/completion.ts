import { meant, names, ownerKinds } from '../model/names';
import type { Declared } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { builtInTechniques } from '../model/techniques';
import type { PersonFit } from '../planning/fits';
import { referenceTo } from '../planning/reference';
import { rules } from '../rules/catalogue';
import { canBeSilenced } from '../rules/silencers';
import { type Declaration, nestedIn } from '../syntax/tree';
import { formOf, type Kind, nestedOf, topKinds, wordsOf } from '../syntax/vocabulary';
import type { Localised, LocalisedWith } from '../text/localised';
import type { Place, Span } from '../text/span';
import type { Topic } from './about';
import { contextAt, type NamesPart, ownerBefore, type Part, restOfWord, wordBefore } from './context';
import { likelyDates } from './dates';
import { type Findable, type FindableDeclared, findable, found as foundIn, scoreOf } from './findable';
import { fitInWords } from './fits';
import { fold } from './fold';
import type { Reader } from './reader';
import { template } from './templates';
import type { Undeclared } from './undeclared';
import { isJoined } from './values';
import { kindLabel, levelLabel, valueMeaning, wordMeaning } from './words';

/** One thing that can stand at the cursor. */
export interface Suggestion {
  /** What is put in. */
  readonly text: string;
  readonly what: 'word' | 'level' | 'rule' | 'date' | 'template' | 'newName' | Kind;
  /** What it is or says, in the reader's language; empty where there is nothing to say. */
  readonly detail: string;
  /** Its title, where it has one: it is found by that too. */
  readonly title: string | null;
  /** Of somebody who could do a task: what they would bring to it; else empty. */
  readonly fit: string;
  /** Of a whole declaration: its text, with stops to fill in; else null. */
  readonly template: string | null;
  /** What more there is to say of, when somebody wants to know. */
  readonly topic: Topic | null;
  /** The characters that take it, and go on: what can follow it. */
  readonly commits: string;
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

/** What takes a look at the whole project, and is found out elsewhere. */
export interface Told {
  /** Where people are assigned to a task: what each would bring to it, the best first. */
  readonly fits?: readonly PersonFit[];
  /** Where a name is made up: those that are referred to and given nowhere. */
  readonly undeclared?: readonly Undeclared[];
}

/** What can stand at `place`; `told` is what is known beyond names. */
export function completion(snapshot: Snapshot, place: Place, reader: Reader, told: Told = {}): Completion {
  const file = snapshot.files.get(place.file);
  if (!file) throw new RangeError(`There is no file “${place.file}”.`);
  const span = wordBefore(file.text, place.offset);
  const typed = fold(file.text.slice(span.start, span.end));
  const asked: Asked = {
    snapshot,
    file,
    reader,
    span,
    typed,
    owner: ownerBefore(file.text, span.start),
    fits: new Map((told.fits ?? []).map((fit) => [fit.person, fit])),
    undeclared: told.undeclared ?? [],
  };
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

/** What is to be found out about the whole project before completion at a place can tell it. */
export type Untold =
  /** The task that somebody is assigned to, by where it starts. */
  | { readonly about: 'fits'; readonly task: number }
  /** The names that something of `kind` is referred to by; of what is nested in `owner`. */
  | { readonly about: 'undeclared'; readonly kind: Kind; readonly owner: string | null };

/** What completion at `place` has to be told; null where names are enough. */
export function untoldAt(snapshot: Snapshot, { file: path, offset }: Place): Untold | null {
  const file = snapshot.files.get(path);
  for (const part of file ? contextAt(file, offset).parts : []) {
    if (part.what === 'names' && part.place.kind === 'task' && part.place.word === 'assigned')
      return { about: 'fits', task: part.self.start };
    if (part.what !== 'newNames') continue;
    const owner = file?.tree.declarations.find((top) => nestedIn(top).includes(part.declaration));
    return { about: 'undeclared', kind: part.declaration.kind, owner: owner?.name?.text ?? null };
  }
  return null;
}

/** All that a file says around the word that is being typed at `place`: while that is the same, what completion was told holds for the next letter. */
export function aroundWord(snapshot: Snapshot, { file: path, offset }: Place): string {
  const text = snapshot.files.get(path)?.text ?? '';
  return `${text.slice(0, wordBefore(text, offset).start)}\0${text.slice(offset + restOfWord(text, offset).length)}`;
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly file: SourceFile;
  readonly reader: Reader;
  /** The word that is being typed, and what it is looked for by, folded. */
  readonly span: Span;
  readonly typed: string;
  /** What stands before the dot before it. */
  readonly owner: string | null;
  /** By person, the best first. */
  readonly fits: ReadonlyMap<string, PersonFit>;
  readonly undeclared: readonly Undeclared[];
}

/** What may be suggested. */
interface Candidate extends Findable {
  /** Null where it cannot be written there. */
  suggest(): Suggestion | null;
}

/** All of them, one at a time: the first ones may do. */
function* allCandidates(asked: Asked, parts: readonly Part[]): Iterable<Candidate> {
  for (const part of parts) yield* candidates(asked, part);
}

function candidates(asked: Asked, part: Part): Iterable<Candidate> {
  const { language } = asked.reader;
  if (part.what === 'names') return namesFor(asked, part);
  if (asked.owner !== null) return [];
  switch (part.what) {
    case 'declarations':
      return declarationWords(asked);
    case 'items':
      return itemWords(asked, part.declaration);
    case 'words':
      return part.words.map((word) => candidate({ text: word, what: 'word', detail: valueMeaning(word)?.[language] ?? '' }));
    case 'levels':
      return levels(asked);
    case 'dates':
      return likelyDates(asked.snapshot, part, asked.reader.today, language).map(({ text, title }) =>
        candidate({ text, what: 'date', detail: '', title }),
      );
    case 'newNames':
      return newNames(asked);
    case 'rules':
      return ruleNames(asked, ({ name }) => !part.taken.has(name));
    case 'silenced':
      return ruleNames(asked, ({ name }) => canBeSilenced(name));
  }
}

/** The words of declarations, and whole ones to fill in; of what a project has one of, only while it has none. */
function declarationWords({ snapshot, file, span, reader }: Asked): readonly Candidate[] {
  const isThere = (kind: Kind): boolean => {
    const there = kind === 'organization' || kind === 'period' || kind === 'scale' ? names(snapshot).sole(kind) : null;
    return there !== null && !(there.file === file.path && there.node.start === span.start);
  };
  const missing = topKinds.filter((kind) => !isThere(kind));
  return [...missing.map((kind) => wordCandidate('', kind, reader)), ...missing.map((kind) => templateCandidate(kind, reader))];
}

/** The words of items; those that stand once and are there already are left out. */
function itemWords({ span, reader }: Asked, { kind, items }: Declaration): readonly Candidate[] {
  const there = new Set(items.map((item) => (item.type === 'property' && item.start !== span.start ? item.word : '')));
  const groups = new Set([...there].map((word) => formOf(kind, word)?.group).filter((group) => group !== undefined));
  const open = [...wordsOf(kind)].filter((word) => {
    const form = formOf(kind, word);
    return !form || form.list || !(there.has(word) || (form.group !== undefined && groups.has(form.group)));
  });
  // What every block can hold is seldom what is looked for.
  const inOrder = [...open.filter((word) => word !== 'about'), ...open.filter((word) => word === 'about')];
  const nested = nestedOf[kind] ?? [];
  return [...inOrder.map((word) => wordCandidate(kind, word, reader)), ...nested.map((each) => templateCandidate(each, reader))];
}

function levels({ snapshot, reader: { language } }: Asked): readonly Candidate[] {
  const scale = scaleOf(snapshot);
  return scale.levels.map(({ name, title }, index) =>
    candidate({
      text: name,
      what: 'level',
      detail: levelLabel(index + 1, scale)[language],
      title,
      topic: { topic: 'level', level: index + 1 },
      commits: ',',
    }),
  );
}

function ruleNames({ reader: { language } }: Asked, isWanted: (rule: (typeof rules)[number]) => boolean): readonly Candidate[] {
  return rules
    .filter(isWanted)
    .map(({ name, summary }) =>
      candidate({ text: name, what: 'rule', detail: summary[language], topic: { topic: 'rule', name }, commits: ',' }),
    );
}

function newNames({ undeclared, reader: { language } }: Asked): readonly Candidate[] {
  return undeclared.map(({ name, count }) => candidate({ text: name, what: 'newName', detail: timesNamed[language](count) }));
}

const timesNamed: LocalisedWith<number> = {
  en: (count) => `referred to ${count === 1 ? 'once' : `${count} times`}, declared nowhere`,
  fr: (count) => `utilisé ${count} fois, déclaré nulle part`,
};

/**
 * The names of the declarations that can be meant: of people who could do a task, the best first, then those of the same file, then all
 * others; behind a dot, of those nested in what stands before it.
 */
function* namesFor(asked: Asked, part: NamesPart): Iterable<Candidate> {
  const { snapshot, file, owner, typed, fits } = asked;
  const kinds = part.paired ? pairedKinds(snapshot, part) : part.kinds;
  const taken = part.taken.map((ref) => meant(names(snapshot).resolve(ref, part.kinds)));
  const left = new Set<Declared | null>([...names(snapshot).repeated(), ...taken]);
  const isOpen = ({ declared }: FindableDeclared): boolean =>
    !left.has(declared) && declared.node !== part.self && (owner === null || declared.owner?.name === owner);
  const candidateOf = ({ declared, name, title }: FindableDeclared): Candidate => ({
    name,
    title,
    suggest: () => suggestionOf(asked, part, declared),
  });
  const able = [...fits.keys()].flatMap((id) => declaredAs(snapshot, id, kinds) ?? []).map(findable);
  for (const each of able) if (scoreOf(each, typed) !== null && isOpen(each)) yield candidateOf(each);
  for (const each of able) left.add(each.declared);
  for (const each of [file, ...snapshot.inOrder().filter((other) => other !== file)]) {
    for (const kind of kinds) for (const one of foundIn(each, kind, typed)) if (isOpen(one)) yield candidateOf(one);
  }
  if (kinds.includes('technique') && owner === null) yield* builtIns(asked);
}

/** The declaration that findings name `id`, where it is of one of `kinds`. */
function declaredAs(snapshot: Snapshot, id: string, kinds: readonly Kind[]): Declared | null {
  const name = id.split(/[:.]/).at(-1) ?? '';
  return (
    names(snapshot)
      .find(name)
      .find((declared) => declared.id === id && kinds.includes(declared.kind)) ?? null
  );
}

/** What the other end of a link asks for: people beside people, teams beside teams. */
function pairedKinds(snapshot: Snapshot, { paired, kinds }: NamesPart): readonly Kind[] {
  const other = paired && meant(names(snapshot).resolve(paired, kinds));
  return other ? kinds.filter((kind) => (kind === 'team') === (other.kind === 'team')) : kinds;
}

function suggestionOf(asked: Asked, { place }: NamesPart, declared: Declared): Suggestion | null {
  const { snapshot, owner, fits } = asked;
  const { language } = asked.reader;
  const text = owner === null ? referenceTo({ snapshot }, declared, place) : declared.name;
  if (text === null) return null;
  const kind = kindLabel(declared.kind)[language];
  const detail = declared.owner ? `${kind} · ${declared.owner.node.title?.value ?? declared.owner.name}` : kind;
  const fit = fits.get(declared.id);
  return {
    ...bare,
    text,
    what: declared.kind,
    detail,
    title: declared.node.title?.value ?? null,
    fit: fit ? fitInWords(fit, language) : '',
    topic: { topic: 'declared', id: declared.id },
    commits: commitsOf(place, declared.kind),
  };
}

/** A comma goes on with the list; a dot with what is nested. A competency needs its level first. */
function commitsOf({ kind, word }: NamesPart['place'], named: Kind): string {
  const shape = formOf(kind, word)?.shape;
  const goesOn = shape !== undefined && isJoined(shape) && shape !== 'skills' ? ',' : '';
  return ownerKinds.includes(named) ? `${goesOn}.` : goesOn;
}

/** The techniques that every project knows, but those that this one declares itself. */
function builtIns({ snapshot, reader: { language } }: Asked): readonly Candidate[] {
  const isDeclared = (name: string): boolean =>
    names(snapshot)
      .find(name)
      .some(({ kind }) => kind === 'technique');
  return builtInTechniques
    .filter(({ name }) => !isDeclared(name))
    .map(({ name, label }) =>
      candidate({
        text: name,
        what: 'technique',
        detail: kindLabel('technique')[language],
        title: label[language],
        topic: { topic: 'technique', name },
      }),
    );
}

function wordCandidate(block: Kind | '', word: string, { language }: Reader): Candidate {
  const topic: Topic = { topic: 'word', block, word };
  return candidate({ text: word, what: 'word', detail: wordMeaning(block, word)?.[language] ?? '', topic });
}

function templateCandidate(kind: Kind, reader: Reader): Candidate {
  const detail = filledIn[reader.language];
  return candidate({ text: `${kind} …`, what: 'template', detail, template: template(kind, reader) });
}

const filledIn: Localised = { en: 'a whole one, to be filled in', fr: 'en entier, à compléter' };

/** What a suggestion says beyond its text where it says nothing else. */
const bare = { title: null, fit: '', template: null, topic: null, commits: '' } as const;

function candidate(suggestion: Pick<Suggestion, 'text' | 'what' | 'detail'> & Partial<Suggestion>): Candidate {
  return { name: fold(suggestion.text), title: fold(suggestion.title ?? ''), suggest: () => ({ ...bare, ...suggestion }) };
}

/** Those that `typed` is found in, the best first; equals as they stand. The first ones are given before the last are looked at. */
function* rank(all: Iterable<Candidate>, typed: string): Iterable<Candidate> {
  const others: readonly Candidate[][] = [[], [], []];
  for (const each of all) {
    const score = scoreOf(each, typed);
    if (score === 0) yield each;
    else if (score !== null) others[score - 1]?.push(each);
  }
  yield* others.flat();
}
