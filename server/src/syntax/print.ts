import { prevailingLineEnd } from '../text/lineEnds';
import { parse } from './parse';
import { isComment, isMultiline, type Piece, piecesOf } from './printPieces';
import { textBlock } from './printText';
import type { Declaration, Item, Property, Tree } from './tree';
import type { Kind } from './vocabulary';

/** The widest line, in UTF-16 units; comments do not count, and what cannot be broken may be wider. */
const widest = 100;
const level = 2;
/** How much deeper a line stands that goes on with what the one before it began. */
const hanging = 4;

/** Declarations of one line that may follow each other without a blank line. */
const compact: ReadonlySet<Kind> = new Set<Kind>(['competency', 'link', 'team', 'member']);
/** Properties that share a line where they follow each other in this order. */
const shared = [
  ['from', 'due'],
  ['from', 'to'],
  ['influence', 'interest', 'decides'],
];

/**
 * `text` in the canonical layout of docs/language.md §7; unchanged where it departs from the grammar.
 * Nothing but white space changes, and the order of a link's properties: `collaborates weekly strength 4 strained in … since … about …`.
 * Lines end as most lines of `text` do.
 */
export function print(text: string, tree: Tree = parse(text)): string {
  if (tree.problems.length > 0) return text;
  const eol = prevailingLineEnd(text);
  return new Layout(piecesOf(text, tree, eol), eol).write(tree.declarations);
}

/** How a token stands: first on a line, first on a line that goes on with a list, or wherever there is room. */
type Start = 'line' | 'brokenList' | 'anywhere';

