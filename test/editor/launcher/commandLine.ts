import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What of desktop VS Code's command line a test run uses. All paths are absolute. */
export interface CommandLine {
  readonly developmentFolders: readonly string[];
  readonly tests: string | undefined;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  readonly locale: string | undefined;
  /** Folders, workspaces and files to open. */
  readonly paths: readonly string[];
}

/** Options whose value may be the next word. */
const valued = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'locale',
  'log',
  'folder-uri',
  'file-uri',
  'disable-extension',
  'profile',
]);

/** Options the launcher has no use for are taken and ignored, as desktop VS Code does. */
export function commandLine(words: readonly string[]): CommandLine {
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  const add = (name: string, value: string) => values.set(name, [...(values.get(name) ?? []), value]);
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') positional.push(...rest.splice(0));
    else if (!word.startsWith('-')) positional.push(word);
    else {
      const [, name = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const given = value ?? (valued.has(name) ? rest.shift() : undefined);
      if (given !== undefined) add(name, given);
    }
  }
  const paths = (name: string) => (values.get(name) ?? []).map(absolute);
  return {
    developmentFolders: paths('extensionDevelopmentPath'),
    tests: paths('extensionTestsPath').at(-1),
    userDataDir: paths('user-data-dir').at(-1),
    extensionsDir: paths('extensions-dir').at(-1),
    locale: values.get('locale')?.at(-1),
    paths: [...paths('folder-uri'), ...positional.map(absolute), ...paths('file-uri')],
  };
}

function absolute(path: string): string {
  return path.startsWith('file:') ? fileURLToPath(path) : resolve(path);
}
