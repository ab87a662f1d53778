import * as assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type Scratch, scratchFolder } from './launcher/scratch';

describe('npm start', () => {
  let scratch: Scratch;

  beforeEach(() => {
    scratch = scratchFolder();
  });

  afterEach(() => scratch.remove());

  it('prints the address of a window on a copy of the sample, stays until interrupted, and leaves nothing behind', async () => {
    const { child, printed, ended } = start(scratch.folder('no-code'));
    const [address, folder] = await Promise.all([seen(printed, /http:\S+/, ended), seen(printed, /copy, in (\S+):/, ended)]);
    assert.match(await (await fetch(address)).text(), new RegExp(`folderUri[^}]*${folder}`));
    for (const name of ['tâches.collab', 'équipes.collab']) {
      assert.equal(readFileSync(join(folder, name), 'utf8'), readFileSync(join('samples/lumiere', name), 'utf8'));
    }
    assert.equal(child.exitCode, null);
    child.kill('SIGINT');
    assert.equal(await ended, 0);
    assert.ok(!existsSync(folder));
    await assert.rejects(fetch(address));
  });

  it('uses desktop VS Code where it is on the PATH', async () => {
    const words = join(scratch.path, 'words');
    const folder = scratch.folder('with-code');
    writeFileSync(join(folder, 'code'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${words}'\n`, { mode: 0o755 });
    const { printed, ended } = start(folder);
    assert.equal(await ended, 0);
    const copy = await seen(printed, /copy, in (\S+):/, ended);
    const expected = ['--wait', `--extensionDevelopmentPath=${resolve('.')}`, '--new-window', copy, ''];
    assert.deepEqual(readFileSync(words, 'utf8').split('\n'), expected);
    assert.ok(!existsSync(copy));
  });
});

interface Started {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
}

/** Runs `npm start` on a machine without a desktop whose only `code` command, if any, is that of `folder`. */
function start(folder: string): Started {
  const without = (process.env.PATH ?? '').split(delimiter).filter((place) => !existsSync(join(place, 'code')));
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const child = spawn(process.execPath, ['out/test/editor/start.js'], {
    env: { ...env, PATH: [folder, ...without].join(delimiter) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return { child, printed: () => output, ended: new Promise((resolve) => child.on('close', resolve)) };
}

/** What of the output matches: its first group, where it has one. Waits until it is there or can no longer come. */
async function seen(printed: () => string, pattern: RegExp, ended: Promise<unknown>): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const [all, group] = pattern.exec(printed()) ?? [];
    if (all) return group ?? all;
    assert.ok(!over, `it ended without printing ${pattern}:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
