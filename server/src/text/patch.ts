import { applyEdits, type TextEdit } from './edit';

/** How many lines around a change a patch shows. */
const context = 3;

/**
 * What `edits` do to `text`, the whole of the file at `path`, as a unified diff that `git apply` takes; empty where they do nothing. Only
 * `\n` ends a line here, as it does for git.
 */
export function patchOf(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const blocks = changedBlocks(text, lines, edits);
  if (blocks.length === 0) return '';
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const last = hunks.at(-1)?.at(-1);
    if (last && block.from - last.to <= 2 * context) hunks.at(-1)?.push(block);
    else hunks.push([block]);
  }
  let shift = 0;
  const written = hunks.map((hunk) => {
    const [first, last] = [hunk[0] as Block, hunk.at(-1) as Block];
    const from = Math.max(0, first.from - context);
    const to = Math.min(lines.length, last.to + context);
    const body: string[] = [];
    let at = from;
    for (const block of hunk) {
      body.push(...lines.slice(at, block.from).map(marked(' ')), ...lines.slice(block.from, block.to).map(marked('-')));
      body.push(...block.lines.map(marked('+')));
      at = block.to;
    }
    body.push(...lines.slice(at, to).map(marked(' ')));
    const grown = hunk.reduce((sum, block) => sum + block.lines.length - (block.to - block.from), 0);
    const head = `@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n`;
    shift += grown;
    return head + body.join('');
  });
  return `--- ${named(`a/${path}`)}\n+++ ${named(`b/${path}`)}\n${written.join('')}`;
}

/** Lines that are put in the place of others: up to, not including, `to`. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function changedBlocks(text: string, lines: readonly string[], edits: readonly TextEdit[]): readonly Block[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const lineAt = (at: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= at),
    );
  const groups: { from: number; to: number; readonly edits: TextEdit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const [from, to] = [lineAt(edit.span.start), Math.min(lines.length, lineAt(edit.span.end) + 1)];
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.flatMap(({ from, to, edits: own }) => {
    const start = starts[from] ?? 0;
    const before = text.slice(start, starts[to] ?? text.length);
    const moved = own.map((edit) => ({ text: edit.text, span: { start: edit.span.start - start, end: edit.span.end - start } }));
    return trimmed({ from, to, lines: linesOf(applyEdits(before, moved)) }, lines) ?? [];
  });
}

/** Without the lines that stay as they are at either end; null where that is all of them. */
function trimmed(block: Block, before: readonly string[]): Block | null {
  let { from, to } = block;
  const lines = [...block.lines];
  while (from < to && lines.length > 0 && lines[0] === before[from]) {
    lines.shift();
    from++;
  }
  while (from < to && lines.length > 0 && lines.at(-1) === before[to - 1]) {
    lines.pop();
    to--;
  }
  return from === to && lines.length === 0 ? null : { from, to, lines };
}

/** With their ends; the last has none where the text does not end in one. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string): (line: string) => string {
  return (line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`);
}

/** Lines count from 1; none stand behind the line of their number. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

/** As git quotes a path that would not be read as it stands. */
function named(path: string): string {
  if (!/["\\\p{Cc}]/u.test(path)) return path.includes(' ') ? `${path}\t` : path;
  const quoted = path.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"${quoted}"`;
}
