import type { TextEdit } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import { contains, type Span } from '../text/span';
import { parse } from './parse';
import { formatEdits } from './printEdits';
import type { Declaration, Tree } from './tree';

/** What the canonical layout changes of the lines that `part` touches. Where the text departs from the grammar, sound declarations are laid out. */
export function formatRange(text: string, tree: Tree, part: Span): readonly TextEdit[] {
  const whole = tree.problems.length === 0 ? formatEdits(text, tree) : tree.declarations.flatMap((each) => soundEdits(text, tree, each));
  const lines = wholeLines(text, part);
  return whole.filter(({ span }) => span.start < lines.end && (span.end > lines.start || span.start >= lines.start));
}

/** What the canonical layout changes of the block whose brace was typed just before `offset`; what follows it stays as it is. */
export function formatClosed(text: string, tree: Tree, offset: number): readonly TextEdit[] {
  const around = tree.declarations.find(({ block }) => block && block.start < offset && offset <= block.end);
  const closed = around && innermostClosedAt(around, text, offset);
  if (!around || !closed) return [];
  const from = wholeLines(text, closed).start;
  return editsUpTo(text, around, offset).filter(({ span }) => contains({ start: from, end: offset }, span));
}

/** What the canonical layout changes of the line that ended just before the one of `offset`, that line staying one line. */
export function formatEnded(text: string, tree: Tree, offset: number): readonly TextEdit[] {
  const lines = new LineIndex(text);
  const line = lines.lineOf(offset) - 1;
  const [start, end] = [lines.starts[line], lines.starts[line + 1]];
  if (start === undefined || end === undefined) return [];
  const around = tree.declarations.findLast((each) => each.start < end);
  if (!around) return [];
  return editsUpTo(text, around, end).filter(({ span, text: wanted }) => contains({ start, end }, span) && lineCount(wanted) === 1);
}

/** What the layout changes of `around` as if it ended before `end`, its open blocks closed there; none where that departs from the grammar. */
function editsUpTo(text: string, around: Declaration, end: number): readonly TextEdit[] {
  const start = indentedStart(text, around.start);
  const written = text.slice(start, end);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const ended = /[\r\n]$/.test(written) ? written : written + eol;
  for (let open = 0; open <= deepest; open++) {
    // The comment keeps a block open that is still empty.
    const part = ended + (open > 0 ? `//${eol}` : '') + `}${eol}`.repeat(open);
    const tree = parse(part);
    if (tree.problems.length === 0) return formatEdits(part, tree).map((edit) => moved(edit, start));
  }
  return [];
}

/** A block in a block: nothing is nested deeper. */
const deepest = 2;

function soundEdits(text: string, tree: Tree, declaration: Declaration): readonly TextEdit[] {
  if (tree.problems.some(({ span }) => span.start <= declaration.end && declaration.start <= span.end)) return [];
  return editsUpTo(text, declaration, wholeLines(text, declaration).end);
}

function innermostClosedAt(declaration: Declaration, text: string, offset: number): Declaration | null {
  const inner = declaration.items.find(
    (item): item is Declaration => item.type === 'declaration' && item.start < offset && offset <= item.end,
  );
  if (inner?.block) return innermostClosedAt(inner, text, offset);
  return declaration.block?.end === offset && text[offset - 1] === '}' ? declaration : null;
}

function wholeLines(text: string, { start, end }: Span): Span {
  const lines = new LineIndex(text);
  const last = lines.lineOf(Math.max(start, end));
  return { start: lines.starts[lines.lineOf(start)] ?? 0, end: lines.starts[last + 1] ?? text.length };
}

/** Where the line starts, if nothing but white space stands before. */
function indentedStart(text: string, start: number): number {
  const before = /[^\S\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const at = start - before.length;
  return at === 0 || /[\r\n]/.test(text[at - 1] ?? '') ? at : start;
}

function moved({ span, text }: TextEdit, by: number): TextEdit {
  return { span: { start: span.start + by, end: span.end + by }, text };
}

function lineCount(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
