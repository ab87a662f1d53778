import type { Config } from '../../config/config';
import type { Model } from '../../model/model';
import { builtInTechniques } from '../../model/techniques';
import { inOrder, type Range, rangeOf } from '../../rules/answer';
import { fixesOf } from '../../rules/check';
import { type AnyRule, type Evidence, type Finding, type Group, groups, type Options, type Severity, severities } from '../../rules/rule';
import { evidenceInWords } from '../evidence';
import type { ReportInput } from '../report';
import type { Say } from '../say';
import { dateOrNull } from './texts';

/** A finding as `collab check` gives it, and what a client asks about it. */
export interface ReviewedFinding {
  /** Its place in the order in which one reads them, from 1: by step, gravest first, then by file and place. */
  readonly number: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Null in a file that is not part of the model, such as the configuration. */
  readonly range: Range | null;
  readonly message: string;
  readonly subjects: readonly string[];
  readonly evidence: Evidence;
  /** The evidence as a sentence; null where there is none. */
  readonly shownBy: string | null;
  /** Why it matters to the collaboration. */
  readonly why: string;
  /** The publication that the rule or its threshold comes from. */
  readonly source: string | null;
  readonly thresholds: Options;
  /** What the tools propose to write, best first. */
  readonly fixes: readonly string[];
  /** Why nothing can be proposed. */
  readonly noFix: string | null;
  /** Techniques known to answer it, the project’s own first. */
  readonly techniques: readonly string[];
  /** The intervention that answers it; where its time is up or it is done, the finding still holds. */
  readonly answeredBy: string | null;
  readonly answer: 'answered' | 'lapsed' | 'done' | null;
  readonly answerUntil: string | null;
}

/** The findings by file, then place, then rule. */
export function reviewedFindings({ findings, model, snapshot, config }: ReportInput, say: Say): readonly ReviewedFinding[] {
  const { language } = say;
  const inText = inOrder(findings);
  const numbers = new Map([...inText].sort(byStepThenSeverity).map((finding, at) => [finding, at + 1]));
  return inText.map((finding) => {
    const { rule, severity, found, answer } = finding;
    const lines = snapshot.files.get(found.at.file)?.lines;
    const fixes = fixesOf(finding, model, language);
    return {
      number: numbers.get(finding) ?? 0,
      rule: rule.name,
      severity,
      file: found.at.file,
      range: lines ? rangeOf(lines, found.at.span) : null,
      message: rule.message[language](found.values),
      subjects: found.subjects,
      evidence: found.evidence,
      shownBy: evidenceInWords(rule.name, found.evidence, say),
      why: rule.why[language],
      source: rule.source ?? null,
      thresholds: thresholdsOf(rule, config),
      fixes: fixes.filter(({ disabled }) => !disabled).map(({ title }) => title[language]),
      noFix: fixes.find(({ disabled }) => disabled)?.disabled?.[language] ?? null,
      techniques: techniquesFor(model, rule.name),
      answeredBy: answer?.intervention ?? null,
      answer: answer?.state ?? null,
      answerUntil: dateOrNull(answer?.until ?? null),
    };
  });
}

/** The thresholds of `rule` in force. */
export function thresholdsOf(rule: AnyRule, config: Config): Options {
  return { ...rule.options, ...config.rules.get(rule.name)?.options };
}

/** The group that a rule belongs to. */
export function groupOf(rule: string): Group {
  return groups.find((group) => rule.startsWith(`${group}/`)) ?? 'model';
}

/** The rule that speaks of pitfalls: what answers pitfalls answers what it finds. */
const pitfallRule = 'assessment/pitfall-unanswered';

function techniquesFor(model: Model, rule: string): readonly string[] {
  const own = model.techniques.filter(({ answers }) => answers.includes(rule));
  const replaced = new Set(model.techniques.map(({ name }) => name));
  const builtIn = builtInTechniques.filter(
    ({ name, answers, answersPitfalls }) => !replaced.has(name) && (answers.includes(rule) || (answersPitfalls && rule === pitfallRule)),
  );
  return [...own.map(({ id }) => id), ...builtIn.map(({ name }) => `technique:${name}`)];
}

function byStepThenSeverity(a: Finding, b: Finding): number {
  const step = groups.indexOf(groupOf(a.rule.name)) - groups.indexOf(groupOf(b.rule.name));
  return step || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
