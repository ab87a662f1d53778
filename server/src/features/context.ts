import { endKinds } from '../model/references';
import type { SourceFile } from '../model/snapshot';
import { unclosedTitleEnd } from '../syntax/texts';
import { Comma, DateWord, endOf, isClosedBlock, TextBlock, Title, type Tokens, tokenize } from '../syntax/tokens';
import { type Comment, type Declaration, entriesOf, type Item, nestedIn, type Property, propertyOf, type Ref } from '../syntax/tree';
import { blockless, formOf, type Kind, type PropertyForm } from '../syntax/vocabulary';
import type { Span } from '../text/span';
import { isJoined, nextOf, type Step } from './values';

/** What can stand where the cursor is. */
export interface Context {
  /** The likelier first. */
  readonly parts: readonly Part[];
  /** Must something of it follow before anything else can: a name behind `lead`, a level behind a competency? */
  readonly awaited: boolean;
  /** What is being written there; null between declarations, in comments and in texts. */
  readonly site: Site | null;
}

/** A declaration's header, or one of its properties, that is being written. */
export interface Site {
  readonly declaration: Declaration;
  /** The word of the property; null in the header. */
  readonly word: string | null;
  /** How many tokens of the header, or of the value at hand, stand before. */
  readonly count: number;
}

export type Part =
  /** The words that open a declaration. */
  | { readonly what: 'declarations' }
  /** The words that open an item of the block, or of what follows the header. */
  | { readonly what: 'items'; readonly declaration: Declaration }
  | NamesPart
  /** Words that stand there and nowhere else: `to`, `->`, a grade. */
  | { readonly what: 'words'; readonly words: readonly string[] }
  | { readonly what: 'levels' }
  | DatesPart
  /** The name of a declaration that is being made. */
  | { readonly what: 'newNames'; readonly declaration: Declaration }
  /** Names of rules; those that are there already are `taken`. */
  | { readonly what: 'rules'; readonly taken: ReadonlySet<string> }
  /** Names of rules in a comment that silences them. */
  | { readonly what: 'silenced' };

export interface NamesPart {
  readonly what: 'names';
  readonly kinds: readonly Kind[];
  /** Behind which word of which block; of a link: one of its ends. */
  readonly place: { readonly kind: Kind; readonly word: string };
  /** What is named there already. */
  readonly taken: readonly Ref[];
  /** The declaration that names: it does not name itself. */
  readonly self: Declaration;
  /** The other end of a link: both are people, or both are teams. */
  readonly paired: Ref | null;
}

export interface DatesPart {
  readonly what: 'dates';
  /** Does something start there, end there, or did it happen there? */
  readonly use: 'start' | 'end' | 'past';
  /** Of an end: the date of its start; null where none is stated. */
  readonly from: string | null;
}

/** The word that is being typed at `offset`, up to there; of a qualified name what stands behind the dot. */
export function wordBefore(text: string, offset: number): Span {
  const [typed = ''] = /[\p{L}\p{M}\p{Nd}_/-]*$/u.exec(text.slice(Math.max(0, offset - longestWord), offset)) ?? [];
  return { start: offset - typed.length, end: offset };
}

/** What of a word stands behind `offset`. */
export function restOfWord(text: string, offset: number): string {
  return /^(?:[-/]?[\p{L}\p{M}\p{Nd}_]+)*/u.exec(text.slice(offset, offset + longestWord))?.[0] ?? '';
}

/** The owner that stands before a dot before `offset`, in NFC; null without one. */
export function ownerBefore(text: string, offset: number): string | null {
  return text[offset - 1] === '.' ? text.slice(wordBefore(text, offset - 1).start, offset - 1).normalize('NFC') : null;
}

/** What can stand at `offset`, the word that is being typed there not counted. */
export function contextAt(file: SourceFile, offset: number): Context {
  const comment = file.tree.comments.find((each) => isInside(each, offset));
  if (comment) return isNamingRules(file.text.slice(comment.start, offset)) ? awaiting({ what: 'silenced' }) : nothing;
  const cursor = new Cursor(file, offset);
  return cursor.isInText() ? nothing : cursor.context();
}

/** What is being written at `offset`, be it within a text; null between declarations, between properties and in comments. */
export function siteAt(file: SourceFile, offset: number): Site | null {
  if (file.tree.comments.some((each) => isInside(each, offset))) return null;
  const cursor = new Cursor(file, offset);
  const { site } = cursor.context();
  // A text that is being typed does not stand before itself.
  return site && cursor.isInText() ? { ...site, count: site.count - 1 } : site;
}

type Token = Tokens['tokens'][number];

/** How far back a word is looked for. */
const longestWord = 200;

const nothing: Context = { parts: [], awaited: false, site: null };

function awaiting(...parts: readonly Part[]): Context {
  return { parts, awaited: true, site: null };
}

function offering(...parts: readonly Part[]): Context {
  return { parts, awaited: false, site: null };
}

