import { parseConfig, unconfigured } from '../config/parse';
import { dayOf } from '../model/calendar';
import { Snapshot } from '../model/snapshot';
import type { Language, Localised } from '../text/localised';
import { messageOf } from './answer';
import { rules } from './catalogue';
import { type CheckedProject, checkProject, fixesOf } from './check';
import { optionMeaning } from './options';
import { type AnyRule, type Group, groups, type Severity } from './rule';
import { inWords, quoted } from './wording';

/** The day on which the examples are judged. */
export const exampleDay = '2026-04-10';

/** The manual: what there is, then the page of every rule, by group. Markdown. */
export function manual(language: Language): string {
  const { title, intro } = texts[language];
  const parts = groups.map((group) => {
    const own = rulesOf(group);
    const list = own.map((rule) => `- [\`${rule.name}\`](#${anchorOf(rule.name)})${texts[language].colon} ${rule.summary[language]}`);
    return { contents: `**${groupTitles[group][language]}**\n\n${list.join('\n')}`, pages: own.map((rule) => page(rule, language, 3)) };
  });
  const pages = groups.map((group, index) => `## ${groupTitles[group][language]}\n\n${parts[index]?.pages.join('\n') ?? ''}`);
  return `# ${title}\n\n${intro}\n\n${parts.map(({ contents }) => contents).join('\n\n')}\n\n${pages.join('\n')}`;
}

/** What the manual says of one rule. Markdown. */
export function manualPage(rule: AnyRule, language: Language): string {
  return page(rule, language, 1);
}

/** Where the manual speaks of a rule: what stands after `#` in an address. */
export function anchorOf(rule: string): string {
  return rule.replace('/', '');
}

function rulesOf(group: Group): readonly AnyRule[] {
  return rules.filter(({ name }) => name.startsWith(`${group}/`));
}

function page(rule: AnyRule, language: Language, depth: number): string {
  const { name, severity, summary, why, source, options, examples } = rule;
  const text = texts[language];
  const heading = '#'.repeat(depth);
  const thresholds = Object.entries(options).map(
    ([option, value]) => `- \`${option}\` (${value})${text.colon} ${optionMeaning(name, option)?.[language] ?? ''}`,
  );
  const sections = [
    `${heading} ${name}`,
    `*${text.severities[severity]}.* ${summary[language]}`,
    why[language],
    ...(source === undefined ? [] : [`${text.source}${text.colon} ${source}.`]),
    ...(thresholds.length > 0 ? [`${heading}# ${text.options}`, thresholds.join('\n')] : []),
    `${heading}# ${text.bad}`,
    fenced(examples.bad),
    ...spoken(rule, language),
    `${heading}# ${text.good}`,
    fenced(examples.good),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What the rule says of its own bad example, and what it offers there. */
function spoken(rule: AnyRule, language: Language): readonly string[] {
  const checked = exampleChecked(rule);
  const finding = checked.findings.find((each) => each.rule === rule);
  if (!finding) return [];
  const { says, offers, colon } = texts[language];
  const fixes = fixesOf(finding, checked.model, language).filter(({ disabled }) => !disabled);
  const said = `${says}${colon} ${quoted(language, nested(language, messageOf(finding, language)))}`;
  return fixes.length === 0 ? [said] : [said, `${offers}${colon}\n\n${fixes.map(({ title }) => `- ${title[language]}`).join('\n')}`];
}

/** A sentence as it stands within quotes of the same language. */
function nested(language: Language, sentence: string): string {
  return language === 'fr'
    ? sentence.replaceAll(/«\u00a0/g, '“').replaceAll(/\u00a0»/g, '”')
    : sentence.replaceAll('“', '‘').replaceAll('”', '’');
}

function exampleChecked({ examples }: AnyRule): CheckedProject {
  const today = dayOf(exampleDay) ?? 0;
  if (isConfig(examples.bad)) return checkProject(Snapshot.empty, parseConfig(examples.bad, rules), today);
  return checkProject(Snapshot.of([['example.collab', examples.bad]]), unconfigured, today);
}

function fenced(example: string): string {
  return `\`\`\`${isConfig(example) ? 'json' : 'collab'}\n${example.trimEnd()}\n\`\`\``;
}

/** Is the example a `collab.config.json` rather than a model? */
function isConfig(example: string): boolean {
  return example.trimStart().startsWith('{');
}

function dayIn(language: Language): string {
  return inWords(language, dayOf(exampleDay) ?? 0);
}

const groupTitles: Readonly<Record<Group, Localised>> = {
  model: { en: 'The model', fr: 'Le modèle' },
  assessment: { en: 'Step 1: the state of the collaboration', fr: 'Étape 1 : l’état de la collaboration' },
  network: { en: 'Step 2: the internal net of relations', fr: 'Étape 2 : le réseau interne de relations' },
  competency: { en: 'Step 3: bet on competencies', fr: 'Étape 3 : miser sur les compétences' },
  workload: { en: 'Step 3: workload', fr: 'Étape 3 : la charge de travail' },
  client: { en: 'The client', fr: 'Le client' },
  plan: { en: 'Step 4: a strategy of interventions', fr: 'Étape 4 : une stratégie d’interventions' },
};

interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly options: string;
  readonly bad: string;
  readonly good: string;
  readonly says: string;
  readonly offers: string;
  readonly source: string;
  readonly colon: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    title: 'The rules',
    intro: `What Collab finds in a model, why it matters, and what it offers. The examples are judged as of ${dayIn('en')}. A rule is turned off, given another severity or other thresholds in \`collab.config.json\`.`,
    severities: { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' },
    options: 'Options and their defaults',
    bad: 'Where it speaks',
    good: 'Where it is silent',
    says: 'It says',
    offers: 'It offers',
    source: 'Source',
    colon: ':',
  },
  fr: {
    title: 'Les règles',
    intro: `Ce que Collab constate dans un modèle, pourquoi cela compte et ce qu’il propose. Les exemples sont examinés à la date du ${dayIn('fr')}. Une règle se désactive, change de gravité ou de seuils dans \`collab.config.json\`.`,
    severities: { error: 'Erreur', warning: 'Avertissement', info: 'Information', hint: 'Piste' },
    options: 'Options et valeurs par défaut',
    bad: 'Quand elle parle',
    good: 'Quand elle se tait',
    says: 'Elle dit',
    offers: 'Elle propose',
    source: 'Source',
    colon: ' :',
  },
};
