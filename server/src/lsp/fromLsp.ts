import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { type Encoding, type Lines, linesIn } from './lines';

export function offset(lines: Lines, { line, character }: Position): number {
  return lines.offset({ line, column: character });
}

export function span(lines: Lines, { start, end }: Range): Span {
  return { start: offset(lines, start), end: offset(lines, end) };
}

/** `document` after `changes`, each of which speaks of the text that those before it made. */
export function changed(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
): TextDocument {
  if (encoding === 'utf-16') return TextDocument.update(document, [...changes], version);
  return changes.reduce((before, change) => {
    if (!('range' in change)) return TextDocument.update(before, [change], version);
    const { start, end } = span(linesIn(encoding, new LineIndex(before.getText())), change.range);
    const range = { start: before.positionAt(start), end: before.positionAt(end) };
    return TextDocument.update(before, [{ range, text: change.text }], version);
  }, document);
}
