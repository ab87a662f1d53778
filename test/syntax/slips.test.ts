import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from '../../server/src/syntax/parse';
import type { Problem } from '../../server/src/syntax/problems';
import type { Entry, Item, Tree } from '../../server/src/syntax/tree';
import { LineIndex } from '../../server/src/text/lineIndex';
import { type Case, type Fence, fencesOf, readCases, writeCase } from '../harness/markdown';

const path = 'test/cases/syntax/slips.md';

describe('slips', () => {
  if (process.env.UPDATE === '1') update();
  const file = readCases(readFileSync(path, 'utf8'));
  for (const each of file.cases) it(each.title, () => assert.equal(answered(each), writeCase(each)));
});

function update(): void {
  const { head, cases } = readCases(readFileSync(path, 'utf8'));
  writeFileSync(path, head + cases.map(answered).join(''));
}

function answered(each: Case): string {
  const text = fencesOf(each, 'collab')[0]?.body ?? '';
  const tree = parse(text);
  return writeCase({
    ...each,
    pieces: each.pieces.map((piece) => (typeof piece === 'string' ? piece : { ...piece, body: bodyOf(piece, text, tree) })),
  });
}

function bodyOf(fence: Fence, text: string, tree: Tree): string {
  if (fence.language === 'tree') return lines(tree.declarations.flatMap((declaration) => outline(declaration, text, '')));
  if (fence.language === 'problems') return lines(tree.problems.map((problem) => said(problem, text)));
  return fence.body;
}

/** `member anna “Anna Morel”`, its properties and what is nested in it below, each deeper by two. */
function outline(item: Item, text: string, indent: string): readonly string[] {
  if (item.type === 'property') return [`${indent}${item.word}: ${item.entries.map((entry) => slots(entry, text)).join(' | ')}`.trimEnd()];
  const { kind, name, title, ends, dates } = item;
  const header = [
    kind,
    name?.text ?? (ends || dates ? '' : '?'),
    ends ? `${refText(ends.from, text)} ${ends.arrow ?? '?'} ${refText(ends.to, text)}` : '',
    dates ? `${dates.from?.text ?? '?'} to ${dates.to?.text ?? '?'}` : '',
    title ? `“${title.value}”` : '',
  ];
  return [indent + header.filter(Boolean).join(' '), ...item.items.flatMap((inner) => outline(inner, text, `${indent}  `))];
}

function refText(span: { readonly start: number; readonly end: number } | null, text: string): string {
  return span ? text.slice(span.start, span.end) : '?';
}

/** Which slots an entry fills, and with what. */
function slots(entry: Entry, text: string): string {
  const filled = Object.entries(entry).filter(([slot]) => slot !== 'start' && slot !== 'end');
  return filled.map(([slot, value]) => `${slot} ${valueText(value, text)}`).join(', ');
}

function valueText(value: unknown, text: string): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('value' in value) return String(value.value);
  if ('text' in value) return String(value.text);
  if ('number' in value && value.number !== null) return String(value.number);
  return 'start' in value && 'end' in value ? text.slice(Number(value.start), Number(value.end)) : '';
}

function said({ span, message, fix }: Problem, text: string): string {
  const { line, column } = new LineIndex(text).position(span.start);
  const words = JSON.stringify(text.slice(span.start, span.end)).slice(1, -1);
  return `${line + 1}:${column + 1} “${words}” ${message.en}${fix ? ` → ${JSON.stringify(fix.text)}` : ''}`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
