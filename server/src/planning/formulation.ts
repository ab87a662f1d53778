import { leastShare, type PlannedCandidate, type PlannedTask, type Programme, type Staffing } from './programme';
import { meetsAllItCan } from './seating';
import type { Column, LinearProgramme, Row } from './solver';

/** The programme as columns and rows, and how staffings and objectives read in them. */
export interface Formulation extends LinearProgramme {
  /** Costs whose sum is the overload. */
  readonly overload: readonly number[];
  /** Costs whose sum, with the number of those who are on a task now, is the number of changes. */
  readonly changes: readonly number[];
  /** Costs whose sum is the gain, with the sign turned. */
  readonly loss: readonly number[];
  valuesOf(staffing: Staffing): readonly number[];
  staffingOf(values: ArrayLike<number>): Staffing;
}

/** Which members lack days whatever is done; where it is given, no plan but those of the least overload is left. */
export interface Settled {
  readonly saturated: Uint8Array;
}

/**
 * Columns: `on` for each candidate, `share` where the task counts for somebody's days, `staffed` for a task that need not have a member,
 * `meets` for demands of a task that cannot meet all that its candidates could, `lacks` for members who may lack days. Every task meets as
 * many demands (`met`) as it can.
 */
export function formulate(programme: Programme, met: readonly number[], settled: Settled | null): Formulation {
  const writing = new Writing(programme, settled);
  for (const [at, task] of programme.tasks.entries()) writing.task(at, task, met[at] ?? 0);
  writing.days();
  return writing.formulation();
}

type Term = readonly [column: number, value: number];

/** Columns of one candidate: whether they are on the task, and their share of it; null where that limits nobody, and any share will do. */
interface Seat {
  readonly task: number;
  readonly place: number;
  readonly on: number;
  readonly share: number | null;
}

/** A seat of a task that counts for somebody's days. */
type SharedSeat = Seat & { readonly share: number };

class Writing {
  readonly #columns: Column[] = [];
  readonly #rows: Row[] = [];
  readonly #seats: Seat[] = [];
  /** What each member has to do. */
  readonly #loads: readonly Term[][];
  readonly #lacking: number[] = [];
  /** Fill in the columns that follow from those of the seats, in this order. */
  readonly #derived: ((values: number[]) => void)[] = [];

  constructor(
    private readonly programme: Programme,
    private readonly settled: Settled | null,
  ) {
    this.#loads = programme.available.map(() => []);
  }

  task(at: number, task: PlannedTask, met: number): void {
    const seats = this.#seatsFor(at, task, met);
    this.#seats.push(...seats);
    if (seats.length === 0) return;
    const staffed = met > 0 ? null : this.#staffed(seats);
    this.#row(0, task.most, seats.map(onTerm));
    this.#share(task, seats.filter(isShared), staffed);
    this.#meet(task, seats, met);
  }

