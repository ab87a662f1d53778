import { LineIndex } from '../../server/src/text/lineIndex';
import type { Span } from '../../server/src/text/span';

/** A finding as a case file announces it, under the line that it stands in. */
export interface Announcement {
  readonly span: Span;
  /** `warning network/silo`. */
  readonly what: string;
  readonly message: string;
}

/** A text with its announcements: `//   ^^^^ warning network/silo: the message`; of carets as many as the place is long, at least one. */
export interface Announced {
  /** Without the announcements. */
  readonly text: string;
  /** Line and column of the first caret, and what is announced there, of those that leave the message out. */
  readonly silent: ReadonlySet<string>;
}

const announcement = /^\/\/ *(\^+) (\w+ [\w-]+\/[\w-]+)(: .*)?$/;

/** The text that a fence holds, its announcements taken out. */
export function readAnnounced(body: string): Announced {
  const lines: string[] = [];
  const silent = new Set<string>();
  for (const line of body.split('\n')) {
    const match = announcement.exec(line);
    if (!match) lines.push(line);
    else if (match[3] === undefined) silent.add(key(lines.length - 1, line.indexOf('^'), match[2] ?? ''));
  }
  return { text: lines.join('\n'), silent };
}

/** The text with `announcements` under their lines; the message is left out where `silent` says so. */
export function writeAnnounced({ text, silent }: Announced, announcements: readonly Announcement[]): string {
  const index = new LineIndex(text);
  const placed = announcements.map(({ span, what, message }) => {
    const { line, column } = index.position(span.start);
    const end = Math.min(span.end, span.start - column + index.lineText(line).length);
    const carets = '^'.repeat(Math.max(1, end - span.start));
    if (column < 2) throw new Error(`“${what}” stands at column ${column}, where no caret fits below “//”: indent the line by two.`);
    const said = silent.has(key(line, column, what)) ? '' : `: ${message}`;
    return { line, column, text: `//${' '.repeat(column - 2)}${carets} ${what}${said}` };
  });
  return text
    .split('\n')
    .flatMap((line, at) => {
      const below = placed.filter((each) => each.line === at).sort((a, b) => a.column - b.column || (a.text < b.text ? -1 : 1));
      return [line, ...below.map((each) => each.text)];
    })
    .join('\n');
}

function key(line: number, column: number, what: string): string {
  return `${line}:${column} ${what}`;
}