function words(...texts: readonly string[]): Part {
  return { what: 'words', words: texts };
}

function itemsOf(declaration: Declaration): Context {
  return offering({ what: 'items', declaration });
}

function isInside({ start, end, line, text }: Comment, offset: number): boolean {
  if (offset <= start || offset > end) return false;
  return offset < end || line || text.length < 4 || !text.endsWith('*/');
}

function isNamingRules(comment: string): boolean {
  return /^\/\/\s*collab-ignore(?:-file)?\s[^:]*$/u.test(comment);
}

/** Where a word is being typed in a file. */
class Cursor {
  /** Where the word starts, with its owner. */
  readonly #start: number;

  constructor(
    private readonly file: SourceFile,
    private readonly offset: number,
  ) {
    const { start } = wordBefore(file.text, offset);
    this.#start = ownerBefore(file.text, start) === null ? start : wordBefore(file.text, start - 1).start;
  }

  isInText(): boolean {
    const anchor = this.#innermost(this.file.tree.declarations)?.start ?? 0;
    const behind = this.file.text.slice(anchor, this.offset);
    const last = tokenize(behind).tokens.at(-1);
    if (last?.tokenType === TextBlock) return !isClosedBlock(last);
    return last?.tokenType === Title && !isClosedTitle(last.image) && !/[\n\r]/.test(behind.slice(last.startOffset));
  }

  context(): Context {
    return this.#among(this.file.tree.declarations, offering({ what: 'declarations' }));
  }

  /** Between `declarations`, or in one of them; `around` is what can stand between them. */
  #among(declarations: readonly Declaration[], around: Context): Context {
    const last = this.#last(declarations);
    if (!last) return around;
    const { block } = last;
    if (!block || this.#start <= block.start) return this.#inHeader(last, around);
    if (this.#start < block.end) return this.#inBlock(last);
    if (isClosed(last, this.file.text)) return around;
    // A block that is not closed goes on, unless what follows is meant to stand outside.
    const inside = this.#inBlock(last);
    return inside.awaited ? inside : offering(...inside.parts, ...around.parts);
  }

  #inBlock(declaration: Declaration): Context {
    const last = this.#last(declaration.items);
    const isInBlock = last !== undefined && last.start > (declaration.block?.start ?? 0);
    if (isInBlock && last.type === 'property') return this.#behind(last, declaration, itemsOf(declaration));
    return this.#among(nestedIn(declaration), itemsOf(declaration));
  }

  /** Behind the word of a declaration and before its block, or in what follows it where it has none. */
  #inHeader(declaration: Declaration, around: Context): Context {
    if (declaration.ends) return this.#inLink(declaration, declaration.ends, around);
    const { kind } = declaration;
    const last = this.#last(declaration.items);
    if (last?.type === 'property' && !formOf(kind, last.word)?.header) return this.#behind(last, declaration, around);
    const { tokens, isNewLine } = this.#tokensFrom(declaration.start);
    if (isNewLine) return around;
    return { ...this.#inOwnHeader(declaration, tokens), site: { declaration, word: null, count: tokens.length } };
  }

  #inOwnHeader(declaration: Declaration, tokens: readonly Token[]): Context {
    const { kind } = declaration;
    const last = this.#last(declaration.items);
    if (kind === 'period') return periodHeader(declaration, tokens);
    if (last) return tokens.at(-1)?.tokenType === DateWord ? nothing : awaiting({ what: 'dates', use: 'past', from: null });
    if (tokens.length < 2) return offering({ what: 'newNames', declaration });
    if (kind === 'assessment') return awaiting(words('on'));
    return blockless.has(kind) ? itemsOf(declaration) : nothing;
  }

  #inLink(declaration: Declaration, { from, arrow, to }: NonNullable<Declaration['ends']>, around: Context): Context {
    const { isNewLine } = this.#tokensFrom(declaration.start);
    const header = (context: Context, count: number): Context => ({ ...context, site: { declaration, word: null, count } });
    const end = (paired: Ref | null): Context =>
      awaiting({
        what: 'names',
        kinds: endKinds,
        place: { kind: 'link', word: 'ends' },
        taken: paired ? [paired] : [],
        self: declaration,
        paired,
      });
    if (!from || this.#start <= from.start) return isNewLine ? around : header(end(to), 1);
    if (!arrow) return isNewLine ? around : header(awaiting(words('->', '<->')), 2);
    if (!to || this.#start <= to.start) return header(end(from), 3);
    const last = this.#last(declaration.items);
    if (last?.type === 'property') return this.#behind(last, declaration, around);
    return isNewLine ? around : header(itemsOf(declaration), 4);
  }

  /** Behind the word of `property`; `around` is what can stand on a line of its own. */
  #behind({ word, start }: Property, declaration: Declaration, around: Context): Context {
    const { tokens, isNewLine } = this.#tokensFrom(start);
    const [, ...values] = tokens;
    const form = formOf(declaration.kind, word);
    const comma = form && isJoined(form.shape) ? values.findLastIndex(({ tokenType }) => tokenType === Comma) : -1;
    const count = values.length - 1 - comma;
    const next = isNewLine ? around : itemsOf(declaration);
    const context = form ? this.#valueOf(form, { declaration, word, typedAt: this.#start, values, count }, isNewLine, next) : next;
    const isHere = !isNewLine || values.at(-1)?.tokenType === Comma;
    return isHere ? { ...context, site: { declaration, word, count } } : context;
  }

  /** In a value of a property of `form`, or behind it; `next` is what can follow the property. */
  #valueOf(form: PropertyForm, place: ValuePlace, isNewLine: boolean, next: Context): Context {
    const { values, count } = place;
    const stage = values.at(-1)?.tokenType === Title ? null : nextOf(form, count);
    if (!stage) return next;
    const parts = partsOf(stage.step, form, place);
    const isSameValue = !isNewLine || values.at(-1)?.tokenType === Comma;
    if (stage.optional) return isSameValue ? offering(...parts, ...next.parts) : next;
    return isSameValue ? awaiting(...parts) : offering(...next.parts, ...parts);
  }

  /** The tokens from `start` up to the word that is being typed, and whether that stands on a line of its own. */
  #tokensFrom(start: number) {
    const text = this.file.text.slice(start, this.#start);
    const { tokens } = tokenize(text);
    const last = tokens.at(-1);
    return { tokens, isNewLine: /[\n\r]/.test(text.slice(last ? endOf(last) : 0)) };
  }

  #last<Node extends Item>(items: readonly Node[]): Node | undefined {
    return items.findLast(({ start }) => start < this.#start);
  }

  #innermost(items: readonly Item[]): Item | undefined {
    const last = this.#last(items);
    return last?.type === 'declaration' ? (this.#innermost(last.items) ?? last) : last;
  }
}

