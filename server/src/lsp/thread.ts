import { Worker } from 'node:worker_threads';
import type { Answer, FromAnalysis, Question, ToAnalysis } from './analysisMessages';

export interface ThreadEvents {
  checked(result: Extract<FromAnalysis, { what: 'checked' }>): void;
  /** The thread ended by itself; it has been started again and knows nothing. */
  restarted(error: string): void;
  failed(error: string): void;
}

/** How often a thread that ends by itself is started again. */
const mostRestarts = 5;

/** The analysis on a thread of its own, so that no rule ever keeps the editor waiting. */
export class AnalysisThread {
  #worker: Worker;
  #restarts = 0;
  #asked = 0;
  #stopping = false;
  readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

  /** `entry` is the script of the thread. */
  constructor(
    private readonly entry: string,
    private readonly events: ThreadEvents,
  ) {
    this.#worker = this.#start();
  }

  tell(message: Exclude<ToAnalysis, { what: 'ask' }>): void {
    this.#worker.postMessage(message);
  }

  /** Rejects where the question cannot be answered. */
  ask(root: string, question: Question): Promise<Answer> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ what: 'ask', id, root, question } satisfies ToAnalysis);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.entry);
    worker.on('message', (message: FromAnalysis) => this.#take(message));
    worker.on('error', (error: Error) => this.#restart(error.stack ?? error.message));
    worker.unref();
    return worker;
  }

  #take(message: FromAnalysis): void {
    if (message.what === 'checked') {
      this.events.checked(message);
      return;
    }
    if (message.what === 'answered') this.#waiting.get(message.id)?.resolve(message.answer);
    else if (message.id === null) this.events.failed(message.error);
    else this.#waiting.get(message.id)?.reject(new Error(message.error));
    if (message.id !== null) this.#waiting.delete(message.id);
  }

  #restart(error: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(error));
    this.#waiting.clear();
    if (this.#stopping) return;
    if (this.#restarts >= mostRestarts) {
      this.events.failed(error);
      return;
    }
    this.#restarts++;
    this.#worker = this.#start();
    this.events.restarted(error);
  }
}
