import { Allocation } from './allocation';
import { leastShare, type PlannedTask, type Programme } from './programme';
import { metBy } from './seating';

const hair = 1e-9;

/** So many seats are taken in vain before the search is left off. */
const mostInVain = 50;

/**
 * A good plan, quickly: every task meets as many demands as it can (`met`) by the fewest changes, then days move from members who lack some
 * to those who have some left, by as few further changes as it finds. `bound` is the overload below which no plan can come.
 */
export function rebalanced(programme: Programme, met: readonly number[], bound: number): Allocation {
  const allocation = Allocation.empty(programme);
  // Those who are settled count when seats are given to others.
  const open: number[] = [];
  for (const [at, task] of programme.tasks.entries()) {
    const now = placesNow(task);
    if (keepsItsSeats(task, now, met[at] ?? 0)) allocation.seat(at, now, daysNow(task, now));
    else open.push(at);
  }
  for (const at of open) settle(allocation, at, met[at] ?? 0);
  return relieved(allocation, met, bound);
}

/** `allocation` with less overload, as far as moves of one or two seats at a time lead, and then with fewer changes. */
export function relieved(allocation: Allocation, met: readonly number[], bound: number): Allocation {
  let current = allocation;
  current.balance();
  const barred = new Set<number>();
  while (current.overload > bound + hair && barred.size < mostInVain) {
    const next = current.copy();
    const seat = openSeat(next, met, barred);
    if (seat === null && !openWay(next)) break;
    next.balance();
    if (next.overload < current.overload - hair) current = next;
    else if (seat === null) break;
    else barred.add(seat);
  }
  return withFewerChanges(current, met);
}

/** The fewest changes after which `task` meets `most` demands: who is on it then, by place; those who `prefer` ranks first are taken. */
export function fewestChanges(task: PlannedTask, most: number, prefer: (a: number, b: number) => number): readonly number[] {
  const now = placesNow(task);
  const newcomers = representatives(task, prefer);
  for (let added = 0; added <= task.most; added++) {
    const left = Math.min(now.length, task.most - added);
    for (const stay of subsets(now, left)) {
      const found = completion(task, stay, newcomers, added, most);
      if (found) return [...stay, ...found].sort((a, b) => a - b);
    }
  }
  return now.slice(0, task.most);
}

/** The places of those who are on `task` now. */
export function placesNow({ candidates }: PlannedTask): readonly number[] {
  return candidates.flatMap(({ now }, place) => (now === null ? [] : [place]));
}

/** The days of those at `places` as they are, where they may stay so; else in the same proportion; equal ones where somebody is new. */
export function daysNow({ effort, fixed, candidates }: PlannedTask, places: readonly number[]): readonly number[] {
  const now = places.map((place) => candidates[place]?.now ?? null);
  const there = now.filter((share) => share !== null);
  const shares = there.length < now.length ? now.map(() => (1 - fixed) / now.length) : inProportion(there, 1 - fixed);
  return shares.map((share) => share * effort);
}

/** `shares` raised or lowered alike until they add up to `sum` and none is below the least. */
function inProportion(shares: readonly number[], sum: number): readonly number[] {
  const total = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(total - sum) < hair && shares.every((share) => share >= leastShare - hair)) return shares;
  if (total < hair) return shares.map(() => sum / shares.length);
  const raised = new Set<number>();
  for (;;) {
    const others = shares.reduce((all, share, at) => (raised.has(at) ? all : all + share), 0);
    const left = sum - raised.size * leastShare;
    const scaled = shares.map((share, at) => (raised.has(at) ? leastShare : (share / others) * left));
    const below = scaled.findIndex((share, at) => !raised.has(at) && share < leastShare - hair);
    if (below < 0) return scaled;
    raised.add(below);
  }
}

function keepsItsSeats(task: PlannedTask, now: readonly number[], most: number): boolean {
  return now.length <= task.most && metBy(task, now) === most;
}

function settle(allocation: Allocation, at: number, most: number): void {
  const task = allocation.programme.tasks[at];
  if (!task) return;
  const slack = (place: number) => allocation.slack(task.candidates[place]?.member ?? 0);
  const gain = (place: number) => task.candidates[place]?.gain ?? 0;
  const fits = (place: number) => slack(place) >= task.effort / 2;
  const prefer = (a: number, b: number) => Number(fits(b)) - Number(fits(a)) || gain(b) - gain(a) || compare(slack(b), slack(a)) || a - b;
  const places = fewestChanges(task, most, prefer);
  allocation.seat(at, places, daysNow(task, places));
}

/** Of those who are not on `task` and meet the same demands, the first. */
function representatives(task: PlannedTask, prefer: (a: number, b: number) => number): readonly number[] {
  const places = task.candidates.flatMap(({ now, covers }, place) => (now === null && covers.length > 0 ? [place] : []));
  const known = new Map<string, number>();
  for (const place of places.sort(prefer)) {
    const meets = task.candidates[place]?.covers.join() ?? '';
    if (!known.has(meets)) known.set(meets, place);
  }
  return [...known.values()];
}

/** `count` of `newcomers` who make those who `stay` meet `most` demands; null where there are none such. */
function completion(
  task: PlannedTask,
  stay: readonly number[],
  newcomers: readonly number[],
  count: number,
  most: number,
): readonly number[] | null {
  if (metBy(task, stay) >= most) return count === 0 ? [] : null;
  if (count === 0) return null;
  for (const [at, place] of newcomers.entries()) {
    const found = completion(task, [...stay, place], newcomers.slice(at + 1), count - 1, most);
    if (found) return [place, ...found];
  }
  return null;
}

