import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import { editDistance } from '../text/nearest';
import type { Span } from '../text/span';
import { firstFit } from './lookahead';
import type { Problem } from './problems';
import {
  Close,
  Comma,
  Count,
  DateWord,
  endOf,
  isClosedBlock,
  Name,
  Open,
  Qualified,
  Reserved,
  RuleWord,
  spanOfToken,
  TextBlock,
  Title,
  vocabulary,
} from './tokens';
import {
  blockless,
  formOf,
  isReserved,
  type Kind,
  nestedKindOf,
  type Shape,
  type TopKind,
  topKinds,
  translated,
  wordsOf,
} from './vocabulary';

/** A block, or the trail of a declaration without one, that the parser is inside of. */
interface Frame {
  readonly kind: Kind;
  /** Braces open at hand that were opened where none can stand. */
  strayBraces: number;
  /** Was there any such brace? Then a `}` may be missing at the end of the block for it. */
  brokenBraces: boolean;
}

/** Where the parser stands in the tokens and what may follow: the grammar's questions, so that its productions read like the EBNF. */
export class Cursor extends EmbeddedActionsParser {
  protected text = '';
  protected found: Problem[] = [];
  /** Problems inside tokens, in text order. */
  protected lexical: readonly Problem[] = [];
  protected frames: Frame[] = [];
  /** Does a comment run, unclosed, to the end of the text? */
  protected openComment = false;

  constructor() {
    // Every decision is a gate below or one token, and every departure from the grammar has its own production: chevrotain's recovery has nothing to do.
    super([...vocabulary], { recoveryEnabled: false, lookaheadStrategy: firstFit, skipValidations: true });
  }

  protected is(index: number, type: TokenType): boolean {
    return this.LA(index).tokenType === type;
  }

  /** The word at `index`, in NFC; empty for anything but a word. */
  protected word(index: number): string {
    const token = this.LA(index);
    return token.tokenType === Name || token.tokenType === Reserved ? token.image.normalize('NFC') : '';
  }

  /** Does the token at `index` stand on the line on which the one before it ends? */
  protected sameLine(index: number): boolean {
    const before = this.LA(index - 1);
    const token = this.LA(index);
    if (token.tokenType === EOF || before.tokenType === EOF) return false;
    return !/[\n\r]/.test(this.text.slice(endOf(before), token.startOffset));
  }

  /** Is the token at `index` the first of its line, at column 1? */
  protected atColumnOne(index: number): boolean {
    const start = this.LA(index).startOffset;
    return start === 0 || '\n\r'.includes(this.text[start - 1] ?? '');
  }

  /** The token read last, for “expected … after …”. */
  protected last(): Span & { readonly text: string } {
    const token = this.LA(0);
    return token.tokenType === EOF ? { start: 0, end: 0, text: '' } : { ...spanOfToken(token), text: token.image };
  }

  protected fault(problem: () => Problem): void {
    this.ACTION(() => this.found.push(problem()));
  }

  /** Is there already a problem inside the token at hand? */
  protected isGarbled(): boolean {
    const { startOffset } = this.LA(1);
    return this.lexical[this.lexicalBefore(startOffset)]?.span.start === startOffset;
  }

  /** How many problems there are up to here: more of them later means that what lies between is faulty. */
  protected problemsBefore(offset: number): number {
    return this.found.length + this.lexicalBefore(offset);
  }

