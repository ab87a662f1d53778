import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { parse } from '../../server/src/syntax/parse';
import { endOf, tokenize } from '../../server/src/syntax/tokens';
import type { Declaration } from '../../server/src/syntax/tree';

interface Slip {
  readonly what: string;
  readonly text: string;
  /** Offsets, in the original, of the tokens that were touched. */
  readonly at: readonly number[];
}

const files = globSync('samples/{lumiere,northwind-ops}/**/*.collab').sort();
const inserted = ['}', '{', ',', '"x"', '4', '60%', '6d', '2026-04-02', 'anna', '->', '.', 'team', '§'];

describe('recovery', () => {
  for (let seed = 0; seed < 300; seed++) {
    const path = files[seed % files.length] ?? '';
    const slip = slipIn(readFileSync(path, 'utf8'), seed);
    it(`${path}: ${slip.what} leaves every other declaration as it was`, () => {
      const original = readFileSync(path, 'utf8');
      const before = parse(original).declarations.filter((declaration) => !slip.at.some((offset) => isHit(declaration, offset)));
      const after = new Set(parse(slip.text).declarations.map(meaning));
      for (const declaration of before)
        assert.ok(after.has(meaning(declaration)), `lost: ${original.slice(declaration.start, declaration.end)}\nin:\n${slip.text}`);
    });
  }
});

/** One token of `text` deleted, put in or swapped with the next; which one follows from `seed`. */
function slipIn(text: string, seed: number): Slip {
  const { tokens } = tokenize(text);
  const index = (seed * 7919 + 13) % (tokens.length - 1);
  const token = tokens[index];
  const next = tokens[index + 1];
  assert.ok(token && next);
  const [start, end] = [token.startOffset, endOf(token)];
  const line = text.slice(0, start).split('\n').length;
  if (seed % 3 === 0)
    return { what: `without “${token.image}” in line ${line}`, text: text.slice(0, start) + text.slice(end), at: [start] };
  if (seed % 3 === 1) {
    const extra = inserted[seed % inserted.length] ?? '';
    return {
      what: `with “${extra}” before “${token.image}” in line ${line}`,
      text: `${text.slice(0, start)}${extra} ${text.slice(start)}`,
      at: [start, tokens[index - 1]?.startOffset ?? start],
    };
  }
  const swapped = next.image + text.slice(end, next.startOffset) + token.image;
  return {
    what: `with “${token.image}” and “${next.image}” swapped in line ${line}`,
    text: text.slice(0, start) + swapped + text.slice(endOf(next)),
    at: [start, next.startOffset],
  };
}

function isHit(declaration: Declaration, offset: number): boolean {
  return declaration.start <= offset && offset < declaration.end;
}

/** A declaration without its places. */
function meaning(declaration: Declaration): string {
  return JSON.stringify(declaration, (key, value: unknown) =>
    key === 'start' || key === 'end' || key === 'keyword' || key === 'block' ? undefined : value,
  );
}
