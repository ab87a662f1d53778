import { parentPort } from 'node:worker_threads';
import { Analysis } from './analysis';
import type { FromAnalysis, ToAnalysis } from './analysisMessages';

const analysis = new Analysis();

parentPort?.on('message', (message: ToAnalysis) => {
  const said = answered(message);
  if (said) parentPort?.postMessage(said);
});

function answered(message: ToAnalysis): FromAnalysis | null {
  try {
    return analysis.take(message);
  } catch (error) {
    return {
      what: 'failed',
      id: message.what === 'ask' ? message.id : null,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
