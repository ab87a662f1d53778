import { read } from './grammar';
import { notText, unreadable } from './problems';
import type { Tree } from './tree';

/** The tree of `text`. Never fails: what departs from the grammar is among the tree's problems. */
export function parse(text: string): Tree {
  const zero = text.indexOf('\0');
  if (zero >= 0) return { declarations: [], comments: [], problems: [notText({ start: zero, end: zero + 1 })] };
  const tree = read(text);
  const unknown = text.indexOf('\uFFFD');
  if (unknown < 0) return tree;
  return { ...tree, problems: [unreadable({ start: unknown, end: unknown + 1 }), ...tree.problems] };
}
