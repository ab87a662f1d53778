import type { SourceFile } from '../model/snapshot';
import type { Declaration } from '../syntax/tree';
import { type Kind, nestedOf, topKinds } from '../syntax/vocabulary';
import { touches } from '../text/span';
import type { Reader } from './reader';
import { template } from './templates';
import { kindLabel, wordMeaning } from './words';

/** A whole declaration that can be put into a text. */
export interface Insertable {
  readonly kind: Kind;
  /** What people call it. */
  readonly label: string;
  readonly meaning: string;
  /** Where it goes, and how, in the syntax of LSP's snippets. */
  readonly offset: number;
  readonly snippet: string;
}

/** What can be declared at `offset` of `file`: in the block around it, then at the top of the file, below what stands there. */
export function insertableAt(file: SourceFile, offset: number, reader: Reader): readonly Insertable[] {
  const around = file.tree.declarations.find((declaration) => touches(declaration, offset));
  const nested = around?.block
    ? (nestedOf[around.kind] ?? []).map((kind) => insertable(kind, reader, intoBlock(around, kind, reader)))
    : [];
  return [...nested, ...topKinds.map((kind) => insertable(kind, reader, atTop(file, around, offset, kind, reader)))];
}

type Placed = Pick<Insertable, 'offset' | 'snippet'>;

function insertable(kind: Kind, { language }: Reader, placed: Placed): Insertable {
  return { kind, label: kindLabel(kind)[language], meaning: wordMeaning('', kind)?.[language] ?? '', ...placed };
}

/** Below the last thing in the block; in an empty one, indented by one. */
function intoBlock({ block, items }: Declaration, kind: Kind, reader: Reader): Placed {
  const snippet = template(kind, reader);
  const open = block?.start ?? 0;
  // What a header says stands before the block.
  const last = items.findLast(({ start }) => start > open);
  if (last) return { offset: last.end, snippet: `\n${snippet}` };
  return { offset: open + 1, snippet: `\n\t${snippet.replaceAll('\n', '\n\t')}\n` };
}

/** On the line of the cursor where it is empty and in no declaration, else below the declaration around it or before it. */
function atTop(file: SourceFile, around: Declaration | undefined, offset: number, kind: Kind, reader: Reader): Placed {
  const snippet = template(kind, reader);
  const line = file.lines.lineOf(offset);
  if (!around && file.lines.lineText(line).trim() === '') return { offset: file.lines.starts[line] ?? offset, snippet };
  const above = around ?? file.tree.declarations.findLast(({ end }) => end <= offset);
  if (above) return { offset: above.end, snippet: `\n\n${snippet}` };
  return { offset: 0, snippet: `${snippet}\n\n` };
}
