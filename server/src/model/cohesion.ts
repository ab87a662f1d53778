import type { Model } from './model';
import { collaboration, type Graph } from './network';

/** Edges ÷ possible pairs, 0…1; null for fewer than two nodes. */
export function density({ nodes: { length }, size }: Graph<unknown>): number | null {
  return length < 2 ? null : (2 * size) / (length * (length - 1));
}

/** Edges that each node has on average; null without nodes. */
export function averageDegree({ nodes: { length }, size }: Graph<unknown>): number | null {
  return length === 0 ? null : (2 * size) / length;
}

/** The part of the pairs linked in *C* of which each is linked to the other, 0…1; a `<->` is mutual. Null where nobody is linked. */
export function reciprocity(model: Model): number | null {
  const { index, nodes, size } = collaboration(model);
  const arcs = new Set<number>();
  for (const { from, to, mutual, relation } of model.links) {
    const [a, b] = [from, to].map((end) => (end.kind === 'member' ? index.get(end) : undefined));
    if (a === undefined || b === undefined || a === b || relation === 'reports') continue;
    arcs.add(a * nodes.length + b);
    if (mutual) arcs.add(b * nodes.length + a);
  }
  // An arc each way is two arcs for one edge.
  return size === 0 ? null : (arcs.size - size) / size;
}
