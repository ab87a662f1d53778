import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { reportOf, reports, workbookOf } from '../../server/src/reports/catalogue';
import type { SheetCell } from '../../server/src/reports/sheet';
import { installed } from '../harness/apt';
import { caseInput } from '../reports/project';
import { type Scratch, scratchFolder } from './launcher/scratch';

/** What other programs make of the reports: Pandoc of their Markdown, LibreOffice of their workbooks. */
describe('a report in another program', function () {
  this.timeout(240_000);
  const models = ['studio.collab', 'hostile.collab', 'empty.collab'];
  let scratch: Scratch;
  before(() => {
    scratch = scratchFolder();
  });
  after(() => scratch.remove());

  it('keeps every table, row and cell where Pandoc makes a document or a page of its Markdown', () => {
    const pandoc = there(['/usr/bin/pandoc'], ['pandoc']);
    const convert = (markdown: string, to: string, file: string): void => {
      const { status, stderr } = spawnSync(pandoc, ['--from', 'markdown', '--to', to, '--standalone', '--output', at(file)], {
        input: markdown,
      });
      assert.deepEqual([status, String(stderr).replace(/^.*title.*\n.*\n.*\n?/gm, '')], [0, '']);
    };
    for (const model of models) {
      for (const { name } of reports) {
        const options = { language: 'fr' } as const;
        const page = counted(reportOf(name, caseInput(model), { format: 'html', ...options }), /<table\b/g, /<tr\b/g, /<t[hd]\b/g);
        const markdown = reportOf(name, caseInput(model), { format: 'md', ...options });
        convert(markdown, 'html', 'report.html');
        convert(markdown, 'docx', 'report.docx');
        const html = readFileSync(at('report.html'), 'utf8');
        const word = strFromU8(unzipSync(readFileSync(at('report.docx')))['word/document.xml'] ?? new Uint8Array());
        assert.deepEqual(counted(html, /<table\b/g, /<tr\b/g, /<t[hd]\b/g), page, `${name} of ${model} as a page`);
        assert.deepEqual(counted(word, /<w:tbl>/g, /<w:tr>/g, /<w:tc>/g), page, `${name} of ${model} as a document`);
        assert.ok(!/<(?:script|img|iframe)\b|<[^>]* on\w+=/.test(html), `markup of a text in ${name} of ${model}`);
      }
    }
  });

  it('holds the same cells where LibreOffice opens its workbook', () => {
    // The office may be there without its spreadsheets.
    there(['/usr/lib/libreoffice/program/libsclo.so', '/usr/lib64/libreoffice/program/libsclo.so'], ['libreoffice-calc-nogui']);
    const office = there(['/usr/bin/soffice', '/usr/bin/libreoffice'], ['libreoffice-calc-nogui']);
    const tables = reports.flatMap(({ name, sheets }) =>
      sheets ? models.map((model) => ({ file: `${name}-${model.replace('.collab', '')}`, name, model, sheets })) : [],
    );
    for (const { file, name, model } of tables) writeFileSync(at(`${file}.xlsx`), workbookOf(name, caseInput(model), { language: 'fr' }));
    // A sheet per file: comma, double quote, UTF-8, cells as they are stored.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    const profile = `-env:UserInstallation=file://${scratch.folder('office')}`;
    const { status, stderr } = spawnSync(
      office,
      [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        scratch.folder('sheets'),
        ...tables.map(({ file }) => at(`${file}.xlsx`)),
      ],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    );
    assert.equal(status, 0, stderr);
    const written = readdirSync(scratch.folder('sheets'));
    for (const { file, model, sheets } of tables) {
      for (const { name: tab, columns, rows } of sheets(caseInput(model), 'fr')) {
        const csv = written.find((each) => each === `${file}-${tab}.csv`);
        assert.ok(csv, `${file} has no sheet ${tab}: ${written.join(', ')}`);
        const { data } = Papa.parse<readonly string[]>(readFileSync(join(scratch.folder('sheets'), csv), 'utf8').trimEnd());
        assert.deepEqual(
          data.map((row) => row.map(plain)),
          [columns, ...rows].map((row) => row.map(shown)),
          `${file}, ${tab}`,
        );
      }
    }
  });

  function at(file: string): string {
    return join(scratch.path, file);
  }
});

/** The program of one of `places`, from the packages of Debian where it is missing. */
function there(places: readonly string[], packages: readonly string[]): string {
  const program = installed(() => places.find((place) => existsSync(place)), packages);
  assert.ok(program, `${packages.join(' and ')} is missing`);
  return program;
}

function counted(text: string, ...marks: readonly RegExp[]): readonly number[] {
  return marks.map((mark) => (text.match(mark) ?? []).length);
}

function shown(cell: SheetCell): string {
  return plain(typeof cell === 'number' ? String(Math.round(cell * 1000) / 1000) : (cell ?? ''));
}

/** Line ends aside, of which a CSV has more than one kind. */
function plain(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}
