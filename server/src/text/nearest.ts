/** A word as it is compared with others. */
export interface Spelling {
  readonly word: string;
  /** In lower case. */
  readonly folded: string;
  /** Which letters there are in `folded`, as bits; some share one. */
  readonly letters: number;
}

export function spellingOf(word: string): Spelling {
  const folded = word.toLowerCase();
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) & 31);
  return { word, folded, letters };
}

/**
 * The candidates that `word` may have been meant as: at most 2 edits away, or a third of its length, and never all of it another.
 * Nearest first, equals by code unit. Case counts only where nothing else tells candidates apart.
 */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  return nearestOf(word, [...candidates].map(spellingOf));
}

/** The same, where candidates are compared again and again. */
export function nearestOf(word: string, candidates: Iterable<Spelling>): readonly string[] {
  const { folded, letters } = spellingOf(word);
  const limit = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  const found = new Map<string, { readonly edits: number; readonly exact: number }>();
  for (const other of candidates) {
    if (Math.abs(other.folded.length - folded.length) > limit) continue;
    // Each letter that only one of them has takes an edit: of a large project that leaves few to be compared.
    if (count(letters & ~other.letters) > limit || count(other.letters & ~letters) > limit) continue;
    if (other.word === word || found.has(other.word)) continue;
    const edits = editDistance(folded, other.folded, limit);
    if (edits <= limit) found.set(other.word, { edits, exact: editDistance(word, other.word, word.length) });
  }
  const inOrder = [...found].sort(([one, a], [other, b]) => a.edits - b.edits || a.exact - b.exact || (one < other ? -1 : 1));
  return inOrder.map(([candidate]) => candidate);
}

/** How many bits are set. */
function count(bits: number): number {
  let found = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) found++;
  return found;
}

/**
 * The fewest insertions, deletions, substitutions and swaps of neighbours that make `a` into `b` (optimal string alignment);
 * some number above `limit` where it takes more than that.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) edits = Math.min(edits, (twoAbove[column - 2] ?? 0) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return least;
    twoAbove = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
