import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { Folder } from '../host/folder';
import { collab } from './run';

const untidy = 'member   anna "Anna"{role "UX lead"\n}\n';
const tidy = 'member anna "Anna" {\n  role "UX lead"\n}\n';
const broken = 'member   anna {\n';

describe('collab format', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const format = (...args: readonly string[]) => collab(['format', ...args], { cwd: folder.path });
  const content = (path: string): string => readFileSync(folder.at(path), 'utf8');

  it('writes the files that change, and prints their paths', async () => {
    folder.write({ 'b/untidy.collab': untidy, 'a.collab': untidy, 'tidy.collab': tidy, 'notes.txt': untidy });
    const before = statSync(folder.at('tidy.collab')).mtimeMs;
    assert.deepEqual(await format(), { code: 0, out: 'a.collab\nb/untidy.collab\n', err: '' });
    assert.deepEqual([content('a.collab'), content('b/untidy.collab'), content('notes.txt')], [tidy, tidy, untidy]);
    assert.equal(statSync(folder.at('tidy.collab')).mtimeMs, before);
    assert.deepEqual(await format(), { code: 0, out: '', err: '' });
  });

  it('writes nothing to check, and fails where a file would change', async () => {
    folder.write({ 'a.collab': untidy, 'tidy.collab': tidy });
    assert.deepEqual(await format('--check'), { code: 1, out: 'a.collab\n', err: '' });
    assert.equal(content('a.collab'), untidy);
    assert.deepEqual(await format('--check', 'tidy.collab'), { code: 0, out: '', err: '' });
  });

  it('leaves a file with a syntax error as it is and names it', async () => {
    folder.write({ 'broken.collab': broken, 'a.collab': untidy, 'latin.collab': Buffer.from('member   andr\xe9', 'latin1') });
    const { code, out, err } = await format('--lang', 'fr');
    assert.deepEqual([code, out], [1, 'a.collab\n']);
    assert.match(err, /^collab\u00a0: «\u00a0broken\.collab\u00a0» reste tel quel\u00a0; ligne 1\u00a0: .+\n.*latin\.collab.*UTF-8\n$/);
    assert.equal(content('broken.collab'), broken);
    assert.equal(readFileSync(folder.at('latin.collab'), 'latin1'), 'member   andr\xe9');
  });

  it('keeps the byte-order mark and the line ends of a file', async () => {
    folder.write({ 'a.collab': `\uFEFF${untidy.replaceAll('\n', '\r\n')}` });
    await format();
    assert.equal(content('a.collab'), `\uFEFF${tidy.replaceAll('\n', '\r\n')}`);
  });

  it('writes only what is asked for, and what the project excludes only by its own name', async () => {
    folder.write({ 'collab.config.json': '{ "exclude": ["old"] }', 'a.collab': untidy, 'b.collab': untidy, 'old/c.collab': untidy });
    assert.equal((await format('b.collab')).out, 'b.collab\n');
    assert.equal(content('a.collab'), untidy);
    assert.equal((await format()).out, 'a.collab\n');
    assert.equal(content('old/c.collab'), untidy);
    assert.equal((await format('old/c.collab')).out, 'old/c.collab\n');
  });

  it('writes nothing while it is not known what the project excludes', async () => {
    folder.write({ 'collab.config.json': '{ "exclude": "old" }', 'a.collab': untidy });
    const { code, out, err } = await format();
    assert.deepEqual([code, out, content('a.collab')], [2, '', untidy]);
    assert.match(err, /^collab: “collab\.config\.json”, line 1: .+\n$/);
  });

  it('reads standard input and writes standard output', async () => {
    const run = (input: string | Uint8Array, ...args: readonly string[]) => collab(['format', '-', ...args], { cwd: folder.path, input });
    const [plain, marked, check, empty] = await Promise.all([run(untidy), run(`\uFEFF${untidy}`), run(untidy, '--check'), run('')]);
    assert.deepEqual(plain, { code: 0, out: tidy, err: '' });
    assert.deepEqual(marked, { code: 0, out: `\uFEFF${tidy}`, err: '' });
    assert.deepEqual(check, { code: 1, out: '', err: '' });
    assert.deepEqual(empty, { code: 0, out: '', err: '' });
    const faulty = await run(broken);
    assert.deepEqual([faulty.code, faulty.out], [1, broken]);
    assert.match(faulty.err, /^collab: “standard input” is left as it is; line 1: .+\n$/);
    assert.equal((await run('', 'a.collab')).code, 2);
  });
});
