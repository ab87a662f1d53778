import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckAnswer } from '../../server/src/rules/answer';
import { Folder } from '../host/folder';
import { collab, node, program } from './run';

type Answer = CheckAnswer & { readonly project: string };

const brackets = 10_000;
const comment = '// one of many lines that fill a large file up\n';
const manyLines = Math.ceil(5_000_000 / comment.length);
const longText = 'x'.repeat(1_000_000);
const atTheEnd = 'team web { lead nobody }';
/** One file a folder, and where there is something to say about it: `line:column rule`. */
const cases: Readonly<Record<string, { readonly text: string | Uint8Array; readonly found: readonly string[] }>> = {
  'an empty file': { text: '', found: [] },
  'a file of 5 MB': { text: comment.repeat(manyLines) + atTheEnd, found: [`${manyLines + 1}:17 model/unknown-name`] },
  'a line of 1 MB': { text: `member anna { about "${longText}" } ${atTheEnd}`, found: [`1:${longText.length + 42} model/unknown-name`] },
  'a line of 1 MB that means nothing': { text: '@'.repeat(1_000_000), found: ['1:1 model/syntax'] },
  'binary bytes': { text: Uint8Array.from({ length: 4096 }, (_, at) => at % 256), found: ['1:1 model/syntax'] },
  'UTF-16': { text: Buffer.from('\uFEFFmember anna', 'utf16le'), found: ['1:4 model/syntax'] },
  CRLF: { text: `member anna\r\n\r\n${atTheEnd}\r\n`, found: ['3:17 model/unknown-name'] },
  'lone carriage returns': { text: `member anna\r\r${atTheEnd}\r`, found: ['3:17 model/unknown-name'] },
  'a byte-order mark': { text: `\uFEFF${atTheEnd}`, found: ['1:17 model/unknown-name'] },
  'an unclosed title': { text: 'member anna "Anna\nteam web { lead anna }', found: ['1:13 model/syntax'] },
  'an unclosed text': { text: 'member anna { about """\n  text\nteam web { lead anna }', found: ['1:21 model/syntax'] },
  'an unclosed block': { text: 'member anna { role "x"\nteam web { lead anna }', found: ['1:13 model/syntax'] },
  'an unclosed comment': { text: 'member anna /* for ever', found: ['1:13 model/syntax'] },
  '10,000 nested braces': {
    text: `member anna ${'{'.repeat(brackets)}\n${atTheEnd}`,
    found: ['1:14 model/syntax', '2:17 model/unknown-name'],
  },
  '10,000 nested and closed braces': { text: `member anna ${'{'.repeat(brackets)}${'}'.repeat(brackets)}`, found: ['1:14 model/syntax'] },
  'two declarations on one line': { text: 'member anna "Anna" team web { lead anna }', found: [] },
  'names in NFD': { text: 'member e\u0301lodie\nteam web { lead \u00E9lodie }\n', found: [] },
};

