/** `start` is within these, nearest first; where they go round in a circle they end where it closes. */
export function chain<T>(start: T, above: (item: T) => T | null): readonly T[] {
  const found = new Set<T>();
  for (let next = above(start); next && next !== start && !found.has(next); next = above(next)) found.add(next);
  return [...found];
}
