import stringWidth from 'string-width';
import type { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { visible } from './output';

/** The line in which a place starts, and what of it lies under the place, as a terminal shows them. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Columns before the place. */
  readonly before: number;
  /** Columns of the place in this line, at least one. */
  readonly width: number;
}

/** Of a longer line, only what is around the place is shown. */
const longest = 120;
const ahead = 40;

export function excerptOf(lines: LineIndex, span: Span): Excerpt {
  const { text } = lines;
  const line = lines.lineOf(span.start);
  const lineStart = lines.starts[line] ?? 0;
  const start = Math.min(span.start, text.length);
  const isLong = (lines.starts[line + 1] ?? text.length) - lineStart > longest;
  const from = isLong ? wholeCharacter(text, Math.max(lineStart, start - ahead)) : lineStart;
  const to = wholeCharacter(text, Math.min(lines.starts[line + 1] ?? text.length, from + longest));
  const shown = text.slice(from, to);
  const [content = ''] = shown.split(/[\r\n]/, 1);
  const prefix = (from > lineStart ? '…' : '') + visible(content.slice(0, start - from));
  const under = visible(content.slice(start - from, Math.max(start, span.end) - from));
  const rest = visible(content.slice(Math.max(start, span.end) - from));
  const isCut = content.length === shown.length && isLong && to < (lines.starts[line + 1] ?? text.length);
  return {
    line: line + 1,
    text: prefix + under + rest + (isCut ? '…' : ''),
    before: stringWidth(prefix),
    width: Math.max(1, stringWidth(under)),
  };
}

/** `offset`, or the one before it where it lies between the halves of a character. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
