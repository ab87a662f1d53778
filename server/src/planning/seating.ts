import type { PlannedTask } from './programme';

/** The most demands of `task` that so many members as it may have meet together. */
export function mostMet(task: PlannedTask): number {
  const masks = distinctMasks(task);
  const all = masks.reduce((sum, mask) => sum | mask, 0n);
  let best = 0;
  const seek = (met: bigint, skipped: bigint, seats: number): void => {
    best = Math.max(best, count(met));
    const open = all & ~met & ~skipped;
    if (seats === 0 || count(met) + count(open) <= best) return;
    const demand = open & -open;
    for (const mask of masks) if (mask & demand) seek(met | mask, skipped, seats - 1);
    seek(met, skipped | demand, seats);
  };
  seek(0n, 0n, task.most);
  return best;
}

/** How many demands of `task` its candidates at `places` meet together. */
export function metBy({ candidates }: PlannedTask, places: Iterable<number>): number {
  const met = new Set<number>();
  for (const place of places) for (const demand of candidates[place]?.covers ?? []) met.add(demand);
  return met.size;
}

/** Is there a demand that no candidate meets, or for which there is no seat left? */
export function meetsAllItCan(task: PlannedTask, most: number): boolean {
  return metBy(task, task.candidates.keys()) === most;
}

/** What candidates meet, each once; without what is part of another's. */
function distinctMasks({ candidates }: PlannedTask): readonly bigint[] {
  const masks = [...new Set(candidates.map(({ covers }) => maskOf(covers)))];
  return masks.filter((mask) => mask !== 0n && !masks.some((other) => other !== mask && (mask & other) === mask));
}

function maskOf(demands: readonly number[]): bigint {
  return demands.reduce((mask, demand) => mask | (1n << BigInt(demand)), 0n);
}

function count(mask: bigint): number {
  let ones = 0;
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) ones++;
  return ones;
}
