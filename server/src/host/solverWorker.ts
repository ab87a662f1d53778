import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '../planning/solve';
import { highsSolver } from './highs';
import type { FromSolver, Problem, SolverTask } from './solver';

const say = (said: FromSolver): void => parentPort?.postMessage(said);

// On Linux a thread has a priority of its own: who answers the editor comes first. Elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

void run(workerData as SolverTask);

async function run({ problem, until }: SolverTask): Promise<void> {
  try {
    const { programme, start } = JSON.parse(problem) as Problem;
    const solver = await highsSolver((file) => join(__dirname, file));
    const solved = solve(programme, start, solver, {
      left: () => (until - Date.now()) / 1000,
      progress: (done, of) => say({ what: 'progress', done, of }),
      found: (best) => say({ what: 'found', solved: best }),
    });
    say({ what: 'solved', solved });
  } catch (error) {
    say({ what: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
