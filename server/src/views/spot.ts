import type { Model } from '../model/model';
import type { Location } from '../text/span';

/** A place that a click leads to: zero-based, the column in UTF-16 units; `file` is relative to the project, with `/`. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where `at` begins; at the start of a file that is none of the model's. */
export function spotOf({ snapshot }: Model, { file, span }: Location): Spot {
  const { line, column } = snapshot.files.get(file)?.lines.position(span.start) ?? { line: 0, column: 0 };
  return { file, line, column };
}
