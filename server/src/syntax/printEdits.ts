import type { TextEdit } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import { parse } from './parse';
import { print } from './print';
import type { Tree } from './tree';

/** The whole lines of `text` that its canonical layout changes, in text order; none where it departs from the grammar. */
export function formatEdits(text: string, tree: Tree = parse(text)): readonly TextEdit[] {
  const printed = print(text, tree);
  if (printed === text) return [];
  const edits: TextEdit[] = [];
  const lines = writtenLines(text);
  let [start, printedStart, line] = [0, 0, 0];
  // Both hold the same characters but for white space: two lines that start after as many of them are level.
  for (const printedLine of writtenLines(printed)) {
    while ((lines[line]?.before ?? printedLine.before) < printedLine.before) line++;
    const level = lines[line];
    if (level?.before !== printedLine.before) continue;
    addEdit(edits, start, text.slice(start, level.start), printed.slice(printedStart, printedLine.start));
    [start, printedStart] = [level.start, printedLine.start];
  }
  addEdit(edits, start, text.slice(start), printed.slice(printedStart));
  return edits;
}

/** A line that is not blank. */
interface WrittenLine {
  readonly start: number;
  /** How many characters other than white space stand before it. */
  readonly before: number;
}

function writtenLines(text: string): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  const { starts } = new LineIndex(text);
  let before = 0;
  for (const [index, start] of starts.entries()) {
    const written = text.slice(start, starts[index + 1]).replace(/[\s\u0085]+/g, '').length;
    if (written > 0) lines.push({ start, before });
    before += written;
  }
  return lines;
}

/** Adds the edit that makes `old`, which stands at `start`, into `wanted`, without the lines at either end that stay. */
function addEdit(edits: TextEdit[], start: number, old: string, wanted: string): void {
  if (old === wanted) return;
  const [oldLines, wantedLines] = [linesOf(old), linesOf(wanted)];
  const shorter = Math.min(oldLines.length, wantedLines.length);
  let head = 0;
  while (head < shorter && oldLines[head] === wantedLines[head]) head++;
  let tail = 0;
  while (tail < shorter - head && oldLines.at(-1 - tail) === wantedLines.at(-1 - tail)) tail++;
  const from = start + oldLines.slice(0, head).join('').length;
  const changed = oldLines.slice(head, oldLines.length - tail).join('');
  edits.push({ span: { start: from, end: from + changed.length }, text: wantedLines.slice(head, wantedLines.length - tail).join('') });
}

/** The lines of `text`, each with its line end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]+(?:\r\n|\n|\r)?|\r\n|\n|\r/g) ?? [];
}
