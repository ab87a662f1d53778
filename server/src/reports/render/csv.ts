import Papa from 'papaparse';
import type { Sheet, SheetCell } from '../sheet';
import { rounded } from './json';
import { showable } from './markup';

/**
 * `sheet` as CSV (RFC 4180): comma, decimal point, `\r\n`; a byte-order mark tells spreadsheets that it is UTF-8. A text that they would take
 * for a formula stands behind an apostrophe.
 */
export function toCsv({ columns, rows }: Sheet): string {
  const data = rows.map((row) => row.map(plain));
  return `\uFEFF${Papa.unparse({ fields: columns.map(showable), data }, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}

const formula = /^\s*[=+\-@\t\r＝＋－＠]/;

function plain(cell: SheetCell): string | number {
  if (typeof cell === 'number') return rounded(cell);
  return cell === null ? '' : showable(cell);
}
