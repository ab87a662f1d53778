import type { Configured } from '../config/parse';
import { type Severity, severities } from '../config/severity';
import type { IsStale } from '../model/betweenness';
import type { Entity, Model } from '../model/model';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Edit } from '../text/edit';
import type { Language, Localised, LocalisedWith } from '../text/localised';
import type { Location } from '../text/span';

export type { Severity };
export { severities };

/** The four steps and the client, in the order of reports; `model` comes first: nothing is judged on a file that does not say what it means. */
export const groups = ['model', 'assessment', 'network', 'competency', 'workload', 'client', 'plan'] as const;
export type Group = (typeof groups)[number];
export type RuleName = `${Group}/${string}`;

/** What a finding's numbers are, as the JSON answer gives them (rounded there, not here). */
export type Evidence = { readonly [key: string]: EvidenceValue };
export type EvidenceValue = string | number | boolean | null | readonly EvidenceValue[] | Evidence;

/** Thresholds of a rule, by name; the values in a rule's definition are the defaults. */
export type Options = Readonly<Record<string, number>>;

/** What a rule's check hands over. */
export interface Found<Values> {
  readonly at: Location;
  /** Ids as in cli.md; the first is what the finding stands at. */
  readonly subjects: readonly string[];
  readonly evidence: Evidence;
  /** What the message is made from: labels and figures, no sentences. */
  readonly values: Values;
  /** The other ends of the fault. */
  readonly related?: readonly Related[];
  /** Where this finding is graver or milder than the rule. */
  readonly severity?: Severity;
}

export interface Related {
  readonly at: Location;
  readonly message: Localised;
}

/**
 * What another rule found in this run, with the project's options, silenced by a comment or not: for rules that speak of the findings of
 * others. Nothing, where that rule is off.
 */
export type Spoken = (rule: RuleName) => readonly Found<unknown>[];

/** A change that removes a finding, or a reason why there is none. */
export interface Fix {
  readonly title: Localised;
  /** The first fix of a finding that is preferred is what a single keystroke applies. */
  readonly preferred: boolean;
  /** Why the fix cannot be applied; then there are no edits. */
  readonly disabled?: Localised;
  /** Minimal edits, in any order, not overlapping. */
  readonly edits: readonly Edit[];
}

/** One rule: one file in `rules/<group>/`, one line in `catalogue.ts`, one case file in `test/cases/rules/<group>/`. */
export interface Rule<Values = never, Defaults extends Options = Options> {
  readonly name: RuleName;
  readonly severity: Severity;
  readonly options: Defaults;
  /** What holds where the rule is silent, in one sentence. */
  readonly summary: Localised;
  /** Why a finding matters to the collaboration. */
  readonly why: Localised;
  /** The publication that the condition or its threshold comes from. */
  readonly source?: string;
  /** Whole small models: `bad` has exactly one finding of this rule, `good` none. */
  readonly examples: { readonly bad: string; readonly good: string };
  /** What is the case, in one clause, in the reader's words. */
  readonly message: LocalisedWith<Values>;
  /** Shown faded: the text can go without loss. */
  readonly unnecessary?: boolean;
  /** A rule that takes long asks `isStale` now and then, and may leave off where it says so. */
  check(model: Model, report: (found: Found<Values>) => void, options: Defaults, spoken: Spoken, isStale: IsStale): void;
  /** What it finds in the project's `collab.config.json`. */
  checkConfig?(configured: Configured, report: (found: Found<Values>) => void): void;
  /** Computed when asked for, best first; `language` is that of the texts which a fix writes into the model. */
  fixes?(found: Found<Values>, model: Model, language: Language): readonly Fix[];
}

/** A rule that judges each of many by itself: where little has changed, only those are judged again whom it concerns (reaches.ts). */
export type SubjectRule<Subject extends Entity, Values = never, Defaults extends Options = Options> = Omit<
  Rule<Values, Defaults>,
  'check'
> & {
  /** All whom it judges, in project order. */
  subjects(model: Model): readonly Subject[];
  /** Which of the subjects of a finding is the one that was judged; the first where not said. */
  readonly judged?: number;
  /** Answers what judges one of them. */
  judge(model: Model, report: (found: Found<Values>) => void, options: Defaults, spoken: Spoken): (subject: Subject) => void;
};

/** A rule that judges each file by itself and the names of the project: what it finds can be said before there is a model. */
export type FileRule<Values = never> = Omit<Rule<Values, Record<never, number>>, 'check'> & {
  checkFile(snapshot: Snapshot, file: SourceFile, report: (found: Found<Values>) => void): void;
};

/** A rule whose values are known only to itself. */
export type AnyRule = Omit<Rule, 'message' | 'check' | 'checkConfig' | 'fixes'> & {
  readonly message: LocalisedWith<unknown>;
  /** Of a rule that judges each file by itself. */
  checkFile?(snapshot: Snapshot, file: SourceFile, report: (found: Found<unknown>) => void): void;
  check(model: Model, report: (found: Found<unknown>) => void, options: Options, spoken: Spoken, isStale: IsStale): void;
  /** Of a rule that judges each of many by itself. */
  readonly bySubject?: Pick<SubjectRule<Entity, unknown>, 'subjects' | 'judged' | 'judge'>;
  checkConfig?(configured: Configured, report: (found: Found<unknown>) => void): void;
  fixes?(found: Found<unknown>, model: Model, language: Language): readonly Fix[];
};

/** A finding as it leaves the checker: data; its sentence is made where it leaves, in the reader's language. */
export interface Finding {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly found: Found<unknown>;
  /** The intervention that answers it (language.md §5); `lapsed` where its time is up or it is done and the finding still holds. */
  readonly answer: {
    readonly intervention: string;
    readonly label: string;
    readonly until: number | null;
    readonly state: 'answered' | 'lapsed' | 'done';
  } | null;
}

/** Checks a rule's types and gives it out for the catalogue. */
export function defineRule<Values, Defaults extends Options = Record<never, number>>(rule: Rule<Values, Defaults>): AnyRule {
  return rule as unknown as AnyRule;
}

/** Checks a rule's types and gives it out for the catalogue; it is checked for all whom it judges. */
export function defineSubjectRule<Subject extends Entity, Values, Defaults extends Options = Record<never, number>>({
  subjects,
  judged,
  judge,
  ...rule
}: SubjectRule<Subject, Values, Defaults>): AnyRule {
  const check: Rule<Values, Defaults>['check'] = (model, report, options, spoken) => {
    subjects(model).forEach(judge(model, report, options, spoken));
  };
  return { ...rule, check, bySubject: { subjects, judged, judge } } as unknown as AnyRule;
}

/** Checks a rule's types and gives it out for the catalogue; it is checked for every file of a model. */
export function defineFileRule<Values>(rule: FileRule<Values>): AnyRule {
  const check: Rule<Values>['check'] = ({ snapshot }, report) => {
    for (const file of snapshot.inOrder()) rule.checkFile(snapshot, file, report);
  };
  return { ...rule, check } as unknown as AnyRule;
}
