import { networkOf } from './network/figures';
import { networkDocument } from './network/page';
import { networkSheets } from './network/sheets';
import type { Report } from './report';

/** Who works with whom. */
export const network: Report = {
  name: 'network',
  data: ({ model }) => networkOf(model),
  document: networkDocument,
  sheets: networkSheets,
};
