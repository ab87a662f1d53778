import * as assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { commandLine } from './commandLine';

describe('the command line of desktop VS Code', () => {
  it('is read as @vscode/test-electron writes it', () => {
    const words = ['/models', '--disable-extensions', '--user-data-dir=/tmp/user', '--no-sandbox', '--skip-welcome'];
    assert.deepEqual(commandLine([...words, '--extensionTestsPath=/project/out/index', '--extensionDevelopmentPath=/project']), {
      developmentFolders: ['/project'],
      tests: '/project/out/index',
      userDataDir: '/tmp/user',
      extensionsDir: undefined,
      locale: undefined,
      paths: ['/models'],
    });
  });

  it('may give a value in the word that follows', () => {
    const { locale, extensionsDir, paths } = commandLine(['--locale', 'fr', '--extensions-dir', '/tmp/extensions', '/models']);
    assert.deepEqual({ locale, extensionsDir, paths }, { locale: 'fr', extensionsDir: '/tmp/extensions', paths: ['/models'] });
  });

  it('may name what to open by address, relative to the current folder, and after --', () => {
    const { paths } = commandLine(['samples', '--folder-uri=file:///models/d%C3%A9mo', '--', '--odd']);
    assert.deepEqual(paths, ['/models/démo', resolve('samples'), resolve('--odd')]);
  });

  it('takes the last of a value that is given twice, and every development folder', () => {
    const { locale, developmentFolders } = commandLine([
      '--locale=en',
      '--locale=fr',
      '--extensionDevelopmentPath=/a',
      '--extensionDevelopmentPath=/b',
    ]);
    assert.deepEqual({ locale, developmentFolders }, { locale: 'fr', developmentFolders: ['/a', '/b'] });
  });
});
