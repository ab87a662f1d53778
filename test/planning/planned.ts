import { join } from 'node:path';
import { highsSolver } from '../../server/src/host/highs';
import type { Model } from '../../server/src/model/model';
import { rankedStaffing } from '../../server/src/planning/greedy';
import { type Plan, planOf } from '../../server/src/planning/plan';
import { type Programme, programmeOf } from '../../server/src/planning/programme';
import { type Solved, solve } from '../../server/src/planning/solve';
import type { Solver } from '../../server/src/planning/solver';

let loaded: Promise<Solver> | undefined;

/** HiGHS on this thread. */
export function solver(): Promise<Solver> {
  loaded ??= highsSolver((file) => join(process.cwd(), 'dist', file));
  return loaded;
}

/** Solved with all the time in the world. */
export async function solved(model: Model): Promise<{ readonly programme: Programme; readonly solved: Solved; readonly plan: Plan }> {
  const programme = programmeOf(model);
  const waiting = { left: () => 60, progress: () => undefined, found: () => undefined };
  const found = solve(programme, rankedStaffing(model, programme), await solver(), waiting);
  return { programme, solved: found, plan: planOf(model, programme, found) };
}
