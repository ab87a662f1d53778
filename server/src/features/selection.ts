import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Entry, Item, Ref, Text } from '../syntax/tree';
import { contains, type Place, type Span, touches } from '../text/span';
import { restOfWord, wordBefore } from './context';

/** What a reader selects step by step from `place`, each step holding the one before: word, value, property, block, declaration, file. */
export function selections(snapshot: Snapshot, { file, offset }: Place): readonly Span[] {
  const source = snapshot.files.get(file);
  if (!source) return [];
  const { declarations, comments } = source.tree;
  const found = [wordAt(source, offset), ...comments, ...itemsAt(declarations, source, offset)];
  const around = found.filter((span) => touches(span, offset)).sort((a, b) => a.end - a.start - (b.end - b.start));
  const steps: Span[] = [];
  for (const { start, end } of [...around, { start: 0, end: source.text.length }]) {
    const before = steps.at(-1) ?? { start: offset, end: offset };
    if (contains({ start, end }, before) && (steps.length === 0 || end - start > before.end - before.start)) steps.push({ start, end });
  }
  return steps;
}

function itemsAt(items: readonly Item[], source: SourceFile, offset: number): readonly Span[] {
  return items.flatMap((item): readonly Span[] => {
    if (!touches(item, offset)) return [];
    if (item.type === 'property') return [item, item.keyword, ...item.entries.flatMap((entry) => [entry, ...partsOf(entry, source)])];
    const { keyword, name, title, ends, block } = item;
    const header = [keyword, ...(name ? [name] : []), ...textParts(title, source), ...refParts(ends?.from), ...refParts(ends?.to)];
    return [item, ...header, ...(block ? [block, insideOf(block, source)] : []), ...itemsAt(item.items, source, offset)];
  });
}

function partsOf({ ref, rule, level, text, word, toWord }: Entry, source: SourceFile): readonly Span[] {
  return [...refParts(ref), ...textParts(text, source), ...[rule, level, word, toWord].flatMap((part) => part ?? [])];
}

function refParts(ref: Ref | null | undefined): readonly Span[] {
  return ref ? [ref, ...(ref.owner ? [ref.owner] : []), ...(ref.name ? [ref.name] : [])] : [];
}

/** A text with its quotes, and without. */
function textParts(text: Text | null | undefined, { text: whole }: SourceFile): readonly Span[] {
  if (!text) return [];
  const quotes = whole.startsWith('"""', text.start) ? 3 : 1;
  return [text, trimmed({ start: text.start + quotes, end: Math.max(text.start + quotes, text.end - quotes) }, whole)];
}

/** A block without its braces and the white space within them. */
function insideOf({ start, end }: Span, { text }: SourceFile): Span {
  return trimmed({ start: start + 1, end: text[end - 1] === '}' ? end - 1 : end }, text);
}

function trimmed({ start, end }: Span, whole: string): Span {
  const inner = whole.slice(start, end);
  return { start: start + inner.length - inner.trimStart().length, end: end - inner.length + inner.trimEnd().length };
}

function wordAt({ text }: SourceFile, offset: number): Span {
  return { start: wordBefore(text, offset).start, end: offset + restOfWord(text, offset).length };
}