/** Writes all pieces, one after the other, whatever the tree says: it only tells where lines start. */
class Layout {
  private readonly out: string[] = [];
  private at = 0;
  private column = 0;
  /** What the line holds so far. */
  private line: 'nothing' | 'comments' | 'code' = 'nothing';

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly eol: string,
  ) {}

  write(declarations: readonly Declaration[]): string {
    let compactBefore = false;
    for (const [index, declaration] of declarations.entries()) {
      const from = this.out.length;
      this.token(0, 'line');
      const gap = this.out.indexOf(this.eol, from);
      const isSpaced = this.out.includes(this.eol + this.eol, from);
      const rest = this.out.length;
      this.restOf(declaration, 0);
      const isCompact = compact.has(declaration.kind) && !this.out.slice(rest).some((part) => part.includes(this.eol));
      if (index > 0 && gap >= 0 && !isSpaced && !(compactBefore && isCompact)) this.out[gap] = this.eol + this.eol;
      compactBefore = isCompact;
    }
    this.comments(0);
    return this.out.length === 0 ? '' : this.out.join('') + this.eol;
  }

  /** A property or nested declaration. */
  private item(item: Item, indent: number, start: Start): void {
    this.token(indent, start);
    if (item.type === 'declaration') this.restOf(item, indent);
    else this.goOn(item.end, indent, listEnd([item]));
  }

  private restOf(declaration: Declaration, indent: number): void {
    const { block, items } = declaration;
    this.goOn(block?.start ?? declaration.end, indent, listEnd(items));
    if (!block) return;
    this.comments(indent + hanging);
    if (this.isEmptyBlock() || this.staysOnLine(block.end)) this.goOn(block.end, indent, block.end);
    else this.openBlock(block.start, items, indent);
  }

  private openBlock(start: number, items: readonly Item[], indent: number): void {
    this.token(indent, 'anywhere');
    let before: Item | undefined;
    for (const item of items) {
      if (item.start < start) continue;
      this.item(item, indent + level, before && this.sharesLine(before, item) ? 'anywhere' : 'line');
      before = item;
    }
    this.comments(indent + level);
    this.token(indent, 'line');
  }

  /** What belongs to a declaration or property up to `end`, on its line; its list, which ends at `lastOfList`, breaks where it does not fit. */
  private goOn(end: number, indent: number, lastOfList: number): void {
    while (this.nextToken() < end) {
      const breaks = this.pieces[this.at - 1]?.type === 'comma' && this.breaksList(end, indent, lastOfList);
      this.token(indent, breaks ? 'brokenList' : 'anywhere');
    }
  }

  /** Where the next token stands in the text. */
  private nextToken(): number {
    let index = this.at;
    for (let piece = this.pieces[index]; piece; piece = this.pieces[++index]) if (!isComment(piece)) return piece.start;
    return Number.POSITIVE_INFINITY;
  }

  /** After a comma: must a line start here? What follows the list (`on 2026-03-10 "…"`) counts only where breaking makes it fit. */
  private breaksList(end: number, indent: number, lastOfList: number): boolean {
    const width = this.widthOfValue(end);
    if (this.column + width <= widest) return false;
    return indent + hanging + width - 1 <= widest || this.column + this.widthOfValue(lastOfList) > widest;
  }

  /** The columns that one more value of a list takes, its comma or all up to `end` included. */
  private widthOfValue(end: number): number {
    let width = 0;
    for (let index = this.at; ; index++) {
      const piece = this.pieces[index];
      if (!piece || piece.start >= end || piece.type === 'lineComment' || (isComment(piece) && piece.breaks > 0)) return width;
      width += this.space(index).length + (isMultiline(piece) ? piece.text.search(/[\n\r]/) : piece.text.length);
      if (piece.type === 'comma' || isMultiline(piece)) return width;
    }
  }

  /** Is the block that opens here written on one line, and does it fit there? */
  private staysOnLine(end: number): boolean {
    let width = 0;
    for (let index = this.at; ; index++) {
      const piece = this.pieces[index];
      if (!piece || piece.start >= end) break;
      if (piece.breaks > 0 || isMultiline(piece)) return false;
      width += this.space(index).length + piece.text.length;
    }
    return this.column + width <= widest;
  }

  private isEmptyBlock(): boolean {
    return this.pieces[this.at + 1]?.type === 'close';
  }

  /** Does `item`, which comes next, stand on the line of the property before it? */
  private sharesLine(before: Item, item: Item): boolean {
    const next = this.pieces[this.at];
    if (before.type === 'declaration' || item.type === 'declaration') return false;
    if (next?.start !== item.start || next.breaks > 1 || next.pin === 'apart') return false;
    return shared.some((words) => words.includes(before.word) && words.indexOf(before.word) < words.indexOf(item.word));
  }

  /** The next token, after the comments that stand before it. */
  private token(indent: number, start: Start): void {
    const lineIndent = start === 'line' ? indent : indent + hanging;
    if (start !== 'anywhere' && this.leadsOn()) this.startLine(lineIndent, 1);
    this.comments(lineIndent);
    const piece = this.pieces[this.at];
    if (!piece) return;
    if (this.startsLine(piece, start)) this.startLine(lineIndent, piece.type === 'close' || start === 'brokenList' ? 1 : piece.breaks);
    this.put(piece, indent);
  }

  private startsLine(piece: Piece, start: Start): boolean {
    if (piece.pin === 'joined') return false;
    if (this.line === 'comments' && (piece.type !== 'close' || start !== 'line')) return piece.breaks > 0;
    return start !== 'anywhere' || piece.pin === 'apart' || this.pieces[this.at - 1]?.type === 'lineComment';
  }

  /** Do comments stand here, between a comma or a brace and the token they belong to, on its line? */
  private leadsOn(): boolean {
    const before = this.pieces[this.at - 1]?.type;
    if (before !== 'comma' && before !== 'open') return false;
    let index = this.at;
    let piece = this.pieces[index];
    while (piece?.type === 'blockComment' && piece.breaks === 0 && piece.pin === null) piece = this.pieces[++index];
    return index > this.at && piece?.type === 'code' && piece.breaks === 0;
  }

  private comments(indent: number): void {
    for (let piece = this.pieces[this.at]; piece && isComment(piece); piece = this.pieces[this.at]) {
      if (piece.breaks > 0) this.startLine(indent, piece.breaks);
      this.put(piece, indent);
    }
  }

  /** Starts a line, after a blank line where there was one; none stands at the start of a file or of a block. */
  private startLine(indent: number, breaks: number): void {
    if (this.out.length > 0) this.out.push(breaks > 1 && this.pieces[this.at - 1]?.type !== 'open' ? this.eol + this.eol : this.eol);
    this.out.push(' '.repeat(indent));
    this.column = indent;
    this.line = 'nothing';
  }

  private put(piece: Piece, indent: number): void {
    const text = piece.type === 'textBlock' ? textBlock(piece.text, ' '.repeat(indent), ' '.repeat(indent + level), this.eol) : piece.text;
    const space = this.line === 'nothing' ? '' : this.space(this.at);
    this.out.push(space + text);
    const lineStart = text.lastIndexOf(this.eol) + this.eol.length;
    this.column = isMultiline(piece) ? text.length - lineStart : this.column + space.length + text.length;
    if (!isComment(piece)) this.line = 'code';
    else if (this.line === 'nothing') this.line = 'comments';
    this.at++;
  }

  /** What stands on one line between the piece at `index` and the one before it. */
  private space(index: number): string {
    const type = this.pieces[index]?.type;
    return type === 'comma' || (type === 'close' && this.pieces[index - 1]?.type === 'open') ? '' : ' ';
  }
}

/** Where the list of the properties ends: after the last value that names something. */
function listEnd(items: readonly Item[]): number {
  const entries = items.filter((item): item is Property => item.type === 'property').flatMap((property) => property.entries);
  return entries.findLast(({ ref, rule, name }) => ref ?? rule ?? name)?.end ?? 0;
}
