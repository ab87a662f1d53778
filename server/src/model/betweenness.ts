import { type Adjacency, adjacency } from './adjacency';
import type { Graph } from './network';

/** Asked now and then during a long computation: where it says so, nobody waits for the answer any more. */
export type IsStale = () => boolean;

/**
 * Betweenness of every node, unweighted and not normalised: over all pairs of others, the part of their shortest paths that lead through
 * it (Freeman 1977; the algorithm is that of Brandes 2001). Null where `isStale` said that nobody waits for it.
 */
export function betweenness(graph: Graph<unknown>): Float64Array;
export function betweenness(graph: Graph<unknown>, isStale: IsStale): Float64Array | null;
export function betweenness(graph: Graph<unknown>, isStale: IsStale = () => false): Float64Array | null {
  const edges = adjacency(graph);
  const known = computed.get(edges);
  if (known) return known;
  const values = betweennessOf(edges, isStale);
  if (values) computed.set(edges, values);
  return values;
}

const computed = new WeakMap<Adjacency, Float64Array>();

/** From so many sources at a time paths are followed before `isStale` is asked again: some milliseconds at 10,000 nodes. */
const sourcesAtATime = 16;

function betweennessOf({ count, first, ends }: Adjacency, isStale: IsStale): Float64Array | null {
  const sum = new Float64Array(count);
  const distance = new Int32Array(count);
  const paths = new Float64Array(count);
  const order = new Int32Array(count);
  /** By node: what it hands back to each path that leads to it. */
  const share = new Float64Array(count);
  /** The edges that lead away from the source, those of one node after those of the node that was reached before it. */
  const onward = new Int32Array(ends.length);
  const firstOnward = new Int32Array(count + 1);
  for (let source = 0; source < count; source++) {
    if (source % sourcesAtATime === 0 && isStale()) return null;
    distance.fill(-1);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    let used = 0;
    for (let at = 0; at < reached; at++) {
      const here = order[at] as number;
      const beyond = (distance[here] as number) + 1;
      const ways = paths[here] as number;
      firstOnward[at] = used;
      for (let edge = first[here] as number; edge < (first[here + 1] as number); edge++) {
        const next = ends[edge] as number;
        const known = distance[next] as number;
        if (known === -1) {
          distance[next] = beyond;
          paths[next] = ways;
          order[reached++] = next;
        } else if (known === beyond) paths[next] = (paths[next] as number) + ways;
        else continue;
        onward[used++] = next;
      }
    }
    firstOnward[reached] = used;
    for (let at = reached - 1; at > 0; at--) {
      const here = order[at] as number;
      let back = 0;
      for (let edge = firstOnward[at] as number; edge < (firstOnward[at + 1] as number); edge++) {
        back += share[onward[edge] as number] as number;
      }
      const dependency = back * (paths[here] as number);
      sum[here] = (sum[here] as number) + dependency;
      share[here] = (1 + dependency) / (paths[here] as number);
    }
  }
  // Every pair is met from both of its ends.
  return sum.map((value) => value / 2);
}
