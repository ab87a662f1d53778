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

/** The edges of `graph`. Where they are those of a graph before, the answer is the same object, and so is what is memoised by it. */
export const adjacency = memo((graph: Graph<unknown>): Adjacency => {
  const edges = adjacencyOf(graph);
  const known = latest.find((each) => areSame(each, edges)) ?? edges;
  latest = [known, ...latest.filter((each) => each !== known)].slice(0, mostKept);
  return known;
});

/** Newest first: most edits leave the nets as they are, and a name that is being typed brings the net before it back. */
let latest: readonly Adjacency[] = [];
const mostKept = 4;

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
