import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { solveInThread } from '../host/solver';
import { Analysis, stackOf } from './analysis';
import type { FromAnalysis, ToAnalysis } from './analysisMessages';
import type { Solve } from './solutions';

/** Seconds that the solver has: an editor waits. */
const patience = 2;

const say = (said: FromAnalysis): void => parentPort?.postMessage(said);
const onFault = (error: string): void => say({ what: 'faulty', error });
const solve: Solve = (programme, start, waiting) =>
  solveInThread(programme, start, { entry: join(__dirname, 'solver.js'), seconds: patience, onFault, ...waiting });
const analysis = new Analysis(say, solve);

parentPort?.on('message', (message: ToAnalysis) => {
  try {
    analysis.take(message);
  } catch (error) {
    say({ what: 'failed', of: message.what, root: message.root, id: message.what === 'ask' ? message.id : null, error: stackOf(error) });
  }
});
