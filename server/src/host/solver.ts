import { Worker } from 'node:worker_threads';
import type { Programme, Staffing } from '../planning/programme';
import { type Solved, unsolved } from '../planning/solve';

/** How a programme is solved on a thread of its own. */
export interface Solving {
  /** The script of the thread. */
  readonly entry: string;
  /** Seconds until the best that was found is given. */
  readonly seconds: number;
  /** Ends the thread; then the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How many steps are done, of how many. */
  onProgress?(done: number, of: number): void;
  /** Why the solver could not be loaded. */
  onFault?(error: string): void;
}

/** The part of the time after which the solver is to stop by itself: what it found last is then not lost. */
const ownTime = 0.92;

/** What the thread is started with. */
export interface SolverTask {
  /** A `Problem` as JSON: many small things are handed over so in a third of the time. */
  readonly problem: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Problem {
  readonly programme: Programme;
  readonly start: Staffing;
}

export type FromSolver =
  | { readonly what: 'progress'; readonly done: number; readonly of: number }
  /** The best so far. */
  | { readonly what: 'found'; readonly solved: Solved }
  | { readonly what: 'solved'; readonly solved: Solved }
  | { readonly what: 'failed'; readonly error: string };

/** `programme` solved, never worse than `start`; where the solver cannot be loaded or ends by itself, `start` in whole percents, and that is said. */
export function solveInThread(programme: Programme, start: Staffing, solving: Solving): Promise<Solved> {
  const { entry, seconds, signal, onProgress, onFault } = solving;
  const until = Date.now() + seconds * 1000 * ownTime;
  const workerData: SolverTask = { problem: JSON.stringify({ programme, start } satisfies Problem), until };
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(entry, { workerData });
    let isSettled = false;
    let best: Solved | null = null;
    const settle = (end: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      end();
    };
    const cancel = () => settle(() => reject(signal?.reason));
    const giveUp = (error: string) =>
      settle(() => {
        onFault?.(error);
        resolve(unsolved(programme, start));
      });
    // It is not always heard in time: the solver looks at the clock between two steps of its own.
    const timer = setTimeout(() => settle(() => resolve(best ?? { ...unsolved(programme, start), by: 'solver' })), seconds * 1000);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: FromSolver) => {
      if (message.what === 'progress') onProgress?.(message.done, message.of);
      else if (message.what === 'found') best = message.solved;
      else if (message.what === 'failed') giveUp(message.error);
      else settle(() => resolve(message.solved));
    });
    worker.on('error', (error: unknown) => giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    worker.on('exit', (code) => giveUp(`The solver ended by itself (${code}).`));
  });
}
