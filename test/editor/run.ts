// Runs the suites of test/editor/suite in a real VS Code, on a copy of a sample project. Which VS Code is decided here alone:
// COLLAB_TEST_HOST=desktop downloads (or finds) desktop VS Code; otherwise it is the one of launcher/.
import { cpSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { scratchFolder } from './launcher/scratch';

const desktop = process.env.COLLAB_TEST_HOST === 'desktop';
const scratch = scratchFolder();
const folder = join(scratch.path, 'lumiere');
cpSync('samples/lumiere', folder, { recursive: true });

runTests({
  ...(desktop ? {} : { vscodeExecutablePath: resolve('out/test/editor/launcher/code.js') }),
  extensionDevelopmentPath: resolve('.'),
  extensionTestsPath: resolve('out/test/editor/index.js'),
  launchArgs: [
    folder,
    '--disable-extensions',
    `--user-data-dir=${scratch.folder('user')}`,
    `--extensions-dir=${scratch.folder('extensions')}`,
  ],
  extensionTestsEnv: {
    // The launcher runs on the Node we run on, whatever else is on the PATH.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    COLLAB_EDITOR_ARTIFACTS: resolve('out/editor'),
  },
})
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(scratch.remove);
