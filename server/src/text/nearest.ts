/**
 * The candidates that `word` may have been meant as: at most 2 edits away, or a third of its length, and never all of it another.
 * Nearest first, equals by code unit. Case counts only where nothing else tells candidates apart.
 */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const folded = word.toLowerCase();
  const limit = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  const found: { readonly candidate: string; readonly edits: number; readonly exact: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue;
    const edits = editDistance(folded, candidate.toLowerCase(), limit);
    if (edits <= limit) found.push({ candidate, edits, exact: editDistance(word, candidate, word.length) });
  }
  found.sort((a, b) => a.edits - b.edits || a.exact - b.exact || (a.candidate < b.candidate ? -1 : 1));
  return found.map(({ candidate }) => candidate);
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
