import { Allocation } from './allocation';
import type { Programme } from './programme';

/** What can be said of overload before any plan is made. */
export interface LeastOverload {
  /** No plan that meets as many demands as it can has less of it. */
  readonly days: number;
  /** Members who lack days in every plan that has no more: they do only what nobody else can do. */
  readonly saturated: Uint8Array;
}

/**
 * The overload that is left where shares may be as small as one likes, and as many members on a task as there are candidates: a flow from
 * tasks to members (Ford & Fulkerson 1956), with the members on the near side of its least cut. `met`: demands that each task meets; one
 * that meets none needs no member.
 */
export function leastOverload(programme: Programme, met: readonly number[]): LeastOverload {
  const allocation = Allocation.empty(programme, 0);
  for (const [at, { effort, fixed, candidates }] of programme.tasks.entries()) {
    if (!met[at]) continue;
    const roomiest = candidates.reduce(
      (best, { member }, place) => (allocation.slack(member) > allocation.slack(candidates[best]?.member ?? 0) ? place : best),
      0,
    );
    const days = candidates.map((_, place) => (place === roomiest ? effort * (1 - fixed) : 0));
    allocation.seat(at, [...candidates.keys()], days);
  }
  allocation.balance();
  return { days: allocation.overload, saturated: allocation.saturated() };
}
