import { names } from '../model/names';
import type { Declared } from '../model/outline';
import { outlineOf } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { type Declaration, type Entry, entriesOf, type Item, propertyOf } from '../syntax/tree';
import type { Language, Localised } from '../text/localised';
import { contains, type Place, type Span, touches } from '../text/span';
import { namingAt } from './naming';
import { kindLabel, wordMeaning } from './words';

/** What a reader sees over a name or a word: Markdown, and what it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What stands at `place`: the declaration that a name is of, or the meaning of a word; null where there is nothing to say. */
export function hover(snapshot: Snapshot, place: Place, language: Language): Hover | null {
  const naming = namingAt(snapshot, place);
  if (naming) return { markdown: aboutDeclared(snapshot, naming.declared, language), span: naming.span };
  const file = snapshot.files.get(place.file);
  return file ? wordAt(file, place.offset, language) : null;
}

function wordAt(file: SourceFile, offset: number, language: Language): Hover | null {
  for (const top of file.tree.declarations) {
    if (!touches(top, offset)) continue;
    const found = keywordIn(top, top.kind, offset);
    const meaning = found && wordMeaning(found.block, found.word);
    return found && meaning ? { markdown: `**${found.word}** — ${meaning[language]}`, span: found.span } : null;
  }
  return null;
}

interface Keyword {
  readonly block: string;
  readonly word: string;
  readonly span: Span;
}

function keywordIn(item: Item, block: string, offset: number): Keyword | null {
  if (touches(item.keyword, offset)) return { block, word: item.type === 'property' ? item.word : item.kind, span: item.keyword };
  if (item.type === 'property') return null;
  for (const inner of item.items) {
    if (touches(inner, offset)) return keywordIn(inner, item.kind, offset);
  }
  return null;
}

function aboutDeclared(snapshot: Snapshot, declared: Declared, language: Language): string {
  const { node } = declared;
  const title = node.title ? `**${escaped(node.title.value)}**` : `**${escaped(declared.name)}**`;
  const owner = declared.owner ? ` · ${escaped(labelOf(declared.owner))}` : '';
  const facts = factsOf(snapshot, declared, language).map((fact) => `- ${fact}`);
  const about = propertyOf(node, 'about')?.entries[0]?.text?.value;
  return [
    `${title} — ${kindLabel(declared.kind)[language]}${owner}`,
    ...(about ? [about] : []),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
  ].join('\n\n');
}

const factLabels: readonly { readonly word: string; readonly label: Localised }[] = [
  { word: 'role', label: { en: 'Role', fr: 'Fonction' } },
  { word: 'team', label: { en: 'Teams', fr: 'Équipes' } },
  { word: 'lead', label: { en: 'Lead', fr: 'Animée par' } },
  { word: 'within', label: { en: 'Within', fr: 'Fait partie de' } },
  { word: 'capacity', label: { en: 'Capacity', fr: 'Disponibilité' } },
  { word: 'has', label: { en: 'Has', fr: 'Détient' } },
  { word: 'wants', label: { en: 'Wants', fr: 'Souhaite' } },
  { word: 'for', label: { en: 'For', fr: 'Pour' } },
  { word: 'requires', label: { en: 'Requires', fr: 'Demande' } },
  { word: 'effort', label: { en: 'Effort', fr: 'Charge' } },
  { word: 'assigned', label: { en: 'Assigned', fr: 'Confiée à' } },
  { word: 'with', label: { en: 'With', fr: 'Avec' } },
  { word: 'priority', label: { en: 'Priority', fr: 'Priorité' } },
  { word: 'engagement', label: { en: 'Engagement', fr: 'Engagement' } },
  { word: 'technique', label: { en: 'Technique', fr: 'Technique' } },
  { word: 'answers', label: { en: 'Answers', fr: 'Répond à' } },
  { word: 'owner', label: { en: 'Owner', fr: 'Responsable' } },
  { word: 'measure', label: { en: 'Measure', fr: 'Mesure' } },
  { word: 'status', label: { en: 'Status', fr: 'État' } },
];

function factsOf(snapshot: Snapshot, declared: Declared, language: Language): readonly string[] {
  const colon = language === 'fr' ? '\u00A0: ' : ': ';
  const file = snapshot.files.get(declared.file);
  const stated = factLabels.flatMap(({ word, label }) => {
    const entries = entriesOf(declared.node, word);
    const said = entries.map((entry) => valueText(snapshot, entry, file)).join(', ');
    return said ? [`${label[language]}${colon}${said}`] : [];
  });
  if (declared.kind !== 'competency') return stated;
  const holders = holdersOf(snapshot, declared);
  const shown = holders.slice(0, 8).join(', ') + (holders.length > 8 ? ` … (${holders.length})` : '');
  return [...stated, `${language === 'fr' ? 'Détenue par' : 'Held by'}${colon}${shown || (language === 'fr' ? 'personne' : 'nobody')}`];
}

/** A value in people's words: titles in the place of names, the names of levels in the place of numbers. */
function valueText(snapshot: Snapshot, entry: Entry, file: SourceFile | undefined): string {
  const parts: string[] = [];
  if (entry.ref?.name) parts.push(escaped(titleOf(snapshot, entry.ref.name.text)));
  if (entry.level)
    parts.push(escaped(entry.level.name ?? scaleOf(snapshot).levels[(entry.level.number ?? 0) - 1]?.name ?? String(entry.level.number)));
  if (entry.text) parts.push(escaped(entry.text.value));
  const rest = { start: entry.ref?.end ?? entry.start, end: entry.end };
  if (parts.length === 0 || entry.percent || entry.word) parts.push(escaped((file?.text.slice(rest.start, rest.end) ?? '').trim()));
  return parts.filter(Boolean).join(' ');
}

function titleOf(snapshot: Snapshot, name: string): string {
  const [declared] = names(snapshot).find(name);
  return declared ? labelOf(declared) : name;
}

function labelOf(declared: Declared): string {
  return declared.node.title?.value || declared.name;
}

/** Who lists the competency, the highest level first. */
function holdersOf(snapshot: Snapshot, competency: Declared): readonly string[] {
  const { levels } = scaleOf(snapshot);
  const found: { readonly label: string; readonly level: number }[] = [];
  for (const file of snapshot.inOrder()) {
    if (!file.text.includes(competency.name)) continue;
    for (const declared of outlineOf(file).declared) {
      if (declared.kind !== 'member' && declared.kind !== 'stakeholder') continue;
      for (const { ref, level } of entriesOf(declared.node, 'has')) {
        if (ref?.name?.text !== competency.name || !level) continue;
        found.push({ label: labelOf(declared), level: level.number ?? levels.findIndex(({ name }) => name === level.name) + 1 });
      }
    }
  }
  return found
    .sort((a, b) => b.level - a.level)
    .map(({ label, level }) => `${escaped(label)} (${escaped(levels[level - 1]?.name ?? String(level))})`);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&').replaceAll('\n', ' ');
}

/** The declaration whose name, block or header holds all of `span`, innermost first. */
export function declarationsAround(file: SourceFile, span: Span): readonly Declaration[] {
  const found: Declaration[] = [];
  let candidates: readonly Item[] = file.tree.declarations;
  for (;;) {
    const inner = candidates.find((item): item is Declaration => item.type === 'declaration' && contains(item, span));
    if (!inner) return found;
    found.unshift(inner);
    candidates = inner.items;
  }
}
