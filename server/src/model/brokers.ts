import { type Adjacency, adjacency } from './adjacency';
import { betweenness, type IsStale } from './betweenness';
import type { Graph } from './network';
import { components, partNumbers } from './paths';

/** A node and its share, 0…1, of the betweenness of all nodes. */
export interface Broker {
  readonly node: number;
  readonly share: number;
}

/**
 * The nodes that have at least `limit`, 0…1, of all betweenness, ascending; none where no path leads through anybody. The figures are
 * exact; but where a look at everyone’s surroundings proves that nobody comes near `limit`, no path is followed.
 * Null where `isStale` said that nobody waits for it.
 */
export function brokersOf(graph: Graph<unknown>, limit: number, isStale: IsStale): readonly Broker[] | null {
  if (!mayHaveBroker(graph, limit)) return [];
  const values = betweenness(graph, isStale);
  if (!values) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return [];
  // Sums of fractions: a share that is exactly the limit may come out a hair below it.
  return [...values].map((value, node) => ({ node, share: value / sum })).filter(({ share }) => share >= limit - 1e-9);
}

/**
 * Could a node have `limit` of all betweenness? False is a proof.
 *
 * All betweenness is the sum of d − 1 over all pairs, d being how far apart they are: at least 1 for each of the p pairs that hang together
 * and are not linked. A path of k edges through a node joins one at i edges from it to one at k − i. Such a pair gives the node at most 1,
 * and all nodes k − 1. So the node stays below its limit while the sum, over the pairs that it may join, of 1 − limit × (k − 2) where that
 * is positive, stays below limit × p. How many stand at one and at two edges from it is counted; of the others it is known that they are
 * further away.
 */
function mayHaveBroker(graph: Graph<unknown>, limit: number): boolean {
  const edges = adjacency(graph);
  const parts = components(graph);
  const partOf = partNumbers(graph);
  const needed = limit * (parts.reduce((sum, { length }) => sum + pairs(length), 0) - graph.size);
  const weight = (hops: number): number => Math.max(0, 1 - limit * (hops - 2));
  const seconds = nodesAtTwoEdges(edges);
  return graph.nodes.some((_, node) => {
    const one = (edges.first[node + 1] as number) - (edges.first[node] as number);
    const two = seconds[node] as number;
    const far = (parts[partOf[node] as number]?.length ?? 0) - 1 - one - two;
    const joined = [pairs(one), one * two, pairs(two) + one * far, two * far, pairs(far)];
    return joined.reduce((sum, count, index) => sum + weight(index + 2) * count, 0) >= needed * (1 - 1e-9);
  });
}

/** By node, how many others are linked to a neighbour of it, and not to it. */
function nodesAtTwoEdges({ count, first, ends }: Adjacency): Int32Array {
  const found = new Int32Array(count);
  const metFrom = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node++) {
    metFrom[node] = node;
    for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++) metFrom[ends[edge] as number] = node;
    let two = 0;
    for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++) {
      const near = ends[edge] as number;
      for (let further = first[near] as number; further < (first[near + 1] as number); further++) {
        const next = ends[further] as number;
        if (metFrom[next] === node) continue;
        metFrom[next] = node;
        two++;
      }
    }
    found[node] = two;
  }
  return found;
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
