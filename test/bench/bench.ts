import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateWithBroker } from './broker';
import { generate, sizes } from './generate';
import { type Measures, measure } from './measure';
import { planFigures } from './plan';
import { type Project, projectIn, writeFiles } from './project';
import { often } from './questions';
import { type Aim, type Figure, figure, percentile, table } from './statistics';

type SizeName = keyof typeof sizes;

const usage = `npm run bench -- [--size S|M|L|B|plan|all] [--seed N] [--json]
npm run bench -- --size S|M|L|B --write FOLDER [--seed N]

Starts the built server on generated projects and prints how fast it answers.
  --size   S 20 files and 2,000 lines, M 200 and 20,000, L 1,000 and 200,000,
           B as L, with one member between all teams; plan: plans (default: all)
  --seed   another project of the same size (default: 1)
  --json   the figures as JSON, in milliseconds and bytes
  --write  only writes the project into a folder that is new or empty`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      write: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const names = Object.keys(sizes).filter((name): name is SizeName => values.size === 'all' || values.size === name);
  const seed = Number(values.seed);
  if (values.help) return console.log(usage);
  const plans = values.size === 'all' || values.size === 'plan';
  if ((names.length === 0 && !plans) || !Number.isSafeInteger(seed)) throw new Error(usage);
  if (values.write !== undefined) {
    const [name, ...others] = names;
    if (name === undefined || others.length > 0) throw new Error('--write wants one size.');
    return writeFiles(filesOf(name, seed), values.write);
  }
  const machine = machineNow();
  const results: Result[] = [];
  if (!values.json) console.log(`${machineInWords(machine)}\n`);
  for (const name of names) {
    const result = await resultOf(name, seed);
    results.push(result);
    if (!values.json) console.log(`${inWords(result)}\n`);
  }
  const plan = plans ? await planFigures(seed) : null;
  if (plan && !values.json) console.log(`${table(plan.figures)}\n${plan.notes.join('\n')}\n`);
  if (values.json) console.log(JSON.stringify({ version: 1, machine, sizes: results, plan }, null, 2));
}

/** What the figures depend on besides the code. */
interface Machine {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  /** How many processes wanted a core during the minute before. */
  readonly load: number;
}

function machineNow(): Machine {
  return { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load: loadavg()[0] ?? 0 };
}

function machineInWords({ node, processor, cores, load }: Machine): string {
  const warning = load > cores / 2 ? ': the machine is busy, the figures are worse than they need be' : '';
  return `Node ${node}, ${processor}, ${cores} cores, load ${load.toFixed(1)}${warning}`;
}

interface Result {
  readonly size: SizeName;
  readonly file: string;
  readonly fileLines: number;
  readonly findings: number;
  readonly figures: readonly Figure[];
  readonly memory: Measures['memory'];
}

async function resultOf(size: SizeName, seed: number): Promise<Result> {
  const cli = resolve('dist/cli.js');
  if (!existsSync(cli)) throw new Error('dist/cli.js is not there: run `npm run build` in the project’s folder first.');
  const folder = mkdtempSync(join(tmpdir(), 'collab-bench-'));
  try {
    const files = filesOf(size, seed);
    writeFiles(new Map([...files, ['collab.config.json', '{ "today": "2026-04-10" }\n']]), folder);
    const project = projectIn(folder, files);
    const measures = await measure({ command: process.execPath, args: [cli, 'lsp', '--stdio'] }, project);
    return summary(size, project, measures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(size: SizeName, seed: number): ReadonlyMap<string, string> {
  return size === 'B' ? generateWithBroker(sizes.B, seed) : generate(sizes[size], seed);
}

function summary(size: SizeName, { path, lines }: Project, measures: Measures): Result {
  const own = 2 * percentile(measures.floor, 50) + 5;
  const ownAim: Aim = { of: 'median', limit: own, words: `median ≤ 2 × floor + 5 ms = ${own.toFixed(1)} ms` };
  const projectAim: Aim = { of: 'p95', limit: 500, words: 'p95 < 500 ms' };
  const figures = [
    figure('floor: parsing the open file alone, no model', measures.floor),
    figure('cold start → the open file’s diagnostics', measures.coldOwn),
    figure('cold start → all findings of the project', measures.coldProject),
    figure('key → the file’s own diagnostics, at rest', measures.restOwn, ownAim),
    figure('key → the file’s own diagnostics, 10 keys/s', measures.typingOwn, ownAim),
    figure('key → the file’s own diagnostics, during a check', measures.duringCheck, ownAim),
    figure('key → findings in another file', measures.otherFile, projectAim),
    figure('key → all findings of the project', measures.project, projectAim),
    figure('completion, 10 keys/s', measures.completion, { of: 'p95', limit: 50, words: 'p95 < 50 ms' }),
    figure('completion, 10 keys/s, while plans are looked for', measures.planning, { of: 'p95', limit: 50, words: 'p95 < 50 ms' }),
    figure('hover over a member', measures.questions.hover),
    figure('key → what has changed of the semantic tokens', measures.questions.tokensDelta),
    figure('symbol of the workspace, letter by letter', measures.questions.workspaceSymbol),
    figure(`hover over a name used ${often.toLocaleString('en')} times`, measures.questions.oftenHover),
    figure(`rename of a name used ${often.toLocaleString('en')} times`, measures.questions.oftenRename),
    figure(`completion of people, ${measures.people.ranked} of ${measures.people.samples.length} lists ranked`, measures.people.samples, {
      of: 'p95',
      limit: 150,
      words: 'p95 < 150 ms',
    }),
  ];
  return { size, file: path, fileLines: lines, findings: measures.findings, figures, memory: measures.memory };
}

function inWords({ size, file, fileLines, findings, figures, memory }: Result): string {
  const { files, lines, members, links, tasks } = sizes[size];
  const counted = Object.entries({ files, lines, members, links, tasks, findings }).map(
    ([word, count]) => `${count.toLocaleString('en')} ${word}`,
  );
  const held = memory === null ? 'not known on this system' : `${megabytes(memory.now)}, at most ${megabytes(memory.peak)}`;
  return [`${size}: ${counted.join(', ')}`, `open file: ${file}, ${fileLines} lines`, table(figures), `memory of the server: ${held}`].join(
    '\n',
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`;
}
