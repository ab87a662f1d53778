import { memo } from '../model/memo';
import { type Declared, outlineOf, type Sole } from '../model/outline';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Declaration } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Location } from '../text/span';
import { fold } from './fold';

/** A declaration that is found by its name or title. */
export interface FoundSymbol extends Location {
  /** Title and name: by both it is found. */
  readonly name: string;
  readonly kind: Kind;
  /** What people call the declaration around it; null for one at the top. */
  readonly container: string | null;
}

/** How many are answered: an editor asks anew with each letter. */
const most = 500;

/**
 * The declarations whose name or title holds the letters of `query` in their order, whatever their case and accents; all for an empty one.
 * The better match comes first: a word that starts with it, then one that holds it, then letters that stand apart, the first of them at the
 * start of a word; equals in project order.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly FoundSymbol[] {
  const wanted = fold(query.trim());
  const found: { readonly entry: Indexed; readonly rank: number; readonly file: string }[] = [];
  for (const file of snapshot.inOrder()) {
    for (const entry of indexOf(file)) {
      const rank = rankOf(entry.folded, wanted);
      if (rank !== null) found.push({ entry, rank, file: file.path });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry, file }) => ({
      name: isFoundAsWritten(entry.name, query.trim()) ? entry.name : `${entry.name} · ${entry.folded}`,
      kind: entry.node.kind,
      container: entry.container,
      file,
      span: entry.node.name ?? entry.node.keyword,
    }));
}

interface Indexed {
  readonly node: Declaration;
  readonly name: string;
  readonly folded: string;
  readonly container: string | null;
}

const indexOf = memo((file: SourceFile): readonly Indexed[] => {
  const { declared, soles } = outlineOf(file);
  const others = soles.filter(({ kind, node }) => kind !== 'organization' && !declared.some((each) => each.node === node));
  return [...declared.filter(({ kind }) => kind !== 'link'), ...others].map(indexed);
});

function indexed(each: Declared | Sole): Indexed {
  const { node } = each;
  const name = nameOf(node);
  const owner = 'owner' in each ? each.owner?.node : null;
  return { node, name, folded: fold(name), container: owner ? (owner.title?.value ?? owner.name?.text ?? null) : null };
}

function nameOf({ kind, name, title }: Declaration): string {
  if (!title?.value) return name?.text ?? kind;
  const label = title.value.replaceAll('\n', ' ');
  return name ? `${label} (${name.text})` : label;
}

/** Lower is better; null where it does not match. */
function rankOf(text: string, wanted: string): number | null {
  const at = text.indexOf(wanted);
  if (at >= 0) return startsWord(text, at) ? 0 : 1;
  const [first = '', ...others] = wanted.replaceAll(' ', '');
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    if (startsWord(text, start) && holdsInOrder(text, start + first.length, others)) return 2;
  }
  return null;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{Nd}]/u.test(text[at - 1] ?? '');
}

function holdsInOrder(text: string, start: number, letters: readonly string[]): boolean {
  let from = start;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** Editors sift once more by what they show, and mind accents: what is found without them has to show so. */
function isFoundAsWritten(name: string, query: string): boolean {
  return rankOf(name.toLowerCase(), query.toLowerCase()) !== null;
}
