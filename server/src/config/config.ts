import { z } from 'zod';
import { type Language, languages } from '../text/localised';
import { type Severity, severities } from './severity';

/** The file, at the root of a project. */
export const configFile = 'collab.config.json';

/** What a project asks of the tools (docs/rules.en.md, *Configuration*). */
export interface Config {
  /** `YYYY-MM-DD`; null: the system's date. */
  readonly today: string | null;
  /** Null: as the reader's system or editor has it. */
  readonly language: Language | null;
  /** Globs below the project's folder, of files that are no part of it. */
  readonly exclude: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly report: { readonly audience: Audience | null; readonly format: ReportFormat | null };
}

export interface RuleSetting {
  /** Null: the rule's own. */
  readonly severity: Severity | 'off' | null;
  /** Those that are set. */
  readonly options: Readonly<Record<string, number>>;
}

/** What of a rule can be configured. */
export interface Configurable {
  readonly name: string;
  /** Its thresholds with their defaults. */
  readonly options: Readonly<Record<string, number>>;
}

export const audiences = ['author', 'client'] as const;
export const reportFormats = ['html', 'md', 'json', 'csv', 'xlsx'] as const;
export type Audience = (typeof audiences)[number];
export type ReportFormat = (typeof reportFormats)[number];

export const defaultConfig: Config = {
  today: null,
  language: null,
  exclude: [],
  rules: new Map(),
  report: { audience: null, format: null },
};

/** What `collab.config.json` may hold; what it says of each rule is read by `ruleSchema`. What is said of a key is for who edits the file. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema of this file.' }),
  today: z.iso.date().optional().meta({
    description: 'The day that everything is judged on, so that a result can be reproduced. Not given: the system’s date.',
    patternErrorMessage: 'A date of the calendar such as 2026-04-10',
  }),
  language: z
    .enum(languages)
    .optional()
    .meta({
      description: 'The language of findings and reports. Not given: that of the reader.',
      enumDescriptions: ['English', 'Français'],
    }),
  exclude: z
    .array(z.string())
    .optional()
    .meta({ description: 'Files that are no part of the project, as globs below this folder: archive/**' }),
  rules: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'What each rule does: "off", a severity, or an object with a severity and the options of the rule.' }),
  report: z
    .strictObject({
      audience: z
        .enum(audiences)
        .optional()
        .meta({
          description: 'Whom the report is for.',
          enumDescriptions: [
            'Who writes the model: places are links to the line.',
            'Who reads the report: places are named, without links.',
          ],
        }),
      format: z.enum(reportFormats).optional().meta({ description: 'The format of the report.' }),
    })
    .optional()
    .meta({ description: 'What reports are like where nothing else is asked for.' }),
});

const severitySchema = z.enum(['off', ...severities]).meta({
  id: 'severity',
  enumDescriptions: [
    'The rule is silent.',
    'The model contradicts itself, or work cannot be done.',
    'Something that wants an answer.',
    'Something to know.',
    'Something that could be used, or go.',
  ],
});

/** What a project may say of one rule: `"off"`, a severity, or an object with a severity and options. */
export function ruleSchema({ options }: Configurable) {
  const thresholds = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, thresholdSchema(value).optional()]));
  return z.union([
    severitySchema.transform((severity): RuleSetting => ({ severity, options: {} })),
    z.strictObject({ severity: severitySchema.optional(), ...thresholds }).transform(
      ({ severity, ...rest }): RuleSetting => ({
        severity: severity ?? null,
        options: Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, number] => entry[1] !== undefined)),
      }),
    ),
  ]);
}

/** Counts and days are not negative; a share lies between 0 and 1, an index that is negative by default between −1 and 1. */
function thresholdSchema(value: number) {
  if (value < 0) return z.number().min(-1).max(1);
  return value > 0 && value < 1 ? z.number().min(0).max(1) : z.number().min(0);
}
