#!/usr/bin/env node
// Takes desktop VS Code's command line for a test run and runs it on the project's own editor: what
// `runTests({ vscodeExecutablePath })` of @vscode/test-electron starts. Ends with 0 only if the suite's run() resolved.
//   COLLAB_EDITOR_TIMEOUT   seconds a suite may take (300)
//   COLLAB_EDITOR_ARTIFACTS folder for the picture of the window and the server's log of a failed run
//   COLLAB_EDITOR_VERBOSE   prints all that the editor itself writes to its console
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { installedChromium, startChromium } from './chromium';
import { type CommandLine, commandLine } from './commandLine';
import { installedEditor } from './install';
import { scratchFolder } from './scratch';
import { type EditorServer, logTail, startServer, windowAddress } from './server';
import { suiteMark, suiteModule } from './suite';

const limit = Number(process.env.COLLAB_EDITOR_TIMEOUT ?? 300);
const { COLLAB_EDITOR_ARTIFACTS: artifacts, COLLAB_EDITOR_VERBOSE: verbose } = process.env;

interface Verdict {
  readonly code: number;
  /** Why the run ended without the suite's own word. */
  readonly reason?: string;
}

const scratch = scratchFolder();
const proof = join(scratch.path, 'passed');
const complaints = new Set<string>();
const { promise: verdict, resolve: end } = Promise.withResolvers<Verdict>();

process.on('exit', scratch.remove);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end({ code: 130, reason: signal }));
process.on('unhandledRejection', (error) => end({ code: 1, reason: format(error) }));

run(commandLine(process.argv.slice(2))).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

async function run(asked: CommandLine): Promise<void> {
  // Neither counts as time the server or the suite takes.
  installedChromium();
  installedEditor();
  const timer = setTimeout(() => end({ code: 124, reason: `no result after ${limit} s` }), limit * 1000);
  const [server, browser] = await Promise.all([
    startServer({
      scratch,
      mode: 'tests',
      ...(asked.userDataDir && { userDataDir: asked.userDataDir }),
      ...(asked.extensionsDir && { extensionsDir: asked.extensionsDir }),
      args: asked.locale ? ['--locale', asked.locale] : [],
    }),
    startChromium(scratch),
  ]);
  void server.ended.then((reason) => end({ code: 1, reason }));
  browser.on('close', () => end({ code: 1, reason: 'Chromium ended early' }));
  const page = browser.pages()[0] ?? (await browser.newPage());
  await listen(page);
  await page.goto(address(server, asked), { waitUntil: 'commit', timeout: 60_000 });
  const { code, reason } = await verdict;
  clearTimeout(timer);
  // Whatever hangs below, we end: what is still there then is ended by the handlers of 'exit'.
  setTimeout(() => process.exit(code), 15_000);
  if (code !== 0) await report(server, page, reason);
  await Promise.race([browser.close(), sleep(5000)]);
  await server.stop();
  scratch.remove();
  // @vscode/test-electron closes our output as soon as we end: let it read the last lines.
  await sleep(100);
  process.exit(code);
}

/** In a test window the workbench calls two globals, where they exist: with each line of its log, and at the end of the run. */
async function listen(page: Page): Promise<void> {
  let started = false;
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (code === 0) end(existsSync(proof) ? { code } : { code: 1, reason: 'the extension host ended before the suite did' });
    else end(started ? { code } : { code, reason: 'the suite could not be loaded' });
  });
  await page.exposeFunction('codeAutomationLog', (kind: string, words: readonly unknown[]) => {
    const line = format(...words);
    if (line.startsWith(suiteMark)) {
      started = true;
      const stream = kind === 'error' ? process.stderr : process.stdout;
      stream.write(`${line.slice(suiteMark.length)}\n`);
    } else if (verbose) note(`${kind} ${line}`);
    else if (kind === 'error') complaints.add(line);
  });
  page.on('crash', () => end({ code: 1, reason: 'the window crashed' }));
  page.on('console', (message) => {
    if (verbose) note(`console.${message.type()} ${message.text()}`);
    if (message.text().includes('No extension host found that can launch the test runner')) end({ code: 1, reason: message.text() });
  });
}

function address(server: EditorServer, { developmentFolders, tests, paths }: CommandLine): string {
  const suite = join(scratch.path, 'suite.cjs');
  if (!tests) throw new Error('--extensionTestsPath is missing');
  writeFileSync(suite, suiteModule(tests, proof));
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const isWorkspace = (path: string) => path.endsWith('.code-workspace');
  const folder = paths.find(isFolder);
  const workspace = paths.find(isWorkspace);
  const file = paths.find((path) => !isFolder(path) && !isWorkspace(path));
  return windowAddress(server, {
    developmentFolders,
    tests: suite,
    ...(folder && { folder }),
    ...(workspace && { workspace }),
    ...(file && { file }),
  });
}

async function report(server: EditorServer, page: Page, reason: string | undefined): Promise<void> {
  if (artifacts) {
    mkdirSync(artifacts, { recursive: true });
    copyFileSync(server.logFile, join(artifacts, 'server.log'));
    await page.screenshot({ path: join(artifacts, 'window.png'), timeout: 5000 }).catch((error) => note(format(error)));
  }
  if (!reason) return;
  note(reason);
  if (complaints.size > 0) note(`Errors in the window:\n${[...complaints].join('\n').slice(0, 4000)}`);
  note(`End of the server’s log:\n${logTail(server.logFile)}`);
}

function note(text: string): void {
  process.stderr.write(`[editor ${(performance.now() / 1000).toFixed(1)} s] ${text}\n`);
}
