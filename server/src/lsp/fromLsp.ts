import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../text/lineIndex';
import type { Place, Span } from '../text/span';
import type { Located } from './session';

export function offset(lines: LineIndex, { line, character }: Position): number {
  return lines.offset({ line, column: character });
}

export function span(lines: LineIndex, { start, end }: Range): Span {
  return { start: offset(lines, start), end: offset(lines, end) };
}

/** Null where the file is not in its project. */
export function place({ project, file }: Located, position: Position): Place | null {
  const source = project.snapshot.files.get(file);
  return source ? { file, offset: offset(source.lines, position) } : null;
}
