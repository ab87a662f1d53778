import { grouped } from '../model/grouped';
import { evidenceInWords } from '../reports/evidence';
import { namesOf } from '../reports/names';
import { sayIn } from '../reports/say';
import { type Checked, countsOf, inOrder, messageOf, rangeOf } from '../rules/answer';
import { type Finding, type Severity, severities } from '../rules/rule';
import { plural } from '../rules/wording';
import type { Language } from '../text/localised';
import type { Location } from '../text/span';
import { type Excerpt, excerptOf } from './excerpt';
import { type Paint, type Style, visible } from './output';
import { type Loaded, shownPath } from './projects';
import { isRestated } from './restated';

/** A project and what was found in it. */
export interface Judged {
  readonly loaded: Loaded;
  readonly checked: Checked;
}

/**
 * The findings of a project for a terminal: where and what, the line with the place underlined, the evidence that the message does not
 * give, the rule. What one rule finds in one line stands together; of what is found at one place, the gravest comes first.
 */
export function findingsText({ loaded, checked }: Judged, paint: Paint): string {
  const { language } = loaded;
  const { model, linesOf } = checked;
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const place = ({ file, span }: Location): string => {
    const { line, column } = rangeOf(linesOf(file), span).start;
    return visible(`${shownPath(loaded, file)}:${line}:${column}`);
  };
  const placed = gravestFirst(inOrder(checked.findings)).map((finding): Placed => {
    const { at } = finding.found;
    return { finding, excerpt: excerptOf(linesOf(at.file), at.span), message: messageOf(finding, language) };
  });
  const together = grouped(placed, ({ finding: { rule, found }, excerpt }) => [
    [rule.name, found.at.file, excerpt.line, excerpt.text].join('\n'),
  ]);
  const blocks = [...together.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { excerpt } = first;
    const margin = ' '.repeat(String(excerpt.line).length + 1);
    const notes = same.flatMap(({ finding: { rule, found }, message }) => {
      const evidence = evidenceInWords(rule.name, found.evidence, say);
      return [
        ...(evidence === null || isRestated(rule.name, evidence, message) ? [] : [evidence]),
        ...(found.related ?? []).map(({ at, message: other }) => `${place(at)} ${other[language]}`),
      ];
    });
    return [
      ...same.map(
        ({ finding: { severity, found }, message }) =>
          `${paint('bold', place(found.at))} ${paint(styles[severity], words[language][severity])} ${visible(message)}`,
      ),
      `${paint('dim', `${excerpt.line} |`)} ${excerpt.text}`,
      `${paint('dim', `${margin}|`)} ${carets(same, paint)}`,
      ...[...new Set(notes)].map((note) => `${margin}${paint('dim', '=')} ${visible(note)}`),
      `${margin}${paint('dim', `= ${first.finding.rule.name}`)}`,
      '',
      '',
    ].join('\n');
  });
  return blocks.join('');
}

interface Placed {
  readonly finding: Finding;
  readonly excerpt: Excerpt;
  readonly message: string;
}

/** `findings` in their order, but for those at one place. */
function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = grouped(findings, ({ found: { at } }) => [[at.file, at.span.start, at.span.end].join('\n')]);
  return [...byPlace.values()].flatMap((same) => same.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)));
}

/** Carets under each of the places, which lie in one line. */
function carets(places: readonly Placed[], paint: Paint): string {
  let width = 0;
  let line = '';
  for (const { finding, excerpt } of places) {
    const from = Math.max(width, excerpt.before);
    const to = Math.max(from, excerpt.before + excerpt.width);
    line += ' '.repeat(from - width) + paint(styles[finding.severity], '^'.repeat(to - from));
    width = to;
  }
  return line;
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
