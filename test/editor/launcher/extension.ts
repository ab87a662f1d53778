import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Puts the project's extension among the installed ones of a fresh extensions folder, as links: a new build is there
 * when the window is reloaded. Unlike an extension loaded from its development folder it shows its notifications.
 */
export function linkExtension(extensionsDir: string): void {
  const { publisher, name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const folder = join(extensionsDir, `${publisher}.${name}-${version}`);
  mkdirSync(folder);
  for (const part of ['package.json', 'package.nls.json', 'package.nls.fr.json', 'README.md', 'dist', 'syntaxes', 'client']) {
    symlinkSync(resolve(part), join(folder, part));
  }
}
