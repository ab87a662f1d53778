import { names } from '../model/names';
import type { Declared } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { type BuiltInTechnique, builtInTechnique } from '../model/techniques';
import { rules } from '../rules/catalogue';
import { silencersOf } from '../rules/silencers';
import { type Item, propertyOf } from '../syntax/tree';
import type { Language } from '../text/localised';
import { type Place, type Span, touches } from '../text/span';
import { statedFacts } from './facts';
import { incomingFacts } from './incoming';
import { escaped, labelOf } from './markdown';
import { namingAt, referenceAt } from './naming';
import { kindLabel, levelLabel, thresholds, valueMeaning, wordMeaning } from './words';

/** What a reader sees over a name or a word: Markdown, and what it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What there is to say of what stands at `place`: a name, a rule, a word of the language; null where there is nothing. */
export function hover(snapshot: Snapshot, place: Place, language: Language): Hover | null {
  const file = snapshot.files.get(place.file);
  if (!file) return null;
  const naming = namingAt(snapshot, place);
  if (naming) {
    const { named, span } = naming;
    return {
      markdown: 'declared' in named ? aboutDeclared(snapshot, named.declared, language) : aboutLevel(snapshot, named.level, language),
      span,
    };
  }
  return (
    techniqueAt(snapshot, file, place.offset, language) ?? ruleAt(file, place.offset, language) ?? wordAt(file, place.offset, language)
  );
}

function aboutDeclared(snapshot: Snapshot, declared: Declared, language: Language): string {
  const owner = declared.owner ? ` · ${escaped(labelOf(declared.owner))}` : '';
  const about = propertyOf(declared.node, 'about')?.entries[0]?.text?.value;
  const facts = [...statedFacts(snapshot, declared, language), ...incomingFacts(snapshot, declared, language)];
  return paragraphs(
    `**${escaped(labelOf(declared))}** — ${kindLabel(declared.kind)[language]}${owner}`,
    about,
    facts.map((fact) => `- ${fact}`).join('\n'),
  );
}

function aboutLevel(snapshot: Snapshot, level: number, language: Language): string {
  const scale = scaleOf(snapshot);
  const { name, title } = scale.levels[level - 1] ?? { name: String(level), title: null };
  const reached = thresholds.filter(({ from }) => level >= scale[from]).map(({ says }) => `- ${says[language]}`);
  return paragraphs(`**${escaped(title || name)}** — ${levelLabel(level, scale)[language]}`, reached.join('\n'));
}

function techniqueAt(snapshot: Snapshot, file: SourceFile, offset: number, language: Language): Hover | null {
  const reference = referenceAt(file, offset);
  const resolution = reference && names(snapshot).resolve(reference.ref, reference.kinds);
  const technique = resolution && 'builtIn' in resolution ? builtInTechnique(resolution.builtIn) : undefined;
  return reference && technique ? { markdown: aboutTechnique(technique, language), span: reference.ref } : null;
}

function aboutTechnique({ label, answers }: BuiltInTechnique, language: Language): string {
  const answered = rules.filter(({ name }) => answers.includes(name)).map(({ name, summary }) => `- \`${name}\` — ${summary[language]}`);
  return paragraphs(`**${label[language]}** — ${kindLabel('technique')[language]}`, answered.join('\n'));
}

function ruleAt(file: SourceFile, offset: number, language: Language): Hover | null {
  const stated = rulesStated(file.tree.declarations);
  const silenced = silencersOf(file).flatMap((silencer) => silencer.rules.map(({ name, ...span }) => ({ text: name, ...span })));
  const word = [...stated, ...silenced].find((each) => touches(each, offset));
  const rule = rules.find(({ name }) => name === word?.text);
  return word && rule
    ? { markdown: paragraphs(`**${rule.name}**`, rule.summary[language], rule.why[language]), span: { start: word.start, end: word.end } }
    : null;
}

function rulesStated(items: readonly Item[]): readonly (Span & { readonly text: string })[] {
  return items.flatMap((item) => (item.type === 'declaration' ? rulesStated(item.items) : item.entries.flatMap(({ rule }) => rule ?? [])));
}

/** What a word that opens a declaration or a property says, or one of a closed list. */
function wordAt(file: SourceFile, offset: number, language: Language): Hover | null {
  const found = keywordAt(file.tree.declarations, '', offset);
  const meaning = found && (found.isValue ? valueMeaning(found.word) : wordMeaning(found.block, found.word));
  return found && meaning ? { markdown: `**${found.word}** — ${meaning[language]}`, span: found.span } : null;
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

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n');
}
