import { grouped } from '../model/grouped';
import type { Model } from '../model/model';
import type { Edit } from '../text/edit';
import type { LineIndex } from '../text/lineIndex';
import type { Language } from '../text/localised';
import type { Location, Span } from '../text/span';
import type { Effect } from './effect';
import { type Evidence, type Finding, type Fix, type Severity, severities } from './rule';
import { compareText } from './subjects';
import { inWords, quoted } from './wording';

/** What `collab check --format json` says of one project. Keys stand in the order in which they are given out; figures are not rounded yet. */
export interface CheckAnswer<FixSaid = string> {
  readonly version: 1;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** How many `.collab` files were read. */
  readonly files: number;
  /** By file, then place, then rule. */
  readonly findings: readonly FindingAnswer<FixSaid>[];
  readonly summary: Readonly<Record<Severity, number>>;
}

export interface FindingAnswer<FixSaid = string> {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  readonly subjects: readonly string[];
  readonly evidence: Evidence;
  readonly related: readonly RelatedAnswer[];
  /** The intervention that is planned or under way, and in time; null where none is. */
  readonly answeredBy: string | null;
  /** The fixes that can be applied, best first: their titles, or with what each does. */
  readonly fixes: readonly FixSaid[];
}

/** A fix and what it does to all findings. */
export interface FixAnswer {
  readonly title: string;
  readonly resolves: readonly FindingName[];
  readonly adds: readonly FindingName[];
}

/** A finding as other answers speak of it. */
export interface FindingName {
  readonly rule: string;
  readonly subjects: readonly string[];
}

export interface RelatedAnswer {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** Lines and columns from 1, columns in UTF-16 units; `end` is exclusive. */
export interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** The lines of a file that a finding stands in, by path. */
export type LinesOf = (file: string) => LineIndex;

/** What a project's check is answered from: `findings` are those of `model` that are asked for. */
export interface Checked {
  readonly model: Model;
  readonly today: string;
  readonly findings: readonly Finding[];
  readonly linesOf: LinesOf;
  readonly fixesOf: (finding: Finding, language: Language) => readonly Fix[];
  /** What edits do to all findings of the project. */
  readonly effectOf: (edits: readonly Edit[]) => Effect;
}

export function checkAnswer(checked: Checked, language: Language): CheckAnswer {
  return answerWith(checked, language, ({ title }) => title[language]);
}

/** The same, with what each fix does to all findings: the project is checked once for each. */
export function detailedAnswer(checked: Checked, language: Language): CheckAnswer<FixAnswer> {
  return answerWith(checked, language, ({ title, edits }) => {
    const { resolved, added } = effectNames(checked.effectOf(edits));
    return { title: title[language], resolves: resolved, adds: added };
  });
}

/** The findings that a change removes and brings, by rule and subjects. */
export interface EffectNames {
  readonly resolved: readonly FindingName[];
  readonly added: readonly FindingName[];
}

export function effectNames({ resolved, added }: Effect): EffectNames {
  const named = ({ rule, found }: Finding): FindingName => ({ rule: rule.name, subjects: found.subjects });
  return { resolved: resolved.map(named), added: added.map(named) };
}

/** By file, then place, then rule; equals as they were found. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  // File by file, so that paths are compared once for each file rather than at every step.
  const byFile = grouped(findings, ({ found: { at } }) => [at.file]);
  return [...byFile.keys()].sort(compareText).flatMap((file) => (byFile.get(file) ?? []).toSorted(comparePlaces));
}

/** How many findings there are of each severity, gravest first. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Is `severity` as grave as `limit`, or graver? */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}

/** The sentence of a finding, and what becomes of it where an intervention answers it. */
export function messageOf({ rule, found, answer }: Finding, language: Language): string {
  const message = rule.message[language](found.values);
  if (!answer) return message;
  const until = answer.until === null ? null : inWords(language, answer.until);
  return message + endings[language][answer.state](quoted(language, answer.label), until);
}

/** Where `span` lies, as people count. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  const [from, to] = [lines.position(start), lines.position(end)];
  return { start: { line: from.line + 1, column: from.column + 1 }, end: { line: to.line + 1, column: to.column + 1 } };
}

function answerWith<FixSaid>(checked: Checked, language: Language, say: (fix: Fix) => FixSaid): CheckAnswer<FixSaid> {
  const { model, today, findings } = checked;
  return {
    version: 1,
    today,
    files: model.snapshot.files.size,
    findings: inOrder(findings).map((finding) => findingAnswer(finding, checked, language, say)),
    summary: countsOf(findings),
  };
}

function findingAnswer<FixSaid>(
  finding: Finding,
  { linesOf, fixesOf }: Checked,
  language: Language,
  say: (fix: Fix) => FixSaid,
): FindingAnswer<FixSaid> {
  const { rule, severity, found, answer } = finding;
  const related = [...(found.related ?? [])].sort((a, b) => compareLocations(a.at, b.at));
  return {
    rule: rule.name,
    severity,
    file: found.at.file,
    range: rangeOf(linesOf(found.at.file), found.at.span),
    message: messageOf(finding, language),
    subjects: found.subjects,
    evidence: found.evidence,
    related: related.map(({ at, message }) => ({ file: at.file, range: rangeOf(linesOf(at.file), at.span), message: message[language] })),
    answeredBy: answer?.state === 'answered' ? answer.intervention : null,
    fixes: fixesOf(finding, language)
      .filter(({ disabled }) => disabled === undefined)
      .map(say),
  };
}

function comparePlaces({ rule: a, found: { at: from } }: Finding, { rule: b, found: { at: to } }: Finding): number {
  return from.span.start - to.span.start || from.span.end - to.span.end || compareText(a.name, b.name);
}

function compareLocations(a: Location, b: Location): number {
  return compareText(a.file, b.file) || a.span.start - b.span.start || a.span.end - b.span.end;
}

type Ending = (intervention: string, until: string | null) => string;

const endings: Readonly<Record<Language, Readonly<Record<'answered' | 'lapsed' | 'done', Ending>>>> = {
  en: {
    answered: (intervention, until) => `; ${intervention} answers it${until === null ? '' : ` until ${until}`}`,
    lapsed: (intervention, until) => `; ${intervention} was to answer it${until === null ? '' : ` by ${until}`}`,
    done: (intervention) => `; it still holds although ${intervention} is done`,
  },
  fr: {
    answered: (intervention, until) => ` ; ${intervention} y répond${until === null ? '' : ` jusqu’au ${until}`}`,
    lapsed: (intervention, until) => ` ; ${intervention} devait y répondre${until === null ? '' : ` au plus tard le ${until}`}`,
    done: (intervention) => ` ; l’intervention ${intervention} est terminée et le constat demeure`,
  },
};
