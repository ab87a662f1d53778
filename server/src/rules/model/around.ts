import type { SourceFile } from '../../model/snapshot';
import type { Declaration } from '../../syntax/tree';
import { firstEndingAfter, type Span } from '../../text/span';

/** What a finding of the group `model/` at `span` stands at: the declaration with a name that it is in, if any. */
export function subjectsAround(file: SourceFile, span: Span): readonly string[] {
  const top = topAround(file, span);
  return top?.name ? [`${top.kind}:${top.name.text}`] : [];
}

/** The declaration at the top of `file` that `span` starts in; undefined where it stands between them. */
function topAround(file: SourceFile, { start }: Span): Declaration | undefined {
  const top = firstEndingAfter(file.tree.declarations, start);
  return top && top.start <= start ? top : undefined;
}
