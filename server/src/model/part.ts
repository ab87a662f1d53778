import type { AnyEntity, End } from './model';
import type { Declared } from './outline';
import type { SourceFile } from './snapshot';

/**
 * What the declarations of one file and one stage have become: the same in all models in which they mean the same, so that a large
 * project is not made anew at every key.
 */
export class Part {
  /** What is nested in no other, as far as it counts, in text order. */
  readonly entities: AnyEntity[] = [];
  /** The ends that broken links have, as far as they resolve. */
  readonly looseEnds: End[] = [];
  /** Where that stands which these entities refer to. */
  readonly refersTo = new Set<Part>();
  readonly #byPlace: (AnyEntity | undefined)[] = [];

  constructor(readonly file: SourceFile) {}

  put({ nth }: Declared, entity: AnyEntity): void {
    this.#byPlace[nth] = entity;
  }

  /** What `declared`, or what stands in its place in the text of this part, has become. */
  at({ nth, id }: Declared): AnyEntity | null {
    const entity = this.#byPlace[nth];
    return entity?.id === id ? entity : null;
  }
}
