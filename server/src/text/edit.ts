import type { Location, Span } from './span';

/** Put `text` in the place of `span` of one text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Put `text` in the place of `span` of `file`. */
export interface Edit extends Location {
  readonly text: string;
}

/** `text` with all `edits` made. They must not overlap; two insertions at one place stand in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index })).sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  const parts: string[] = [];
  let from = 0;
  for (const { edit } of ordered) {
    parts.push(text.slice(from, edit.span.start), edit.text);
    from = edit.span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** `edits` of one text, at least one, as a single one that does the same: all of them are made, or none. */
export function asOne(text: string, edits: readonly TextEdit[]): TextEdit {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const within = edits.map((edit) => ({ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } }));
  return { span: { start, end }, text: applyEdits(text.slice(start, end), within) };
}

/** The edit of the one stretch in which `after` reads otherwise than `before`; null where it does not. */
export function changedEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const span = changedStretch(before, after);
  return { span, text: after.slice(span.start, span.end + after.length - before.length) };
}

/** The stretch of `before` that reads otherwise in `after`. No character is split. */
export function changedStretch(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (isLeading(before, start - 1)) start--;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (isLeading(before, before.length - same - 1)) same--;
  return { start, end: before.length - Math.max(0, same) };
}

/** Is the first half of a character at `offset`? */
function isLeading(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF]$/.test(text[offset] ?? '');
}
