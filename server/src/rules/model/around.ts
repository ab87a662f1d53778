import type { SourceFile } from '../../model/snapshot';
import type { Declaration } from '../../syntax/tree';
import type { Span } from '../../text/span';

/** What a finding of the group `model/` at `span` stands at: the declaration with a name that it is in, if any. */
export function subjectsAround(file: SourceFile, span: Span): readonly string[] {
  const top = topAround(file, span);
  return top?.name ? [`${top.kind}:${top.name.text}`] : [];
}

/** The declaration at the top of `file` that `span` starts in; undefined where it stands between them. */
function topAround(file: SourceFile, { start }: Span): Declaration | undefined {
  const { declarations } = file.tree;
  let low = 0;
  let high = declarations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((declarations[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const top = declarations[low];
  return top && top.start <= start ? top : undefined;
}
