import type { Model } from '../model/model';
import { rankedStaffing } from '../planning/greedy';
import { type Programme, programmeOf, type Staffing } from '../planning/programme';
import type { Solved } from '../planning/solve';

/** Who waits for a programme to be solved. */
export interface Patience {
  /** Aborted where nobody waits any more; then the promise rejects. */
  readonly signal: AbortSignal;
  /** Told how many steps are done, of how many. */
  onProgress(done: number, of: number): void;
}

/** Solves `programme` elsewhere, from `start`, while this thread goes on. */
export type Solve = (programme: Programme, start: Staffing, patience: Patience) => Promise<Solved>;

/** A plan in numbers. */
export interface Solution {
  /** What it is a plan for. */
  readonly model: Model;
  readonly programme: Programme;
  readonly solved: Solved;
}

/** Looks for the plans that questions wait for, each known by its question’s id. */
export class Solutions {
  readonly #stops = new Map<number, AbortController>();

  constructor(private readonly solve: Solve) {}

  /** Null where nobody waits for it any more. What the quick fixes would do is where the solver begins. */
  async find(id: number, model: Model, onProgress: Patience['onProgress']): Promise<Solution | null> {
    const stop = new AbortController();
    this.#stops.set(id, stop);
    try {
      const programme = programmeOf(model);
      const solved = await this.solve(programme, rankedStaffing(model, programme), { signal: stop.signal, onProgress });
      return { model, programme, solved };
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    } finally {
      this.#stops.delete(id);
    }
  }

  /** Nobody waits for the answer to the question of that id any more, be it about a plan or not. */
  leave(id: number): void {
    this.#stops.get(id)?.abort();
  }
}

/** Would the same be solved for `model` as was solved? Then the solution is one of its own. */
export function isSolutionOf(model: Model, solution: Solution): boolean {
  return model === solution.model || JSON.stringify(programmeOf(model)) === JSON.stringify(solution.programme);
}