  /** Nobody does more than they have days for, or they lack some. */
  days(): void {
    for (const [member, limit] of this.programme.available.entries()) {
      const load = this.#loads[member] ?? [];
      if (limit === null || load.length === 0) continue;
      if (this.settled?.saturated[member]) this.#row(limit, Infinity, load);
      else if (this.settled) this.#row(-Infinity, limit, load);
      else {
        const lacks = this.#column(Infinity, false);
        this.#lacking.push(lacks);
        this.#row(-Infinity, limit, [...load, [lacks, -1]]);
        this.#derived.push((values) => {
          values[lacks] = Math.max(0, sumOf(load, values) - limit);
        });
      }
    }
  }

  formulation(): Formulation {
    const costs = (of: (candidate: PlannedCandidate) => number): readonly number[] => {
      const all = this.#columns.map(() => 0);
      for (const { task, place, on } of this.#seats) {
        const candidate = this.programme.tasks[task]?.candidates[place];
        if (candidate) all[on] = of(candidate);
      }
      return all;
    };
    const lacking = new Set(this.#lacking);
    return {
      columns: this.#columns,
      rows: this.#rows,
      overload: this.#columns.map((_, column) => (lacking.has(column) ? 1 : 0)),
      changes: costs(({ now }) => (now === null ? 1 : -1)),
      loss: costs(({ now, gain }) => (now === null ? -gain : 0)),
      valuesOf: (staffing) => this.#valuesOf(staffing),
      staffingOf: (values) => this.#staffingOf(values),
    };
  }

  /** Where the least overload is settled, who lacks days whatever is done does only what nobody else can do. */
  #seatsFor(at: number, task: PlannedTask, met: number): readonly Seat[] {
    const { available } = this.programme;
    const saturated = this.settled && !isOnlyFor(task, this.settled.saturated, met) ? this.settled.saturated : null;
    const counts = task.effort > 0 && task.candidates.some(({ member }) => available[member] !== null);
    return task.candidates.flatMap(({ member }, place) => {
      if (saturated?.[member]) return [];
      return [{ task: at, place, on: this.#column(1, true), share: counts ? this.#column(1 - task.fixed, false) : null }];
    });
  }

  /** 1 where somebody is on a task that need not have a member. */
  #staffed(seats: readonly Seat[]): number {
    const staffed = this.#column(1, false);
    for (const { on } of seats) this.#row(0, Infinity, terms([staffed, 1], [on, -1]));
    this.#row(-Infinity, 0, [[staffed, 1], ...seats.map(({ on }): Term => [on, -1])]);
    this.#derived.push((values) => {
      values[staffed] = Math.max(...seats.map(({ on }) => values[on] ?? 0));
    });
    return staffed;
  }

  #share(task: PlannedTask, seats: readonly SharedSeat[], staffed: number | null): void {
    if (seats.length === 0) return;
    const whole = 1 - task.fixed;
    const there = seats.filter(({ place }) => task.candidates[place]?.now !== null);
    const alone = there.length === 1 && task.fixed === 0 ? there[0] : undefined;
    for (const seat of seats) {
      const { on, share, place } = seat;
      this.#row(0, Infinity, terms([share, 1], [on, -leastShare]));
      this.#row(-Infinity, 0, terms([share, 1], [on, -whole]));
      // Whoever joins the one who is there leaves them their part: this follows, and cuts off much that is no plan.
      if (alone && alone !== seat) this.#row(-Infinity, leastShare, terms([share, 1], [on, leastShare - 1], [alone.on, leastShare]));
      this.#loads[task.candidates[place]?.member ?? 0]?.push([share, task.effort]);
    }
    const all = seats.map(({ share }): Term => [share, 1]);
    if (staffed === null) this.#row(whole, whole, all);
    else this.#row(0, 0, [...all, [staffed, -whole]]);
  }

  /** Each demand that somebody could meet is met; where not all can be, as many as can. */
  #meet(task: PlannedTask, seats: readonly Seat[], met: number): void {
    const demands = [...new Set(task.candidates.flatMap(({ covers }) => covers))].sort((a, b) => a - b);
    const meeting = demands.map((demand) => seats.filter(({ place }) => task.candidates[place]?.covers.includes(demand)).map(onTerm));
    if (meetsAllItCan(task, met)) {
      for (const able of meeting) this.#row(1, Infinity, able);
      return;
    }
    const meets = meeting.map((able) => {
      const column = this.#column(1, false);
      this.#row(0, Infinity, [...able, [column, -1]]);
      this.#derived.push((values) => {
        values[column] = Math.min(1, sumOf(able, values));
      });
      return column;
    });
    this.#row(
      met,
      Infinity,
      meets.map((column): Term => [column, 1]),
    );
  }

  #valuesOf(staffing: Staffing): readonly number[] {
    const values = this.#columns.map(() => 0);
    for (const { task, place, on, share } of this.#seats) {
      const part = staffing[task]?.[place] ?? null;
      if (part === null) continue;
      values[on] = 1;
      if (share !== null) values[share] = part;
    }
    for (const derive of this.#derived) derive(values);
    return values;
  }

  /** Where shares limit nobody, all have the same. */
  #staffingOf(values: ArrayLike<number>): Staffing {
    const staffing = this.programme.tasks.map(({ candidates }) => candidates.map((): number | null => null));
    const taken = this.#seats.filter(({ on }) => (values[on] ?? 0) > 0.5);
    const counts = this.programme.tasks.map(() => 0);
    for (const { task } of taken) counts[task] = (counts[task] ?? 0) + 1;
    for (const { task, place, share } of taken) {
      const equal = (1 - (this.programme.tasks[task]?.fixed ?? 0)) / (counts[task] ?? 1);
      const own = staffing[task];
      if (own) own[place] = share === null ? equal : (values[share] ?? 0);
    }
    return staffing;
  }

  #column(upper: number, whole: boolean): number {
    return this.#columns.push({ lower: 0, upper, whole }) - 1;
  }

  #row(lower: number, upper: number, of: readonly Term[]): void {
    this.#rows.push({ lower, upper, columns: of.map(([column]) => column), values: of.map(([, value]) => value) });
  }
}

/** Has `task` no candidate who has days left, and needs one? */
function isOnlyFor({ candidates }: PlannedTask, saturated: Uint8Array, met: number): boolean {
  return met > 0 && candidates.every(({ member }) => saturated[member]);
}

function isShared(seat: Seat): seat is SharedSeat {
  return seat.share !== null;
}

function onTerm({ on }: Seat): Term {
  return [on, 1];
}

function terms(...all: readonly Term[]): readonly Term[] {
  return all;
}

function sumOf(of: readonly Term[], values: readonly number[]): number {
  return of.reduce((sum, [column, value]) => sum + value * (values[column] ?? 0), 0);
}
