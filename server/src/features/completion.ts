import { names } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { endKinds } from '../model/references';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { builtInTechniques } from '../model/techniques';
import type { Declaration } from '../syntax/tree';
import { formOf, type Kind, topKinds, wordsOf } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import type { Place, Span } from '../text/span';
import { type Context, contextAt, wordAround } from './context';
import { kindLabel, wordMeaning } from './words';

/** One thing that can stand at the cursor. */
export interface Suggestion {
  /** What is put in. */
  readonly text: string;
  readonly what: 'word' | 'level' | 'technique' | 'rule' | Kind;
  /** What it is or says, in the reader's language. */
  readonly detail: string;
  /** Its title, where it has one: it is found by that too. */
  readonly title: string | null;
}

export interface Completion {
  /** What a suggestion replaces. */
  readonly span: Span;
  readonly suggestions: readonly Suggestion[];
  /** Are there more than are given? Then typing on asks again. */
  readonly incomplete: boolean;
  /** Must a value follow here: a name, a level, a word of a list? */
  readonly isValue: boolean;
}

const most = 100;

/** What can stand at `place`, the best matches of what is typed there first; `rules` are the names of all rules. */
export function completion(snapshot: Snapshot, place: Place, language: Language, rules: readonly string[]): Completion {
  const file = snapshot.files.get(place.file);
  const span = file ? wordAround(file.text, place.offset) : { start: place.offset, end: place.offset };
  if (!file) return { span, suggestions: [], incomplete: false, isValue: false };
  const typed = file.text.slice(span.start, span.end);
  const context = contextAt(file, place.offset);
  const ranked = rank(suggestionsIn({ snapshot, file, language, rules, typed }, context), typed);
  const isValue = context.at === 'end' || (context.at === 'value' && context.done !== 'more');
  return { span, suggestions: ranked.slice(0, most), incomplete: ranked.length > most, isValue };
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly file: SourceFile;
  readonly language: Language;
  readonly rules: readonly string[];
  readonly typed: string;
}

function suggestionsIn(asked: Asked, context: Context): readonly Suggestion[] {
  switch (context.at) {
    case 'nowhere':
      return [];
    case 'arrow':
      return ['->', '<->'].map((text) => ({ text, what: 'word', detail: '', title: null }));
    case 'top':
      return topKinds.map((word) => wordSuggestion(asked, word, word));
    case 'end':
      return namesOf(asked, endKinds);
    case 'item':
      return itemsOf(asked, context.declaration);
    case 'value':
      return valuesOf(asked, context);
  }
}

/** The words that can open the next item of a block; those that stand once and are there already are left out. */
function itemsOf(asked: Asked, declaration: Declaration): readonly Suggestion[] {
  const there = new Set(
    declaration.items.filter((item) => !isTyped(item, asked)).map((item) => (item.type === 'property' ? item.word : '')),
  );
  const groups = new Set([...there].map((word) => formOf(declaration.kind, word)?.group).filter((group) => group !== undefined));
  return [...wordsOf(declaration.kind)]
    .filter((word) => {
      const form = formOf(declaration.kind, word);
      if (!form || form.list) return true;
      return !there.has(word) && !(form.group !== undefined && groups.has(form.group));
    })
    .map((word) => wordSuggestion(asked, declaration.kind, word));
}

/** Is the item no more than the word that is being typed? */
function isTyped(item: Declaration['items'][number], { file, typed }: Asked): boolean {
  return file.text.slice(item.start, item.end) === typed;
}

function valuesOf(asked: Asked, context: Extract<Context, { at: 'value' }>): readonly Suggestion[] {
  const { form, done, declaration } = context;
  if (form.shape === 'atLevel' || form.shape === 'holders')
    return done === 'reference' ? levels(asked) : [{ text: 'at', what: 'word', detail: '', title: null }];
  if (done === 'reference' && (form.shape === 'skills' || form.shape === 'aims')) return levels(asked);
  if (done === 'reference' || form.shape === 'word' || form.shape === 'stances') {
    return (form.words ?? []).map((word) => ({ text: word, what: 'word', detail: '', title: null }));
  }
  if (done === 'more') return itemsOf(asked, declaration);
  const named = namesOf(asked, form.kinds ?? []);
  if (form.shape === 'answers')
    return [...named, ...asked.rules.map((text): Suggestion => ({ text, what: 'rule', detail: '', title: null }))];
  return form.kinds?.includes('technique') ? [...named, ...techniques(asked)] : named;
}

function wordSuggestion({ language }: Asked, block: string, word: string): Suggestion {
  return { text: word, what: 'word', detail: wordMeaning(block, word)?.[language] ?? '', title: null };
}

function levels({ snapshot }: Asked): readonly Suggestion[] {
  return scaleOf(snapshot).levels.map(({ name, title }, index) => ({ text: name, what: 'level', detail: String(index + 1), title }));
}

function techniques({ snapshot }: Asked): readonly Suggestion[] {
  return builtInTechniques
    .map(({ name }) => name)
    .filter(
      (name) =>
        !names(snapshot)
          .find(name)
          .some(({ kind }) => kind === 'technique'),
    )
    .map((text) => ({ text, what: 'technique', detail: '', title: null }));
}

/** The names of declarations of `kinds`; after a dot, those nested in what stands before it. */
function namesOf({ snapshot, language, typed }: Asked, kinds: readonly Kind[]): readonly Suggestion[] {
  const wanted = new Set(kinds);
  const owner = typed.includes('.') ? typed.slice(0, typed.indexOf('.')) : null;
  const folded = fold(owner === null ? typed : typed.slice(owner.length + 1));
  const found: Suggestion[] = [];
  for (const file of snapshot.files.values()) {
    for (const declared of outlineOf(file).declared) {
      if (!wanted.has(declared.kind) || (owner !== null && declared.owner?.name !== owner)) continue;
      if (!fold(declared.name).includes(folded) && !fold(declared.node.title?.value ?? '').includes(folded)) continue;
      found.push(named(snapshot, declared, owner, language));
    }
  }
  return found;
}

function named(snapshot: Snapshot, declared: Declared, owner: string | null, language: Language): Suggestion {
  const isShared = declared.owner !== null && names(snapshot).find(declared.name).length > 1;
  const text = declared.owner && (owner !== null || isShared) ? `${declared.owner.name}.${declared.name}` : declared.name;
  return { text, what: declared.kind, detail: kindLabel(declared.kind)[language], title: declared.node.title?.value ?? null };
}

/** What is typed at the start of a name comes first, then at the start of its title, then anywhere; equals as they stand. */
function rank(suggestions: readonly Suggestion[], typed: string): readonly Suggestion[] {
  if (typed === '') return suggestions;
  const folded = fold(typed);
  const scored = suggestions.flatMap((suggestion, index) => {
    const score = scoreOf(suggestion, folded);
    return score === null ? [] : [{ suggestion, score, index }];
  });
  return scored.sort((a, b) => a.score - b.score || a.index - b.index).map(({ suggestion }) => suggestion);
}

function scoreOf({ text, title }: Suggestion, folded: string): number | null {
  const name = fold(text);
  if (name.startsWith(folded)) return 0;
  const label = fold(title ?? '');
  if (label.startsWith(folded)) return 1;
  if (name.includes(folded)) return 2;
  return label.includes(folded) ? 3 : null;
}

/** Without case and accents: `Élodie` is found by `elo`. */
export function fold(text: string): string {
  return /^[\0-\x7F]*$/.test(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
