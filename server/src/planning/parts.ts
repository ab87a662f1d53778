import type { PlannedTask, Programme, Staffing } from './programme';

/** A part of a programme that can be solved without the rest: the tasks in it, by their place in the whole. */
export interface Part {
  readonly programme: Programme;
  readonly tasks: readonly number[];
}

/**
 * `programme` in parts that share no member whose days are limited, the smallest first. Whoever could do all that they are a candidate for
 * has no limit; tasks that meet no limit are one part.
 */
export function partsOf(programme: Programme): readonly Part[] {
  const available = limitsThatBind(programme);
  const group = new Int32Array(available.length).map((_, member) => member);
  const root = (member: number): number => {
    let at = member;
    while (group[at] !== at) at = group[at] = group[group[at] ?? 0] ?? 0;
    return at;
  };
  const limited = programme.tasks.map(({ effort, candidates }) =>
    effort > 0 ? candidates.map(({ member }) => member).filter((member) => available[member] !== null) : [],
  );
  for (const [first, ...others] of limited) for (const other of others) group[root(other)] = root(first ?? other);

  const byRoot = new Map<number, number[]>();
  for (const [task, [first]] of limited.entries()) {
    const key = first === undefined ? -1 : root(first);
    const known = byRoot.get(key);
    if (known) known.push(task);
    else byRoot.set(key, [task]);
  }
  const parts = [...byRoot.values()].map((tasks) => partOf(programme, available, tasks));
  return parts.sort((a, b) => sizeOf(a) - sizeOf(b) || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0));
}

/** The staffing of the whole from that of each of its parts. */
export function joined({ tasks }: Programme, parts: readonly Part[], staffings: readonly Staffing[]): Staffing {
  const whole: (readonly (number | null)[])[] = tasks.map(() => []);
  for (const [at, part] of parts.entries()) {
    for (const [place, task] of part.tasks.entries()) whole[task] = staffings[at]?.[place] ?? [];
  }
  return whole;
}

/** What `staffing` of the whole says of `part`. */
export function within({ tasks }: Part, staffing: Staffing): Staffing {
  return tasks.map((task) => staffing[task] ?? []);
}

function limitsThatBind({ available, tasks }: Programme): readonly (number | null)[] {
  const most = new Float64Array(available.length);
  for (const { effort, fixed, candidates } of tasks) {
    for (const { member, now } of candidates) most[member] = (most[member] ?? 0) + effort * Math.max(1 - fixed, now ?? 0);
  }
  return available.map((limit, member) => (limit === null || (most[member] ?? 0) <= limit ? null : limit));
}

/** Members are those that some task of the part is for. */
function partOf({ tasks }: Programme, available: readonly (number | null)[], chosen: readonly number[]): Part {
  const own = chosen.flatMap((task) => tasks[task] ?? []);
  const members = [...new Set(own.flatMap(({ candidates }) => candidates.map(({ member }) => member)))].sort((a, b) => a - b);
  const places = new Map(members.map((member, at) => [member, at]));
  const renumbered = own.map(
    (task): PlannedTask => ({
      ...task,
      candidates: task.candidates.map((candidate) => ({ ...candidate, member: places.get(candidate.member) ?? 0 })),
    }),
  );
  return { programme: { available: members.map((member) => available[member] ?? null), tasks: renumbered }, tasks: chosen };
}

function sizeOf({ programme }: Part): number {
  return programme.tasks.reduce((sum, { candidates }) => sum + candidates.length, 0);
}
