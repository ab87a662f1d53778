import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Comment, Declaration, Entry, Item } from '../syntax/tree';
import { entriesOf, propertiesOf, propertyOf } from '../syntax/tree';
import { type Kind, wordsOf } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { lineEndOf } from './lineEnd';
import { removeItem } from './removal';

/** A property as it is to stand in a block: its word and all of its text, `assigned anna 60%`. */
export interface NewProperty {
  readonly word: string;
  readonly text: string;
}

/** How far a block that was made on one line may reach. */
const widestLine = 100;

/**
 * Puts `properties` into the block of `declaration`, each after those that the grammar names before it; makes the block where there is none.
 * Comments stay where they are, a block of one line stays on one line, indentation is that of the neighbours.
 */
export function addProperties(file: SourceFile, declaration: Declaration, properties: readonly NewProperty[]): readonly Edit[] {
  const ordered = [...properties].sort((a, b) => rank(declaration.kind, a.word) - rank(declaration.kind, b.word));
  const texts = ordered.map(({ text }) => text);
  if (!declaration.block) return [newBlock(file, declaration, texts)];
  if (declaration.items.length === 0) return [intoEmptyBlock(file, declaration, declaration.block, texts)];
  return ordered.map((property) => intoBlock(file, declaration, declaration.block as Span, property));
}

/** Adds `value` to the list `word` of `declaration`: behind the last one there is, else as a property of its own. */
export function addValue(file: SourceFile, declaration: Declaration, word: string, value: string): readonly Edit[] {
  const last = entriesOf(declaration, word).at(-1);
  if (!last) return addProperties(file, declaration, [{ word, text: `${word} ${value}` }]);
  return [insertion(file, last.end, `, ${value}`)];
}

/** Puts `values` in the place of all values of the list `word` of `declaration`. Comments between the values stay. */
export function replaceValues(file: SourceFile, declaration: Declaration, word: string, values: readonly string[]): readonly Edit[] {
  const [first, ...others] = propertiesOf(declaration, word).filter(({ entries }) => entries.length > 0);
  if (!first) return addProperties(file, declaration, [{ word, text: `${word} ${values.join(', ')}` }]);
  return [replacement(file, first.entries, values.join(', ')), ...others.map((property) => removeItem(file, property))];
}

/** Puts `text` in the place of `span`. */
export function replace(file: SourceFile, span: Span, text: string): Edit {
  return { file: file.path, span, text };
}

/** Puts `text`, a declaration or several links, below the top-level declaration `anchor`: with a blank line between, but for links below a link. */
export function addDeclaration(file: SourceFile, anchor: Declaration, text: string): Edit {
  const newline = lineEndOf(file);
  const written = text.replaceAll('\n', newline);
  const close = anchor.kind === 'link' && text.startsWith('link ');
  const before = close ? newline : newline + newline;
  const at = endOfLine(file, anchor.end);
  const next = file.tree.declarations.find(({ start }) => start >= anchor.end);
  if (next && next.start < at) return insertion(file, anchor.end, `${before}${written}${newline}`);
  const gap = next ? file.text.slice(at, next.start) : '';
  const tight = next && !close && (gap.match(/\r\n|\n|\r/g)?.length ?? 0) === 1;
  return insertion(file, at, `${before}${written}${tight ? newline : ''}`);
}

/** Of the declarations at the top of files, the one that holds `node`. */
export function topLevelAround(
  snapshot: Snapshot,
  path: string,
  node: Span,
): { readonly file: SourceFile; readonly declaration: Declaration } | null {
  const file = snapshot.files.get(path);
  const declaration = file?.tree.declarations.find(({ start, end }) => start <= node.start && node.end <= end);
  return file && declaration ? { file, declaration } : null;
}

