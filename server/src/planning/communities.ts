/**
 * Two groups of the nodes of an undirected graph, given as the neighbours of each: those that are tied most within and least between. Groups are
 * joined two at a time, each time those that raise modularity most (Clauset, Newman & Moore 2004), until two are left; of equals the first.
 */
export function bisect(neighbours: readonly (readonly number[])[]): readonly [readonly number[], readonly number[]] {
  const groups = neighbours.map((_, node) => [node]);
  const degrees = neighbours.map(({ length }) => length);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const between = neighbours.map((others) => neighbours.map((_, other) => others.filter((each) => each === other).length));
  while (groups.length > 2) {
    const [into, from] = closest(groups, degrees, between, total);
    join(groups, degrees, between, into, from);
  }
  const [first = [], second = []] = groups;
  return [first.toSorted(ascending), second.toSorted(ascending)];
}

/** The two groups whose union raises modularity most; where none does, the two smallest of those that lower it least. */
function closest(
  groups: readonly (readonly number[])[],
  degrees: readonly number[],
  between: readonly (readonly number[])[],
  total: number,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let most = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      const expected = total === 0 ? 0 : ((degrees[a] ?? 0) * (degrees[b] ?? 0)) / total;
      const gain = (between[a]?.[b] ?? 0) - expected;
      const size = (groups[a]?.length ?? 0) + (groups[b]?.length ?? 0);
      if (gain < most || (gain === most && size >= smallest)) continue;
      most = gain;
      smallest = size;
      best = [a, b];
    }
  }
  return best;
}

/** Joins group `from` into group `into`, which stands before it. */
function join(groups: number[][], degrees: number[], between: number[][], into: number, from: number): void {
  groups[into]?.push(...(groups[from] ?? []));
  degrees[into] = (degrees[into] ?? 0) + (degrees[from] ?? 0);
  const rows = between[into] ?? [];
  for (const [other, ties] of (between[from] ?? []).entries()) {
    rows[other] = (rows[other] ?? 0) + ties;
    const row = between[other];
    if (row) row[into] = rows[other] ?? 0;
  }
  groups.splice(from, 1);
  degrees.splice(from, 1);
  between.splice(from, 1);
  for (const row of between) row.splice(from, 1);
}

function ascending(a: number, b: number): number {
  return a - b;
}
