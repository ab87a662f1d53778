interface Wait {
  readonly look: () => void;
  readonly fail: (reason: string) => void;
}

/** Waiting for something that a message of another process brings about, without sleeping. Every wait ends. */
export class Waits {
  private readonly open = new Set<Wait>();
  private over: string | undefined;

  /** `complaint` makes the message of a wait in vain, from what was waited for and what came instead. */
  constructor(private readonly complaint: (what: string, reason: string) => string) {}

  /** The first value but undefined that `look` gives, now or at some later `lookAgain`, within `timeout` milliseconds. */
  until<Value>(what: string, timeout: number, look: () => Value | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.open.delete(wait);
      };
      const wait: Wait = {
        look: () => {
          const value = look();
          if (value === undefined) return;
          stop();
          resolve(value);
        },
        fail: (reason) => {
          stop();
          reject(new Error(this.complaint(what, reason)));
        },
      };
      const timer = setTimeout(() => wait.fail(`nothing within ${timeout} ms`), timeout);
      this.open.add(wait);
      wait.look();
      if (this.over !== undefined && this.open.has(wait)) wait.fail(this.over);
    });
  }

  lookAgain(): void {
    for (const { look } of this.open) look();
  }

  /** No more messages will come: waits that are not met now never will be. */
  end(reason: string): void {
    this.over ??= reason;
    this.lookAgain();
    for (const { fail } of this.open) fail(this.over);
  }
}
