import type { TokenType } from 'chevrotain';
import { Close, Comma, endOf, Open, Percent, TextBlock, tokenize } from './tokens';
import type { Declaration, Property, Tree } from './tree';
import { type PropertyForm, propertiesByKind } from './vocabulary';

type PieceType = 'code' | 'comma' | 'open' | 'close' | 'textBlock' | 'lineComment' | 'blockComment';

/** What a file holds between its white space: a token, or a comment. */
export interface Piece {
  readonly type: PieceType;
  /** Where it stands in the file. */
  readonly start: number;
  readonly text: string;
  /** The line ends before it: none, one, or, where there is a blank line, two. */
  readonly breaks: 0 | 1 | 2;
  /** On a line that must keep what it holds: does this piece go on (`joined`) or open that line (`apart`)? */
  readonly pin: 'joined' | 'apart' | null;
}

const typeByToken: ReadonlyMap<TokenType, PieceType> = new Map<TokenType, PieceType>([
  [Comma, 'comma'],
  [Open, 'open'],
  [Close, 'close'],
  [TextBlock, 'textBlock'],
]);

type Draft = { -readonly [Slot in keyof Piece]: Piece[Slot] };

/** A comment that silences findings on its own line: nothing may leave that line, or join it. */
const silencer = /^\/\/\s*collab-ignore(?![\w-])/;
/** The place of each of a link's properties in the order of the grammar; every kind has one place, and so has every frequency. */
const linkOrder: ReadonlyMap<string, number> = placesOf(propertiesByKind.link);
const lineEnd = /\r\n|\n|\r/g;

/** What `text` holds, in the order in which it is to be written; line ends inside comments are `eol`. */
export function piecesOf(text: string, tree: Tree, eol: string): readonly Piece[] {
  const pieces = inText(text, tree, eol);
  pinSilenced(pieces);
  for (const declaration of tree.declarations) if (declaration.kind === 'link') orderProperties(pieces, declaration);
  return hoisted(pieces);
}

export function isComment(piece: Piece): boolean {
  return piece.type === 'lineComment' || piece.type === 'blockComment';
}

export function isMultiline(piece: Piece): boolean {
  return (piece.type === 'textBlock' || piece.type === 'blockComment') && /[\n\r]/.test(piece.text);
}

/** The index of the first piece at or after `offset`, while the pieces stand in the order of the text. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inText(text: string, tree: Tree, eol: string): Draft[] {
  const { tokens } = tokenize(text);
  const pieces: Draft[] = [];
  let from = 0;
  let comment = 0;
  const add = (type: PieceType, start: number, end: number, image: string): void => {
    pieces.push({ type, start, text: image, breaks: lineEnds(text, from, start), pin: null });
    from = end;
  };
  const addCommentsBefore = (offset: number): void => {
    for (let next = tree.comments[comment]; next && next.start < offset; next = tree.comments[++comment]) {
      if (next.line) add('lineComment', next.start, next.end, next.text.trimEnd());
      else add('blockComment', next.start, next.end, next.text.replace(lineEnd, eol));
    }
  };
  for (const token of tokens) {
    addCommentsBefore(token.startOffset);
    const written = token.tokenType === Percent ? token.image.replace(/\s+/, '') : token.image;
    add(typeByToken.get(token.tokenType) ?? 'code', token.startOffset, endOf(token), written);
  }
  addCommentsBefore(text.length);
  return pieces;
}

function lineEnds(text: string, start: number, end: number): 0 | 1 | 2 {
  let count = 0;
  for (let at = start; at < end && count < 2; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count === 0 ? 0 : count === 1 ? 1 : 2;
}

/** Pins the pieces of every line that ends in a silencer. */
function pinSilenced(pieces: readonly Draft[]): void {
  for (const [index, comment] of pieces.entries()) {
    if (comment.type !== 'lineComment' || comment.breaks > 0 || !silencer.test(comment.text)) continue;
    for (let at = index; ; at--) {
      const piece = pieces[at];
      if (!piece || (at < index && isMultiline(piece))) break;
      piece.pin = piece.breaks > 0 ? 'apart' : 'joined';
      if (piece.breaks > 0) break;
    }
  }
}

/**
 * Puts the properties of a link in the order of the grammar, those of one sort as they stand.
 * A link with a comment in it, or with a line in it that keeps what it holds, stays as it is.
 */
function orderProperties(pieces: Draft[], link: Declaration): void {
  const properties = link.items.filter((item): item is Property => item.type === 'property');
  const ordered = properties.toSorted((a, b) => (linkOrder.get(a.word) ?? 0) - (linkOrder.get(b.word) ?? 0));
  if (ordered.every((property, index) => property === properties[index])) return;
  const first = indexAt(pieces, link.start);
  const written = pieces.slice(first, indexAt(pieces, link.end));
  if (written.some((piece, index) => isComment(piece) || (index > 0 && piece.pin === 'apart'))) return;
  const moved = [...written.slice(0, indexAt(written, properties[0]?.start ?? link.end))];
  for (const { start, end } of ordered) moved.push(...written.slice(indexAt(written, start), indexAt(written, end)));
  for (const [index, piece] of moved.entries()) pieces[first + index] = piece;
}

function placesOf(forms: Readonly<Record<string, PropertyForm>>): ReadonlyMap<string, number> {
  const groups = Object.entries(forms).map(([word, form]) => [word, form.group ?? word] as const);
  return new Map(groups.map(([word, group]) => [word, groups.findIndex(([, other]) => other === group)]));
}

/** Puts each comma and each opening brace right after what it follows: comments that end that line, or stand on lines between, come after it. */
function hoisted(pieces: readonly Draft[]): readonly Draft[] {
  const result: Draft[] = [];
  let carried: Pick<Piece, 'breaks' | 'pin'> | undefined;
  for (const piece of pieces) {
    if (carried) {
      if (carried.breaks > piece.breaks) piece.breaks = carried.breaks;
      piece.pin = carried.pin ?? piece.pin;
      carried = undefined;
    }
    if (piece.type !== 'comma' && piece.type !== 'open') {
      result.push(piece);
      continue;
    }
    const { breaks, pin } = piece;
    const after = result.findLastIndex((other) => !isComment(other)) + 1;
    const leaves = breaks > 0 || result.slice(after).some((comment) => comment.breaks > 0);
    if (leaves) {
      piece.breaks = 0;
      piece.pin = null;
      if (after < result.length || pin === 'apart') carried = { breaks, pin: pin === 'apart' ? pin : null };
    }
    result.splice(leaves ? after : result.length, 0, piece);
  }
  return result;
}
