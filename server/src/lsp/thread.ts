import { Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import type { Localised } from '../text/localised';
import type { Answer, FromAnalysis, Question, ToAnalysis } from './analysisMessages';
import { lowered, raise } from './flag';

/** Told by the thread. Nothing is told during its construction. */
export interface ThreadEvents {
  checked(result: Extract<FromAnalysis, { what: 'checked' }>): void;
  /** A check is under way, and the first rules have been applied. */
  foundAtOnce(result: Extract<FromAnalysis, { what: 'foundAtOnce' }>): void;
  /** A project could not be checked. */
  unchecked(root: string): void;
  /** A check was left off. */
  leftOff(root: string): void;
  /** The thread ended by itself; it has been started again and knows nothing. */
  restarted(): void;
  /** The thread ended by itself too often, and is not started again. */
  gaveUp(): void;
  /** Something to write down: an error, with its stack. */
  failed(error: string): void;
}

/** A question whose answer nobody waits for any more. */
export class LeftOff extends Error {}

/** A question about what does not exist. */
export class Refused extends Error {
  constructor(readonly reason: Localised) {
    super(reason.en);
  }
}

/** Somebody who waits for the answer to a question. */
interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
  onProgress?(done: number, of: number): void;
}

/** How often a thread that ends by itself is started again, without having checked a project in between. */
const mostRestarts = 5;

/**
 * In megabytes, at the most; a small project never comes near it. A check makes a model and lets go of it: where the young generation has room
 * for much of that, as it has not by default, its garbage is never moved to the old one, and a large project is checked a fifth faster.
 */
const youngGeneration = 192;

/** The analysis on a thread of its own, so that no rule ever keeps the editor waiting. */
export class AnalysisThread {
  #worker: Worker | null;
  #restarts = 0;
  #asked = 0;
  #stopping = false;
  readonly #waiting = new Map<number, Waiting>();

  /** `entry` is the script of the thread. */
  constructor(
    private readonly entry: string,
    private readonly events: ThreadEvents,
  ) {
    this.#worker = this.#start();
  }

  tell(message: Exclude<ToAnalysis, { what: 'ask' }>): void {
    this.#worker?.postMessage(message);
  }

  /**
   * Rejects where the question cannot be answered; with `Refused` where it is about what does not exist, with `LeftOff` where `token` said
   * that nobody waits for the answer. `onProgress` is told how much of what takes long is done, of how much.
   */
  ask(root: string, question: Question, token?: CancellationToken, onProgress?: Waiting['onProgress']): Promise<Answer> {
    const id = ++this.#asked;
    const needless = lowered();
    // A token that was cancelled before anybody looked at it tells nobody.
    if (token?.isCancellationRequested) raise(needless);
    token?.onCancellationRequested(() => {
      raise(needless);
      if (this.#waiting.has(id)) this.tell({ what: 'leave', root, id });
    });
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new Error('The analysis has ended.'));
        return;
      }
      this.#waiting.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
      this.#worker.postMessage({ what: 'ask', id, root, question, needless } satisfies ToAnalysis);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.entry, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
    worker.on('message', (message: FromAnalysis) => this.#take(message));
    worker.on('error', (error: unknown) => this.events.failed(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    worker.on('exit', (code) => this.#ended(code));
    worker.unref();
    return worker;
  }

  #take(message: FromAnalysis): void {
    switch (message.what) {
      case 'checked':
        this.#restarts = 0;
        this.events.checked(message);
        break;
      case 'foundAtOnce':
        this.events.foundAtOnce(message);
        break;
      case 'leftOff':
        if (message.id === null) this.events.leftOff(message.root);
        else this.#settle(message.id)?.reject(new LeftOff('Nobody waits for the answer.'));
        break;
      case 'progress':
        this.#waiting.get(message.id)?.onProgress?.(message.done, message.of);
        break;
      case 'answered':
        this.#settle(message.id)?.resolve(message.answer);
        break;
      case 'refused':
        this.#settle(message.id)?.reject(new Refused(message.reason));
        break;
      case 'faulty':
        this.events.failed(message.error);
        break;
      case 'failed':
        this.events.failed(message.error);
        if (message.id !== null) this.#settle(message.id)?.reject(new Error(message.error));
        if (message.of === 'check') this.events.unchecked(message.root);
    }
  }

  #settle(id: number) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #ended(code: number): void {
    const reason = `The analysis ended by itself (${code}).`;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    if (this.#stopping) return;
    this.events.failed(reason);
    if (this.#restarts >= mostRestarts) {
      this.#worker = null;
      this.events.gaveUp();
      return;
    }
    this.#restarts++;
    this.#worker = this.#start();
    this.events.restarted();
  }
}
