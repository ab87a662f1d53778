import { memo } from './memo';
import type { Graph } from './network';

/** The edges of a graph, without its nodes: what measures that walk every way are computed on. */
export interface Adjacency {
  /** How many nodes there are. */
  readonly count: number;
  /** The neighbours of node i stand in `ends` from `first[i]` up to `first[i + 1]`, ascending. */
  readonly first: Int32Array;
  readonly ends: Int32Array;
}

/** The edges of `graph`. As long as they stay the same from one graph to the next, so does the answer, and what is memoised by it. */
export const adjacency = memo((graph: Graph<unknown>): Adjacency => {
  const edges = adjacencyOf(graph);
  if (!latest || !areSame(latest, edges)) latest = edges;
  return latest;
});

/** Most edits of a model leave its net as it is. */
let latest: Adjacency | null = null;

function adjacencyOf({ neighbours, size }: Graph<unknown>): Adjacency {
  const first = new Int32Array(neighbours.length + 1);
  const ends = new Int32Array(2 * size);
  let at = 0;
  for (const [node, row] of neighbours.entries()) {
    ends.set(row, at);
    at += row.length;
    first[node + 1] = at;
  }
  return { count: neighbours.length, first, ends };
}

function areSame(a: Adjacency, b: Adjacency): boolean {
  if (a.count !== b.count || a.ends.length !== b.ends.length) return false;
  return a.first.every((value, index) => value === b.first[index]) && a.ends.every((value, index) => value === b.ends[index]);
}
