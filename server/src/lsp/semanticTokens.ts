import { SemanticTokenModifiers, type SemanticTokensEdit, type SemanticTokensLegend, SemanticTokenTypes } from 'vscode-languageserver';
import type { SemanticToken, TokenType } from '../features/semanticTokens';
import type { Lines } from './lines';

/** Standard types only, so that every theme has a colour for each: people, groups, competencies, work, and what is agreed. */
const types: Readonly<Record<TokenType, SemanticTokenTypes>> = {
  member: SemanticTokenTypes.class,
  stakeholder: SemanticTokenTypes.interface,
  team: SemanticTokenTypes.namespace,
  organization: SemanticTokenTypes.namespace,
  client: SemanticTokenTypes.namespace,
  competency: SemanticTokenTypes.property,
  task: SemanticTokenTypes.function,
  intervention: SemanticTokenTypes.method,
  need: SemanticTokenTypes.method,
  resource: SemanticTokenTypes.variable,
  assessment: SemanticTokenTypes.struct,
  strength: SemanticTokenTypes.parameter,
  pitfall: SemanticTokenTypes.parameter,
  technique: SemanticTokenTypes.macro,
  scale: SemanticTokenTypes.enum,
  level: SemanticTokenTypes.enumMember,
  period: SemanticTokenTypes.variable,
  link: SemanticTokenTypes.variable,
  rule: SemanticTokenTypes.function,
  keyword: SemanticTokenTypes.keyword,
  text: SemanticTokenTypes.string,
  number: SemanticTokenTypes.number,
  comment: SemanticTokenTypes.comment,
};

const tokenTypes = [...new Set(Object.values(types))];
const declaration = 0b01;
const defaultLibrary = 0b10;

export const legend: SemanticTokensLegend = {
  tokenTypes,
  tokenModifiers: [SemanticTokenModifiers.declaration, SemanticTokenModifiers.defaultLibrary],
};

/** Five numbers a token, each placed after the one before, as the protocol wants them. */
export function encoded(tokens: readonly SemanticToken[], lines: Lines): number[] {
  const data: number[] = [];
  let before = { line: 0, column: 0 };
  for (const { start, end, type, isDeclaration, isBuiltIn } of tokens) {
    const at = lines.position(start);
    const length = lines.position(end).column - at.column;
    const modifiers = (isDeclaration ? declaration : 0) | (isBuiltIn ? defaultLibrary : 0);
    const onLine = at.line === before.line ? at.column - before.column : at.column;
    data.push(at.line - before.line, onLine, length, tokenTypes.indexOf(types[type]), modifiers);
    before = at;
  }
  return data;
}

/** The one edit that makes `before` into `after`; none where they are the same. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const deleteCount = before.length - same - start;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
