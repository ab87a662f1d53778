import { openTasks, presentMembers } from '../model/coverage';
import type { Member, Model, Task } from '../model/model';
import { Allocation } from './allocation';
import { daysFor, fitOf, hopsToOthers, isAvailable } from './candidates';
import type { PlannedTask, Programme, Staffing } from './programme';
import { daysNow, placesNow } from './rebalance';
import { metBy } from './seating';

const hair = 1e-9;

/**
 * Task by task what its quick fix would do: whoever ranks first joins where a demand is not met, the weightiest tasks first; then members
 * who lack days hand tasks over to whoever ranks first among those who meet as much and have days left. `programme` is that of `model`.
 */
export function rankedStaffing(model: Model, programme: Programme): Staffing {
  const ranking = new Ranking(model, programme);
  const byWeight = [...programme.tasks.keys()].sort(
    (a, b) => (programme.tasks[b]?.weight ?? 0) - (programme.tasks[a]?.weight ?? 0) || a - b,
  );
  for (const at of byWeight) ranking.staff(at);
  ranking.handOver();
  return ranking.allocation.staffing();
}

class Ranking {
  readonly allocation: Allocation;
  readonly #tasks: readonly Task[];
  readonly #members: readonly Member[];

  constructor(
    private readonly model: Model,
    private readonly programme: Programme,
  ) {
    this.#tasks = openTasks(model);
    this.#members = presentMembers(model);
    this.allocation = Allocation.empty(programme);
    for (const [at, task] of programme.tasks.entries()) this.#seat(at, task, placesNow(task).slice(0, task.most));
  }

  staff(at: number): void {
    const task = this.programme.tasks[at];
    if (!task) return;
    for (;;) {
      const on = this.allocation.placesOn(at);
      const met = metBy(task, on);
      if (on.length >= task.most) return;
      const joining = this.#available(at).filter((place) => !on.includes(place) && metBy(task, [...on, place]) > met);
      const days = task.effort / (on.length + 1);
      const [first] = this.#ranked(at, joining, (place) => metBy(task, [...on, place]), days);
      if (first === undefined) return;
      this.#seat(
        at,
        task,
        [...on, first].sort((a, b) => a - b),
      );
    }
  }

  handOver(): void {
    const over = [...this.allocation.load.keys()].filter((member) => this.allocation.excess(member) > hair);
    over.sort((a, b) => this.allocation.excess(b) - this.allocation.excess(a) || a - b);
    for (const member of over) {
      // Tasks whose hand-over removes the overload first, the smallest of them first; of the others the largest.
      const excess = this.allocation.excess(member);
      const seats = [...(this.allocation.seatsOf[member] ?? [])].filter((seat) => (this.allocation.days[seat] ?? 0) > hair);
      const days = (seat: number) => this.allocation.days[seat] ?? 0;
      const suffices = (seat: number) => days(seat) >= excess - hair;
      seats.sort((a, b) => Number(suffices(b)) - Number(suffices(a)) || (suffices(a) ? days(a) - days(b) : days(b) - days(a)) || a - b);
      for (const seat of seats) if (this.allocation.excess(member) > hair) this.#handOver(seat);
    }
  }

  #handOver(seat: number): void {
    const at = this.allocation.taskOf[seat] ?? 0;
    const task = this.programme.tasks[at];
    if (!task) return;
    const first = this.allocation.starts[at] ?? 0;
    const on = this.allocation.placesOn(at);
    const others = on.filter((place) => first + place !== seat);
    const days = this.allocation.days[seat] ?? 0;
    const able = this.#available(at).filter((place) => {
      const hasDays = this.allocation.slack(task.candidates[place]?.member ?? 0) >= days - hair;
      return !on.includes(place) && hasDays && metBy(task, [...others, place]) >= metBy(task, on);
    });
    const [taker] = this.#ranked(at, able, (place) => metBy(task, [...others, place]), days);
    if (taker === undefined) return;
    this.allocation.taken[first + taker] = 1;
    this.allocation.move(seat, first + taker, days);
    this.allocation.taken[seat] = 0;
  }

  /** As planning.md §1 ranks them, `met` in the place of the requirements covered. */
  #ranked(at: number, places: readonly number[], met: (place: number) => number, days: number): readonly number[] {
    const task = this.#tasks[at];
    if (!task) return [];
    const near = hopsToOthers(this.model, task);
    const ranks = places.map((place) => {
      const index = this.programme.tasks[at]?.candidates[place]?.member ?? 0;
      const member = this.#members[index] as Member;
      const limit = this.programme.available[index] ?? null;
      const after = (this.allocation.load[index] ?? 0) + days;
      return {
        place,
        met: met(place),
        fit: fitOf([member], task),
        within: limit === null || after <= limit + hair,
        load: limit === null ? after / Number.MAX_SAFE_INTEGER : after / limit,
        hops: () => near(member),
        name: member.name,
      };
    });
    ranks.sort(
      (a, b) =>
        b.met - a.met ||
        b.fit - a.fit ||
        Number(b.within) - Number(a.within) ||
        compare(a.load, b.load) ||
        compare(a.hops(), b.hops()) ||
        (a.name < b.name ? -1 : 1),
    );
    return ranks.map(({ place }) => place);
  }

  #available(at: number): readonly number[] {
    const task = this.#tasks[at];
    if (!task) return [];
    const range = daysFor(this.model, task);
    const candidates = this.programme.tasks[at]?.candidates ?? [];
    return [...candidates.keys()].filter((place) => isAvailable(this.#members[candidates[place]?.member ?? 0] as Member, range));
  }

  #seat(at: number, task: PlannedTask, places: readonly number[]): void {
    this.allocation.seat(at, places, daysNow(task, places));
  }
}

/** Infinite figures are equal to each other. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
