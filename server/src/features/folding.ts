import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Comment, Declaration, Item } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Span } from '../text/span';

/** Lines, from zero, that can be folded away behind the first of them. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  /** Where a reader chooses by what it is. */
  readonly kind: 'comment' | 'region' | null;
}

/**
 * What of `file` can be folded: blocks, properties of several lines, comments that follow each other, `// #region` to `// #endregion`, and
 * declarations of one line and one kind that follow each other. In text order, one for each first line.
 */
export function folds(snapshot: Snapshot, file: string): readonly Fold[] {
  const source = snapshot.files.get(file);
  if (!source) return [];
  const { declarations, comments } = source.tree;
  const all = [
    ...regions(source, comments),
    ...itemFolds(source, declarations),
    ...runs(source, declarations),
    ...commentRuns(source, comments),
  ];
  const byFirst = new Map<number, Fold>();
  for (const fold of all) if (fold.last > fold.first && !byFirst.has(fold.first)) byFirst.set(fold.first, fold);
  return [...byFirst.values()].sort((a, b) => a.first - b.first);
}

function itemFolds(source: SourceFile, items: readonly Item[]): readonly Fold[] {
  return items.flatMap((item) => {
    if (item.type === 'property') return [closing(source, item, item.entries.at(-1)?.text?.end === item.end)];
    const own = item.block ? [closing(source, item.block, source.text[item.block.end - 1] === '}')] : [];
    return [...own, ...itemFolds(source, item.items)];
  });
}

/** The lines of `span`; where it ends with a mark that closes it, and that stands first on its line, the mark stays in sight. */
function closing({ text, lines }: SourceFile, { start, end }: Span, hasMark: boolean): Fold {
  const last = lines.lineOf(end);
  const before = text.slice(lines.starts[last] ?? 0, end).trim();
  const isAlone = hasMark && (before === '}' || before === '"""');
  return { first: lines.lineOf(start), last: isAlone ? last - 1 : last, kind: null };
}

/** At least this many declarations of one line make a list that is worth folding. */
const leastInRun = 3;

function runs({ lines }: SourceFile, declarations: readonly Declaration[]): readonly Fold[] {
  const found: Fold[] = [];
  let run: { readonly kind: Kind; readonly first: number; last: number; count: number } | null = null;
  const close = (): void => {
    if (run && run.count >= leastInRun) found.push({ first: run.first, last: run.last, kind: null });
    run = null;
  };
  for (const { kind, start, end } of declarations) {
    const line = lines.lineOf(start);
    if (lines.lineOf(end) > line) close();
    else if (run && run.kind === kind && run.last + 1 >= line) {
      run.last = line;
      run.count++;
    } else {
      close();
      run = { kind, first: line, last: line, count: 1 };
    }
  }
  close();
  return found;
}

function commentRuns(source: SourceFile, comments: readonly Comment[]): readonly Fold[] {
  const { lines } = source;
  const found: Fold[] = [];
  let run: { readonly first: number; last: number } | null = null;
  for (const comment of comments) {
    const first = lines.lineOf(comment.start);
    if (!comment.line) found.push({ first, last: lines.lineOf(comment.end), kind: 'comment' });
    if (!comment.line || !isAlone(source, comment) || marked(comment)) run = null;
    else if (run && run.last + 1 === first) {
      run.last = first;
      found.splice(found.length - (found.at(-1)?.first === run.first ? 1 : 0), 1, { ...run, kind: 'comment' });
    } else run = { first, last: first };
  }
  return found;
}

function regions({ lines }: SourceFile, comments: readonly Comment[]): readonly Fold[] {
  const open: number[] = [];
  const found: Fold[] = [];
  for (const comment of comments) {
    const mark = marked(comment);
    if (mark === 'region') open.push(lines.lineOf(comment.start));
    const first = mark === 'endregion' ? open.pop() : undefined;
    if (first !== undefined) found.push({ first, last: lines.lineOf(comment.start), kind: 'region' });
  }
  return found;
}

function marked({ line, text }: Comment): 'region' | 'endregion' | null {
  const [, mark] = (line && /^\/\/\s*#(region|endregion)(?![\p{L}\p{Nd}])/u.exec(text)) || [];
  return mark === 'region' || mark === 'endregion' ? mark : null;
}

/** Does it stand on a line of its own? */
function isAlone({ text, lines }: SourceFile, { start }: Comment): boolean {
  return text.slice(lines.starts[lines.lineOf(start)] ?? 0, start).trim() === '';
}
