// Opens a copy of a sample project in a real editor with the extension in it: desktop VS Code where `code` is on the PATH,
// otherwise the editor of launcher/, in a browser.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { foundChromium } from './launcher/chromium';
import { linkExtension } from './launcher/extension';
import { type Scratch, scratchFolder } from './launcher/scratch';
import { startServer } from './launcher/server';

const sample = 'samples/lumiere';

const showReadme = { 'workbench.startupEditor': 'readme' };

const windows = process.platform === 'win32';

void start();

async function start(): Promise<void> {
  const scratch = scratchFolder();
  process.on('exit', scratch.remove);
  const folder = join(scratch.path, 'lumiere');
  cpSync(sample, folder, { recursive: true });
  const code = onPath(windows ? 'code.cmd' : 'code');
  if (code) openDesktop(code, folder);
  else await serve(scratch, folder);
}

function openDesktop(code: string, folder: string): void {
  console.log(`Opening ${sample} in desktop VS Code, with the Collab extension in it.`);
  console.log(`It is a copy, in ${folder}: change what you like. The copy goes when you close the window.`);
  const words = ['--wait', `--extensionDevelopmentPath=${resolve('.')}`, '--new-window', folder];
  const { status } = windows
    ? spawnSync(`"${code}" ${words.map((word) => `"${word}"`).join(' ')}`, { stdio: 'inherit', shell: true })
    : spawnSync(code, words, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

async function serve(scratch: Scratch, folder: string): Promise<void> {
  console.log('There is no desktop VS Code on this machine (`code` on the PATH), so this starts the one that Collab is tested in.');
  console.log('It runs on this machine and shows its window in a browser.');
  const interrupted = interruption();
  const extensionsDir = scratch.folder('extensions');
  linkExtension(extensionsDir);
  const server = await startServer({ scratch, mode: 'plain', extensionsDir, args: ['--default-folder', folder], settings: showReadme });
  const address = `http://127.0.0.1:${server.port}/`;
  console.log(`\nThe window is at\n\n    ${address}\n`);
  console.log(`and shows ${sample} with the Collab extension in it. It is a copy, in ${folder}: change what you like.`);
  const window = openWindow(address, scratch);
  console.log('All of it stays until you press Ctrl+C.');
  const why = await Promise.race([interrupted, server.ended]);
  console.log(`\n${why}`);
  window?.kill();
  await server.stop();
  process.exit(why === bye ? 0 : 1);
}

const bye = 'Closed; the copy is gone.';

/** Also where only the shell that npm starts us in is ended: the signal does not reach us then. */
function interruption(): Promise<string> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    setInterval(() => process.ppid !== parent && resolve(bye), 500);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(bye));
  });
}

/** Opens the window where there is a desktop to open it on. */
function openWindow(address: string, scratch: Scratch): ChildProcess | undefined {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const chromium = foundChromium();
  const browser = chromium ?? onPath('xdg-open');
  if (!browser) return undefined;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  const words = chromium ? [...asRoot, '--no-first-run', `--user-data-dir=${scratch.folder('chromium')}`, `--app=${address}`] : [address];
  const window = spawn(browser, words, { stdio: 'ignore' });
  window.on('error', (error) => console.log(`The window did not open by itself: ${error.message}`));
  return window;
}

function onPath(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file));
}
