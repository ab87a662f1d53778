// Bundles the products into dist/ and the tests into out/test/.
//   node esbuild.js [--production | --watch]
// --production minifies the products and leaves the tests out.
const esbuild = require('esbuild');
const { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  sourcemap: true,
  minify: production,
  logLevel: 'warning',
  metafile: true,
  // The build of it that finds its way without `import.meta`.
  alias: { highs: require.resolve('highs') },
};

const products = [
  { ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...common,
    ...{ platform: 'browser', target: 'chrome128', format: 'iife' },
    entryPoints: ['client/src/views/live/page/main.ts'],
    outfile: 'dist/liveView.js',
  },
  { ...common, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js' },
  { ...common, entryPoints: ['server/src/lsp/worker.ts'], outfile: 'dist/worker.js' },
  { ...common, entryPoints: ['server/src/host/solverWorker.ts'], outfile: 'dist/solver.js' },
  { ...common, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

/** What the solver loads lies beside it. */
function copyWasm() {
  mkdirSync('dist', { recursive: true });
  copyFileSync(require.resolve('highs/runtime'), 'dist/highs.wasm');
}

/** What of test/ is started by itself; all else is bundled into these. */
const testTools = [
  'test/all.ts',
  'test/bench/bench.ts',
  'test/editor/index.ts',
  'test/editor/run.ts',
  'test/editor/start.ts',
  'test/editor/launcher/code.ts',
];

function tests() {
  const suites = readdirSync('test', { recursive: true })
    .map((name) => join('test', name))
    .filter((name) => name.endsWith('.test.ts'));
  return {
    ...common,
    entryPoints: [...suites, ...testTools].filter(existsSync),
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'mocha', 'esbuild', 'playwright-core', '@vscode/test-electron'],
  };
}

/** @vscode/test-electron starts it as if it were desktop VS Code. */
const launcher = 'out/test/editor/launcher/code.js';

/** Bundles of tests that are gone would be run for ever. */
function removeStale(written) {
  for (const entry of readdirSync('out/test', { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(file)) rmSync(file, { force: true });
  }
}

async function build() {
  copyWasm();
  const jobs = production ? products : [...products, tests()];
  const results = await Promise.allSettled(jobs.map((options) => esbuild.build(options)));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
  const tested = results[products.length];
  if (tested?.status !== 'fulfilled') return;
  removeStale(new Set(Object.keys(tested.value.metafile.outputs).map((file) => join(file))));
  if (existsSync(launcher)) chmodSync(launcher, 0o755);
}

async function keepBuilding() {
  copyWasm();
  for (const options of [...products, tests()]) await (await esbuild.context(options)).watch();
  console.log('Watching. New test files are picked up at the next start.');
}

void (watch ? keepBuilding() : build());
