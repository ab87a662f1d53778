import { leastShare, type PlannedTask, type Programme, type Staffing } from './programme';
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

/** Columns of one candidate: whether they are on the task, and their share of it (-1: it limits nobody, any share will do). */
interface Seat {
  readonly task: number;
  readonly place: number;
  readonly on: number;
  readonly share: number;
}

/**
 * Columns: `on` for each candidate, `share` where the task counts for somebody's days, `staffed` for a task that need not have a member,
 * `meets` for demands of a task that cannot meet all that its candidates could, `over` for members who may lack days. Every task meets as
 * many demands (`met`) as it can.
 */
export function formulate(programme: Programme, met: readonly number[], settled: Settled | null): Formulation {
  const { available, tasks } = programme;
  const columns: Column[] = [];
  const rows: Row[] = [];
  const column = (upper: number, whole: boolean): number => columns.push({ lower: 0, upper, whole }) - 1;
  const row = (lower: number, upper: number, terms: readonly Term[]): void => {
    rows.push({ lower, upper, columns: terms.map(([at]) => at), values: terms.map(([, value]) => value) });
  };
  const seats: Seat[] = [];
  const loads: Term[][] = available.map(() => []);
  const derived: ((values: number[]) => void)[] = [];

  for (const [at, task] of tasks.entries()) {
    const isSettled = settled && isOnlyFor(task, settled.saturated, met[at] ?? 0);
    const counts = task.effort > 0 && task.candidates.some(({ member }) => available[member] !== null);
    const own: (Seat | null)[] = task.candidates.map(({ member }, place) => {
      if (settled && !isSettled && settled.saturated[member]) return null;
      return { task: at, place, on: column(1, true), share: counts ? column(1 - task.fixed, false) : -1 };
    });
    const offered = own.filter((seat) => seat !== null);
    seats.push(...offered);
    if (offered.length === 0) continue;
    const staffed = met[at] ? null : column(1, false);
    if (staffed !== null) {
      for (const { on } of offered)
        row(0, Infinity, [
          [staffed, 1],
          [on, -1],
        ]);
      row(-Infinity, 0, [[staffed, 1], ...offered.map(({ on }): Term => [on, -1])]);
      derived.push((values) => {
        values[staffed] = Math.max(...offered.map(({ on }) => values[on] ?? 0));
      });
    }
    row(
      0,
      task.most,
      offered.map(({ on }): Term => [on, 1]),
    );
    if (counts) {
      const whole = 1 - task.fixed;
      const there = offered.filter(({ place }) => task.candidates[place]?.now !== null);
      for (const { on, share, place } of offered) {
        row(0, Infinity, [
          [share, 1],
          [on, -leastShare],
        ]);
        row(-Infinity, 0, [
          [share, 1],
          [on, -whole],
        ]);
        loads[task.candidates[place]?.member ?? 0]?.push([share, task.effort]);
        // Whoever joins the one who is there leaves them their part: this cuts off much that is no plan.
        if (there.length === 1 && there[0] && there[0].place !== place && task.fixed === 0) {
          row(-Infinity, leastShare, [
            [share, 1],
            [on, leastShare - 1],
            [there[0].on, leastShare],
          ]);
        }
      }
      const all = offered.map(({ share }): Term => [share, 1]);
      if (staffed === null) row(whole, whole, all);
      else row(0, 0, [...all, [staffed, -whole]]);
    }
    const meeting = (demand: number): readonly Term[] =>
      offered.flatMap(({ on, place }): readonly Term[] => (task.candidates[place]?.covers.includes(demand) ? [[on, 1]] : []));
    const demands = [...new Set(task.candidates.flatMap(({ covers }) => covers))].sort((a, b) => a - b);
    if (meetsAllItCan(task, met[at] ?? 0)) for (const demand of demands) row(1, Infinity, meeting(demand));
    else {
      const meets = demands.map((demand) => {
        const is = column(1, false);
        const terms = meeting(demand);
        row(0, Infinity, [...terms, [is, -1]]);
        derived.push((values) => {
          values[is] = Math.min(
            1,
            terms.reduce((sum, [on]) => sum + (values[on] ?? 0), 0),
          );
        });
        return is;
      });
      row(
        met[at] ?? 0,
        Infinity,
        meets.map((is): Term => [is, 1]),
      );
    }
  }

  const over: number[] = [];
  for (const [member, limit] of available.entries()) {
    const load = loads[member] ?? [];
    if (limit === null || load.length === 0) continue;
    if (settled) row(settled.saturated[member] ? limit : -Infinity, settled.saturated[member] ? Infinity : limit, load);
    else {
      const lacks = column(Infinity, false);
      over.push(lacks);
      row(-Infinity, limit, [...load, [lacks, -1]]);
      derived.push((values) => {
        values[lacks] = Math.max(
          0,
          load.reduce((sum, [share, days]) => sum + days * (values[share] ?? 0), -limit),
        );
      });
    }
  }

  const costs = (of: (seat: Seat) => number): readonly number[] => {
    const all = columns.map(() => 0);
    for (const seat of seats) all[seat.on] = of(seat);
    return all;
  };
  const candidate = ({ task, place }: Seat) => tasks[task]?.candidates[place];
  const overload = columns.map(() => 0);
  for (const lacks of over) overload[lacks] = 1;
  return {
    columns,
    rows,
    overload,
    changes: costs((seat) => (candidate(seat)?.now === null ? 1 : -1)),
    loss: costs((seat) => (candidate(seat)?.now === null ? -(candidate(seat)?.gain ?? 0) : 0)),
    valuesOf(staffing) {
      const values = columns.map(() => 0);
      for (const { task, place, on, share } of seats) {
        const part = staffing[task]?.[place] ?? null;
        if (part === null) continue;
        values[on] = 1;
        if (share >= 0) values[share] = part;
      }
      for (const derive of derived) derive(values);
      return values;
    },
    staffingOf(values) {
      const staffing = tasks.map(({ candidates }) => candidates.map((): number | null => null));
      for (const { task, place, on, share } of seats) {
        const own = staffing[task];
        if (own && (values[on] ?? 0) > 0.5) own[place] = share < 0 ? Number.NaN : (values[share] ?? 0);
      }
      for (const [task, own] of staffing.entries()) spreadEvenly(own, tasks[task]);
      return staffing;
    },
  };
}

type Term = readonly [column: number, value: number];

/** Has `task` no candidate who has days left, and needs one? */
function isOnlyFor({ candidates }: PlannedTask, saturated: Uint8Array, met: number): boolean {
  return met > 0 && candidates.every(({ member }) => saturated[member]);
}

/** Where shares limit nobody, all have the same. */
function spreadEvenly(own: (number | null)[], task: PlannedTask | undefined): void {
  const open = own.filter((share) => share !== null && Number.isNaN(share)).length;
  for (const [place, share] of own.entries()) {
    if (share !== null && Number.isNaN(share)) own[place] = (1 - (task?.fixed ?? 0)) / open;
  }
}
