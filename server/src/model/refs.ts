import type { Entry, Ref } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import { meant, type Names } from './names';
import type { Declared } from './outline';

/** A value that refers to something. */
export type Referring = Entry & { readonly ref: Ref };

/** References that a declaration makes in one of its properties, and what can stand there. */
export class Refs {
  static readonly none = new Refs('', [], []);

  /** What they mean in all models of `#basis` while their file is settled: a large project looks most of its names up only once. */
  #known: readonly (Declared | null)[] = [];
  #basis: object | null = null;

  constructor(
    readonly word: string,
    readonly kinds: readonly Kind[],
    readonly entries: readonly Referring[],
  ) {}

  /** What each of `entries` means; null where it means no declaration. `settled`: is their file settled in `names`? */
  meantIn(names: Names, settled: boolean): readonly (Declared | null)[] {
    if (this.#basis === names.basis && settled) return this.#known;
    const found = this.entries.map(({ ref }) => meant(names.resolve(ref, this.kinds)));
    if (settled) {
      this.#known = found;
      this.#basis = names.basis;
    }
    return found;
  }
}
