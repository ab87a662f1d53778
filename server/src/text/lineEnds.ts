import type { TextEdit } from './edit';

/** The line end of most lines; `\n` where there are none. */
export function prevailingLineEnd(text: string): string {
  const counts = new Map<string, number>([['\n', 0]]);
  for (const [lineEnd] of text.matchAll(/\r\n|\n|\r/g)) counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** `edits` of `text`, whose lines end as its own do. */
export function endingAlike<Of extends TextEdit>(text: string, edits: readonly Of[]): readonly Of[] {
  const lineEnd = prevailingLineEnd(text);
  return edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', lineEnd) }));
}
