import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import Papa from 'papaparse';
import { reportOf, reports, workbookOf } from '../../server/src/reports/catalogue';
import { inputOf } from './project';

/** What somebody may write in a text to have it obeyed by what shows the report. */
const evils: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></title></svg><script>alert(1)</script>',
  ']]></text><script>alert(1)</script>',
  '=HYPERLINK("https://example.org?"&A1,"click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '| a | b |',
  '`code` | **bold** | [link](javascript:alert(1))',
  '_x0041_&amp;&#60;b>',
  'N'.repeat(200),
  'Wide '.repeat(40).trim(),
];

describe('a report on a text that wants to be obeyed', () => {
  for (const evil of evils) {
    describe(evil.length > 40 ? `${evil.slice(0, 40)}…` : evil.trim(), () => {
      const input = inputOf(modelOf(evil));
      for (const { name, sheets } of reports) {
        it(`is text in the page of ${name}`, () => {
          const html = reportOf(name, input, { format: 'html', language: 'en' });
          const tags = [...html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b((?:[^>"]|"[^"]*")*)>/g)];
          assert.deepEqual(
            tags.filter(([, , tag = '', rest = '']) => ['script', 'img', 'b', 'iframe'].includes(tag) || /\son\w+=/.test(rest)),
            [],
          );
          for (const once of ['style', 'h1', 'body']) assert.equal(tags.filter(([, slash, tag]) => slash === '' && tag === once).length, 1);
          assert.doesNotMatch(html, /href="(?!#)/);
        });

        it(`breaks no table of ${name} in Markdown`, () => {
          const html = reportOf(name, input, { format: 'html', language: 'en' });
          const rendered = new MarkdownIt({ html: true }).render(reportOf(name, input, { format: 'md', language: 'en' }));
          assert.doesNotMatch(rendered, /<(?:script|img|b|iframe)\b|javascript:[^<]*"/);
          for (const mark of [/<table\b/g, /<tr\b/g, /<t[hd]\b/g]) {
            assert.equal(rendered.match(mark)?.length, html.match(mark)?.length, String(mark));
          }
        });

        if (!sheets) continue;
        it(`is no formula in the tables of ${name}`, () => {
          const csv = reportOf(name, input, { format: 'csv', language: 'en' });
          const { data, errors } = Papa.parse<readonly string[]>(csv.slice(1).trimEnd());
          assert.deepEqual(errors, []);
          assert.equal(new Set(data.map((row) => row.length)).size, 1);
          assert.deepEqual(
            data.flat().filter((cell) => /^\s*[=+@\t\r]|^\s*-(?!\d+(?:\.\d+)?$)/.test(cell)),
            [],
          );
          for (const [path, bytes] of Object.entries(unzipSync(workbookOf(name, input, { language: 'en' })))) {
            const xml = strFromU8(bytes);
            assert.doesNotMatch(xml, /<f>|<script|[^\t\n\r\u0020-\uFFFF]/, path);
            assert.equal(xml.match(/<t [^>]*>/g)?.length ?? 0, xml.match(/<\/t>/g)?.length ?? 0);
          }
        });
      }
    });
  }

  it('stands in a workbook as it was written', () => {
    const evil = '=HYPERLINK("https://example.org?"&A1,"click")';
    const files = unzipSync(workbookOf('matrix', inputOf(modelOf(evil)), { language: 'en' }));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const shown = evil.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    assert.ok(sheet.includes(`<c s="0" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`));
  });
});

describe('a report on very little, or very much', () => {
  it('is made of nothing, of one person, and of a net in parts', () => {
    const models = ['', 'member anna', 'member a\nmember b\nmember c\nmember d\nmember e\nlink a -> b\nlink c <-> d strained'];
    for (const text of models) {
      for (const { name, sheets } of reports) {
        const input = inputOf(text);
        for (const format of ['html', 'md', 'json'])
          assert.doesNotMatch(reportOf(name, input, { format, language: 'fr' }), /NaN|Infinity|undefined/);
        if (sheets) assert.ok(workbookOf(name, input, { language: 'fr' }).length > 500);
      }
    }
  });

  it('of 5,000 members shows the first, says how many more there are, draws no map, and has them all as tables', () => {
    const people = Array.from({ length: 5000 }, (_, at) => `member m${at} "Member ${at}" { has c ${(at % 5) + 1} }`);
    const links = Array.from({ length: 5000 }, (_, at) => `link m${at} -> m${(at * 7 + 1) % 5000}`);
    const input = inputOf(['period p 2026-04-01 to 2026-06-30', 'competency c', ...people, ...links].join('\n'));
    const page = (name: string): string => reportOf(name, input, { format: 'html', language: 'en' });
    assert.match(page('matrix'), /4,800 more are left out here/);
    assert.match(page('workload'), /4,500 more are left out here/);
    assert.match(page('network'), /The map is left out: of 5,000 members/);
    assert.doesNotMatch(page('network'), /<svg class="map"/);
    const rows = reportOf('matrix', input, { format: 'csv', language: 'en' }).trimEnd().split('\r\n');
    assert.equal(rows.length, 5001);
    for (const { name } of reports.filter((report) => report.name !== 'review')) assert.ok(page(name).length < 4_000_000, name);
  });
});

/** A small model of everything, in which each title and text is `text`. */
function modelOf(text: string): string {
  const said = `"${text.replace(/["\\]/g, '\\$&').replaceAll('\t', '\\t')}"`;
  return `organization o ${said} { about ${said} history ${said} need n ${said} resource r ${said} }
period p ${said} 2026-04-01 to 2026-06-30
scale s ${said} { levels one ${said}, two ${said}, three ${said} }
competency c ${said} { about ${said} critical }
team t ${said} { about ${said} }
team u ${said}
member anna ${said} { role ${said} team t has c 2 }
member bob ${said} { role ${said} team u wants c }
link anna -> bob mentors in c strained
client acme ${said} {
  history ${said} need q ${said} { about ${said} } resource panel ${said}
  stakeholder zoe ${said} { role ${said} influence high interest low decides engagement neutral -> leading }
  participation collaborate
}
task a ${said} { for q requires c 3 effort 3d from 2026-04-13 due 2026-04-24 assigned bob with zoe consult }
task b ${said} { for acme requires c 2 effort 80d assigned anna }
assessment x ${said} on 2026-04-02 { about ${said} scope t, acme heard anna ${said} strength g ${said} of t pitfall f ${said} between t, u }
technique k ${said} { answers competency/single-holder }
intervention i ${said} { about ${said} technique k answers f involves anna owner bob from 2026-04-01 to 2026-05-01 measure ${said} }
`;
}
