import { leastShare, type Programme, type Staffing } from './programme';

const hair = 1e-9;

/** All candidates of all tasks as seats in one row, task by task. */
interface Seats {
  readonly programme: Programme;
  /** Where the seats of each task begin, and behind them all where they end. */
  readonly starts: Int32Array;
  readonly taskOf: Int32Array;
  readonly memberOf: Int32Array;
  /** The seats of each member. */
  readonly seatsOf: readonly (readonly number[])[];
  /** Fewest days of each task that go with a seat. */
  readonly least: Float64Array;
}

/**
 * Who does how many days of what, to be changed step by step: days move from member to member along seats that are taken, so that nobody
 * falls below the least share of a task.
 */
export class Allocation implements Seats {
  declare readonly programme: Programme;
  declare readonly starts: Int32Array;
  declare readonly taskOf: Int32Array;
  declare readonly memberOf: Int32Array;
  declare readonly seatsOf: readonly (readonly number[])[];
  declare readonly least: Float64Array;

  private constructor(
    private readonly seats: Seats,
    readonly taken: Uint8Array,
    /** Of each seat. */
    readonly days: Float64Array,
    /** Of each member. */
    readonly load: Float64Array,
  ) {
    Object.assign(this, seats);
  }

  /** Nobody is on anything; `least` is the part of its effort that everyone on a task is to have at least. */
  static empty(programme: Programme, least = leastShare): Allocation {
    const seats = seatsOf(programme, least);
    const count = seats.taskOf.length;
    return new Allocation(seats, new Uint8Array(count), new Float64Array(count), new Float64Array(programme.available.length));
  }

  copy(): Allocation {
    return new Allocation(this.seats, this.taken.slice(), this.days.slice(), this.load.slice());
  }

  /** The places of those who are on `task`, among its candidates. */
  placesOn(task: number): readonly number[] {
    const places: number[] = [];
    const first = this.starts[task] ?? 0;
    for (let seat = first; seat < (this.starts[task + 1] ?? 0); seat++) if (this.taken[seat]) places.push(seat - first);
    return places;
  }

  /** Gives `task` to its candidates at `places`, in these days. */
  seat(task: number, places: readonly number[], days: readonly number[]): void {
    const first = this.starts[task] ?? 0;
    for (let seat = first; seat < (this.starts[task + 1] ?? 0); seat++) {
      const at = places.indexOf(seat - first);
      this.set(seat, at < 0 ? 0 : (days[at] ?? 0));
      this.taken[seat] = at < 0 ? 0 : 1;
    }
  }

  /** Days that members lack. */
  get overload(): number {
    let sum = 0;
    for (let member = 0; member < this.load.length; member++) sum += this.excess(member);
    return sum;
  }

  /** Days of `member` beyond those they have. */
  excess(member: number): number {
    const limit = this.programme.available[member] ?? null;
    return limit === null ? 0 : Math.max(0, (this.load[member] ?? 0) - limit);
  }

  /** Days that `member` has left. */
  slack(member: number): number {
    const limit = this.programme.available[member] ?? null;
    return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - (this.load[member] ?? 0));
  }

  /** Moves days along taken seats from members who lack days to those who have some left, as long as there is a way. */
  balance(): void {
    for (;;) {
      const over = [...this.load.keys()].filter((member) => this.excess(member) > hair);
      over.sort((a, b) => this.excess(b) - this.excess(a));
      if (!over.some((member) => this.#relieve(member))) return;
    }
  }

  /** Those whom days of members who lack some could reach along taken seats. */
  saturated(): Uint8Array {
    const seen = new Uint8Array(this.load.length);
    const queue = [...this.load.keys()].filter((member) => this.excess(member) > hair);
    for (const member of queue) seen[member] = 1;
    for (const member of queue) {
      for (const { to } of this.ways(member)) {
        if (seen[to]) continue;
        seen[to] = 1;
        queue.push(to);
      }
    }
    return seen;
  }

  /** Where days of `member` can go, each with the seat that gives and the one that takes. */
  *ways(member: number): Generator<{ readonly to: number; readonly from: number; readonly into: number }> {
    for (const from of this.seatsOf[member] ?? []) {
      const task = this.taskOf[from] ?? 0;
      if (!this.taken[from] || (this.days[from] ?? 0) <= (this.least[task] ?? 0) + hair) continue;
      for (let into = this.starts[task] ?? 0; into < (this.starts[task + 1] ?? 0); into++) {
        if (into !== from && this.taken[into]) yield { to: this.memberOf[into] ?? 0, from, into };
      }
    }
  }

  /** Moves `days` from seat to seat. */
  move(from: number, into: number, days: number): void {
    this.set(from, (this.days[from] ?? 0) - days);
    this.set(into, (this.days[into] ?? 0) + days);
  }

  /** Puts `days` in the place of those of `seat`. */
  set(seat: number, days: number): void {
    const member = this.memberOf[seat] ?? 0;
    this.load[member] = (this.load[member] ?? 0) + days - (this.days[seat] ?? 0);
    this.days[seat] = days;
  }

  staffing(): Staffing {
    return this.programme.tasks.map(({ effort, fixed, candidates }, task) => {
      const first = this.starts[task] ?? 0;
      const seats = this.placesOn(task).length;
      return candidates.map((_, place) => {
        if (!this.taken[first + place]) return null;
        return effort > 0 ? (this.days[first + place] ?? 0) / effort : (1 - fixed) / seats;
      });
    });
  }

  /** Along the shortest way to somebody with days left; false where there is none. */
  #relieve(member: number): boolean {
    const came = new Map<number, { readonly from: number; readonly into: number; readonly before: number }>();
    const queue = [member];
    for (const here of queue) {
      for (const { to, from, into } of this.ways(here)) {
        if (to === member || came.has(to)) continue;
        came.set(to, { from, into, before: here });
        if (this.slack(to) > hair) return this.#send(member, to, came);
        queue.push(to);
      }
    }
    return false;
  }

  #send(
    member: number,
    end: number,
    came: ReadonlyMap<number, { readonly from: number; readonly into: number; readonly before: number }>,
  ): true {
    const steps: { readonly from: number; readonly into: number }[] = [];
    for (let at = end; at !== member; ) {
      const step = came.get(at);
      if (!step) break;
      steps.push(step);
      at = step.before;
    }
    const room = steps.map(({ from }) => (this.days[from] ?? 0) - (this.least[this.taskOf[from] ?? 0] ?? 0));
    const days = Math.min(this.excess(member), this.slack(end), ...room);
    for (const { from, into } of steps) this.move(from, into, days);
    return true;
  }
}

function seatsOf(programme: Programme, least: number): Seats {
  const { available, tasks } = programme;
  const starts = new Int32Array(tasks.length + 1);
  const taskOf: number[] = [];
  const memberOf: number[] = [];
  const byMember: number[][] = available.map(() => []);
  for (const [at, { candidates }] of tasks.entries()) {
    for (const { member } of candidates) {
      byMember[member]?.push(taskOf.length);
      taskOf.push(at);
      memberOf.push(member);
    }
    starts[at + 1] = taskOf.length;
  }
  return {
    programme,
    starts,
    taskOf: Int32Array.from(taskOf),
    memberOf: Int32Array.from(memberOf),
    seatsOf: byMember,
    least: Float64Array.from(tasks, ({ effort }) => effort * least),
  };
}
