import { applyEdits, modify, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { TextEdit } from '../text/edit';

/** The edits that turn `rule` off in the text of a configuration; none in a text that is not valid JSON. */
export function turnedOff(text: string, rule: string): readonly TextEdit[] {
  const errors: ParseError[] = [];
  parseTree(text, errors);
  if (errors.length > 0) return [];
  const edits = modify(text, ['rules', rule], 'off', { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } });
  return edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, text: content }));
}

/** A configuration that does nothing but turn `rule` off. */
export function configurationWithout(rule: string): string {
  return `${applyEdits('{}', modify('{}', ['rules', rule], 'off', { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }))}\n`;
}
