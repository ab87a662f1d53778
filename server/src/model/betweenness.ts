import type { Graph } from './network';

/**
 * Betweenness of every node, unweighted and not normalised: over all pairs of others, the part of their shortest paths that lead through it
 * (Freeman 1977; Brandes 2001). With `sources`, only the paths from these count, in proportion to all.
 */
export function betweenness(graph: Graph<unknown>, sources: Iterable<number> = graph.neighbours.keys()): Float64Array {
  const { neighbours } = graph;
  const count = neighbours.length;
  const sum = new Float64Array(count);
  const distance = new Int32Array(count);
  const paths = new Float64Array(count);
  const dependency = new Float64Array(count);
  const order = new Int32Array(count);
  let used = 0;
  for (const source of sources) {
    used++;
    distance.fill(-1);
    paths.fill(0);
    dependency.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    for (let at = 0; at < reached; at++) {
      const here = order[at] as number;
      for (const next of neighbours[here] as readonly number[]) {
        if (distance[next] === -1) {
          distance[next] = (distance[here] as number) + 1;
          order[reached++] = next;
        }
        if (distance[next] === (distance[here] as number) + 1) paths[next] = (paths[next] as number) + (paths[here] as number);
      }
    }
    for (let at = reached - 1; at > 0; at--) {
      const here = order[at] as number;
      const share = (1 + (dependency[here] as number)) / (paths[here] as number);
      for (const before of neighbours[here] as readonly number[]) {
        if (distance[before] !== (distance[here] as number) - 1) continue;
        dependency[before] = (dependency[before] as number) + (paths[before] as number) * share;
      }
      sum[here] = (sum[here] as number) + (dependency[here] as number);
    }
  }
  // Every pair is met from both of its ends.
  const scale = used === 0 ? 0 : count / used / 2;
  return sum.map((value) => value * scale);
}
