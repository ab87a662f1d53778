import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { TextEdit } from '../text/edit';
import type { Severity } from './severity';

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** The edits that give `rule` a severity in the text of a configuration, its options kept; none in a text that is not valid JSON. */
export function severityEdits(text: string, rule: string, severity: Severity | 'off'): readonly TextEdit[] {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  if (errors.length > 0) return [];
  const edits = modify(text, hasOptions(tree, rule) ? ['rules', rule, 'severity'] : ['rules', rule], severity, { formattingOptions });
  return edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, text: content }));
}

/** A configuration that does nothing but give `rule` a severity. */
export function configurationWith(rule: string, severity: Severity | 'off'): string {
  return `${applyEdits('{}', modify('{}', ['rules', rule], severity, { formattingOptions }))}\n`;
}

function hasOptions(tree: Node | undefined, rule: string): boolean {
  return tree !== undefined && findNodeAtLocation(tree, ['rules', rule])?.type === 'object';
}

/** The edits after which a configuration that leaves out `from`, or something below it, by its very path leaves out `to` in its place. */
export function excludedElsewhere(text: string, from: string, to: string): readonly TextEdit[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const exclude = root && findNodeAtLocation(root, ['exclude']);
  if (errors.length > 0 || exclude?.type !== 'array') return [];
  return (exclude.children ?? []).flatMap(({ value, offset, length }) => {
    if (typeof value !== 'string') return [];
    const isMeant = value === from || value.startsWith(`${from}/`);
    return isMeant ? [{ span: { start: offset, end: offset + length }, text: JSON.stringify(to + value.slice(from.length)) }] : [];
  });
}
