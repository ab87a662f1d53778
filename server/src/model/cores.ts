import { type Adjacency, adjacency } from './adjacency';
import { memo } from './memo';
import type { Graph } from './network';

/**
 * The core number of every node: the highest k for which it is in a part of the graph where each has k neighbours or more
 * (Seidman 1983; found by taking away the node of lowest degree again and again, Batagelj & Zaveršnik 2003).
 */
export function coreNumbers(graph: Graph<unknown>): Int32Array {
  return coreNumbersOf(adjacency(graph));
}

const coreNumbersOf = memo(({ count, first, ends }: Adjacency): Int32Array => {
  const degree = Int32Array.from({ length: count }, (_, node) => (first[node + 1] as number) - (first[node] as number));
  /** Nodes by degree, where each stands in that order, and where each degree begins. */
  const order = Int32Array.from(degree.keys()).sort((a, b) => (degree[a] as number) - (degree[b] as number) || a - b);
  const place = new Int32Array(count);
  for (const [at, node] of order.entries()) place[node] = at;
  const begins = beginnings(order, degree);
  for (const node of order) {
    const own = degree[node] as number;
    for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++) {
      const other = ends[edge] as number;
      const others = degree[other] as number;
      if (others <= own) continue;
      // One neighbour less: it changes places with the first of its degree, which then begins one later.
      const begin = begins[others] as number;
      const displaced = order[begin] as number;
      const from = place[other] as number;
      order[from] = displaced;
      place[displaced] = from;
      order[begin] = other;
      place[other] = begin;
      begins[others] = begin + 1;
      degree[other] = others - 1;
    }
  }
  return degree;
});

/** By degree, where in `order` the nodes of at least that degree begin. */
function beginnings(order: Int32Array, degree: Int32Array): Int32Array {
  const highest = degree[order.at(-1) ?? -1] ?? 0;
  const begins = new Int32Array(highest + 2);
  let at = 0;
  for (let value = 0; value <= highest; value++) {
    while (at < order.length && (degree[order[at] as number] as number) < value) at++;
    begins[value] = at;
  }
  return begins;
}
