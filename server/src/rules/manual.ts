import type { Language } from '../text/localised';
import { rules } from './catalogue';
import type { AnyRule, Severity } from './rule';

/** What the manual says of all rules, in Markdown, in the order of the catalogue. */
export function manual(language: Language): string {
  return rules.map((rule) => manualPage(rule, language)).join('\n');
}

/** What the manual says of one rule, in Markdown. */
export function manualPage(rule: AnyRule, language: Language): string {
  const { name, severity, summary, why, source, options, examples } = rule;
  const { severities, offersFixes, optionsTitle, bad, good, sourceTitle } = texts[language];
  const thresholds = Object.entries(options).map(([option, value]) => `- \`${option}\`: ${value}`);
  const sections = [
    `# ${name}`,
    `*${severities[severity]}*${rule.fixes ? ` · ${offersFixes}` : ''}`,
    summary[language],
    why[language],
    ...(thresholds.length > 0 ? [`## ${optionsTitle}`, thresholds.join('\n')] : []),
    `## ${bad}`,
    fenced(examples.bad),
    `## ${good}`,
    fenced(examples.good),
    ...(source === undefined ? [] : [`## ${sourceTitle}`, source]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function fenced(model: string): string {
  return `\`\`\`collab\n${model.trimEnd()}\n\`\`\``;
}

interface Texts {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly offersFixes: string;
  readonly optionsTitle: string;
  readonly bad: string;
  readonly good: string;
  readonly sourceTitle: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    severities: { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' },
    offersFixes: 'offers fixes',
    optionsTitle: 'Options and their defaults',
    bad: 'Where it speaks',
    good: 'Where it is silent',
    sourceTitle: 'Source',
  },
  fr: {
    severities: { error: 'Erreur', warning: 'Avertissement', info: 'Information', hint: 'Piste' },
    offersFixes: 'propose des corrections',
    optionsTitle: 'Options et valeurs par défaut',
    bad: 'Là où elle parle',
    good: 'Là où elle se tait',
    sourceTitle: 'Source',
  },
};
