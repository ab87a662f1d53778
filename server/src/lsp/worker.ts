import { parentPort } from 'node:worker_threads';
import { Analysis } from './analysis';
import type { FromAnalysis, ToAnalysis } from './analysisMessages';

const say = (said: FromAnalysis): void => parentPort?.postMessage(said);
const analysis = new Analysis(say);

parentPort?.on('message', (message: ToAnalysis) => {
  try {
    analysis.take(message);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ what: 'failed', of: message.what, root: message.root, id: message.what === 'ask' ? message.id : null, error: stack });
  }
});
