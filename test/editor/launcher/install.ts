import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { codeServer, nodeFor, type Pin, recipe } from './pins';
import { writeStandIns } from './standIns';

export interface Installation {
  readonly node: string;
  readonly serverMain: string;
}

/**
 * VS Code's server, laid into the user's cache folder by the first caller (about 15 s, needs npm, tar and the registry) and only
 * found there by the next ones. Nothing is compiled and no install script runs. Several processes may ask at once.
 */
export function installedEditor(): Installation {
  const platform = `${process.platform}-${process.arch}`;
  const node = nodeFor[platform];
  if (!node) {
    throw new Error(
      `The editor these tests bring along runs on Linux (x64, arm64), not on ${platform}. Use desktop VS Code: \`code\` on the PATH for npm start, COLLAB_TEST_HOST=desktop for npm test.`,
    );
  }
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'collab-vscode');
  const folder = join(cache, `${codeServer.version}-node${node.version}-${platform}-r${recipe}`);
  if (!existsSync(join(folder, 'complete'))) install(folder, node);
  return { node: join(folder, 'node/bin/node'), serverMain: join(folder, 'vscode/out/server-main.js') };
}

function install(folder: string, node: Pin): void {
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  console.error(`Installing VS Code (${codeServer.name} ${codeServer.version}) into ${folder}, once.`);
  unpack(node, unfinished, 'node');
  unpack(codeServer, unfinished, 'package');
  const vscode = join(unfinished, 'vscode');
  renameSync(join(unfinished, 'package/lib/vscode'), vscode);
  rmSync(join(unfinished, 'package'), { recursive: true });
  // Its npm-shrinkwrap.json pins every package with its integrity.
  npm(['install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'], vscode);
  for (const unused of ['@github/copilot-sdk-linux-x64', '@github/copilot-sdk-linux-arm64', '@microsoft/mxc-sdk']) {
    rmSync(join(vscode, 'node_modules', unused), { recursive: true, force: true });
  }
  writeStandIns(join(vscode, 'node_modules'));
  writeFileSync(join(unfinished, 'complete'), '');
  moveInto(folder, unfinished);
}

/** Unpacks the registry's tarball of a package, without its dependencies and scripts. */
function unpack({ name, version, integrity }: Pin, folder: string, into: string): void {
  const answer: PackAnswer = JSON.parse(npm(['pack', `${name}@${version}`, '--json'], folder));
  const [packed] = Object.values(answer);
  if (packed?.integrity !== integrity) throw new Error(`${name}@${version} has the integrity ${packed?.integrity}, expected ${integrity}.`);
  mkdirSync(join(folder, into));
  execFileSync('tar', ['-xzf', packed.filename, '-C', into, '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, packed.filename));
}

/** A list up to npm 10, a record by package name in some later versions. */
type PackAnswer = Readonly<Record<string, { readonly filename: string; readonly integrity: string }>>;

function npm(args: readonly string[], folder: string): string {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--engine-strict=false', '--loglevel=error'];
  return execFileSync('npm', [...args, ...quiet], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function moveInto(folder: string, unfinished: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'complete'))) throw error;
    // Another process was quicker.
    rmSync(unfinished, { recursive: true, force: true });
  }
}
