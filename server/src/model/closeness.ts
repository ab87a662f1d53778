import { type Adjacency, adjacency } from './adjacency';
import { memo } from './memo';
import type { Graph } from './network';

/**
 * Closeness of every node, 0…1: how many it reaches ÷ the sum of the hops to them, times the part of all others that it reaches
 * (Wasserman & Faust 1994, Social Network Analysis, p. 201, for nets in several parts); 0 where it reaches nobody.
 */
export function closeness(graph: Graph<unknown>): Float64Array {
  return closenessOf(adjacency(graph));
}

const closenessOf = memo((edges: Adjacency): Float64Array => {
  const { reached, hops } = distances(edges);
  return reached.map((count, node) => (count === 0 ? 0 : (count / (hops[node] as number)) * (count / (edges.count - 1))));
});

interface Distances {
  /** By node, how many others there is a way to, and the sum of the fewest edges to each. */
  readonly reached: Float64Array;
  readonly hops: Float64Array;
}

/** As many nodes as an integer has bits. */
const atOnce = 32;

/**
 * Breadth-first walks from 32 nodes at once, each a bit, so that an edge that many of them take is taken once
 * (Then et al. 2014, The More the Merrier: Efficient Multi-Source Graph Traversal). Whom a walk reaches is as far from where it began as
 * the other way round.
 */
function distances({ count, first, ends }: Adjacency): Distances {
  const reached = new Float64Array(count);
  const hops = new Float64Array(count);
  const seen = new Int32Array(count);
  const here = new Int32Array(count);
  const next = new Int32Array(count);
  let front = new Int32Array(count);
  let touched = new Int32Array(count);
  for (let start = 0; start < count; start += atOnce) {
    seen.fill(0);
    let width = Math.min(atOnce, count - start);
    for (let walk = 0; walk < width; walk++) {
      const node = start + walk;
      front[walk] = node;
      seen[node] = here[node] = 1 << walk;
    }
    for (let hop = 1; width > 0; hop++) {
      let touching = 0;
      for (let at = 0; at < width; at++) {
        const from = front[at] as number;
        const walks = here[from] as number;
        for (let edge = first[from] as number; edge < (first[from + 1] as number); edge++) {
          const to = ends[edge] as number;
          const fresh = walks & ~(seen[to] as number);
          if (fresh === 0) continue;
          if (next[to] === 0) touched[touching++] = to;
          next[to] = (next[to] as number) | fresh;
        }
      }
      for (let at = 0; at < touching; at++) {
        const to = touched[at] as number;
        const walks = next[to] as number;
        const arrived = bitsIn(walks);
        reached[to] = (reached[to] as number) + arrived;
        hops[to] = (hops[to] as number) + arrived * hop;
        seen[to] = (seen[to] as number) | walks;
        here[to] = walks;
        next[to] = 0;
      }
      [front, touched] = [touched, front];
      width = touching;
    }
  }
  return { reached, hops };
}

/** How many bits of a 32-bit integer are set (Warren 2012, Hacker’s Delight, 5-1). */
function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
