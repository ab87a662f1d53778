import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unconfigured } from '../../server/src/config/parse';
import { dayOf } from '../../server/src/model/calendar';
import { Snapshot } from '../../server/src/model/snapshot';
import type { ReportInput } from '../../server/src/reports/report';
import { checkProject } from '../../server/src/rules/check';

/** Where the models stand that the reports are tried on, with what is expected of them. */
export const caseFolder = join('test', 'cases', 'reports');

/** The report's input for the one file `name`, on 2026-04-10. */
export function caseInput(name: string): ReportInput {
  return inputOf(readFileSync(join(caseFolder, name), 'utf8'), name);
}

/** The report's input for a project of one file, on 2026-04-10. */
export function inputOf(text: string, file = 'model.collab', configured = unconfigured): ReportInput {
  const snapshot = Snapshot.of([[file, text]]);
  const today = dayOf('2026-04-10') ?? Number.NaN;
  const onFault = (_: unknown, error: unknown): never => {
    throw error;
  };
  const { model, findings } = checkProject(snapshot, configured, today, { onFault });
  return { snapshot, model, findings, config: configured.config };
}
