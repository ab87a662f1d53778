import { matrixOf } from './matrix/levels';
import { matrixDocument } from './matrix/page';
import { matrixSheets } from './matrix/sheets';
import type { Report } from './report';

/** Who can do what. */
export const matrix: Report = {
  name: 'matrix',
  data: ({ model }) => matrixOf(model),
  document: matrixDocument,
  sheets: matrixSheets,
};
