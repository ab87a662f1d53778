import type { Report } from './report';
import { workloadOf } from './workload/days';
import { workloadDocument } from './workload/page';
import { workloadSheets } from './workload/sheets';

/** Who has how much. */
export const workload: Report = {
  name: 'workload',
  data: ({ model }) => workloadOf(model),
  document: workloadDocument,
  sheets: workloadSheets,
};
