import { readdirSync, readFileSync } from 'node:fs';

/** Bytes of memory. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** What a process and all its descendants hold in memory; null where the system has no `/proc` to tell. */
export function memoryOfTree(pid: number): Memory | null {
  const status = read(`/proc/${pid}/status`);
  if (status === undefined) return null;
  const trees = children(pid).map((child) => memoryOfTree(child) ?? { now: 0, peak: 0 });
  return trees.reduce((sum, { now, peak }) => ({ now: sum.now + now, peak: sum.peak + peak }), {
    now: field(status, 'VmRSS'),
    peak: field(status, 'VmHWM'),
  });
}

function children(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => read(`/proc/${pid}/task/${thread}/children`) ?? '')
    .flatMap((line) => line.split(' '))
    .filter((child) => child.trim() !== '')
    .map(Number);
}

/** The system gives these figures in kibibytes. */
function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
