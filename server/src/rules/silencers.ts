import { memo } from '../model/memo';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Comment, Item } from '../syntax/tree';
import { firstEndingAfter, type Location, type Span } from '../text/span';
import type { RuleName } from './rule';

/** A comment that keeps rules silent about a stretch of its file (docs/language.md §6). */
export interface Silencer {
  /** The comment. */
  readonly at: Span;
  /** The rules that it names, each where it stands. */
  readonly rules: readonly NamedRule[];
  /** Null where none is given: then it silences nothing. */
  readonly reason: string | null;
  /** Findings that start in one of these are meant. */
  readonly scopes: readonly Span[];
}

export interface NamedRule extends Span {
  readonly name: string;
}

/** The silencers of a file, in text order. */
export const silencersOf = memo((file: SourceFile): readonly Silencer[] =>
  file.tree.comments.flatMap((comment) => silencerFrom(comment, file) ?? []),
);

/** Does a silencer with a reason keep `rule` silent at `at`? */
export function isSilenced(snapshot: Snapshot, { name }: { readonly name: RuleName }, at: Location): boolean {
  const file = snapshot.files.get(at.file);
  return file !== undefined && silencersOf(file).some((silencer) => isMeant(silencer, name, at));
}

/** Can findings of the rule of that name be silenced at all? */
export function canBeSilenced(rule: RuleName): boolean {
  return !loud.has(rule);
}

/** Does `silencer` keep the rule of that name silent at `at`? */
export function isMeant({ reason, rules, scopes }: Silencer, rule: RuleName, { span }: Location): boolean {
  if (reason === null || !canBeSilenced(rule)) return false;
  return rules.some(({ name }) => name === rule) && scopes.some(({ start, end }) => start <= span.start && span.start < end);
}

/** Errors of the group `model/`, and what is said of silencers that silence nothing, cannot be silenced. */
const loud: ReadonlySet<RuleName> = new Set<RuleName>([
  'model/syntax',
  'model/unknown-name',
  'model/wrong-kind',
  'model/ambiguous-name',
  'model/duplicate-name',
  'model/duplicate-property',
  'model/invalid-value',
  'model/unknown-level',
  'model/cycle',
  'model/config',
  'model/unused-ignore',
]);

const form = /^(\/\/\s*collab-ignore(-file)?)(?![\p{L}\p{N}_-])([^:]*)(:.*)?$/su;

/** The rules at the start of a text whose colon was forgotten: the reason begins where no comma stands before the next word. */
const ruleList = /^(?:\s*[^\s,]+\s*(?:,|$))*(?:\s*[^\s,/]+\/[^\s,]+)?/;

function silencerFrom(comment: Comment, file: SourceFile): Silencer | null {
  const match = comment.line ? form.exec(comment.text) : null;
  if (!match) return null;
  const [, opening = '', whole, text = '', reason] = match;
  const list = reason === undefined ? (ruleList.exec(text)?.[0] ?? '') : text;
  const at = { start: comment.start, end: comment.end };
  return {
    at,
    rules: rulesIn(list, comment.start + opening.length),
    reason: reason?.slice(1).trim() || null,
    scopes: whole ? [{ start: 0, end: file.text.length + 1 }] : [lineOf(comment, file), ...itemAfter(file.tree.declarations, comment)],
  };
}

function rulesIn(list: string, offset: number): readonly NamedRule[] {
  return [...list.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({ 0: name, index }) => ({
    name,
    start: offset + index,
    end: offset + index + name.length,
  }));
}

function lineOf({ start, end }: Comment, { lines }: SourceFile): Span {
  return { start: lines.starts[lines.lineOf(start)] ?? 0, end };
}

/** The declaration, nested declaration or property that follows `comment` in the block that it stands in. */
function itemAfter(items: readonly Item[], comment: Comment): readonly Span[] {
  const next = firstEndingAfter(items, comment.start);
  if (!next) return [];
  if (next.start >= comment.end) return [{ start: next.start, end: next.end }];
  if (next.type === 'declaration') return itemAfter(next.items, comment);
  // Within a property, such as between the values of a list: the one after it follows.
  const after = firstEndingAfter(items, next.end);
  return after ? [{ start: after.start, end: after.end }] : [];
}
