import { dayOf } from '../model/calendar';
import { names } from '../model/names';
import type { Declared } from '../model/outline';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { builtInTechnique } from '../model/techniques';
import { rules } from '../rules/catalogue';
import { silencersOf } from '../rules/silencers';
import type { DateText, Item, Quantity } from '../syntax/tree';
import type { Language } from '../text/localised';
import { type Place, type Span, touches } from '../text/span';
import { aboutDay, aboutDays, aboutDeclared, aboutLevel, aboutRule, aboutTechnique, aboutWord } from './about';
import { namingAt, referenceAt } from './naming';
import type { Reader } from './reader';
import { valueMeaning } from './words';

/** What a reader sees over a name or a word: Markdown, and what it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
  /** The declaration that it is about: a model of the project has more to say of that. */
  readonly declared: Declared | null;
  /** The rule that it is about. */
  readonly rule: string | null;
}

/** What there is to say of what stands at `place`: a name, a rule, a date, a word of the language; null where there is nothing. */
export function hover(snapshot: Snapshot, place: Place, reader: Reader): Hover | null {
  const file = snapshot.files.get(place.file);
  if (!file) return null;
  const { language } = reader;
  const naming = namingAt(snapshot, place);
  if (naming) {
    const { named, span } = naming;
    if ('level' in named) return { ...plain, markdown: aboutLevel(snapshot, named.level, language), span };
    return { ...plain, markdown: aboutDeclared(snapshot, named.declared, language), span, declared: named.declared };
  }
  return (
    techniqueAt(snapshot, file, place.offset, language) ??
    ruleAt(file, place.offset, language) ??
    figureAt(file, place.offset, reader) ??
    wordAt(file, place.offset, language)
  );
}

const plain = { declared: null, rule: null } as const;

function techniqueAt(snapshot: Snapshot, file: SourceFile, offset: number, language: Language): Hover | null {
  const reference = referenceAt(file, offset);
  const resolution = reference && names(snapshot).resolve(reference.ref, reference.kinds);
  const technique = resolution && 'builtIn' in resolution ? builtInTechnique(resolution.builtIn) : undefined;
  return reference && technique ? { ...plain, markdown: aboutTechnique(technique, language), span: reference.ref } : null;
}

function ruleAt(file: SourceFile, offset: number, language: Language): Hover | null {
  const stated = rulesStated(file.tree.declarations);
  const silenced = silencersOf(file).flatMap((silencer) => silencer.rules.map(({ name, ...span }) => ({ text: name, ...span })));
  const word = [...stated, ...silenced].find((each) => touches(each, offset));
  const rule = rules.find(({ name }) => name === word?.text);
  if (!word || !rule) return null;
  return { ...plain, markdown: aboutRule(rule, language), span: { start: word.start, end: word.end }, rule: rule.name };
}

function rulesStated(items: readonly Item[]): readonly (Span & { readonly text: string })[] {
  return items.flatMap((item) => (item.type === 'declaration' ? rulesStated(item.items) : item.entries.flatMap(({ rule }) => rule ?? [])));
}

/** A date, or a number of days. */
function figureAt(file: SourceFile, offset: number, { language, today }: Reader): Hover | null {
  const figure = figuresIn(file.tree.declarations, offset).find((each) => touches(each, offset));
  if (!figure) return null;
  const span = { start: figure.start, end: figure.end };
  if ('value' in figure) return { ...plain, markdown: aboutDays(figure.value, language), span };
  const day = dayOf(figure.text);
  return day === null ? null : { ...plain, markdown: aboutDay(day, today, language), span };
}

function figuresIn(items: readonly Item[], offset: number): readonly (DateText | Quantity)[] {
  const item = items.find((each) => touches(each, offset));
  if (!item) return [];
  if (item.type === 'declaration') return [item.dates?.from ?? [], item.dates?.to ?? [], figuresIn(item.items, offset)].flat();
  return item.entries.flatMap(({ date, toDate, days }) => [date ?? [], toDate ?? [], days ?? []].flat());
}

/** What a word that opens a declaration or a property says, or one of a closed list. */
function wordAt(file: SourceFile, offset: number, language: Language): Hover | null {
  const found = keywordAt(file.tree.declarations, '', offset);
  if (!found) return null;
  const meaning = found.isValue ? valueMeaning(found.word)?.[language] : undefined;
  const markdown = found.isValue ? meaning && `**${found.word}** — ${meaning}` : aboutWord(found.block, found.word, language);
  return markdown ? { ...plain, markdown, span: found.span } : null;
}

interface Keyword {
  readonly word: string;
  readonly span: Span;
  /** What it stands in. */
  readonly block: string;
  readonly isValue: boolean;
}

function keywordAt(items: readonly Item[], block: string, offset: number): Keyword | null {
  const item = items.find((each) => touches(each, offset));
  if (!item) return null;
  const span = { start: item.keyword.start, end: item.keyword.end };
  if (touches(span, offset)) return { word: item.type === 'property' ? item.word : item.kind, span, block, isValue: false };
  if (item.type === 'declaration') return keywordAt(item.items, item.kind, offset);
  const word = item.entries.flatMap((entry) => [entry.word ?? [], entry.toWord ?? []].flat()).find((each) => touches(each, offset));
  return word ? { word: word.text, span: { start: word.start, end: word.end }, block, isValue: true } : null;
}
