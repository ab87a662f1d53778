// `npm test`: every stage, or those named: npm test -- lint unit. The last line adds up what they found.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

interface Stage {
  readonly name: string;
  /** Scripts for Node, with their arguments, run one after the other. */
  readonly commands: readonly (readonly string[])[];
  /** `checks` pass or fail as a whole; `tests` are counted by mocha. */
  readonly counts: 'checks' | 'tests';
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Ending {
  readonly code: number | null;
  readonly output: string;
}

/** Milliseconds after which a command is taken for one that hangs, and ended. */
const limit = 15 * 60_000;

const out = join('out', 'test');
const editor = join(out, 'editor');
const bundles = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .map((name) => join(out, name))
  .filter((file) => file.endsWith('.test.js'))
  .sort();
const walks = bundles.filter((file) => dirname(file) === editor);
const suites = bundles.filter((file) => dirname(file) === join(editor, 'suite'));
const clients = bundles.filter((file) => dirname(file) === join(out, 'clients'));
const units = bundles.filter((file) => ![...walks, ...suites, ...clients].includes(file));

const stages: readonly Stage[] = [
  {
    name: 'lint',
    counts: 'checks',
    commands: [
      ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
      ['node_modules/typescript/bin/tsc', '--noEmit'],
      ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/src/views/live/page'],
    ],
  },
  { name: 'unit', counts: 'tests', commands: [mocha(units)] },
  { name: 'clients', counts: 'tests', commands: [mocha(clients)] },
  { name: 'editor', counts: 'tests', commands: [[join(editor, 'run.js')]] },
  { name: 'ui', counts: 'tests', commands: walks.map((file) => mocha([file])) },
];

void run(process.argv.slice(2));

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new Error(`There is no stage ${unknown.join(', ')}: ${stages.map(({ name }) => name).join(', ')}.`);
  const found: Counts[] = [];
  for (const { name, counts, commands } of stages) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const command of commands) {
      const started = performance.now();
      console.log(`\n── ${name}: ${basename(command[0] ?? '')} ──`);
      const ending = await finished(command);
      const count = counts === 'checks' ? check(ending) : tests(ending);
      console.log(
        `── ${name}: ${count.passed} passed, ${count.failed} failed in ${((performance.now() - started) / 1000).toFixed(1)} s ──`,
      );
      found.push(count);
    }
  }
  const passed = found.reduce((sum, count) => sum + count.passed, 0);
  const failed = found.reduce((sum, count) => sum + count.failed, 0);
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

function mocha(files: readonly string[]): readonly string[] {
  return ['node_modules/mocha/bin/mocha.js', '--timeout', '30000', '--forbid-only', '--forbid-pending', ...files];
}

function check({ code }: Ending): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** An exit code alone proves nothing: a run that counts no passing test has failed. */
function tests({ code, output }: Ending): Counts {
  const passed = Number(/^ *(\d+) passing\b/m.exec(output)?.[1] ?? 0);
  const failed = Number(/^ *(\d+) failing\b/m.exec(output)?.[1] ?? 0);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

function finished(command: readonly string[]): Promise<Ending> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'], timeout: limit });
  let output = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      if (signal) console.log(`Ended by ${signal}.`);
      resolve({ code, output });
    });
  });
}
