import { inTime } from './inTime';

/**
 * Asks what a list waits for, and waits no longer than so many milliseconds. The analysis does one thing after the other: while an answer is
 * overdue nothing more is asked, since that would be overdue too. What comes too late serves who asks about the same next.
 */
export class Promptly<Answer> {
  #overdue = 0;
  #last: { readonly about: string; readonly answer: Answer } | null = null;

  constructor(private readonly milliseconds: number) {}

  /** The answer to what is asked about `about`, be it an earlier one where this one does not come in time; null where there is none by then. */
  async answer(about: string, ask: () => Promise<Answer>): Promise<Answer | null> {
    if (this.#overdue === 0) {
      let isThere = false;
      const asked = this.#kept(about, ask()).finally(() => {
        isThere = true;
      });
      const answer = await inTime(asked, this.milliseconds);
      if (isThere) return answer;
      this.#overdue++;
      void asked.catch(() => null).then(() => this.#overdue--);
    }
    return this.#last?.about === about ? this.#last.answer : null;
  }

  async #kept(about: string, asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    this.#last = { about, answer };
    return answer;
  }
}
