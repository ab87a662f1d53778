import { names } from '../model/names';
import { referencesIn } from '../model/references';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { silencersOf } from '../rules/silencers';
import { DateWord, Duration, endOf, Percent, TextBlock, Title, tokenize, Count as WholeNumber } from '../syntax/tokens';
import { type Declaration, entriesWithin, type Item, type Word } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Span } from '../text/span';
import { levelsIn } from './levels';

/** What a stretch of text is to a reader; each has one of the colours that every editor knows. */
export type TokenType = NamedType | PlainType;
type NamedType = Kind | 'level' | 'rule';
type PlainType = 'keyword' | 'text' | 'number' | 'comment';

export interface SemanticToken extends Span {
  readonly type: TokenType;
  /** Is the name given here, rather than referred to? */
  readonly isDeclaration: boolean;
  /** Does it come with Collab, rather than with the project? */
  readonly isBuiltIn: boolean;
}

/**
 * The names of `file` by what they mean, in text order: given, and referred to. A name that means nothing is none. What a grammar tells
 * from the text alone (words, texts, numbers, comments) is in `allTokens`.
 */
export function semanticTokens(snapshot: Snapshot, file: string): readonly SemanticToken[] {
  const source = snapshot.files.get(file);
  return source ? [...given(source), ...referred(snapshot, source), ...levels(snapshot, source), ...rules(source)].sort(byStart) : [];
}

/** The same for an editor that has no grammar: with what one would tell from the text alone, each on one line. */
export function allTokens(snapshot: Snapshot, file: string): readonly SemanticToken[] {
  const source = snapshot.files.get(file);
  const names = semanticTokens(snapshot, file);
  const plain = source ? plainTokens(source).flatMap((token) => around(token, names)) : [];
  return [...names, ...plain].sort(byStart);
}

function plainTokens(source: SourceFile): readonly SemanticToken[] {
  const { tokens, comments } = tokenize(source.text);
  const literal = tokens.flatMap((each) => {
    const type = literals.get(each.tokenType);
    return type ? [plain(type, each.startOffset, endOf(each))] : [];
  });
  const said = comments.map((each) => plain('comment', each.startOffset, endOf(each)));
  return [...keywordsIn(source.tree.declarations), ...literal, ...said].flatMap((token) => linesOf(token, source));
}

/** What of `token` is left beside `names`. */
function around(token: SemanticToken, names: readonly Span[]): readonly SemanticToken[] {
  const parts: SemanticToken[] = [];
  let { start } = token;
  for (const name of names) {
    if (name.end <= start || name.start >= token.end) continue;
    if (name.start > start) parts.push({ ...token, start, end: name.start });
    start = name.end;
  }
  return start < token.end ? [...parts, { ...token, start }] : parts;
}

function given(source: SourceFile): readonly SemanticToken[] {
  const declared = source.tree.declarations.flatMap(withNested);
  return declared.flatMap(({ kind, name, items }) => [
    ...(name ? [named(kind, name, 'given')] : []),
    ...(kind === 'scale' ? entriesWithin(items).flatMap((entry) => (entry.name ? [named('level', entry.name, 'given')] : [])) : []),
  ]);
}

function referred(snapshot: Snapshot, source: SourceFile): readonly SemanticToken[] {
  const known = names(snapshot);
  return referencesIn(source).flatMap(({ ref, kinds }): readonly SemanticToken[] => {
    const resolution = known.resolve(ref, kinds);
    if (!resolution || !ref.name) return [];
    if ('builtIn' in resolution) return [named('technique', ref.name, 'built in')];
    if (!('declared' in resolution)) return [];
    const { kind, owner } = resolution.declared;
    return [...(ref.owner && owner ? [named(owner.kind, ref.owner, 'referred to')] : []), named(kind, ref.name, 'referred to')];
  });
}

function levels(snapshot: Snapshot, source: SourceFile): readonly SemanticToken[] {
  const written = levelsIn(snapshot, source).filter(({ level, isNumber }) => level !== null && !isNumber);
  return written.map((mention) => named('level', mention, 'referred to'));
}

function rules(source: SourceFile): readonly SemanticToken[] {
  const answered = source.tree.declarations.flatMap(({ items }) => entriesWithin(items).flatMap(({ rule }) => rule ?? []));
  const silenced = silencersOf(source).flatMap((silencer) => silencer.rules);
  return [...answered, ...silenced].map((word) => named('rule', word, 'built in'));
}

function named(type: NamedType, { start, end }: Span | Word, how: 'given' | 'referred to' | 'built in'): SemanticToken {
  return { type, start, end, isDeclaration: how === 'given', isBuiltIn: how === 'built in' };
}

function plain(type: PlainType, start: number, end: number): SemanticToken {
  return { type, start, end, isDeclaration: false, isBuiltIn: false };
}

/** The words that open declarations and properties, and those of closed lists. */
function keywordsIn(items: readonly Item[]): readonly SemanticToken[] {
  return items.flatMap((item) => {
    const own = plain('keyword', item.keyword.start, item.keyword.end);
    if (item.type === 'declaration') return [own, ...keywordsIn(item.items)];
    const values = item.entries.flatMap(({ word, toWord }) => [word ?? [], toWord ?? []].flat());
    return [own, ...values.map(({ start, end }) => plain('keyword', start, end))];
  });
}

/** `token` line by line: many editors take none that goes over a line's end. */
function linesOf(token: SemanticToken, { text, lines }: SourceFile): readonly SemanticToken[] {
  const last = lines.lineOf(token.end);
  const parts: SemanticToken[] = [];
  for (let line = lines.lineOf(token.start); line <= last; line++) {
    const start = Math.max(token.start, lines.starts[line] ?? 0);
    const end = Math.min(token.end, (lines.starts[line] ?? 0) + lines.lineText(line).length);
    if (text.slice(start, end).trim() !== '') parts.push({ ...token, start, end });
  }
  return parts;
}

function withNested(declaration: Declaration): readonly Declaration[] {
  return [declaration, ...declaration.items.flatMap((item) => (item.type === 'declaration' ? withNested(item) : []))];
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

const literals: ReadonlyMap<unknown, PlainType> = new Map<unknown, PlainType>([
  [Title, 'text'],
  [TextBlock, 'text'],
  [DateWord, 'number'],
  [Duration, 'number'],
  [Percent, 'number'],
  [WholeNumber, 'number'],
]);
