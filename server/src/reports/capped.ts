import { type Block, empty } from './document';
import type { Say } from './say';

/** How many rows of one table a reader is given. */
export const mostRows = 200;

/** The first of many rows, and a sentence on how many more there are. */
export function capped<Row>(
  rows: readonly Row[],
  say: Say,
  most = mostRows,
): { readonly shown: readonly Row[]; readonly rest: readonly Block[] } {
  const left = rows.length - most;
  return left <= 0 ? { shown: rows, rest: [] } : { shown: rows.slice(0, most), rest: [empty(texts[say.language](say.figure(left)))] };
}

const texts = {
  en: (count: string) => `${count} more are left out here; the report as JSON has them all.`,
  fr: (count: string) => `${count} autres ne figurent pas ici ; le rapport au format JSON les contient toutes.`,
} as const;
