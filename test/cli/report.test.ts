import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { Folder } from '../host/folder';
import { collab } from './run';

describe('collab report review', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({
      'model.collab': 'organization lumiere "Agence Lumière"\nmember anna "Anna Morel"\nmember bob "Bob Okafor"\nmember cyril "Cyril"\n',
    });
  });
  afterEach(() => folder.remove());

  const report = (...args: readonly string[]) => collab(['report', 'review', '--today', '2026-04-10', ...args], { cwd: folder.path });

  it('comes in each format, the same bytes each time', async () => {
    const [markdown, html, json, again] = await Promise.all([
      report(),
      report('--format', 'html'),
      report('--format', 'json'),
      report('model.collab', '--format', 'json'),
    ]);
    assert.match(markdown.out, /^# .*Agence Lumière/m);
    assert.match(html.out, /^<!doctype html>/i);
    const checked = await collab(['check', '--format', 'json', '--today', '2026-04-10'], { cwd: folder.path });
    assert.deepEqual([JSON.parse(json.out).version, JSON.parse(json.out).findings.length], [1, JSON.parse(checked.out).findings.length]);
    assert.equal(again.out, json.out);
    for (const { code, err } of [markdown, html, json]) assert.deepEqual([code, err], [0, '']);
  });

  it('is written where -o says, in the format that its name says, but never over a file that is there', async () => {
    const first = await report('-o', 'review.html', '--lang', 'fr');
    assert.deepEqual(first, { code: 0, out: '', err: '' });
    assert.match(readFileSync(folder.at('review.html'), 'utf8'), /<html lang="fr"/);
    folder.write({ 'review.html': 'mine' });
    const second = await report('-o', 'review.html');
    assert.deepEqual([second.code, second.out], [2, '']);
    assert.match(second.err, /^collab: “review\.html” exists already: .*--force.*\n$/);
    assert.equal(readFileSync(folder.at('review.html'), 'utf8'), 'mine');
    const forced = await report('-o', 'review.html', '--force', '--format', 'json');
    assert.deepEqual([forced.code, JSON.parse(readFileSync(folder.at('review.html'), 'utf8')).version], [0, 1]);
    const nowhere = await report('-o', 'no/such/folder.md');
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /^collab: “no\/such\/folder\.md” cannot be written: .+\n$/);
  });

  it('takes its format from the configuration, and links to the lines in an author’s copy', async () => {
    folder.write({ 'collab.config.json': '{ "report": { "format": "html", "audience": "author" } }', 'out/keep': '' });
    const [printed, written] = await Promise.all([report(), report('-o', 'out/review')]);
    assert.match(printed.out, /^<!doctype html>/i);
    assert.match(printed.out, /href="model\.collab#L2"/);
    assert.equal(written.code, 0);
    assert.match(readFileSync(folder.at('out/review'), 'utf8'), /href="\.\.\/model\.collab#L2"/);
  });

  it('is made of one project: the one that starts where the path leads', async () => {
    folder.write({ 'p/a/collab.config.json': '{}', 'p/b/collab.config.json': '{ "exclude": 1 }' });
    const { code, out, err } = await report('p', '-o', 'review.md');
    assert.deepEqual([code, out, existsSync(folder.at('review.md'))], [2, '', false]);
    assert.match(err, /^collab: a report is made of one project, .*: name one of p\/a, p\/b\n$/);
    // What is wrong with those below it is not its own.
    assert.deepEqual(await report('.', '-o', 'review.md'), { code: 0, out: '', err: '' });
  });

  it('is made with the defaults where the configuration is not valid, and exits 2', async () => {
    folder.write({ 'collab.config.json': '{' });
    const { code, out, err } = await report('--format', 'json');
    assert.equal(code, 2);
    assert.ok(JSON.parse(out).findings.some(({ rule }: { readonly rule: string }) => rule === 'model/config'));
    assert.match(err, /collab\.config\.json/);
  });
});

