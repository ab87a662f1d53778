import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { Folder } from '../host/folder';
import { collab, program } from './run';

const sound = 'member anna "Anna Morel"\n';
const broken = 'team web { lead nobody }\n';

/** A run of `collab check --watch`. */
class Watched {
  #out = '';
  #err = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(folder: Folder, args: readonly string[]) {
    const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
    this.#child = spawn(process.execPath, [program, 'check', '--watch', '--today', '2026-04-10', ...args], { cwd: folder.path, env });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
    });
    this.#ended = new Promise((resolve) => this.#child.on('close', resolve));
  }

  /** The next answer, from its first line to its summary. */
  async answer(): Promise<string> {
    await until(() => /^\d+ files?: .+$/m.test(this.#out));
    const answer = this.#out;
    this.#out = '';
    return answer;
  }

  /** What has been said on standard error since it was last asked for. */
  async said(pattern: RegExp): Promise<string> {
    await until(() => pattern.test(this.#err));
    const said = this.#err;
    this.#err = '';
    return said;
  }

  /** The exit code; nothing more has been printed. */
  async interrupt(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | null> {
    this.#child.kill(signal);
    const code = await this.#ended;
    assert.equal(this.#out, '');
    return code;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('collab check --watch', () => {
  let folder: Folder;
  let run: Watched | null;
  beforeEach(() => {
    folder = new Folder();
    run = null;
  });
  afterEach(() => {
    run?.stop();
    folder.remove();
  });

  function watch(...args: readonly string[]): Watched {
    run = new Watched(folder, args);
    return run;
  }

  it('answers anew when a file changes, comes or goes, and ends with the code of the last answer', async () => {
    folder.write({ 'a.collab': sound });
    const watched = watch();
    assert.equal(await watched.answer(), '1 file: no findings\n');
    assert.equal(await watched.said(/changes/), 'collab: waiting for changes: Ctrl+C ends\n');

    folder.write({ 'a.collab': broken });
    assert.match(await watched.answer(), /\n {2}= model\/unknown-name\n\n1 file: 1 error\n$/);
    assert.equal(await watched.said(/changed/), 'collab: changed: a.collab\n');

    mkdirSync(folder.at('new'));
    folder.write({ 'new/b.collab': 'member nobody\n' });
    assert.match(await watched.answer(), /2 files: no findings\n$/);
    assert.equal(await watched.said(/changed/), 'collab: changed: new/b.collab\n');

    rmSync(folder.at('new'), { recursive: true });
    assert.match(await watched.answer(), /1 file: 1 error\n$/);
    assert.equal(await watched.interrupt(), 1);
  });

  it('answers anew when the configuration changes, its own or the one given', async () => {
    folder.write({ 'p/a.collab': 'member anna "Anna"\nlink anna -> anna\n', 'given/team.json': '{}' });
    const off = '{ "rules": { "model/self-link": "off" } }';
    const own = watch('p');
    assert.match(await own.answer(), /1 file: 1 warning\n$/);
    folder.write({ 'p/collab.config.json': off });
    assert.match(await own.answer(), /1 file: no findings\n$/);
    folder.write({ 'p/collab.config.json': '[]' });
    assert.match(await own.answer(), /= model\/config\n/);
    assert.equal(await own.interrupt('SIGTERM'), 2);

    const given = watch('p', '--config', 'given/team.json');
    assert.match(await given.answer(), /1 file: 1 warning\n$/);
    folder.write({ 'given/team.json': off });
    assert.match(await given.answer(), /1 file: no findings\n$/);
    assert.equal(await given.interrupt(), 0);
  });

  it('does not answer where nothing reads otherwise', async () => {
    folder.write({ 'a.collab': sound });
    const watched = watch();
    await watched.answer();
    await watched.said(/waiting/);
    folder.write({ 'a.collab': sound, 'notes.txt': 'nothing' });
    folder.write({ 'b.collab': broken });
    // Were there an answer to the first change, it would stand before this one.
    assert.equal((await watched.answer()).match(/files?:/g)?.length, 1);
    assert.equal(await watched.said(/changed/), 'collab: changed: b.collab\n');
    assert.equal(await watched.interrupt(), 1);
  });

  it('goes on when what it watches goes away and comes back', async () => {
    folder.write({ 'p/a.collab': sound });
    const watched = watch('p');
    await watched.answer();
    renameSync(folder.at('p'), folder.at('q'));
    assert.match(await watched.said(/cannot be read/), /collab: “p” cannot be read \(it does not exist\): [^\n]+\n$/);
    renameSync(folder.at('q'), folder.at('p'));
    assert.match(await watched.answer(), /1 file: no findings\n$/);
    folder.write({ 'p/a.collab': broken });
    assert.match(await watched.answer(), /1 file: 1 error\n$/);
    assert.equal(await watched.interrupt(), 1);
  });

  it('mends at every change, and answers once for it', async () => {
    folder.write({ 'a.collab': sound });
    const watched = watch('--fix');
    await watched.answer();
    folder.write({ 'a.collab': `${sound}link anna -> anna\n` });
    assert.equal(await watched.answer(), '\n1 file: no findings\n');
    assert.match(await watched.said(/made/), /collab: changed: a\.collab\ncollab: 1 fix made in “a\.collab”\n$/);
    folder.write({ 'b.collab': broken });
    assert.equal((await watched.answer()).match(/files?:/g)?.length, 1);
    assert.equal(await watched.interrupt(), 1);
  });

  it('is for reading: as text alone, and of paths that are there', async () => {
    const [json, nowhere] = await Promise.all([
      collab(['check', '--watch', '--format', 'json'], { cwd: folder.path }),
      collab(['check', '--watch', 'nowhere'], { cwd: folder.path }),
    ]);
    assert.deepEqual([json.code, json.out, json.err], [2, '', 'collab: --watch answers as text, not as json: leave out --format\n']);
    assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
    assert.match(nowhere.err, /^collab: “nowhere” cannot be read [^\n]+\n$/);
  });
});
