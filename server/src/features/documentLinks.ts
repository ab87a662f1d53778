import type { Snapshot, SourceFile } from '../model/snapshot';
import { ruleNames } from '../rules/names';
import { silencersOf } from '../rules/silencers';
import { endOf, TextBlock, Title, tokenize } from '../syntax/tokens';
import { entriesWithin } from '../syntax/tree';
import type { Span } from '../text/span';

/** A stretch of text that leads elsewhere: to an address, or to what the manual says of a rule. */
export type DocumentLink = Span & ({ readonly uri: string } | { readonly rule: string });

/** Addresses in the texts and comments of `file`, and the rules that it names, in text order. */
export function documentLinks(snapshot: Snapshot, file: string): readonly DocumentLink[] {
  const source = snapshot.files.get(file);
  return source ? [...addresses(source), ...rulesIn(source)].sort((a, b) => a.start - b.start) : [];
}

function addresses({ text, tree }: SourceFile): readonly DocumentLink[] {
  if (!/https?:\/\/|mailto:/i.test(text)) return [];
  const texts = tokenize(text).tokens.flatMap((token) =>
    token.tokenType === Title || token.tokenType === TextBlock ? [{ start: token.startOffset, end: endOf(token) }] : [],
  );
  return [...texts, ...tree.comments].flatMap(({ start, end }) => addressesIn(text.slice(start, end), start));
}

/** A sentence ends behind an address: its mark is not part of it. */
const address = /(?:https?:\/\/|mailto:)[^\s"“”«»<>{}|\\^`]*[^\s"“”«»<>{}|\\^`.,;:!?…'’)\]*]/giu;

function addressesIn(text: string, offset: number): readonly DocumentLink[] {
  return [...text.matchAll(address)].map(({ 0: uri, index }) => ({ start: offset + index, end: offset + index + uri.length, uri }));
}

function rulesIn(source: SourceFile): readonly DocumentLink[] {
  const answered = entriesWithin(source.tree.declarations).flatMap(({ rule }) => (rule ? [{ name: rule.text, ...rule }] : []));
  const silenced = silencersOf(source).flatMap(({ rules }) => rules);
  return [...answered, ...silenced].flatMap(({ name, start, end }) => (known.has(name) ? [{ start, end, rule: name }] : []));
}

const known: ReadonlySet<string> = new Set(ruleNames);
