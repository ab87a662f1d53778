import type { Config, ReportFormat } from '../config/config';
import type { Model } from '../model/model';
import type { Snapshot } from '../model/snapshot';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Document } from './document';

/** What every report is made from. `model` is that of `snapshot`; `findings` are those of `model` under `config`. */
export interface ReportInput {
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly findings: readonly Finding[];
  readonly config: Config;
}

/** One report, the data not yet drawn. */
export interface Report {
  readonly name: string;
  readonly formats: readonly ReportFormat[];
  made(input: ReportInput, language: Language): Made;
}

/** A report of one project in one language: the data as the JSON format gives it, and the document that people read, where there is one. */
export interface Made {
  readonly data: object;
  document(): Document | null;
}

/** How a report is written: data is a pure function of the input, the document is drawn from the data alone. */
export interface ReportForm<Data extends object> {
  readonly name: string;
  readonly formats: readonly ReportFormat[];
  data(input: ReportInput, language: Language): Data;
  /** Absent where the report comes as data alone. */
  document?(data: Data): Document;
}

export function defineReport<Data extends object>({ name, formats, data, document }: ReportForm<Data>): Report {
  return {
    name,
    formats,
    made(input, language) {
      const made = data(input, language);
      return { data: made, document: () => document?.(made) ?? null };
    },
  };
}
