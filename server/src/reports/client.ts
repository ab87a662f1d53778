import { clientGridOf } from './client/grid';
import { clientDocument } from './client/page';
import { clientSheets } from './client/sheets';
import type { Report } from './report';

/** What the client is in. */
export const client: Report = {
  name: 'client',
  data: ({ model }) => clientGridOf(model),
  document: clientDocument,
  sheets: clientSheets,
};
