import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

export function offset(lines: LineIndex, { line, character }: Position): number {
  return lines.offset({ line, column: character });
}

export function span(lines: LineIndex, { start, end }: Range): Span {
  return { start: offset(lines, start), end: offset(lines, end) };
}
