import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { pseudonymised } from '../../server/src/model/pseudonyms';
import { reportOf, reports, workbookOf } from '../../server/src/reports/catalogue';
import { formatsOf } from '../../server/src/reports/report';
import { rules } from '../../server/src/rules/catalogue';
import { parse } from '../../server/src/syntax/parse';
import { type Declaration, nestedIn, type Property } from '../../server/src/syntax/tree';
import { languages } from '../../server/src/text/localised';
import { caseFolder, inputFrom } from './project';

type Files = readonly (readonly [path: string, text: string])[];

const telling = `organization o "Cabinet Martin" { about "Zoé founded it." need calm "Calm for Zoé" }
competency onboarding-zoé "Onboarding of Zoé"
competency design "Design"
team martin-team "The team of Martin" { lead zoé about "Led by Zoé." }
team web "Web"
member zoé "Zoé Martin" { role "Chief of Design" team martin-team has design 4, onboarding-zoé 2 about "Likes to lead." }
member p01 { team web wants design }
member otto "Otto" { role "Otto’s role" team web }
link zoé -> p01 mentors in design
client acme "Acme" { stakeholder inge "Inge Holm" { role "Buyer" engagement unaware -> leading } history "Inge came in 2019." }
task t "Interview Inge Holm about the Chief of Design" { for acme requires design 3 assigned otto, zoe with inge }
task u "Plain" { assigned ottto }
assessment a "With Martin" on 2026-04-02 { heard zoé "I, Zoé, say so." strength s "Martin listens" pitfall f "Otto is late" of otto }
intervention i "Coach Otto" { technique pairing answers f involves otto owner zoé measure "Otto is on time." }
memmber bertha "Bertha Braun" { role "Accountant" }
`;

