import { type Day, workingDays } from '../model/calendar';
import { names } from '../model/names';
import type { Declared } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot } from '../model/snapshot';
import { type BuiltInTechnique, builtInTechnique } from '../model/techniques';
import { rules } from '../rules/catalogue';
import type { AnyRule } from '../rules/rule';
import { inWords, plural } from '../rules/wording';
import { propertyOf } from '../syntax/tree';
import { isReserved, type Kind, nestedKindOf, propertiesByKind } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import { weekdayOf } from './dates';
import { statedFacts } from './facts';
import { declarationForm, propertyForm } from './forms';
import { incomingFacts } from './incoming';
import { escaped, labelOf } from './markdown';
import { kindLabel, levelLabel, thresholds, wordMeaning } from './words';

/** Something that there is something to say of. */
export type Topic =
  | { readonly topic: 'declared'; readonly id: string }
  | { readonly topic: 'technique' | 'rule'; readonly name: string }
  | { readonly topic: 'level'; readonly level: number }
  /** A word that opens a declaration or a property of a block of `block`; that is empty at the top of a file. */
  | { readonly topic: 'word'; readonly block: string; readonly word: string };

/** What there is to say of `topic`, as Markdown; null where there is no such thing. */
export function about(snapshot: Snapshot, topic: Topic, language: Language): string | null {
  switch (topic.topic) {
    case 'declared': {
      const declared = declaredBy(snapshot, topic.id);
      return declared && aboutDeclared(snapshot, declared, language);
    }
    case 'technique': {
      const technique = builtInTechnique(topic.name);
      return technique ? aboutTechnique(technique, language) : null;
    }
    case 'rule': {
      const rule = rules.find(({ name }) => name === topic.name);
      return rule ? aboutRule(rule, language) : null;
    }
    case 'level':
      return aboutLevel(snapshot, topic.level, language);
    case 'word':
      return aboutWord(topic.block, topic.word, language);
  }
}

export function aboutDeclared(snapshot: Snapshot, declared: Declared, language: Language): string {
  const owner = declared.owner ? ` · ${escaped(labelOf(declared.owner))}` : '';
  const about = propertyOf(declared.node, 'about')?.entries[0]?.text?.value;
  const facts = [...statedFacts(snapshot, declared, language), ...incomingFacts(snapshot, declared, language)];
  return paragraphs(
    `**${escaped(labelOf(declared))}** — ${kindLabel(declared.kind)[language]}${owner}`,
    about,
    facts.map((fact) => `- ${fact}`).join('\n'),
  );
}

export function aboutLevel(snapshot: Snapshot, level: number, language: Language): string {
  const scale = scaleOf(snapshot);
  const { name, title } = scale.levels[level - 1] ?? { name: String(level), title: null };
  const reached = thresholds.filter(({ from }) => level >= scale[from]).map(({ says }) => `- ${says[language]}`);
  return paragraphs(`**${escaped(title || name)}** — ${levelLabel(level, scale)[language]}`, reached.join('\n'));
}

export function aboutTechnique({ label, answers }: BuiltInTechnique, language: Language): string {
  const answered = rules.filter(({ name }) => answers.includes(name)).map(({ name, summary }) => `- \`${name}\` — ${summary[language]}`);
  return paragraphs(`**${label[language]}** — ${kindLabel('technique')[language]}`, answered.join('\n'));
}

export function aboutRule({ name, summary, why }: AnyRule, language: Language): string {
  return paragraphs(`**${name}**`, summary[language], why[language]);
}

/** What a word that opens a declaration, or a property of `block`, says, and how it is written; null where it opens none. */
export function aboutWord(block: string, word: string, language: Language): string | null {
  const meaning = wordMeaning(block, word);
  const form = formOfWord(block, word, language);
  return meaning ? paragraphs(`**${word}** — ${meaning[language]}`, form !== word && form ? `\`${form}\`` : '') : null;
}

/** What day it is, and how far from `today`. */
export function aboutDay(day: Day, today: Day, language: Language): string {
  return `**${weekdayOf(day, language)} ${inWords(language, day)}** — ${distance(day, today, language)}`;
}

/** A number of days as it counts. */
export function aboutDays(days: number, language: Language): string {
  return `**${workdays(days, language)}**`;
}

function distance(day: Day, today: Day, language: Language): string {
  const { now, ahead, ago } = distances[language];
  if (day === today) return now;
  return day > today
    ? ahead(workdays(workingDays({ from: today + 1, to: day }), language))
    : ago(workdays(workingDays({ from: day + 1, to: today }), language));
}

function workdays(days: number, language: Language): string {
  return language === 'fr' ? plural('fr', days, 'jour ouvré', 'jours ouvrés') : plural('en', days, 'working day', 'working days');
}

const distances: Readonly<Record<Language, { readonly now: string; ahead(days: string): string; ago(days: string): string }>> = {
  en: { now: 'today', ahead: (days) => `in ${days}`, ago: (days) => `${days} ago` },
  fr: { now: 'aujourd’hui', ahead: (days) => `dans ${days}`, ago: (days) => `il y a ${days}` },
};

function formOfWord(block: string, word: string, language: Language): string | undefined {
  const isBlock = (kind: string): kind is Kind => Object.hasOwn(propertiesByKind, kind);
  const property = isBlock(block) ? propertyForm(block, word, language) : null;
  if (property) return property.label;
  const opened = isBlock(block) ? nestedKindOf(block, word) : undefined;
  const kind = opened ?? (isReserved(word) ? word : undefined);
  return kind && declarationForm(kind, language).label;
}

function declaredBy(snapshot: Snapshot, id: string): Declared | null {
  const name =
    id
      .slice(id.indexOf(':') + 1)
      .split('.')
      .at(-1) ?? '';
  return (
    names(snapshot)
      .find(name)
      .find((declared) => declared.id === id) ?? null
  );
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n');
}
