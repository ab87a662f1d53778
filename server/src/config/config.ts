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

/** What `collab.config.json` may hold; what it says of each rule is read by `ruleSchema`. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  today: z.iso.date().optional(),
  language: z.enum(languages).optional(),
  exclude: z.array(z.string()).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  report: z.strictObject({ audience: z.enum(audiences).optional(), format: z.enum(reportFormats).optional() }).optional(),
});

const severitySchema = z.enum(['off', ...severities]);

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

/** Counts, days and shares are not negative; an index that is negative by default lies between −1 and 1. */
function thresholdSchema(value: number) {
  return value < 0 ? z.number().min(-1).max(1) : z.number().min(0);
}
