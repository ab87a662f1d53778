import type { Snapshot } from '../model/snapshot';
import type { Declaration } from '../syntax/tree';
import { formOf } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import type { Place, Span } from '../text/span';
import { type Site, siteAt } from './context';
import { declarationForm, type Form, propertyForm } from './forms';
import { wordMeaning } from './words';

/** How what is being written is written, and which part of it is at hand. */
export interface Signature {
  readonly label: string;
  /** Where its parts stand in the label. */
  readonly parts: readonly Span[];
  /** Which of them is being written; null where it is none of them. */
  readonly active: number | null;
  /** What it says. */
  readonly meaning: string;
}

/** The form of the declaration, or of the property, that is being written at `place`, the innermost first; none where nothing is. */
export function signatures(snapshot: Snapshot, { file: path, offset }: Place, language: Language): readonly Signature[] {
  const file = snapshot.files.get(path);
  const site = file && siteAt(file, offset);
  if (!site) return [];
  const { declaration, word } = site;
  const header = declarationForm(declaration.kind, language);
  const meaning = wordMeaning('', declaration.kind)?.[language] ?? '';
  const isInBlock = declaration.block !== null && declaration.block.start < offset;
  const whole = shown(header, word === null ? partInHeader(header, site) : partOfWord(header, word), meaning);
  const form = word === null ? null : propertyForm(declaration.kind, word, language);
  if (word === null || !form) return [whole];
  const property = shown(form, partInValue(form, site.count), wordMeaning(declaration.kind, word)?.[language] ?? '');
  if (isInBlock) return property.active === null ? [] : [property];
  return property.active === null ? [{ ...whole, active: nextPart(header, declaration) }] : [property, whole];
}

function shown({ label, parts }: Form, active: number | null, meaning: string): Signature {
  return { label, parts: parts.map(({ start, end }) => ({ start, end })), active, meaning };
}

/** Which part is at hand when `count` tokens of a value stand before; null behind the last. */
function partInValue({ parts }: Form, count: number): number | null {
  let before = 0;
  const found = parts.findIndex(({ tokens }) => {
    before += tokens;
    return count < before;
  });
  return found < 0 ? null : found;
}

function partInHeader(form: Form, { declaration, count }: Site): number | null {
  if (declaration.kind === 'link') return count <= 3 ? count - 1 : nextPart(form, declaration);
  if (declaration.kind === 'period') return partOfPeriod(declaration, count);
  // Behind the word come the name, then the title, then whatever follows them.
  if (count <= 2) return count - 1;
  const next = form.parts.findIndex(({ word }, index) => index > 1 && (word === null || !declaration.items.some(isItem(word))));
  return next < 0 ? null : next;
}

/** A name and a title can both be left out. */
function partOfPeriod({ name, title, dates }: Declaration, count: number): number {
  const named = (name ? 1 : 0) + (title ? 1 : 0);
  if (dates?.from && count > named + 1) return 3;
  return count <= named ? Math.max(0, count - 1) : named === 2 ? 2 : named;
}

function partOfWord({ parts }: Form, word: string): number | null {
  const found = parts.findIndex((part) => part.word === word);
  return found < 0 ? null : found;
}

/** The first part that is not there yet, behind all that must be. */
function nextPart({ parts }: Form, { kind, items }: Declaration): number | null {
  const groups = new Set(items.flatMap((item) => (item.type === 'property' ? (formOf(kind, item.word)?.group ?? item.word) : [])));
  const found = parts.findIndex(({ word }) => word !== null && !groups.has(formOf(kind, word)?.group ?? word));
  return found < 0 ? null : found;
}

function isItem(word: string): (item: Declaration['items'][number]) => boolean {
  return (item) => item.type === 'property' && item.word === word;
}