describe('bad input', () => {
  const folder = new Folder();
  let untouched: string;
  let answers: ReadonlyMap<string, Answer>;

  const found = (name: string): readonly string[] =>
    answers.get(name)?.findings.map(({ rule, range: { start } }) => `${start.line}:${start.column} ${rule}`) ?? ['no answer'];

  // One run for all: it ends, and every answer is there, or each test below says what is missing.
  before(async () => {
    for (const [name, { text }] of Object.entries(cases)) folder.write({ [join(name, 'a.collab')]: text });
    folder.write({ 'invalid UTF-8/a.collab': Buffer.from('member andr\xe9\nteam web { lead nobody }', 'latin1') });
    mkdirSync(folder.at('an empty folder'));
    folder.write({ 'a circle of links/a.collab': 'member anna' });
    symlinkSync('..', folder.at('a circle of links/up'));
    symlinkSync('self.collab', folder.at('a circle of links/self.collab'));
    untouched = fingerprint(folder.path);
    const { out } = await collab(['check', '--format', 'json', ...readdirSync(folder.path)], { cwd: folder.path });
    answers = new Map((JSON.parse(out) as readonly Answer[]).map((answer) => [answer.project, answer]));
  });
  after(() => folder.remove());

  for (const [name, { found: expected }] of Object.entries(cases)) {
    it(`is answered: ${name}`, () => assert.deepEqual(found(name), expected));
  }

  it('is answered: invalid UTF-8, and the rest of the file counts', () => {
    const places = found('invalid UTF-8');
    assert.equal(places[0], '1:12 model/syntax');
    assert.match(answers.get('invalid UTF-8')?.findings[0]?.message ?? '', /UTF-8/);
    assert.ok(places.includes('2:17 model/unknown-name'));
  });

  it('is answered: an empty folder, and links in a circle', () => {
    assert.deepEqual([answers.get('an empty folder')?.files, found('an empty folder')], [0, []]);
    assert.deepEqual([answers.get('a circle of links')?.files, found('a circle of links')], [1, []]);
  });

  it('is told as text, formatted only to check, and reported on', async () => {
    const names = readdirSync(folder.path);
    const [text, format, report] = await Promise.all([
      collab(['check', ...names], { cwd: folder.path }),
      collab(['format', '--check', ...names], { cwd: folder.path }),
      collab(['report', 'review', 'binary bytes', '--format', 'md'], { cwd: folder.path }),
    ]);
    assert.deepEqual([text.code, text.err, format.code, report.code, report.err], [1, '', 1, 0, '']);
    for (const line of text.out.split('\n')) assert.ok(line.length < 1000, line.slice(0, 200));
    assert.match(format.err, /“binary bytes\/a\.collab” is left as it is/);
  });

  it('leaves all of it as it was', () => {
    assert.equal(fingerprint(folder.path), untouched);
  });
});

describe('files that cannot be read', () => {
  const model = { 'a.collab': 'member anna', 'b.collab': 'member bob', 'secret/c.collab': 'member cyril' };
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write(model);
  });
  afterEach(() => folder.remove());

  /** Runs the check in a process whose file system does what `patch` makes it do: a superuser may read whatever permissions forbid. */
  const checkWith = (patch: string) => {
    folder.write({ 'patch.cjs': `const files = require('node:fs/promises');\n${patch}` });
    return node(['--require', folder.at('patch.cjs'), program, 'check', '--format', 'json', '--lang', 'en'], { cwd: folder.path });
  };
  const denied = `const deny = (path) => { throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path }); };`;

  it('are named, and the rest is answered for', async () => {
    const { code, out, err } = await checkWith(`${denied}
      const { readdir, readFile } = files;
      files.readdir = async (path, options) => (path.endsWith('secret') ? deny(path) : readdir(path, options));
      files.readFile = async (path) => (path.endsWith('b.collab') ? deny(path) : readFile(path));`);
    assert.deepEqual([code, JSON.parse(out).files], [2, 1]);
    const line = (path: string): string => `collab: “${path}” cannot be read (permission denied): the answer leaves it out\n`;
    assert.equal(err, line('secret') + line('b.collab'));
  });

  it('are an error where nothing else was asked for', async () => {
    const { code, out, err } = await checkWith(`${denied}\nfiles.readdir = async (path) => deny(path);`);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'collab: “.” cannot be read (permission denied): name a folder or .collab files\n');
  });

  it('are no part of the answer where they are deleted meanwhile', async () => {
    const { code, out, err } = await checkWith(`const { readFile } = files;
      files.readFile = async (path) => {
        if (path.endsWith('b.collab')) require('node:fs').rmSync(path);
        return readFile(path);
      };`);
    assert.deepEqual([code, JSON.parse(out).files, err, existsSync(folder.at('b.collab'))], [0, 2, '', false]);
  });

  it('may be the configuration', async () => {
    mkdirSync(folder.at('collab.config.json'));
    const { code, out, err } = await collab(['check', '--format', 'json'], { cwd: folder.path });
    assert.deepEqual([code, JSON.parse(out).files], [2, 3]);
    assert.equal(err, 'collab: “collab.config.json” cannot be read (it is a folder): the answer leaves it out\n');
  });
});

/** A digest of every file below `path`: its path and what it holds. */
function fingerprint(path: string): string {
  const digest = createHash('sha256');
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    digest.update(file);
    if (entry.isFile()) digest.update(readFileSync(file));
  }
  return digest.digest('hex');
}
