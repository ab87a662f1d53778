import { strToU8, zipSync } from 'fflate';
import type { Sheet, SheetCell } from '../sheet';
import { rounded } from './json';
import { type Markup, markup } from './markup';

/**
 * `sheets` as an Office Open XML workbook (ECMA-376): a worksheet each, its header frozen and filtered, figures as numbers. A text is a text,
 * whatever it starts with. The same sheets give the same bytes.
 */
export function toXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = tabNames(sheets.map(({ name }) => name));
  const parts = new Map<string, Markup>([
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', rootRelations],
    ['xl/workbook.xml', workbook(sheets, names)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets)],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)] as const),
  ]);
  const files = [...parts].map(([path, part]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${part.text}`)]);
  return zipSync(Object.fromEntries(files), { mtime: firstZipDate });
}

/** What a ZIP archive says of when a file was changed starts here: the same bytes at any time, in any time zone. */
const firstZipDate = new Date(1980, 0, 1);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: readonly Sheet[]): Markup {
  return markup`<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${sheets.map(
    (_, at) => markup`<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  )}</Types>`;
}

const rootRelations = markup`<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbook(sheets: readonly Sheet[], names: readonly string[]): Markup {
  const listed = sheets.map((_, at) => markup`<sheet name="${names[at] ?? ''}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return markup`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed}</sheets></workbook>`;
}

function workbookRelations(sheets: readonly Sheet[]): Markup {
  const listed = sheets.map(
    (_, at) => markup`<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return markup`<Relationships xmlns="${packaged}/relationships">${listed}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

/** 0 is plain, 1 a header: bold, on grey. */
const styles = markup`<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EAEC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

function worksheet({ columns, rows }: Sheet): Markup {
  const widths = columns.map((title, at) => widthOf([title, ...rows.slice(0, mostMeasured).map((row) => row[at] ?? null)]));
  const header = columns.map((title) => cell(title, 1));
  const last = columnName(Math.max(0, columns.length - 1));
  return markup`<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths.map(
    (width, at) => markup`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )}</cols><sheetData><row>${header}</row>${rows.map((row) => markup`<row>${row.map((each) => cell(each, 0))}</row>`)}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/></worksheet>`;
}

function cell(value: SheetCell, style: number): Markup {
  if (value === null || value === '') return markup`<c s="${style}"/>`;
  if (typeof value === 'number') return markup`<c s="${style}"><v>${rounded(value)}</v></c>`;
  return markup`<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${fitting(value)}</t></is></c>`;
}

/** What a cell can hold: 32,767 units, none of `_x0041_`, which spreadsheets read as a character. */
function fitting(text: string): string {
  return text.slice(0, 32_767).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** How many rows it takes to know how wide a column is. */
const mostMeasured = 200;

function widthOf(cells: readonly SheetCell[]): number {
  return Math.min(60, Math.max(8, ...cells.map((each) => String(each ?? '').length + 2)));
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** At most 31 letters, none of `[]:*?/\`, no quote at the ends, no two alike. */
function tabNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const allowed = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .replace(/^'+|'+$/g, '');
    const unique = allowed.trim() === '' || taken.has(allowed.toLowerCase()) ? `${allowed.slice(0, 27)} ${at + 1}` : allowed;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
