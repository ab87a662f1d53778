import { sentences } from './words';

/** A declaration as text to be laid out. A property may run over several lines, written as if it stood in column 1. */
export interface Declaration {
  /** `member anna "Anna Morel"`, or a whole declaration that has no block. */
  readonly head: string;
  /** Always written. */
  readonly properties: readonly string[];
  /** Written one after the other, as far as there is room. */
  readonly details: readonly string[];
  /** Whether the block may also hold an `about`, which fills what room is left. */
  readonly annotatable: boolean;
}

export const plain = (head: string): Declaration => ({ head, properties: [], details: [], annotatable: false });

/** How much of a declaration is written: the first `details` details, and an `about` of `notes` sentences. */
interface Amount {
  readonly details: number;
  readonly notes: number;
}

/** The least that `layOut` can make of the declarations. */
export function fewestLines(declarations: readonly Declaration[]): number {
  return linesOf(declarations.map((declaration) => measured(declaration, nothing)));
}

/** The declarations with all their details, in canonical layout. */
export function layOutWhole(comment: string, declarations: readonly Declaration[]): string {
  return written(
    comment,
    declarations.map((declaration) => measured(declaration, { details: declaration.details.length, notes: 0 })),
  );
}

/** The declarations in canonical layout, on `lines` lines or a few more; more only where the declarations themselves need it. */
export function layOut(comment: string, declarations: readonly Declaration[], lines: number): string {
  const pieces = declarations.map((declaration) => measured(declaration, nothing));
  let left = lines - 1 - linesOf(pieces);
  const grow = (more: (piece: Piece) => Amount): boolean => {
    let grown = false;
    // From the end: what stands last, the work, has the first call on the room.
    for (let index = pieces.length - 1; index >= 0 && left > 0; index--) {
      const piece = pieces[index];
      if (piece === undefined) continue;
      const amount = more(piece);
      if (amount === piece.amount) continue;
      const before = linesAround(pieces, index);
      pieces[index] = measured(piece.declaration, amount);
      left -= linesAround(pieces, index) - before;
      grown = true;
    }
    return grown && left > 0;
  };
  while (
    grow(({ declaration, amount }) => (amount.details < declaration.details.length ? { ...amount, details: amount.details + 1 } : amount))
  );
  while (left > 0 && grow(({ declaration, amount }) => (declaration.annotatable ? { ...amount, notes: amount.notes + 1 } : amount)));
  return written(comment, pieces);
}

/** A text of several lines, as a property or a part of one writes it. */
export function textBlock(lines: readonly string[]): string {
  return ['"""', ...lines.map((line) => `  ${line}`), '"""'].join('\n');
}

/** A nested declaration with a block, as a property writes it: on one line where it fits. */
export function nested(head: string, properties: readonly string[]): string {
  if (properties.length === 0) return head;
  // The two spaces are the indentation that the property gets.
  return fitsOneLine(`  ${head}`, properties) ? oneLine(head, properties) : [`${head} {`, ...properties.map(indented), '}'].join('\n');
}

/** Whether the declaration and its block may stand on one line. */
export function fitsOneLine(head: string, properties: readonly string[]): boolean {
  const line = oneLine(head, properties);
  return line.length <= widest && !line.includes('\n');
}

const widest = 100;
const nothing: Amount = { details: 0, notes: 0 };

/** A declaration with as much of it as is to be written. */
interface Piece {
  readonly declaration: Declaration;
  readonly amount: Amount;
  readonly lines: number;
  /** Whether the next declaration of the same kind may follow without a blank line. */
  readonly isNeighbourly: boolean;
  readonly word: string;
}

function measured(declaration: Declaration, amount: Amount): Piece {
  const properties = [...declaration.properties, ...declaration.details.slice(0, amount.details)];
  const notes = amount.notes > 1 ? amount.notes + 2 : amount.notes;
  const onOneLine = standsOnOneLine(declaration, amount);
  const lines = onOneLine ? 1 : properties.reduce((sum, property) => sum + property.split('\n').length, 2 + notes);
  const word = declaration.head.slice(0, declaration.head.indexOf(' '));
  return { declaration, amount, lines, isNeighbourly: onOneLine && neighbourly.has(word), word };
}

const neighbourly: ReadonlySet<string> = new Set(['competency', 'link', 'team', 'member']);

function linesOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { lines }, index) => sum + blankLines(pieces[index - 1], pieces[index]) + lines, 0);
}

/** The lines of one piece and the blank lines before and after it. */
function linesAround(pieces: readonly Piece[], index: number): number {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  return blankLines(before, piece) + (piece?.lines ?? 0) + blankLines(piece, after);
}

function blankLines(before: Piece | undefined, after: Piece | undefined): number {
  if (before === undefined || after === undefined) return 0;
  return before.isNeighbourly && after.isNeighbourly && before.word === after.word ? 0 : 1;
}

function written(comment: string, pieces: readonly Piece[]): string {
  const lines = [`// ${comment}`];
  for (const [index, piece] of pieces.entries()) {
    const { declaration, amount } = piece;
    if (blankLines(pieces[index - 1], piece) > 0) lines.push('');
    if (standsOnOneLine(declaration, amount)) {
      lines.push(oneLine(declaration.head, declaration.properties));
      continue;
    }
    const properties = [...declaration.properties, ...declaration.details.slice(0, amount.details), ...about(amount.notes, index)];
    lines.push(`${declaration.head} {`, ...properties.map(indented), '}');
  }
  return `${lines.join('\n')}\n`;
}

function standsOnOneLine(declaration: Declaration, { details, notes }: Amount): boolean {
  if (details + notes > 0) return false;
  return declaration.properties.length === 0 || fitsOneLine(declaration.head, declaration.properties);
}

function oneLine(head: string, properties: readonly string[]): string {
  return properties.length > 0 ? `${head} { ${properties.join(' ')} }` : head;
}

/** `count` sentences; `from` makes them differ from place to place. */
function about(count: number, from: number): readonly string[] {
  const text = Array.from({ length: count }, (_, index) => sentences[(from + index) % sentences.length] ?? '');
  if (text.length === 0) return [];
  return [`about ${text.length === 1 ? `"${text[0]}"` : textBlock(text)}`];
}

function indented(property: string): string {
  return property.replaceAll(/^/gm, '  ');
}