  private lexicalBefore(offset: number): number {
    let low = 0;
    let high = this.lexical.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lexical[middle]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  protected frame(): Frame {
    return this.frames.at(-1) ?? { kind: 'period', strayBraces: 0, brokenBraces: false };
  }

  protected outer(): Frame | undefined {
    return this.frames.at(-2);
  }

  /** Does the word at `index` open a property or a nested declaration of the block, so that it is no reference here? */
  protected opensItem(index: number): boolean {
    const word = this.word(index);
    if (word === '') return false;
    const { kind } = this.frame();
    if (this.is(index, Reserved)) return formOf(kind, word) !== undefined && !this.opensDeclaration(index);
    return wordsOf(kind).has(word) || (blockless.has(kind) && this.opensOuterItem(word));
  }

  protected opensOuterItem(word: string): boolean {
    const outer = this.outer();
    return outer !== undefined && wordsOf(outer.kind).has(word);
  }

  /** Does a top-level declaration start at `index`? `team` and `technique` are properties too: there a name and a title or `{` must follow. */
  protected opensDeclaration(index: number): boolean {
    if (!this.is(index, Reserved)) return false;
    if (this.frames.length === 0) return true;
    const word = this.word(index);
    if (word !== 'team' && word !== 'technique') return true;
    if (this.frames.length === 1 && blockless.has(this.frame().kind)) return true;
    if ((this.is(index + 1, Name) || this.is(index + 1, Reserved)) && (this.is(index + 2, Title) || this.is(index + 2, Open))) return true;
    return formOf(this.frame().kind, word) === undefined && this.atColumnOne(index);
  }

  /** Does the block end here, closed or not? */
  protected blockStops(): boolean {
    if (this.is(1, EOF) || this.opensDeclaration(1)) return true;
    const { kind, strayBraces } = this.frame();
    if (this.is(1, Close)) return strayBraces === 0 && !this.closesEarly();
    const word = this.word(1);
    return word !== '' && !wordsOf(kind).has(word) && this.opensOuterItem(word);
  }

  /** Is the `}` at hand one too many: does what follows it still belong to the block? */
  protected closesEarly(): boolean {
    const { kind } = this.frame();
    const next = this.word(2);
    if (next === '' || !wordsOf(kind).has(next)) return false;
    if (this.is(2, Reserved)) return this.frames.length === 1 && this.closesBeforeOpening(3);
    return this.frames.length === 1 || !this.opensOuterItem(next);
  }

  /** From `index` on, does a `}` come before any `{` and any declaration that is none but a declaration? */
  protected closesBeforeOpening(index: number): boolean {
    for (let at = index; ; at++) {
      const word = this.word(at);
      if (this.is(at, Close)) return true;
      if (this.is(at, Open) || this.is(at, EOF) || (this.is(at, Reserved) && word !== 'team' && word !== 'technique')) return false;
    }
  }

  /** Is the `{` of a block of `kind` missing here? */
  protected lacksOpening(kind: Kind): boolean {
    if (this.is(1, Open)) return false;
    const word = this.word(1);
    if (word === '') return false;
    if (this.is(1, Reserved))
      return this.frames.length === 0 && formOf(kind, word) !== undefined && !this.is(3, Title) && this.closesBeforeOpening(2);
    return wordsOf(kind).has(word) && !(this.frames.length > 0 && wordsOf(this.frame().kind).has(word));
  }

  protected startsRef(index: number): boolean {
    return this.is(index, Qualified) || (this.is(index, Name) && !this.opensItem(index));
  }

  /** A level on a later line must be followed by what can follow a level, else that line starts something new. */
  protected startsLevel(index: number): boolean {
    if (this.is(index, Count)) return true;
    if (!this.is(index, Name) || this.opensItem(index)) return false;
    return (
      this.sameLine(index) || this.is(index + 1, Comma) || this.is(index + 1, Close) || this.is(index + 1, EOF) || this.opensItem(index + 1)
    );
  }

  /** Can a value of a list of this shape start at `index`? */
  protected startsEntry(shape: Shape, index: number): boolean {
    return this.startsRef(index) || (shape === 'answers' && this.is(index, RuleWord));
  }

  /** Do two values of a list stand side by side on one line with no comma between them? */
  protected lacksComma(shape: Shape): boolean {
    if (!this.startsEntry(shape, 1) || !this.sameLine(1) || this.isGarbled()) return false;
    if (shape === 'heard' && this.isOnDate(1)) return false;
    return this.is(1, Qualified) || this.meantItem(1) === undefined;
  }

  protected isOnDate(index: number): boolean {
    return this.word(index) === 'on' && (this.is(index + 1, DateWord) || !this.startsRef(index + 1));
  }

  /** Does a text without its quotes go on here? */
  protected goesUnquoted(): boolean {
    if (!this.sameLine(1) || this.opensItem(1) || this.opensDeclaration(1)) return false;
    return ![Open, Close, Title, TextBlock].some((type) => this.is(1, type));
  }

  /** Is the token at hand left over from what came before it in this block? */
  protected isStray(): boolean {
    if (this.blockStops() || this.opensItem(1)) return false;
    const { kind, strayBraces } = this.frame();
    if (this.is(1, Close)) return strayBraces > 0;
    if (blockless.has(kind) && strayBraces === 0 && !this.sameLine(1)) return false;
    return this.sameLine(1) || !this.is(1, Name) || this.is(0, Comma);
  }

  /** Is the block left open by a text or comment that swallowed its end? That mistake is reported where it starts. */
  protected isSwallowed(): boolean {
    const last = this.LA(0);
    return (last.tokenType === TextBlock && !isClosedBlock(last)) || (this.openComment && this.is(1, EOF)) || this.frame().brokenBraces;
  }

  /** The property or nested declaration that the word at `index` was meant to open in this block, where it is misspelt. */
  protected meantItem(index: number): string | undefined {
    const word = this.word(index);
    const { kind } = this.frame();
    const known = translated(word);
    if (known !== undefined && (formOf(kind, known) || nestedKindOf(kind, known))) return known;
    return closest(word, wordsOf(kind));
  }

  /** The declaration that the word at hand was meant to open at the top of a file, where it is misspelt. */
  protected meantDeclaration(): TopKind | undefined {
    if (!this.is(1, Name) || !(this.is(2, Name) || this.is(2, Qualified)) || !this.sameLine(2) || this.sameLine(1)) return undefined;
    const word = this.word(1);
    const known = translated(word);
    return known !== undefined && isReserved(known) ? known : closest(word, topKinds);
  }
}

/** The word of the language that `word` was meant as: one letter wrong in a short one, two in one of six or more. */
export function closest<Word extends string>(word: string, words: Iterable<Word>): Word | undefined {
  const limit = word.length <= 5 ? 1 : 2;
  const folded = word.toLowerCase();
  let best: Word | undefined;
  let fewest = limit + 1;
  for (const candidate of words) {
    const edits = Math.abs(candidate.length - word.length) > limit ? fewest : editDistance(folded, candidate, limit);
    if (edits >= fewest) continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

export function wordOf(token: IToken): { readonly start: number; readonly end: number; readonly text: string } {
  return { ...spanOfToken(token), text: token.image.normalize('NFC') };
}
