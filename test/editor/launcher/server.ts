import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { installedEditor } from './install';
import type { Scratch } from './scratch';

export interface ServerOptions {
  readonly scratch: Scratch;
  /** `tests` loads an extension from its development folder and shows no toasts and no modal dialogs; `plain` is what a user has. */
  readonly mode: 'plain' | 'tests';
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  readonly args?: readonly string[];
  /** The user's settings, beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface EditorServer {
  readonly port: number;
  readonly logFile: string;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

const startLimit = 60_000;

/** Starts VS Code's server, which starts the extension host, and waits until it listens on the loopback interface. */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const { node, serverMain } = installedEditor();
  const {
    scratch,
    mode,
    userDataDir = scratch.folder('user'),
    extensionsDir = scratch.folder('extensions'),
    args = [],
    settings = {},
  } = options;
  const serverData = scratch.folder('server');
  const logFile = join(scratch.path, 'server.log');
  writeSettings(userDataDir, settings);
  const child = spawn(
    node,
    [
      ...['--import', dieWithParent, serverMain, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check'],
      ...['--disable-getting-started-override', '--disable-workspace-trust'],
      // A built workbench takes an extension from its development folder only with this.
      ...(mode === 'tests' ? ['--enable-smoke-test-driver'] : []),
      // An extension host whose window is gone ends after 10 s instead of 3 hours.
      ...['--reconnection-grace-time', '10'],
      ...['--server-data-dir', serverData, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, ...args],
    ],
    // A process group of its own, so that all it starts can be ended.
    { detached: true, stdio: 'pipe', env: environment(scratch) },
  );
  const killGroup = () => signalGroup(child, 'SIGKILL');
  process.on('exit', killGroup);
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<string>((resolve) => {
    child.on('exit', (code, signal) => resolve(`VS Code’s server ended (${code ?? signal}).`));
    child.on('error', (error) => resolve(error.message));
  });
  return {
    port: await listeningPort(child, ended, logFile),
    logFile,
    ended,
    async stop() {
      signalGroup(child, 'SIGTERM');
      for (let tries = 0; tries < 10 && signalGroup(child, 0); tries++) await sleep(50);
      killGroup();
      // Or it still writes into the scratch folder while that is removed.
      for (let tries = 0; tries < 40 && signalGroup(child, 0); tries++) await sleep(25);
      process.off('exit', killGroup);
      log.end();
    },
  };
}

export interface WindowContents {
  readonly folder?: string;
  readonly workspace?: string;
  readonly file?: string;
  readonly developmentFolders?: readonly string[];
  /** The module whose `run()` the extension host calls. */
  readonly tests?: string;
}

/** The address that opens a window on `contents`. */
export function windowAddress(server: EditorServer, contents: WindowContents): string {
  const { folder, workspace, file, developmentFolders = [], tests } = contents;
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
  const query = new URLSearchParams();
  if (folder) query.set('folder', folder);
  else if (workspace) query.set('workspace', workspace);
  else query.set('ew', 'true');
  const payload = [
    ...(file ? [['openFile', remote(file)]] : []),
    ...developmentFolders.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${server.port}/?${query}`;
}

/** The last lines of the server's log. */
export function logTail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-30).join('\n') : '';
}

// Preloaded into the server alone: it ends with our end of its standard input, however we ended.
const dieWithParent = `data:text/javascript,${encodeURIComponent(
  "if (process.argv[1]?.endsWith('server-main.js')) process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();",
)}`;

function listeningPort(child: ChildProcess, ended: Promise<string>, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${logTail(logFile)}`));
    const timer = setTimeout(() => fail(`VS Code’s server did not start in ${startLimit / 1000} s.`), startLimit);
    void ended.then((why) => {
      clearTimeout(timer);
      fail(why);
    });
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      if (printed.length < 100_000) printed += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

/** Whether the group was there to be signalled. Signal 0 only asks. */
function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  if (!pid) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** Without what a VS Code we were started from set for its own processes; with everything temporary inside `scratch`. */
function environment(scratch: Scratch): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    // No marketplace to ask.
    EXTENSIONS_GALLERY: '{}',
    XDG_RUNTIME_DIR: scratch.folder('run'),
    TMPDIR: scratch.folder('tmp'),
  };
}

function writeSettings(userDataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const file = join(userDataDir, 'User/settings.json');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
