import { type Adjacency, adjacency } from './adjacency';
import { memo } from './memo';
import type { Graph } from './network';

/** How much the neighbours of each node are linked among themselves (Burt 1992, Structural Holes, chapter 2), unweighted. NaN for an isolate. */
export interface StructuralHoles {
  /** Constraint: over the neighbours j, the sum of (p_ij + Σ_q p_iq × p_qj)², q being the other neighbours and p one ÷ the degree. */
  readonly constraint: Float64Array;
  /** Effective size: the degree less what is redundant, 2 × ties among the neighbours ÷ degree (Borgatti 1997). */
  readonly effectiveSize: Float64Array;
}

export function structuralHoles(graph: Graph<unknown>): StructuralHoles {
  return holesIn(adjacency(graph));
}

const holesIn = memo(({ count, first, ends }: Adjacency): StructuralHoles => {
  const constraint = new Float64Array(count);
  const effectiveSize = new Float64Array(count);
  const degree = (node: number): number => (first[node + 1] as number) - (first[node] as number);
  /** By node: 1 + the part of the ties of `node` that leads to it by way of another neighbour; 0 for whom `node` is not linked to. */
  const reach = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const near = ends.subarray(first[node], first[node + 1]);
    for (const each of near) reach[each] = 1;
    let ties = 0;
    for (const each of near) {
      const part = 1 / degree(each);
      for (const other of ends.subarray(first[each], first[each + 1])) {
        if (reach[other] === 0) continue;
        reach[other] = (reach[other] as number) + part;
        ties++;
      }
    }
    // Each tie was met from both of its ends.
    effectiveSize[node] = near.length === 0 ? Number.NaN : near.length - ties / near.length;
    constraint[node] = near.length === 0 ? Number.NaN : near.reduce((sum, each) => sum + ((reach[each] as number) / near.length) ** 2, 0);
    for (const each of near) reach[each] = 0;
  }
  return { constraint, effectiveSize };
});