/** `text` as a title of one line. */
export function quotedTitle(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** Properties that share a line with one that goes before them, the nearest first (docs/language.md §7). */
const companions: ReadonlyMap<string, readonly string[]> = new Map([
  ['to', ['from']],
  ['due', ['from']],
  ['decides', ['interest', 'influence']],
]);

function intoBlock(file: SourceFile, declaration: Declaration, block: Span, { word, text }: NewProperty): Edit {
  const beside = (companions.get(word) ?? []).map((companion) => propertyOf(declaration, companion)).find((found) => found);
  if (beside) return insertion(file, beside.end, ` ${text}`);

  const anchor = declaration.items.findLast((item) => rank(declaration.kind, wordOf(item)) <= rank(declaration.kind, word));
  if (!anchor) return atBlockStart(file, declaration, block, text);
  const { last, end } = lastOnLine(file, declaration, anchor);
  if (closesBefore(file, block, last.end, end)) return insertion(file, anchor.end, ` ${text}`);
  return insertion(file, end, lineEndOf(file) + indentIn(file, declaration) + text);
}

function atBlockStart(file: SourceFile, declaration: Declaration, block: Span, text: string): Edit {
  const end = endOfLine(file, block.start + 1);
  const first = declaration.items[0];
  if (!first || first.start >= end) return insertion(file, end, lineEndOf(file) + indentIn(file, declaration) + text);
  const spaced = /\s/.test(file.text[block.start + 1] ?? '');
  return insertion(file, block.start + 1, spaced ? ` ${text}` : ` ${text} `);
}

function intoEmptyBlock(file: SourceFile, declaration: Declaration, block: Span, texts: readonly string[]): Edit {
  const inside = file.text.slice(block.start + 1, block.end - 1);
  if (isClosed(file, block) && !/[\r\n]/.test(inside)) {
    return insertion(file, block.start + 1, ` ${texts.join(' ')}${inside.startsWith(' ') ? '' : ' '}`);
  }
  const indent = lineEndOf(file) + indentIn(file, declaration);
  return insertion(file, endOfLine(file, block.start + 1), texts.map((text) => indent + text).join(''));
}

function newBlock(file: SourceFile, declaration: Declaration, texts: readonly string[]): Edit {
  const [only] = texts;
  const column = declaration.end - (file.lines.starts[file.lines.lineOf(declaration.end)] ?? 0);
  if (only !== undefined && texts.length === 1 && column + only.length + 5 <= widestLine)
    return insertion(file, declaration.end, ` { ${only} }`);
  const newline = lineEndOf(file);
  const indent = newline + indentIn(file, declaration);
  return insertion(
    file,
    declaration.end,
    ` {${texts.map((text) => indent + text).join('')}${newline}${lineIndent(file, declaration.start)}}`,
  );
}

/** The last item that starts on the line on which `item` ends, and where that line ends. */
function lastOnLine(file: SourceFile, declaration: Declaration, item: Item): { readonly last: Item; readonly end: number } {
  const end = endOfLine(file, item.end);
  const next = declaration.items.find((other) => other.start >= item.end && other.start < end);
  return next ? lastOnLine(file, declaration, next) : { last: item, end };
}

function closesBefore(file: SourceFile, block: Span, from: number, end: number): boolean {
  if (isClosed(file, block)) return block.end > from && block.end <= end;
  return file.lines.lineOf(block.start) === file.lines.lineOf(from);
}

function isClosed(file: SourceFile, block: Span): boolean {
  return block.end > block.start + 1 && file.text[block.end - 1] === '}';
}

/** One edit that puts `text` in the place of `entries`, behind which comments that stood between them stay. */
function replacement(file: SourceFile, entries: readonly Entry[], text: string): Edit {
  const span = { start: entries[0]?.start ?? 0, end: entries.at(-1)?.end ?? 0 };
  return { file: file.path, span, text: text + keptComments(file, span, span.end) };
}

/** The comments within `span`, to stand on one line; a line comment needs a line end behind it, where `end` has none. */
function keptComments(file: SourceFile, span: Span, end: number): string {
  const comments = file.tree.comments.filter((comment) => span.start <= comment.start && comment.end <= span.end);
  if (comments.length === 0) return '';
  const last = comments.at(-1) as Comment;
  const joined = comments
    .map((comment, index) => (comment.line && index < comments.length - 1 ? `${asBlock(comment)}` : comment.text))
    .join(' ');
  const followed = endOfLine(file, end) > end && file.text.slice(end, endOfLine(file, end)).trim() !== '';
  return ` ${joined}${last.line && followed ? lineEndOf(file) + lineIndent(file, span.start) : ''}`;
}

/** A line comment as one that something can follow on its line. */
function asBlock({ text }: Comment): string {
  return `/* ${text.replace(/^\/\/\s*/, '').replaceAll('*/', '* /')} */`;
}

/** The end of the line that holds `offset`, or of the comment that goes on from there to another line. */
function endOfLine(file: SourceFile, offset: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = offset;
  const end = rest.exec(file.text)?.index ?? file.text.length;
  const across = file.tree.comments.find((comment) => comment.start < end && end < comment.end && comment.start >= offset);
  return across ? endOfLine(file, across.end) : end;
}

/** The indentation of what stands in the block of `declaration`. */
function indentIn(file: SourceFile, declaration: Declaration): string {
  for (const item of declaration.items) {
    const start = file.lines.starts[file.lines.lineOf(item.start)] ?? 0;
    const before = file.text.slice(start, item.start);
    if (start > declaration.start && before.trim() === '') return before;
  }
  return lineIndent(file, declaration.start) + (/^\t/m.test(file.text) ? '\t' : '  ');
}

function lineIndent(file: SourceFile, offset: number): string {
  return /^[ \t]*/.exec(file.lines.lineText(file.lines.lineOf(offset)))?.[0] ?? '';
}

function insertion(file: SourceFile, at: number, text: string): Edit {
  return { file: file.path, span: { start: at, end: at }, text };
}

function wordOf(item: Item): string {
  return item.type === 'property' ? item.word : item.kind;
}

/** Where the grammar puts a word among those of its block: what is nested behind the properties, but for what a client was promised. */
function rank(kind: Kind, word: string): number {
  return word === 'participation' ? Number.POSITIVE_INFINITY : [...wordsOf(kind)].indexOf(word);
}
