import type { SourceFile } from '../model/snapshot';
import { type Comment, type Declaration, type Entry, type Property, propertiesOf } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { lineEndOf } from './lineEnd';

/** Takes a declaration, a property or a comment out of `file`: with its lines, where it has them to itself. Comments within it stay. */
export function removeItem(file: SourceFile, item: Span): Edit {
  const { text } = file;
  const first = lineStart(text, item.start);
  const last = lineEnd(text, item.end);
  const before = text.slice(first, item.start);
  const after = text.slice(item.end, last);
  const kept = commentsWithin(file, item);
  if (kept.length > 0) return edit(file, item, commentLines(file, kept, before, after));
  if (before.trim() === '' && after.trim() === '') return edit(file, wholeLines(text, first, last), '');
  if (before.trim() === '') return edit(file, { start: item.start, end: item.end + spaces(after) }, '');
  return edit(file, { start: item.start - (before.length - before.trimEnd().length), end: item.end }, '');
}

/** Takes `values` out of the list that the properties `word` of `node` make; a property goes with the last of its values. */
export function removeValues(file: SourceFile, node: Declaration, word: string, values: ReadonlySet<Entry>): readonly Edit[] {
  return propertiesOf(node, word).flatMap((property) => {
    if (property.entries.every((entry) => values.has(entry))) return [removeItem(file, property)];
    return runsOf(property, values).map((run) => removeRun(file, property, run));
  });
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** The values of `property` that go, neighbours together. */
function runsOf({ entries }: Property, values: ReadonlySet<Entry>): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, entry] of entries.entries()) {
    if (!values.has(entry)) continue;
    const run = runs.at(-1);
    if (run && run.last === at - 1) runs[runs.length - 1] = { first: run.first, last: at };
    else runs.push({ first: at, last: at });
  }
  return runs;
}

/** With the comma before it, or after it where it is the first. */
function removeRun(file: SourceFile, { entries }: Property, { first, last }: Run): Edit {
  const before = entries[first - 1];
  const after = entries[last + 1];
  const start = before ? before.end : (entries[first]?.start ?? 0);
  const end = before ? (entries[last]?.end ?? 0) : (after?.start ?? 0);
  const kept = commentsWithin(file, { start, end });
  if (kept.length === 0) return edit(file, { start, end }, '');
  const rest = file.text.slice(end, lineEnd(file.text, end));
  return edit(file, { start, end }, (before ? ' ' : '') + commentLines(file, kept, indentAt(file.text, start), before ? rest : `${rest} `));
}

/** Whole lines, and one of the two groups of blank lines that would meet where they were. */
function wholeLines(text: string, first: number, last: number): Span {
  const end = Math.min(text.length, last + lineBreak(text, last));
  const blankBefore = first === 0 || /(?:^|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, first - 200), first));
  const blankAfter = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))+/.exec(text.slice(end));
  if (blankBefore && blankAfter) return { start: first, end: end + blankAfter[0].length };
  if (end < text.length || first === 0) return { start: first, end };
  // At the end of the file the blank lines before go too.
  const kept = text.slice(0, first).trimEnd();
  return { start: kept.length === 0 ? 0 : kept.length + lineBreak(text, kept.length), end };
}

function commentsWithin(file: SourceFile, { start, end }: Span): readonly Comment[] {
  return file.tree.comments.filter(
    (comment) => start <= comment.start && comment.end <= end && !(comment.start === start && comment.end === end),
  );
}

/** Comments in the place of what they stood in: each line comment ends its line. */
function commentLines(file: SourceFile, comments: readonly Comment[], before: string, after: string): string {
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  return comments
    .map(({ text, line }, at) => {
      const isLast = at === comments.length - 1;
      if (!line) return isLast ? text : `${text} `;
      return isLast && after.trim() === '' ? text : `${text}${lineEndOf(file)}${indent}`;
    })
    .join('');
}

function edit(file: SourceFile, { start, end }: Span, text: string): Edit {
  return { file: file.path, span: { start, end }, text };
}

function indentAt(text: string, offset: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]|$/g;
  rest.lastIndex = offset;
  return rest.exec(text)?.index ?? text.length;
}

function lineBreak(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0;
}

function spaces(text: string): number {
  return text.length - text.trimStart().length;
}
