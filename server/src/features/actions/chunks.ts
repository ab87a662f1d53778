import type { SourceFile } from '../../model/snapshot';
import type { Comment, Declaration } from '../../syntax/tree';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** A top-level declaration on lines of its own, with the comments right above it and behind it. */
export interface Chunk extends Span {
  readonly declaration: Declaration;
  /** From the first of its lines to the end of the last, the line end not included. */
  readonly text: string;
}

/** The chunk of each top-level declaration of `file`, in text order; null for one that shares a line with another. */
export function chunksOf(file: SourceFile): readonly (Chunk | null)[] {
  return file.tree.declarations.map((declaration, index, all) => {
    const first = lineStart(file, declaration.start);
    const last = lineEnd(file, declaration.end);
    const before = all[index - 1];
    const after = all[index + 1];
    const isAlone =
      (!before || before.end <= first) && (!after || after.start >= last) && file.text.slice(first, declaration.start).trim() === '';
    if (!isAlone) return null;
    const start = startWithComments(file, first, before?.end ?? 0);
    return { declaration, start, end: last, text: file.text.slice(start, last) };
  });
}

/** Takes a chunk out, with one of the two groups of blank lines that would meet where it was. */
export function removeChunk({ path, text }: SourceFile, { start, end }: Chunk): Edit {
  const after = /^(?:\r\n|\n|\r)?(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text.slice(end))?.[0] ?? '';
  const isLast = end + after.length >= text.length;
  if (!isLast) return { file: path, span: { start, end: end + after.length }, text: '' };
  const before = /(?:\r\n|\n|\r)(?:[^\S\r\n]*(?:\r\n|\n|\r))*$/.exec(text.slice(0, start))?.[0] ?? '';
  const kept = start - before.length > 0 ? (/^(?:\r\n|\n|\r)/.exec(before)?.[0] ?? '') : '';
  return { file: path, span: { start: start - before.length, end: text.length }, text: kept };
}

/** Comments that stand on the lines right above belong to what follows. */
function startWithComments(file: SourceFile, first: number, from: number): number {
  let start = first;
  for (const comment of file.tree.comments.toReversed()) {
    if (comment.end > start || comment.start < from) continue;
    if (!isRightAbove(file, comment, start)) break;
    start = lineStart(file, comment.start);
  }
  return start;
}

function isRightAbove(file: SourceFile, comment: Comment, start: number): boolean {
  const line = lineStart(file, comment.start);
  return /^[^\S\r\n]*(?:\r\n|\n|\r)$/.test(file.text.slice(comment.end, start)) && file.text.slice(line, comment.start).trim() === '';
}

function lineStart({ lines }: SourceFile, offset: number): number {
  return lines.starts[lines.lineOf(offset)] ?? 0;
}

/** The end of the line that holds `offset`, or of the comment that goes on from there to another line. */
function lineEnd(file: SourceFile, offset: number): number {
  const line = file.lines.lineOf(offset);
  const end = (file.lines.starts[line] ?? 0) + file.lines.lineText(line).length;
  const across = file.tree.comments.find((comment) => comment.start >= offset && comment.start < end && end < comment.end);
  return across ? lineEnd(file, across.end) : end;
}
