import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unconfigured } from '../../server/src/config/parse';
import { dayOf } from '../../server/src/model/calendar';
import { Snapshot } from '../../server/src/model/snapshot';
import { rankedStaffing } from '../../server/src/planning/greedy';
import { editsOf, planOf } from '../../server/src/planning/plan';
import { programmeOf } from '../../server/src/planning/programme';
import { unsolved } from '../../server/src/planning/solve';
import type { ReportInput } from '../../server/src/reports/report';
import { checkProject } from '../../server/src/rules/check';
import { effectOf } from '../../server/src/rules/effect';

/** Where the models stand that the reports are tried on, with what is expected of them. */
export const caseFolder = join('test', 'cases', 'reports');

/** The report's input for the one file `name`, on 2026-04-10. */
export function caseInput(name: string): ReportInput {
  return inputOf(readFileSync(join(caseFolder, name), 'utf8'), name);
}

/** The report's input for a project of one file, on 2026-04-10, with what each task's quick fix would do for a plan. */
export function inputOf(text: string, file = 'model.collab', configured = unconfigured): ReportInput {
  return inputFrom([[file, text]], configured);
}

/** Likewise for a project of several files. */
export function inputFrom(files: Iterable<readonly [path: string, text: string]>, configured = unconfigured): ReportInput {
  const snapshot = Snapshot.of(files);
  const today = dayOf('2026-04-10') ?? Number.NaN;
  const onFault = (_: unknown, error: unknown): never => {
    throw error;
  };
  const { model, findings } = checkProject(snapshot, configured, today, { onFault });
  const programme = programmeOf(model);
  const plan = planOf(model, programme, unsolved(programme, rankedStaffing(model, programme)));
  const effect = effectOf({ model, findings }, editsOf(model, plan.tasks), configured);
  return { snapshot, model, findings, config: configured.config, proposal: { plan, effect } };
}
