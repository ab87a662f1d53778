import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStaff } from './reading';
import type { Staff } from './staffs';

// The programme of docs/planning.md, written for another solver, GLPK.

const place = '/usr/bin/glpsol';

export interface Optimum {
  readonly uncovered: number;
  readonly overloadDays: number;
  readonly changes: number;
  readonly gain: number;
}

/** Level after level, each fixed before the next. */
export function optimumByGlpk(staff: Staff): Optimum {
  const { objectives, rows, bounds, binaries } = written(staff);
  const fixed: string[] = [];
  const best = (['uncovered', 'overloadDays', 'changes', 'gain'] as const).map((level) => {
    const { terms, apart } = objectives[level];
    const sum = terms.length > 0 ? terms.join(' ') : '0 nothing';
    const text = `Minimize\n obj: ${sum}\nSubject To\n${[...rows, ...fixed].join('\n')}\nBounds\n${bounds.join('\n')}\nBinaries\n ${binaries.join(' ')}\nEnd\n`;
    const value = solvedByGlpk(text);
    fixed.push(` fixed_${level}: ${sum} <= ${value + 1e-6}`);
    return value + apart;
  });
  const [uncovered = 0, overloadDays = 0, changes = 0, loss = 0] = best;
  return { uncovered, overloadDays, changes, gain: -loss };
}

interface Objective {
  readonly terms: readonly string[];
  readonly apart: number;
}

function written(staff: Staff) {
  const rows = [' free: nothing >= 0'];
  const bounds = ['0 <= nothing <= 0'];
  const binaries: string[] = [];
  const uncovered = { terms: [] as string[], apart: 0 };
  const changes = { terms: [] as string[], apart: 0 };
  const gain = { terms: [] as string[], apart: 0 };
  const loads = new Map<string, string[]>();
  for (const [t, task] of readStaff(staff).entries()) {
    const x = (name: string) => `x_${t}_${name.replace('-', '')}`;
    const s = (name: string) => `s_${t}_${name.replace('-', '')}`;
    const names = task.candidates.map(({ name }) => name);
    for (const name of names) {
      binaries.push(x(name));
      rows.push(` least_${s(name)}: ${s(name)} - 0.1 ${x(name)} >= 0`, ` most_${s(name)}: ${s(name)} - ${x(name)} <= 0`);
      rows.push(` some_${x(name)}: z_${t} - ${x(name)} >= 0`);
      if (task.now.has(name)) {
        changes.apart++;
        changes.terms.push(`- ${x(name)}`);
      } else {
        changes.terms.push(`+ ${x(name)}`);
        gain.terms.push(`- ${task.gain.get(name) ?? 0} ${x(name)}`);
      }
      loads.set(name, [...(loads.get(name) ?? []), `+ ${task.days} ${s(name)}`]);
    }
    bounds.push(`0 <= z_${t} <= 1`);
    rows.push(` none_${t}: z_${t}${names.map((name) => ` - ${x(name)}`).join('')} <= 0`);
    rows.push(` shares_${t}: ${names.map((name) => `+ ${s(name)}`).join(' ')} - ${Math.max(0, 1 - task.fixed)} z_${t} = 0`);
    if (names.length > 0) rows.push(` seats_${t}: ${names.map((name) => `+ ${x(name)}`).join(' ')} <= ${task.most}`);
    for (const [d, { isMet, by }] of task.demands.entries()) {
      if (isMet) continue;
      uncovered.apart += task.weight;
      uncovered.terms.push(`- ${task.weight} y_${t}_${d}`);
      bounds.push(`0 <= y_${t}_${d} <= 1`);
      rows.push(` demand_${t}_${d}: y_${t}_${d}${[...by].map((name) => ` - ${x(name)}`).join('')} <= 0`);
    }
  }
  const over: string[] = [];
  for (const { name, days, present } of staff.members) {
    const load = loads.get(name);
    if (!present || days === null || !load) continue;
    const o = `o_${name.replace('-', '')}`;
    over.push(`+ ${o}`);
    rows.push(` days_${o}: ${load.join(' ')} - ${o} <= ${days}`);
  }
  const objectives: Record<keyof Optimum, Objective> = { uncovered, overloadDays: { terms: over, apart: 0 }, changes, gain };
  return { objectives, rows, bounds, binaries: binaries.length > 0 ? binaries : ['nothing'] };
}

function solvedByGlpk(text: string): number {
  installGlpk();
  const folder = mkdtempSync(join(tmpdir(), 'collab-glpk-'));
  try {
    writeFileSync(join(folder, 'problem.lp'), text);
    const { status, stdout } = spawnSync(place, ['--lp', 'problem.lp', '--write', 'solution'], { cwd: folder, encoding: 'utf8' });
    const [, , , , state, value] = /^s mip (\d+) (\d+) (\w) (\S+)$/m.exec(readFileSync(join(folder, 'solution'), 'utf8'))?.values() ?? [];
    const [found] = [value ?? state];
    if (status !== 0 || found === undefined) throw new Error(`glpsol failed:\n${stdout}`);
    return Number(found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where it is missing, the system is a Debian and we may. */
function installGlpk(): void {
  if (existsSync(place)) return;
  const command = 'apt-get install --no-install-recommends glpk-utils';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`glpsol is missing. Install it (on Debian: ${command}).`);
  console.error('Installing glpk-utils with apt-get, once.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'glpk-utils']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
}
