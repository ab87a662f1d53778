import type { Optimum } from './glpsol';
import { type ReadTask, readStaff } from './reading';
import type { Staff } from './staffs';

/** Every choice of members for every task, one by one. Members are few. */
export function optimumByTrying(staff: Staff): Optimum {
  const tasks = readStaff(staff);
  const days = new Map(staff.members.map((member) => [member.name, member.days ?? Number.POSITIVE_INFINITY]));
  let best: Optimum | null = null;
  for (const choice of combinations(tasks.map(choicesFor))) {
    const found = figuresOf(tasks, choice, days);
    if (!best || compare(found, best) < 0) best = found;
  }
  if (!best) throw new Error('There is no choice.');
  return best;
}

type Choice = readonly string[];

function choicesFor({ candidates, most, fixed }: ReadTask): readonly Choice[] {
  const all: Choice[] = [[]];
  for (const { name } of candidates) all.push(...all.map((choice) => [...choice, name]));
  return all.filter((choice) => choice.length <= most && 0.1 * choice.length <= Math.max(0, 1 - fixed) + 1e-9);
}

function* combinations(options: readonly (readonly Choice[])[]): Generator<readonly Choice[]> {
  const [first, ...rest] = options;
  if (!first) yield [];
  else for (const choice of first) for (const others of combinations(rest)) yield [choice, ...others];
}

function figuresOf(tasks: readonly ReadTask[], choice: readonly Choice[], days: ReadonlyMap<string, number>): Optimum {
  let [uncovered, changes, gain] = [0, 0, 0];
  for (const [at, task] of tasks.entries()) {
    const on = choice[at] ?? [];
    uncovered += task.weight * task.demands.filter(({ isMet, by }) => !isMet && !on.some((name) => by.has(name))).length;
    const added = on.filter((name) => !task.now.has(name));
    changes += added.length + [...task.now.keys()].filter((name) => !on.includes(name)).length;
    gain += added.reduce((sum, name) => sum + (task.gain.get(name) ?? 0), 0);
  }
  return { uncovered, overloadDays: leastOverload(tasks, choice, days), changes, gain };
}

/**
 * Days that are lacking when shares are chosen best: of all groups of members, the most that a group must do beyond its days. A group must
 * do all of a task that only it is on, and a tenth for each of its members on another.
 */
function leastOverload(tasks: readonly ReadTask[], choice: readonly Choice[], days: ReadonlyMap<string, number>): number {
  const names = [...days.keys()];
  let most = 0;
  for (let group = 1; group < 2 ** names.length; group++) {
    const isIn = (name: string) => ((group >> names.indexOf(name)) & 1) === 1;
    let lacking = 0;
    for (const name of names) if (isIn(name)) lacking -= days.get(name) ?? 0;
    for (const [at, task] of tasks.entries()) {
      const on = choice[at] ?? [];
      const inGroup = on.filter(isIn).length;
      if (on.length > 0) lacking += task.days * (inGroup === on.length ? 1 - task.fixed : 0.1 * inGroup);
    }
    most = Math.max(most, lacking);
  }
  return most;
}

function compare(a: Optimum, b: Optimum): number {
  const differences = [a.uncovered - b.uncovered, a.overloadDays - b.overloadDays, a.changes - b.changes, b.gain - a.gain];
  return differences.find((difference) => Math.abs(difference) > 1e-6) ?? 0;
}
