import type { SourceFile } from '../model/snapshot';
import { Comma, isClosedBlock, TextBlock, Title, tokenize } from '../syntax/tokens';
import { type Declaration, type Item, nestedIn, type Ref } from '../syntax/tree';
import { blockless, formOf, type Kind, type PropertyForm } from '../syntax/vocabulary';
import { endKinds } from '../model/references';
import type { Span } from '../text/span';
import { nextOf } from './values';

/** What can stand where the cursor is, the likelier first. */
export interface Context {
  readonly parts: readonly Part[];
  /** Must something of it follow before anything else can: a name behind `lead`, a level behind a competency? */
  readonly awaited: boolean;
}

export type Part =
  /** The words that open a declaration. */
  | { readonly what: 'declarations' }
  /** The words that open an item of a block, or of what follows a header. */
  | { readonly what: 'items'; readonly declaration: Declaration }
  | NamesPart
  /** Words that stand there and nowhere else: `to`, `->`, a grade. */
  | { readonly what: 'words'; readonly words: readonly string[] }
  | { readonly what: 'levels' }
  /** Names of rules, but those that stand there already. */
  | { readonly what: 'rules'; readonly taken: ReadonlySet<string> }
  /** In a comment that speaks to the checker. */
  | { readonly what: 'silenced' };

export interface NamesPart {
  readonly what: 'names';
  readonly kinds: readonly Kind[];
  /** Behind which word of what block; of a link: an end. */
  readonly place: { readonly kind: Kind; readonly word: string };
  /** What is named there already, and what would name itself. */
  readonly taken: readonly Ref[];
  readonly self: Declaration;
  /** The other end of a link: both are people, or both are teams. */
  readonly paired: Ref | null;
}

const nothing: Context = { parts: [], awaited: false };
const top: Context = { parts: [{ what: 'declarations' }], awaited: false };

/** The word that is being typed at `offset`, up to there; of a qualified name what stands behind the dot. */
export function wordBefore(text: string, offset: number): Span {
  const [typed = ''] = /[\p{L}\p{M}\p{Nd}_/-]*$/u.exec(text.slice(Math.max(0, offset - longestWord), offset)) ?? [];
  return { start: offset - typed.length, end: offset };
}

/** How far back a word is looked for. */
const longestWord = 200;

/** The owner that stands before the dot before `offset`, in NFC; null without one. */
export function ownerBefore(text: string, offset: number): string | null {
  if (text[offset - 1] !== '.') return null;
  const { start } = wordBefore(text, offset - 1);
  return text.slice(start, offset - 1).normalize('NFC');
}

/** What can stand at `offset`, the word that is being typed there not counted. */
export function contextAt(file: SourceFile, offset: number): Context {
  const comment = file.tree.comments.find(({ start, end, line, text }) => start < offset && (offset < end || (offset === end && (line || !text.endsWith('*/')))));
  if (comment) return /^\/\/\s*collab-ignore(?:-file)?\s[^:]*$/u.test(file.text.slice(comment.start, offset)) ? { parts: [{ what: 'silenced' }], awaited: true } : nothing;
  const at = new Cursor(file, offset);
  return at.isInText() ? nothing : at.context();
}

/** Where a word is being typed. */
class Cursor {
  /** Where the word starts, its owner included. */
  readonly #start: number;

  constructor(
    private readonly file: SourceFile,
    private readonly offset: number,
  ) {
    const { text } = file;
    const { start } = wordBefore(text, offset);
    this.#start = text[start - 1] === '.' ? wordBefore(text, start - 1).start : start;
  }

  /** Is the cursor in a title or a block of text? */
  isInText(): boolean {
    let anchor = 0;
    let items: readonly Item[] = this.file.tree.declarations;
    for (let item = this.#lastOf(items); item; item = this.#lastOf(items)) {
      anchor = item.start;
      items = item.type === 'declaration' ? item.items : [];
    }
    const last = tokenize(this.file.text.slice(anchor, this.offset)).tokens.at(-1);
    if (last?.tokenType === TextBlock) return !isClosedBlock(last);
    if (last?.tokenType !== Title || isClosedTitle(last.image)) return false;
    return !/[\n\r]/.test(this.file.text.slice(anchor + last.startOffset, this.offset));
  }

  context(): Context {
    return this.#among(this.file.tree.declarations, top);
  }

  /** Between or in `items`; `around` is what can stand there where none of them goes on. */
  #among(items: readonly Item[], around: Context): Context {
    const last = this.#lastOf(items);
    if (!last) return around;
    if (last.type === 'property') return around;
    const { block } = last;
    if (!block || this.#start <= block.start) return this.#inHeader(last, around);
    if (this.#start < block.end) return this.#inBlock(last);
    if (isClosed(last, this.file.text)) return around;
    // A block that is not closed goes on, unless what follows it is meant to stand outside.
    const inside = this.#inBlock(last);
    return inside.awaited ? inside : { parts: [...inside.parts, ...around.parts], awaited: false };
  }

  #inBlock(declaration: Declaration): Context {
    const last = this.#lastOf(declaration.items);
    const items: Context = { parts: [{ what: 'items', declaration }], awaited: false };
    if (last?.type === 'property' && last.start > (declaration.block?.start ?? 0)) return this.#behind(last, declaration, items);
    return this.#among(nestedIn(declaration), items);
  }

  /** Behind the word of a declaration and before its block, or in what follows it where it has none. */
  #inHeader(declaration: Declaration, around: Context): Context {
    const { kind, ends } = declaration;
    const { tokens, isNewLine } = this.#tokensFrom(declaration.start);
    if (ends) return isNewLine && !(ends.arrow && !ends.to) ? around : this.#inLink(declaration, tokens.length, around);
    const property = this.#lastOf(declaration.items);
    if (property?.type === 'property' && formOf(kind, property.word)?.header) return isNewLine ? around : nothing;
    if (property?.type === 'property') return this.#behind(property, declaration, isNewLine ? around : trailOf(declaration));
    if (isNewLine) return around;
    const last = tokens.at(-1)?.image ?? '';
    if (kind === 'period') return { parts: /^\d/.test(last) && declaration.dates?.from && !/\bto\b/.test(this.#line(declaration.start)) ? [words('to')] : [], awaited: false };
    if (tokens.length < 2) return nothing;
    if (kind === 'assessment') return { parts: [words('on')], awaited: true };
    return blockless.has(kind) ? trailOf(declaration) : nothing;
  }
}
