import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { installed } from '../harness/apt';
import { fencesOf, readCases } from '../harness/markdown';
import { Folder } from '../host/folder';

const model = `competency research "Research" { critical }
member anna "Anna Morel" { has research proficient }
member bob "Bob Okafor"
link anna <-> bob
task talks "Interviews 🎤" { requires research competent assigned bob }
`;

interface Seen {
  readonly findings: readonly string[];
  readonly fixed: readonly string[];
  readonly renamed: readonly string[];
  readonly failed?: string;
}

describe('Neovim', () => {
  it('shows findings, makes a fix and renames, configured as docs/editors.md says', function () {
    this.timeout(120_000);
    const neovim = installed(() => ['/usr/bin/nvim', '/usr/local/bin/nvim'].find(existsSync), ['neovim']);
    assert.ok(neovim, 'Neovim is missing. Install it (on Debian: apt-get install neovim).');
    const folder = new Folder();
    try {
      assert.deepEqual(analyst(neovim, folder), {
        findings: ['competency/latent', 'competency/no-contribution', 'competency/single-holder', 'competency/under-qualified'],
        fixed: model.replace('assigned bob', 'assigned anna').trimEnd().split('\n'),
        renamed: model
          .replace('assigned bob', 'assigned anna')
          .replaceAll(/\banna\b/g, 'ana')
          .trimEnd()
          .split('\n'),
      });
    } finally {
      folder.remove();
    }
  });
});

/** What was seen in a Neovim that knows nothing but the documented configuration. */
function analyst(neovim: string, folder: Folder): Seen {
  const collab = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`;
  folder.write({
    'project/model.collab': model,
    'project/collab.config.json': '{ "today": "2026-04-10" }\n',
    'init.lua': documented(),
    'bin/collab': collab,
  });
  chmodSync(folder.at('bin/collab'), 0o755);
  const seen = folder.at('seen.json');
  const home = {
    HOME: folder.path,
    XDG_CONFIG_HOME: folder.at('config'),
    XDG_DATA_HOME: folder.at('data'),
    XDG_STATE_HOME: folder.at('state'),
  };
  const env = { ...process.env, ...home, COLLAB_SEEN: seen, PATH: `${folder.at('bin')}${delimiter}${process.env.PATH}` };
  const args = ['--headless', '-n', '-i', 'NONE', '-u', folder.at('init.lua'), '-S', resolve('test/clients/analyst.lua'), 'model.collab'];
  execFileSync(neovim, args, { cwd: folder.at('project'), env, timeout: 100_000, stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(readFileSync(seen, 'utf8'));
}

/** The first configuration for Neovim. */
function documented(): string {
  const { cases } = readCases(readFileSync('docs/editors.md', 'utf8'));
  const section = cases.find(({ title }) => title === 'Neovim');
  return (section && fencesOf(section, 'lua')[0]?.body) ?? '';
}
