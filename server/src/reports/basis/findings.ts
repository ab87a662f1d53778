import type { Config } from '../../config/config';
import { inOrder, type Range, rangeOf } from '../../rules/answer';
import { type AnyRule, type Evidence, type Finding, type Group, groups, type Options, type Severity, severities } from '../../rules/rule';
import { evidenceInWords } from '../evidence';
import type { ReportInput } from '../report';
import type { Say } from '../say';
import { dateOrNull } from '../texts';

/** A finding as `collab check` gives it, traced to its line, its numbers and its thresholds. */
export interface TracedFinding {
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
  /** The intervention that answers it; where its time is up or it is done, the finding still holds. */
  readonly answeredBy: string | null;
  readonly answer: 'answered' | 'lapsed' | 'done' | null;
  readonly answerUntil: string | null;
}

/** The findings by file, then place, then rule, each with what was found. */
export function tracedFindings(
  { findings, snapshot, config }: ReportInput,
  say: Say,
): readonly { readonly finding: Finding; readonly traced: TracedFinding }[] {
  const { language } = say;
  const inText = inOrder(findings);
  const numbers = new Map([...inText].sort(byStepThenSeverity).map((finding, at) => [finding, at + 1]));
  return inText.map((finding) => {
    const { rule, severity, found, answer } = finding;
    const lines = snapshot.files.get(found.at.file)?.lines;
    const traced: TracedFinding = {
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
      answeredBy: answer?.intervention ?? null,
      answer: answer?.state ?? null,
      answerUntil: dateOrNull(answer?.until ?? null),
    };
    return { finding, traced };
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

function byStepThenSeverity(a: Finding, b: Finding): number {
  const step = groups.indexOf(groupOf(a.rule.name)) - groups.indexOf(groupOf(b.rule.name));
  return step || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
