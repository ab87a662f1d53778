import { memo } from './memo';
import type { Graph } from './network';

/** What hangs together in a graph, what holds it together, and how far apart its nodes are. Nodes are positions in `graph.nodes`. */
type AnyGraph = Graph<unknown>;

/** The parts of `graph` that hang together, each ascending: largest first, then by their first node. */
export const components = memo((graph: AnyGraph): readonly (readonly number[])[] => parts(graph, -1, graph.neighbours.keys()));

/** By node, the number of its part in `components`. */
export const partNumbers = memo((graph: AnyGraph): Int32Array => {
  const numbers = new Int32Array(graph.neighbours.length);
  for (const [number, part] of components(graph).entries()) for (const node of part) numbers[node] = number;
  return numbers;
});

/** What is left of the part of `node` without it, each ascending: largest first, then by their first node. */
export function partsWithout(graph: AnyGraph, node: number): readonly (readonly number[])[] {
  return parts(graph, node, graph.neighbours[node] ?? []);
}

/** The nodes without which their part falls apart (articulation points), ascending. */
export function cutNodes(graph: AnyGraph): readonly number[] {
  return seams(graph).points;
}

/** An edge without which its part falls in two. */
export interface Bridge {
  /** Its two ends, the lower first. */
  readonly ends: readonly [number, number];
  /** How many nodes hang together on the side of each end. */
  readonly sides: readonly [number, number];
}

/** The bridges of `graph`, by their ends. */
export function bridges(graph: AnyGraph): readonly Bridge[] {
  return seams(graph).bridges;
}

/** Fewest edges between two of the nodes of `graph`; null where there is no way, or one of them is not in it. */
export function hopsBetween<N>(graph: Graph<N>, a: N, b: N): number | null {
  const from = graph.index.get(a);
  const to = graph.index.get(b);
  if (from === undefined || to === undefined) return null;
  if (from === to) return 0;
  // From both ends at once, the smaller front first: most people of a large network are never visited.
  let near = { reached: new Set([from]), front: [from] };
  let far = { reached: new Set([to]), front: [to] };
  for (let hops = 1; near.front.length > 0 && far.front.length > 0; hops++) {
    if (near.front.length > far.front.length) [near, far] = [far, near];
    const front: number[] = [];
    for (const here of near.front) {
      for (const next of graph.neighbours[here] ?? []) {
        if (far.reached.has(next)) return hops;
        if (near.reached.has(next)) continue;
        near.reached.add(next);
        front.push(next);
      }
    }
    near.front = front;
  }
  return null;
}

/** The nodes that are `limit` edges or fewer from one of `sources`, themselves included. */
export function nodesWithin(graph: AnyGraph, sources: Iterable<number>, limit: number): ReadonlySet<number> {
  const reached = new Set(sources);
  let front = [...reached];
  for (let hops = 1; hops <= limit && front.length > 0; hops++) {
    const next = front.flatMap((node) => graph.neighbours[node] ?? []).filter((node) => !reached.has(node));
    for (const node of next) reached.add(node);
    front = [...new Set(next)];
  }
  return reached;
}

/** Fewest edges from the nearest of `sources` to each of `targets` to which there is a way. It walks no further than to the last of them. */
export function hopsToEach(graph: AnyGraph, sources: Iterable<number>, targets: Iterable<number>): ReadonlyMap<number, number> {
  const numbers = partNumbers(graph);
  const hops = new Int32Array(graph.neighbours.length).fill(-1);
  const queue = [...sources];
  for (const source of queue) hops[source] = 0;
  const parts = new Set(queue.map((source) => numbers[source]));
  const sought = new Set([...targets].filter((target) => parts.has(numbers[target])));
  const found = new Map<number, number>();
  for (let at = 0; at < queue.length && found.size < sought.size; at++) {
    const here = queue[at] ?? 0;
    const distance = hops[here] ?? 0;
    if (sought.has(here)) found.set(here, distance);
    for (const next of graph.neighbours[here] ?? []) {
      if (hops[next] !== -1) continue;
      hops[next] = distance + 1;
      queue.push(next);
    }
  }
  return found;
}

function parts(graph: AnyGraph, without: number, starts: Iterable<number>): readonly (readonly number[])[] {
  const seen = new Uint8Array(graph.neighbours.length);
  if (without >= 0) seen[without] = 1;
  const found: number[][] = [];
  for (const start of starts) {
    if (seen[start]) continue;
    seen[start] = 1;
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const next of graph.neighbours[part[at] ?? 0] ?? []) {
        if (seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    found.push(part.sort((a, b) => a - b));
  }
  return found.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

interface Seams {
  readonly points: readonly number[];
  readonly bridges: readonly Bridge[];
}

/** Tarjan's depth-first search (1972), with a stack of its own: a chain of 10,000 people must not overflow the call stack. */
const seams = memo((graph: AnyGraph): Seams => {
  const count = graph.neighbours.length;
  const entered = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const below = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const next = new Int32Array(count);
  const isPoint = new Uint8Array(count);
  const bridges: Bridge[] = [];
  let clock = 0;
  for (let root = 0; root < count; root++) {
    if (entered[root] !== -1) continue;
    const started = clock;
    const treeBridges: { readonly above: number; readonly below: number }[] = [];
    let rootChildren = 0;
    const stack = [root];
    entered[root] = low[root] = clock++;
    while (stack.length > 0) {
      const here = stack[stack.length - 1] ?? 0;
      const step = next[here] ?? 0;
      next[here] = step + 1;
      const neighbour = graph.neighbours[here]?.[step];
      if (neighbour !== undefined) {
        if (neighbour === parent[here]) continue;
        if (entered[neighbour] === -1) {
          parent[neighbour] = here;
          entered[neighbour] = low[neighbour] = clock++;
          stack.push(neighbour);
        } else low[here] = Math.min(low[here] ?? 0, entered[neighbour] ?? 0);
        continue;
      }
      stack.pop();
      below[here] = (below[here] ?? 0) + 1;
      const above = parent[here] ?? -1;
      if (above === -1) continue;
      below[above] = (below[above] ?? 0) + (below[here] ?? 0);
      low[above] = Math.min(low[above] ?? 0, low[here] ?? 0);
      if (above === root) rootChildren++;
      else if ((low[here] ?? 0) >= (entered[above] ?? 0)) isPoint[above] = 1;
      if ((low[here] ?? 0) > (entered[above] ?? 0)) treeBridges.push({ above, below: here });
    }
    if (rootChildren > 1) isPoint[root] = 1;
    for (const bridge of treeBridges) bridges.push(bridgeOf(bridge, below[bridge.below] ?? 0, clock - started));
  }
  bridges.sort((a, b) => a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1]);
  return { points: [...isPoint.keys()].filter((node) => isPoint[node] === 1), bridges };
});

function bridgeOf({ above, below }: { readonly above: number; readonly below: number }, size: number, whole: number): Bridge {
  return above < below ? { ends: [above, below], sides: [whole - size, size] } : { ends: [below, above], sides: [size, whole - size] };
}