describe('collab report network', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({ 'model.collab': 'member anna\nmember bob\nmember cyril\nlink anna -> bob\n' });
  });
  afterEach(() => folder.remove());

  const report = (...args: readonly string[]) => collab(['report', 'network', '--lang', 'en', ...args], { cwd: folder.path });

  it('comes as figures, as tables and to read, the same bytes each time', async () => {
    const [json, csv, page, again] = await Promise.all([
      report('--format', 'json'),
      report('--format', 'csv'),
      report('--format', 'html'),
      report('model.collab', '--format', 'html'),
    ]);
    const { version, members, edges, isolates } = JSON.parse(json.out);
    assert.deepEqual([version, members, edges, isolates], [1, 3, 1, ['member:cyril']]);
    assert.deepEqual(
      csv.out.split('\r\n').map((row) => row.split(',').slice(0, 2)),
      [['\uFEFFMember', 'Ties'], ['anna', '1'], ['bob', '1'], ['cyril', '0'], ['']],
    );
    assert.match(page.out, /^<!doctype html>/i);
    assert.equal(again.out, page.out);
    for (const { code, err } of [json, csv, page]) assert.deepEqual([code, err], [0, '']);
  });

  it('comes as figures of several projects in order, each with its folder, in one list', async () => {
    folder.write({ 'sub/collab.config.json': '{}', 'sub/a.collab': 'member anna\nmember bob\n', 'two/collab.config.json': '[]' });
    const [printed, written] = await Promise.all([report('--format', 'json'), report('-o', 'all.json')]);
    const answers: readonly Readonly<Record<string, unknown>>[] = JSON.parse(printed.out);
    assert.deepEqual(
      answers.map(({ version, project, members, density }) => [version, project, members, density]),
      [
        [1, '.', 3, 0.333],
        [1, 'sub', 2, 0],
        [1, 'two', 0, null],
      ],
    );
    assert.deepEqual(Object.keys(answers[0] ?? {}).slice(0, 3), ['version', 'project', 'members']);
    assert.deepEqual([printed.code, written.code, written.out], [2, 2, '']);
    assert.equal(readFileSync(folder.at('all.json'), 'utf8'), printed.out);
  });

  it('is a workbook where the name of the file says so', async () => {
    const written = await Promise.all(['a.xlsx', 'b.xlsx'].map((file) => report('-o', file)));
    assert.deepEqual(written, [
      { code: 0, out: '', err: '' },
      { code: 0, out: '', err: '' },
    ]);
    const [a, b] = ['a.xlsx', 'b.xlsx'].map((file) => readFileSync(folder.at(file)));
    assert.deepEqual(a, b);
    const sheet = strFromU8(unzipSync(a ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    assert.match(sheet, /<t xml:space="preserve">cyril<\/t>/);
  });

  it('says which forms there are where it does not come in the one that is asked for', async () => {
    const table = await collab(['report', 'review', '--lang', 'en', '-o', 'review.csv'], { cwd: folder.path });
    assert.deepEqual(table, { code: 2, out: '', err: 'collab: the report “review” does not come as csv: take html, md, json\n' });
    assert.equal(existsSync(folder.at('review.csv')), false);
  });

  it('is for whom it is asked for, whatever the configuration says', async () => {
    folder.write({ 'collab.config.json': '{ "report": { "audience": "author" } }' });
    const [configured, asked] = await Promise.all([report('--format', 'html'), report('--format', 'html', '--audience', 'client')]);
    assert.match(configured.out, /href="model\.collab#L3"/);
    assert.doesNotMatch(asked.out, /href="model/);
    assert.match(asked.out, /<code>model\.collab:3<\/code>/);
  });

  it('holds codes for people where a file for the key is named, and the key goes there alone, for its owner’s eyes', async () => {
    folder.write({ 'model.collab': 'member anna "Anna Morel" { role "Designer" }\nmember bob\nlink anna -> bob\n' });
    const made = await report('--format', 'json', '--pseudonymise', 'key.json');
    assert.deepEqual([made.code, made.err, /anna|morel|bob/i.test(made.out)], [0, '', false]);
    const { people, pseudonymised } = JSON.parse(made.out);
    assert.deepEqual([people.map(({ name }: { name: string }) => name), pseudonymised], [['member:p01', 'member:p02'], true]);
    const key = JSON.parse(readFileSync(folder.at('key.json'), 'utf8'));
    assert.deepEqual(key.people, [
      { code: 'p01', name: 'anna', title: 'Anna Morel' },
      { code: 'p02', name: 'bob', title: null },
    ]);
    assert.deepEqual(key.roles, { R1: 'Designer' });
    assert.equal(statSync(folder.at('key.json')).mode & 0o077, 0);
  });

  it('overwrites no key unasked, and puts none into the report', async () => {
    folder.write({ 'key.json': 'mine' });
    const refused = await report('--pseudonymise', 'key.json', '-o', 'network.md');
    assert.deepEqual([refused.code, refused.out, existsSync(folder.at('network.md'))], [2, '', false]);
    assert.match(refused.err, /^collab: “key\.json” exists already: .*--force/);
    assert.equal(readFileSync(folder.at('key.json'), 'utf8'), 'mine');
    const one = await report('--pseudonymise', 'network.md', '-o', './network.md');
    assert.deepEqual(one, {
      code: 2,
      out: '',
      err: 'collab: the key has to be kept apart from the report: name another file for one of them\n',
    });
  });
});

describe('collab report plan', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({
      'model.collab': `competency research
member anna "Anna Morel" { has research 4 }
member bob "Bob Okafor" { has research 2 }
task interviews "Interviews" { requires research 4 effort 6d assigned bob }
`,
    });
  });
  afterEach(() => folder.remove());

  const run = (...args: readonly string[]) => collab([...args, '--today', '2026-04-10', '--lang', 'en'], { cwd: folder.path });

  it('is the plan that collab plan proposes, as figures and to read, and stands in the review', async () => {
    const [report, plan, page, review] = await Promise.all([
      run('report', 'plan', '--format', 'json'),
      run('plan', '--format', 'json'),
      run('report', 'plan', '--format', 'md'),
      run('report', 'review', '--format', 'json'),
    ]);
    assert.deepEqual([report.code, report.err, report.out], [0, '', plan.out]);
    assert.deepEqual(JSON.parse(review.out).plan, JSON.parse(plan.out));
    // Bob keeps what he has; Anna joins, since she covers it.
    assert.match(page.out, /^\| Interviews \| Bob Okafor \| .*\*\*Anna Morel \d+\s%\*\*/m);
    assert.match(page.out, /^\| Not covered, weighed by priority \| 1 \| 0 \|$/m);
  });
});