function* subsets(all: readonly number[], size: number): Generator<readonly number[]> {
  if (size === 0) yield [];
  else {
    for (let first = 0; first <= all.length - size; first++) {
      for (const rest of subsets(all.slice(first + 1), size - 1)) yield [all[first] ?? 0, ...rest];
    }
  }
}

interface Opening {
  readonly from: number;
  readonly into: number;
  readonly days: number;
  /** Does the one who gives leave the task? */
  readonly leaves: boolean;
  /** Days that it relieves for each change. */
  readonly worth: number;
}

/** Takes the seat that relieves most for each change, and answers it; null where none does but those that are `barred`. */
function openSeat(allocation: Allocation, met: readonly number[], barred: ReadonlySet<number>): number | null {
  const saturated = allocation.saturated();
  const lacking = allocation.overload;
  let best: Opening | null = null;
  for (let member = 0; member < saturated.length; member++) {
    if (!saturated[member]) continue;
    for (const from of allocation.seatsOf[member] ?? []) {
      for (const opening of openings(allocation, from, saturated, lacking, met)) {
        if ((!best || opening.worth > best.worth) && !barred.has(opening.into)) best = opening;
      }
    }
  }
  if (!best) return null;
  const { from, into, days, leaves } = best;
  allocation.taken[into] = 1;
  allocation.move(from, into, days);
  if (leaves) allocation.taken[from] = 0;
  return into;
}

function* openings(
  allocation: Allocation,
  from: number,
  saturated: Uint8Array,
  lacking: number,
  met: readonly number[],
): Generator<Opening> {
  const at = allocation.taskOf[from] ?? 0;
  const task = allocation.programme.tasks[at];
  const days = allocation.days[from] ?? 0;
  if (!task || !allocation.taken[from] || days <= hair) return;
  const least = allocation.least[at] ?? 0;
  const first = allocation.starts[at] ?? 0;
  const on = allocation.placesOn(at);
  for (const [place, { member, now }] of task.candidates.entries()) {
    const into = first + place;
    const slack = allocation.slack(member);
    if (allocation.taken[into] || saturated[member] || slack <= hair) continue;
    const joining = now === null ? 1 : -1;
    const part = Math.min(days - least, slack, Math.max(lacking, least));
    if (on.length < task.most && part >= least - hair) {
      yield { from, into, days: part, leaves: false, worth: worth(Math.min(part, lacking), joining) };
    }
    const others = on.filter((other) => first + other !== from);
    if (slack >= days - hair && metBy(task, [...others, place]) === met[at]) {
      const leaving = task.candidates[from - first]?.now === null ? -1 : 1;
      yield { from, into, days, leaves: true, worth: worth(Math.min(days, lacking), joining + leaving) };
    }
  }
}

/** What costs no change is worth more than all else. */
function worth(days: number, changes: number): number {
  return changes > 0 ? days / changes : 1e9 * (1 - changes) + days;
}

/** Takes seats along the shortest way, whatever it costs, from those who lack days to somebody with days left; false where there is none. */
function openWay(allocation: Allocation): boolean {
  const { programme, taskOf, memberOf, starts } = allocation;
  const came = new Map<number, { readonly from: number; readonly into: number; readonly before: number }>();
  const queue = [...allocation.load.keys()].filter((member) => allocation.excess(member) > hair);
  const seen = new Set(queue);
  for (const here of queue) {
    for (const from of allocation.seatsOf[here] ?? []) {
      const at = taskOf[from] ?? 0;
      const least = allocation.least[at] ?? 0;
      if (!allocation.taken[from] || (allocation.days[from] ?? 0) < 2 * least + hair) continue;
      const isFull = allocation.placesOn(at).length >= (programme.tasks[at]?.most ?? 0);
      for (let into = starts[at] ?? 0; into < (starts[at + 1] ?? 0); into++) {
        const member = memberOf[into] ?? 0;
        if (seen.has(member) || (isFull && !allocation.taken[into])) continue;
        seen.add(member);
        came.set(member, { from, into, before: here });
        queue.push(member);
        if (allocation.slack(member) <= hair) continue;
        for (let step = came.get(member); step; step = came.get(step.before)) {
          if (allocation.taken[step.into]) continue;
          allocation.taken[step.into] = 1;
          allocation.move(step.from, step.into, allocation.least[taskOf[step.into] ?? 0] ?? 0);
        }
        return true;
      }
    }
  }
  return false;
}

/** Takes changes back that the overload does not need. */
function withFewerChanges(allocation: Allocation, met: readonly number[]): Allocation {
  let current = allocation;
  for (const [at, task] of allocation.programme.tasks.entries()) {
    for (const places of lesserChanges(task, current.placesOn(at), met[at] ?? 0)) {
      const next = current.copy();
      next.seat(at, places, daysNow(task, places));
      next.balance();
      if (next.overload > current.overload + hair) continue;
      current = next;
      break;
    }
  }
  return current;
}

/** Who could be on `task` with fewer changes than now that those at `on` are: those who need the fewest first. */
function lesserChanges(task: PlannedTask, on: readonly number[], most: number): readonly (readonly number[])[] {
  const now = placesNow(task);
  const added = on.filter((place) => !now.includes(place));
  const gone = now.filter((place) => !on.includes(place));
  if (added.length + gone.length === 0) return [];
  const fewer = [
    now,
    ...added.map((place) => on.filter((other) => other !== place)),
    ...gone.map((place) => [...on, place].sort((a, b) => a - b)),
    ...gone.flatMap((back) => added.map((place) => [...on.filter((other) => other !== place), back].sort((a, b) => a - b))),
  ];
  return fewer.filter((places) => places.length <= task.most && metBy(task, places) === most);
}

/** Infinite figures are equal to each other. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
