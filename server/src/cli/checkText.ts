import { evidenceInWords } from '../reports/evidence';
import { namesOf } from '../reports/names';
import { sayIn } from '../reports/say';
import { type Checked, countsOf, inOrder, messageOf, rangeOf } from '../rules/answer';
import { type Severity, severities } from '../rules/rule';
import { plural } from '../rules/wording';
import type { Language } from '../text/localised';
import type { Location } from '../text/span';
import { excerptOf } from './excerpt';
import { type Paint, type Style, visible } from './output';
import { type Loaded, shownPath } from './projects';

/** A project and what was found in it. */
export interface Judged {
  readonly loaded: Loaded;
  readonly checked: Checked;
}

/** The findings of a project for a terminal: where and what, the line with the place underlined, the evidence, the rule. */
export function findingsText({ loaded, checked }: Judged, paint: Paint): string {
  const { language } = loaded;
  const { model, linesOf } = checked;
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const place = ({ file, span }: Location): string => {
    const { line, column } = rangeOf(linesOf(file), span).start;
    return visible(`${shownPath(loaded, file)}:${line}:${column}`);
  };
  const blocks = inOrder(checked.findings).map((finding) => {
    const { rule, severity, found } = finding;
    const excerpt = excerptOf(linesOf(found.at.file), found.at.span);
    const margin = ' '.repeat(String(excerpt.line).length + 1);
    const notes = [
      evidenceInWords(rule.name, found.evidence, say),
      ...(found.related ?? []).map(({ at, message }) => `${place(at)} ${message[language]}`),
    ].filter((note) => note !== null);
    return [
      `${paint('bold', place(found.at))} ${paint(styles[severity], words[language][severity])} ${visible(messageOf(finding, language))}`,
      `${paint('dim', `${excerpt.line} |`)} ${excerpt.text}`,
      `${paint('dim', `${margin}|`)} ${' '.repeat(excerpt.before)}${paint(styles[severity], '^'.repeat(excerpt.width))}`,
      ...notes.map((note) => `${margin}${paint('dim', '=')} ${visible(note)}`),
      `${margin}${paint('dim', `= ${rule.name}`)}`,
      '',
      '',
    ].join('\n');
  });
  return blocks.join('');
}

/** How many files were read, and how many findings there are of each severity. */
export function summaryText(judged: readonly Judged[], language: Language, paint: Paint): string {
  const files = judged.reduce((sum, { checked }) => sum + checked.model.snapshot.files.size, 0);
  const counts = countsOf(judged.flatMap(({ checked }) => checked.findings));
  const { file, colon, nothing, ...names } = words[language];
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(styles[severity], plural(language, counts[severity], names[severity], `${names[severity]}s`)));
  return `${plural(language, files, file, `${file}s`)}${colon} ${found.join(', ') || paint('green', nothing)}\n`;
}

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };

type Words = Readonly<Record<Severity | 'file' | 'colon' | 'nothing', string>>;

/** All nouns take an s in the plural. */
const words: Readonly<Record<Language, Words>> = {
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', file: 'file', colon: ':', nothing: 'no findings' },
  fr: {
    error: 'erreur',
    warning: 'avertissement',
    info: 'information',
    hint: 'piste',
    file: 'fichier',
    colon: '\u00a0:',
    nothing: 'aucun constat',
  },
};