/** `period`, and how much of the rest of its header stands before. */
function periodHeader(declaration: Declaration, tokens: readonly Token[]): Context {
  const dates = tokens.filter(({ tokenType }) => tokenType === DateWord);
  const [first] = dates;
  if (!first) {
    const start: Part = { what: 'dates', use: 'start', from: null };
    return tokens.length < 2 ? offering(start, { what: 'newNames', declaration }) : offering(start);
  }
  if (tokens.at(-1) === first) return awaiting(words('to'));
  return dates.length === 1 ? awaiting({ what: 'dates', use: 'end', from: first.image }) : nothing;
}

interface ValuePlace {
  readonly declaration: Declaration;
  readonly word: string;
  readonly typedAt: number;
  /** All tokens of the values before, and how many of them are of the one at hand. */
  readonly values: readonly Token[];
  readonly count: number;
}

function partsOf(step: Step, form: PropertyForm, place: ValuePlace): readonly Part[] {
  switch (step.is) {
    case 'own':
      return [];
    case 'date':
      return [datesPart(place)];
    case 'level':
      return [{ what: 'levels' }];
    case 'word':
      return [words(...step.words)];
    case 'name':
      return [namesPart(form, place)];
    case 'ruleOrName': {
      const { declaration, word, typedAt } = place;
      const taken = entriesOf(declaration, word).flatMap(({ rule }) => (rule && rule.start !== typedAt ? [rule.text] : []));
      return [...(form.kinds ? [namesPart(form, place)] : []), { what: 'rules', taken: new Set(taken) }];
    }
  }
}

/** Words whose date is where something ends; `away` ends behind its `to`. */
const endWords: ReadonlySet<string> = new Set(['due', 'to', 'until']);
const pastWords: ReadonlySet<string> = new Set(['since', 'heard']);

function datesPart({ declaration, word, values, count }: ValuePlace): DatesPart {
  const isLastOfRange = count > 1 && word === 'away';
  const use = isLastOfRange || endWords.has(word) ? 'end' : pastWords.has(word) ? 'past' : 'start';
  const stated = propertyOf(declaration, 'from')?.entries[0]?.date?.text ?? null;
  return { what: 'dates', use, from: isLastOfRange ? (values[0]?.image ?? null) : stated };
}

function namesPart({ shape, kinds = [] }: PropertyForm, { declaration, word, typedAt }: ValuePlace): NamesPart {
  const named = isJoined(shape) ? entriesOf(declaration, word).flatMap(({ ref }) => (ref && ref.start !== typedAt ? [ref] : [])) : [];
  return { what: 'names', kinds, place: { kind: declaration.kind, word }, taken: named, self: declaration, paired: null };
}

function isClosed({ block, items }: Declaration, text: string): boolean {
  if (!block || text[block.end - 1] !== '}') return false;
  const last = items.at(-1);
  return !(last?.type === 'declaration' && last.block?.end === block.end);
}

function isClosedTitle(image: string): boolean {
  return image.startsWith('"') ? unclosedTitleEnd(image) === null : /.["“”«»]$/su.test(image);
}
