import type { Snapshot } from '../model/snapshot';
import type { Declaration } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Span } from '../text/span';

/** A declaration as an outline shows it. */
export interface Outlined {
  readonly name: string;
  /** Its title; empty without one. */
  readonly detail: string;
  readonly kind: Kind;
  readonly span: Span;
  /** Its name, or its first word. */
  readonly selection: Span;
  readonly children: readonly Outlined[];
}

/** What `file` declares, in text order. */
export function documentSymbols(snapshot: Snapshot, file: string): readonly Outlined[] {
  const source = snapshot.files.get(file);
  return source ? source.tree.declarations.map((declaration) => symbolOf(declaration, source.text)) : [];
}

function symbolOf(node: Declaration, text: string): Outlined {
  return {
    name: labelOf(node, text),
    detail: node.title?.value.replaceAll('\n', ' ') ?? '',
    kind: node.kind,
    span: { start: node.start, end: node.end },
    selection: node.name ?? node.keyword,
    children: node.items.flatMap((item) => (item.type === 'declaration' ? [symbolOf(item, text)] : [])),
  };
}

function labelOf(node: Declaration, text: string): string {
  if (node.name) return node.name.text;
  if (!node.ends) return node.kind;
  const { from, arrow, to } = node.ends;
  return `${from ? text.slice(from.start, from.end) : '…'} ${arrow ?? '–'} ${to ? text.slice(to.start, to.end) : '…'}`;
}
