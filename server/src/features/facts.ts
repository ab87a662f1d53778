import { names } from '../model/names';
import type { Declared } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { builtInTechnique } from '../model/techniques';
import { listed } from '../rules/wording';
import { type Entry, entriesOf, nestedIn, propertyOf } from '../syntax/tree';
import { formOf, type Kind, type NestedKind, nestedOf } from '../syntax/vocabulary';
import type { Language, Localised } from '../text/localised';
import { escaped, labelOf } from './markdown';

/** What a declaration states, a line a property, in people's words. */
export function statedFacts(snapshot: Snapshot, { node, file: path }: Declared, language: Language): readonly string[] {
  const file = snapshot.files.get(path);
  if (!file) return [];
  const stated = Object.entries(labels).flatMap(([word, label]) => {
    const form = formOf(node.kind, word);
    if (form?.shape === 'flag') return propertyOf(node, word) ? [label[language]] : [];
    const values = entriesOf(node, word).map((entry) => valueText({ snapshot, file, language }, entry, form?.kinds ?? []));
    return fact(label, values, language);
  });
  const nested = (nestedOf[node.kind] ?? []).flatMap((kind) => {
    const titles = nestedIn(node).flatMap((inner) => (inner.kind === kind ? (inner.title?.value ?? inner.name?.text ?? []) : []));
    return fact(nestedLabels[kind], titles.map(escaped), language);
  });
  return [...(node.dates ? [`${node.dates.from?.text ?? '…'} – ${node.dates.to?.text ?? '…'}`] : []), ...stated, ...nested];
}

/** `Label: a, b and c`; nothing where there is nothing to list. */
export function fact(label: Localised, values: readonly string[], language: Language): readonly string[] {
  return values.length === 0 ? [] : [`${label[language]}${colon[language]}${listed(language, values, mostShown)}`];
}

/** How many of a list are shown. */
const mostShown = 8;
const colon: Localised = { en: ': ', fr: '\u00A0: ' };

interface Asked {
  readonly snapshot: Snapshot;
  readonly file: SourceFile;
  readonly language: Language;
}

/** A value with titles in the place of names, and the names of levels in the place of numbers. */
function valueText({ snapshot, file, language }: Asked, { ref, rule, level, name, text, ...entry }: Entry, kinds: readonly Kind[]): string {
  if (name) return escaped(text ? `${name.text} (${text.value})` : name.text);
  if (!ref) return escaped(rule?.text ?? text?.value ?? file.text.slice(entry.start, entry.end));
  const resolution = names(snapshot).resolve(ref, kinds);
  const written = file.text.slice(ref.start, ref.end);
  let label = written;
  if (resolution && 'declared' in resolution) label = labelOf(resolution.declared);
  if (resolution && 'builtIn' in resolution) label = builtInTechnique(resolution.builtIn)?.label[language] ?? written;
  const beside = level ? (level.name ?? levelName(snapshot, level.number)) : file.text.slice(ref.end, entry.end).trim();
  return escaped(beside ? `${label} (${beside})` : label);
}

function levelName(snapshot: Snapshot, number: number | null): string {
  return scaleOf(snapshot).levels[(number ?? 0) - 1]?.name ?? String(number);
}

const labels: Readonly<Record<string, Localised>> = {
  role: { en: 'Role', fr: 'Fonction' },
  team: { en: 'Teams', fr: 'Équipes' },
  lead: { en: 'Lead', fr: 'Responsable' },
  within: { en: 'Within', fr: 'Fait partie de' },
  critical: { en: 'Critical', fr: 'Critique' },
  holders: { en: 'Holders wanted', fr: 'Personnes souhaitées' },
  levels: { en: 'Levels', fr: 'Niveaux' },
  autonomous: { en: 'Autonomous', fr: 'Autonomie' },
  trains: { en: 'Trains', fr: 'Formation' },
  capacity: { en: 'Capacity', fr: 'Disponibilité' },
  has: { en: 'Has', fr: 'Compétences' },
  wants: { en: 'Wants', fr: 'Souhaite' },
  away: { en: 'Away', fr: 'Absences' },
  influence: { en: 'Influence', fr: 'Influence' },
  interest: { en: 'Interest', fr: 'Intérêt' },
  decides: { en: 'Decides', fr: 'Décide' },
  engagement: { en: 'Engagement', fr: 'Engagement' },
  participation: { en: 'Participation promised', fr: 'Participation promise' },
  priority: { en: 'Priority', fr: 'Priorité' },
  for: { en: 'For', fr: 'Pour' },
  requires: { en: 'Requires', fr: 'Exige' },
  effort: { en: 'Effort', fr: 'Effort' },
  technique: { en: 'Technique', fr: 'Technique' },
  answers: { en: 'Answers', fr: 'Répond à' },
  involves: { en: 'Involves', fr: 'Implique' },
  owner: { en: 'Owner', fr: 'Responsable' },
  assigned: { en: 'Assigned', fr: 'Confiée à' },
  with: { en: 'With', fr: 'Avec' },
  uses: { en: 'Uses', fr: 'Utilise' },
  after: { en: 'After', fr: 'Après' },
  on: { en: 'Day', fr: 'Jour' },
  scope: { en: 'Scope', fr: 'Périmètre' },
  of: { en: 'Of', fr: 'Concerne' },
  between: { en: 'Between', fr: 'Entre' },
  severity: { en: 'Severity', fr: 'Gravité' },
  from: { en: 'From', fr: 'Début' },
  due: { en: 'Due', fr: 'Échéance' },
  until: { en: 'Until', fr: 'Fin' },
  to: { en: 'To', fr: 'Fin' },
  measure: { en: 'Measure of success', fr: 'Critère de réussite' },
  status: { en: 'Status', fr: 'État' },
  source: { en: 'Source', fr: 'Source' },
  ref: { en: 'Reference', fr: 'Référence' },
};

const nestedLabels: Readonly<Record<NestedKind, Localised>> = {
  need: { en: 'Needs', fr: 'Besoins' },
  resource: { en: 'Resources', fr: 'Ressources' },
  stakeholder: { en: 'Stakeholders', fr: 'Parties prenantes' },
  strength: { en: 'Strengths', fr: 'Points forts' },
  pitfall: { en: 'Pitfalls', fr: 'Écueils' },
};
