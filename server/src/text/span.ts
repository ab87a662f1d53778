/** A stretch of one text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A point in a file: `offset` is a UTF-16 offset, `file` a path relative to the project, with `/`. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** A stretch of a file. */
export interface Location {
  readonly file: string;
  readonly span: Span;
}

/** Does `span` hold `offset`? Both ends count, so that a cursor right after a word is still on it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span of both ends and all between. */
export function spanOf(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/** The first of `spans`, which stand in order and apart, that ends after `offset`. */
export function firstEndingAfter<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
