import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where one of `places` is; installed from the packages of Debian first where it is missing and we may. Undefined where it cannot be had. */
export function installed(places: () => string | undefined, packages: readonly string[]): string | undefined {
  const found = places();
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.error(`Installing ${packages.join(' and ')} with apt-get, once.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
  return places();
}
