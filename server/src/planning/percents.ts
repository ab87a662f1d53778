import { Allocation } from './allocation';
import { leastShare, type PlannedTask, type Programme, type Staffing } from './programme';
import { daysNow, placesNow } from './rebalance';

const hair = 1e-9;
const leastPercent = leastShare * 100;

/**
 * `staffing` with the same people in whole percents: of each task those of its members, with what its stakeholders keep, are 100. A task
 * whose members and shares may stay as they are keeps them to the letter. Of shares that lack as few days those nearest to equal ones, or to
 * what they are now, are taken; `staffing` itself shows the way where that lacks more days.
 */
export function inWholePercents(programme: Programme, staffing: Staffing): Staffing {
  const settled = new Percents(programme, staffing, (task, places) => daysNow(task, places));
  settled.balance();
  const wanted = Allocation.empty(programme);
  for (const [at, task] of programme.tasks.entries()) {
    const places = placesIn(staffing[at] ?? []);
    wanted.seat(
      at,
      places,
      places.map((place) => (staffing[at]?.[place] ?? 0) * task.effort),
    );
  }
  if (settled.overload <= wanted.overload + hair) return settled.staffing();
  const followed = new Percents(programme, staffing, (task, places, at) =>
    places.map((place) => (staffing[at]?.[place] ?? 0) * task.effort),
  );
  followed.balance();
  return followed.overload < settled.overload - hair ? followed.staffing() : settled.staffing();
}

/** Whole numbers near to `parts`, none below `least`, that add up to `sum`: the largest remainders are rounded up. */
export function wholeParts(parts: readonly number[], sum: number, least = 0): readonly number[] {
  const whole = parts.map((part) => Math.max(least, Math.floor(part + hair)));
  const byRemainder = [...parts.keys()].sort((a, b) => (parts[b] ?? 0) - (whole[b] ?? 0) - ((parts[a] ?? 0) - (whole[a] ?? 0)) || a - b);
  let left = sum - whole.reduce((total, part) => total + part, 0);
  for (let turn = 0; left > 0 && parts.length > 0; turn++, left--) {
    const at = byRemainder[turn % parts.length] ?? 0;
    whole[at] = (whole[at] ?? 0) + 1;
  }
  // What the least takes is given by those who have most.
  for (; left < 0; left++) {
    const most = whole.indexOf(Math.max(...whole));
    whole[most] = (whole[most] ?? 0) - 1;
  }
  return whole;
}

/** How many of a hundred percents the members of a task share. */
export function percentsOfMembers({ fixed }: PlannedTask): number {
  return 100 - Math.round(fixed * 100);
}

interface Step {
  readonly from: number;
  readonly into: number;
}

/** Seats in whole percents, but for tasks that stay as they are. */
class Percents {
  readonly #allocation: Allocation;
  /** Of each taken seat, but for tasks that stay. */
  readonly #percents: Float64Array;
  readonly #stays: boolean[];

  constructor(
    private readonly programme: Programme,
    staffing: Staffing,
    daysOf: (task: PlannedTask, places: readonly number[], at: number) => readonly number[],
  ) {
    this.#allocation = Allocation.empty(programme);
    this.#percents = new Float64Array(this.#allocation.days.length);
    this.#stays = programme.tasks.map(() => true);
    for (const [at, task] of programme.tasks.entries()) {
      const places = placesIn(staffing[at] ?? []);
      const days = daysOf(task, places, at);
      this.#allocation.seat(at, places, days);
      if (!isAsNow(task, places, days)) this.#makeWhole(at);
    }
  }

  get overload(): number {
    return this.#allocation.overload;
  }

