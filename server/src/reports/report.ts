import type { Config, ReportFormat } from '../config/config';
import type { Model } from '../model/model';
import type { Snapshot } from '../model/snapshot';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Document } from './document';
import type { Proposal } from './plan/proposal';
import type { Sheet } from './sheet';

/** What every report is made from. `model` is that of `snapshot`; `findings` are those of `model` under `config`. */
export interface ReportInput {
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly findings: readonly Finding[];
  readonly config: Config;
  /** What the planner proposes; absent where it was not asked. */
  readonly proposal?: Proposal;
}

/** What a report says, for other tools. */
export interface ReportData {
  readonly version: 1;
}

/** One report: three pure functions of a project, of which a format needs one. */
export interface Report {
  readonly name: string;
  /** As the JSON format gives it, figures not yet rounded. */
  data(input: ReportInput, language: Language): ReportData;
  /** As people read it. */
  document(input: ReportInput, language: Language): Document;
  /** Its tables, the principal one first; absent where it is prose. */
  sheets?(input: ReportInput, language: Language): readonly Sheet[];
}

/** The formats that a report comes in. */
export function formatsOf({ sheets }: Report): readonly ReportFormat[] {
  return ['html', 'md', 'json', ...(sheets ? (['csv', 'xlsx'] as const) : [])];
}
