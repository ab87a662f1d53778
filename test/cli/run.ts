import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run of the built command line ended, and what it wrote. */
export interface Run {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

// Reading the program anew takes most of a short run.
const compileCache = join(tmpdir(), 'collab-compile-cache');

export const program = join(process.cwd(), 'dist', 'cli.js');

/** Runs `collab` with these arguments. The reader's own language and colours do not count: it is English, without colours. */
export function collab(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return node([program, ...args], options);
}

/** Runs Node with these arguments. A run that hangs is ended by a signal. */
export function node(args: readonly string[], { cwd, input = '', env = {} }: RunOptions = {}): Promise<Run> {
  const { FORCE_COLOR, NO_COLOR, LANG, LC_MESSAGES, ...inherited } = process.env;
  const own = { LC_ALL: 'C', NODE_COMPILE_CACHE: compileCache, ...env };
  const child = spawn(process.execPath, args, { cwd, env: { ...inherited, ...own }, timeout: 20_000 });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A program that ends without reading its input is no error here.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