  /** Moves percents from members who lack days to those who have some left, as long as that helps. */
  balance(): void {
    for (;;) {
      const over = [...this.#allocation.load.keys()].filter((member) => this.#allocation.excess(member) > hair);
      over.sort((a, b) => this.#allocation.excess(b) - this.#allocation.excess(a));
      if (!over.some((member) => this.#relieve(member))) return;
    }
  }

  staffing(): Staffing {
    return this.programme.tasks.map((task, at) => {
      const first = this.#allocation.starts[at] ?? 0;
      return task.candidates.map(({ now }, place) => {
        if (!this.#allocation.taken[first + place]) return null;
        return this.#stays[at] ? now : (this.#percents[first + place] ?? 0) / 100;
      });
    });
  }

  /** Along the first way to somebody with days left on which it helps. */
  #relieve(member: number): boolean {
    const came = new Map<number, Step & { readonly before: number }>();
    const queue = [member];
    for (const here of queue) {
      for (const { to, from, into } of this.#allocation.ways(here)) {
        if (to === member || came.has(to)) continue;
        came.set(to, { from, into, before: here });
        if (this.#allocation.slack(to) <= hair) queue.push(to);
        else if (this.#send(member, stepsTo(to, member, came))) return true;
      }
    }
    return false;
  }

  /** Sends as many days along `steps` as `member` lacks, rounded up, else down; takes it back where more days would be lacking than before. */
  #send(member: number, steps: readonly Step[]): boolean {
    for (const { from } of steps) this.#makeWhole(this.#allocation.taskOf[from] ?? 0);
    for (const round of [Math.ceil, Math.floor]) {
      const before = this.overload;
      const moved: (Step & { readonly percents: number })[] = [];
      let days = this.#allocation.excess(member);
      for (const step of steps) {
        const onePercent = (this.programme.tasks[this.#allocation.taskOf[step.from] ?? 0]?.effort ?? 0) / 100;
        const room = (this.#percents[step.from] ?? 0) - leastPercent;
        const percents = Math.max(0, Math.min(room, round(days / onePercent - hair)));
        this.#move(step, percents);
        moved.push({ ...step, percents });
        days = this.#allocation.excess(this.#allocation.memberOf[step.into] ?? 0);
      }
      if (this.overload < before - hair) return true;
      for (const step of moved) this.#move(step, -step.percents);
    }
    return false;
  }

  #move({ from, into }: Step, percents: number): void {
    const effort = this.programme.tasks[this.#allocation.taskOf[from] ?? 0]?.effort ?? 0;
    this.#percents[from] = (this.#percents[from] ?? 0) - percents;
    this.#percents[into] = (this.#percents[into] ?? 0) + percents;
    this.#allocation.set(from, (effort * (this.#percents[from] ?? 0)) / 100);
    this.#allocation.set(into, (effort * (this.#percents[into] ?? 0)) / 100);
  }

  #makeWhole(at: number): void {
    if (!this.#stays[at]) return;
    this.#stays[at] = false;
    const task = this.programme.tasks[at];
    if (!task) return;
    const first = this.#allocation.starts[at] ?? 0;
    const places = this.#allocation.placesOn(at);
    const sum = percentsOfMembers(task);
    const parts =
      task.effort > 0
        ? places.map((place) => ((this.#allocation.days[first + place] ?? 0) / task.effort) * 100)
        : daysNow({ ...task, effort: 100 }, places);
    const whole = wholeParts(parts, sum, leastPercent);
    for (const [turn, place] of places.entries()) {
      this.#percents[first + place] = whole[turn] ?? 0;
      this.#allocation.set(first + place, (task.effort * (whole[turn] ?? 0)) / 100);
    }
  }
}

function stepsTo(end: number, member: number, came: ReadonlyMap<number, Step & { readonly before: number }>): readonly Step[] {
  const steps: Step[] = [];
  for (let at = end; at !== member; ) {
    const step = came.get(at);
    if (!step) break;
    steps.unshift(step);
    at = step.before;
  }
  return steps;
}

function placesIn(seats: readonly (number | null)[]): readonly number[] {
  return seats.flatMap((share, place) => (share === null ? [] : [place]));
}

/** Are those who are on `task` at `places` those who are on it now, with the same days? */
function isAsNow(task: PlannedTask, places: readonly number[], days: readonly number[]): boolean {
  const now = placesNow(task);
  if (now.join() !== places.join()) return false;
  const whole = now.reduce((sum, place) => sum + (task.candidates[place]?.now ?? 0), task.fixed);
  if (now.length > 0 && Math.abs(whole - 1) > hair) return false;
  return places.every((place, at) => {
    const share = task.candidates[place]?.now ?? 0;
    return share >= leastShare - hair && Math.abs(share * task.effort - (days[at] ?? 0)) < hair;
  });
}