describe('a pseudonymised report', () => {
  const projects: readonly (readonly [name: string, files: Files])[] = [
    ...['studio.collab', 'alone.collab', 'empty.collab', 'hostile.collab'].map(
      (name) => [name, [[name, readFileSync(join(caseFolder, name), 'utf8')]]] as const,
    ),
    ...['samples/lumiere', 'samples/northwind-ops'].map((folder) => [folder, filesIn(folder)] as const),
    ['a model that tells of people everywhere', [['teams/zoé-martin.collab', telling]]],
  ];

  for (const [name, files] of projects) {
    it(`holds no name, role or free text of ${name}, in any report and format, and says what it is`, () => {
      const needles = needlesOf(files);
      const [[, named = ''] = []] = madeOf(files, 'review', ['json'], 'en');
      assert.equal(found(needles, named).length > 0, needles.length > 0, 'with names it holds some');
      for (const [report, format, text] of everyReport(pseudonymised(files).files)) {
        assert.deepEqual(found(needles, text), [], `${report} as ${format}`);
        assert.match(text, /pseudonymis(?:ed|é)/, `${report} as ${format}`);
      }
    });
  }

  it('holds none where the text is broken, or names somebody who is not there', () => {
    for (const { name, examples } of rules) {
      const files: Files = [['model.collab', examples.bad]];
      if (examples.bad.trimStart().startsWith('{')) continue;
      const needles = needlesOf(files);
      const texts = madeOf(pseudonymised(files).files, 'review', ['md', 'json'], 'en');
      for (const [, text] of texts) assert.deepEqual(found(needles, text), [], name);
    }
    for (const folder of readdirSync('samples/gallery', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const files = filesIn(join('samples/gallery', folder.name));
      const needles = needlesOf(files);
      for (const [, text] of madeOf(pseudonymised(files).files, 'review', ['md', 'json'], 'fr')) {
        assert.deepEqual(found(needles, text), [], folder.name);
      }
    }
  });

  it('says of the collaboration what the report with names says', () => {
    for (const folder of ['samples/lumiere', 'samples/northwind-ops']) {
      const files = filesIn(folder);
      const counts = [files, pseudonymised(files).files].map((each) => {
        const { opening, summary, net, findings } = JSON.parse(madeOf(each, 'review', ['json'], 'en')[0]?.[1] ?? '');
        const lines = findings.map(
          ({ rule, range }: { rule: string; range: { start: { line: number } } }) => `${rule} ${range.start.line}`,
        );
        return { people: opening.people, counts: summary.counts, edges: net.edges, density: net.density, lines: lines.sort() };
      });
      assert.deepEqual(counts[0], counts[1]);
    }
  });

  it('has a key that leads back to every person, role and text, and codes that are the same each time', () => {
    const files = filesIn('samples/lumiere');
    const { key } = pseudonymised(files);
    assert.deepEqual(pseudonymised(files).key, key);
    const codes = key.people.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    assert.deepEqual(
      key.people.filter(({ name }) => name === 'élodie').map(({ title }) => title),
      ['Élodie Marchand'],
    );
    const known = new Set([...Object.values(key.roles), ...Object.values(key.texts)]);
    const { roles, texts } = saidIn(files);
    assert.ok(roles.length > 5 && texts.length > 5);
    assert.deepEqual(
      [...roles, ...texts].filter((text) => !known.has(text)),
      [],
    );
  });
});

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.collab'));
  return names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

function* everyReport(files: Files): Generator<readonly [report: string, format: string, text: string]> {
  for (const report of reports) {
    for (const language of languages) {
      for (const [format, text] of madeOf(files, report.name, formatsOf(report), language)) yield [report.name, format, text];
    }
  }
}

function madeOf(files: Files, name: string, formats: readonly string[], language: 'en' | 'fr'): readonly (readonly [string, string])[] {
  const input = inputFrom(files);
  return formats.map((format) => {
    const options = { format, language, pseudonymised: true };
    if (format !== 'xlsx') return [format, withoutStyle(reportOf(name, input, options))];
    const parts = Object.entries(unzipSync(workbookOf(name, input, options)));
    return [format, parts.map(([path, bytes]) => `${path}\n${strFromU8(bytes)}`).join('\n')];
  });
}

function withoutStyle(text: string): string {
  return text.replace(/<style>[\s\S]*?<\/style>/, '');
}

/** What stands in every report tells nobody: the words of the reports themselves. */
const own = [...everyReport([['model.collab', '']])].map(([, , text]) => text).join('\n');

/** Names as words, titles, their words, roles and texts as they stand, in lines. */
function needlesOf(files: Files): readonly RegExp[] {
  const { names, titles, roles, texts } = saidIn(files);
  const words = titles.flatMap((title) => title.match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? []);
  const whole = [...roles, ...texts, ...titles].flatMap((text) => text.split('\n')).map((line) => line.trim());
  const needles = [
    ...[...names, ...words].map((word) => new RegExp(`(?<![\\p{L}\\p{M}\\p{Nd}_-])${literally(word)}(?![\\p{L}\\p{M}\\p{Nd}_-])`, 'u')),
    ...whole.filter((line) => line.length > 3).map((line) => new RegExp(literally(line), 'u')),
  ];
  return needles.filter((needle) => !needle.test(own));
}

function found(needles: readonly RegExp[], text: string): readonly string[] {
  const plain = text.normalize('NFC');
  return needles.filter((needle) => needle.test(plain)).map(({ source }) => source);
}

function literally(text: string): string {
  return text.normalize('NFC').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function saidIn(files: Files) {
  const declarations = files.flatMap(([, text]) => parse(text).declarations.flatMap(withNested));
  const people = declarations.filter(({ kind }) => kind === 'member' || kind === 'stakeholder');
  const texts = (words: readonly string[]): readonly string[] =>
    declarations.flatMap(({ items }) =>
      items
        .filter((item): item is Property => item.type === 'property' && words.includes(item.word))
        .flatMap(({ entries }) => entries.flatMap(({ text }) => text?.value ?? [])),
    );
  return {
    // What reads like a code tells nobody.
    names: people.flatMap(({ name }) => (name && !/^p\d+$/.test(name.text) ? [name.text] : [])),
    titles: people.flatMap(({ title }) => title?.value ?? []),
    roles: texts(['role']),
    texts: texts(['about', 'history', 'heard', 'measure']),
  };
}

function withNested(declaration: Declaration): readonly Declaration[] {
  return [declaration, ...nestedIn(declaration).flatMap(withNested)];
}
