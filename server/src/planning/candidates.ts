import type { DayRange } from '../model/calendar';
import { workingDays } from '../model/calendar';
import { covers, heldLevel, holders, peopleOn, presentMembers } from '../model/coverage';
import type { Member, Model, Person, Task } from '../model/model';
import { type Graph, reach } from '../model/network';
import { effortInPeriod, loadOf, shares, workingDaysLeft } from '../model/workload';

/** Somebody on a task, with the percent that the text gives them. */
export interface Assignment {
  readonly person: Person;
  readonly percent: number | null;
}

/** What a task would be like in the hands of a member, or of a pair of them. */
export interface Candidate {
  readonly members: readonly Member[];
  /** How many requirements of the task at least one of them covers. */
  readonly covered: number;
  /** 0…1, of a pair: each requirement by the one who holds it higher. */
  readonly fit: number;
  /** Does each of them stay within their available days? Without a limit: yes. */
  readonly within: boolean;
  /** What it does to the days of each. */
  readonly trades: readonly Trade[];
  /** In reach, to the nearest of the task's other people; of a pair: of the one who is further; Infinity where there is no way. */
  readonly hops: number;
}

/** Days of the period that a member is assigned, before and after; `available` is null where nothing limits them. */
export interface Trade {
  readonly available: number | null;
  readonly before: number;
  readonly after: number;
}

/** Who is to do a task, once `members` take it over. */
export type Proposal = (members: readonly Member[]) => readonly Assignment[];

/** They alone do it, in equal shares. */
export const alone: Proposal = (members) => members.map((person) => ({ person, percent: null }));

/** Those who do it now go on: who is brought in takes no share. */
export function asNow(task: Task): Proposal {
  return () => task.assignees.map(({ person, percent }) => ({ person, percent }));
}

/** They do it beside those who do it now: everyone's share shrinks alike, a newcomer's is an equal part of the whole. */
export function beside(task: Task): Proposal {
  return (members) => {
    const there = task.assignees.map(({ person, percent }) => ({ person, percent }));
    const stated = there.filter(({ percent }) => percent !== null);
    const added = members.map((person) => ({ person, percent: null }));
    if (stated.length < there.length || stated.length === 0) return [...there, ...added];
    const sum = stated.reduce((total, { percent }) => total + (percent ?? 0), 0);
    if (sum < 100) return [...there, ...added];
    const left = there.length / (there.length + members.length);
    return [...there.map(({ person, percent }) => ({ person, percent: Math.max(1, Math.round((percent ?? 0) * left)) })), ...added];
  };
}

/** They do what `member` does now. */
export function insteadOf(task: Task, member: Person): Proposal {
  return ([taker]) => task.assignees.map(({ person, percent }) => ({ person: person === member && taker ? taker : person, percent }));
}

/**
 * The present members who have an available day for `task` and, where it requires something, cover some of it, as if they did it by `proposal`:
 * the best first. Ranked by requirements covered, fit, staying within their available days, load afterwards, hops to the task's other
 * people, name.
 */
export function candidates(model: Model, task: Task, proposal: Proposal): readonly Candidate[] {
  const range = daysFor(model, task);
  const qualified = qualifiedFor(model, task).filter((member) => isAvailable(member, range));
  const near = hopsToOthers(model, task);
  return qualified.map((member) => candidate(model, task, [member], proposal, near)).sort(compareCandidates);
}

/**
 * `member` as a candidate for `task`, whatever they cover; null where they have no available day for it. Who asks for one member and
 * several tasks gives the same `near` to each.
 */
export function candidateFor(
  model: Model,
  task: Task,
  member: Member,
  proposal: Proposal,
  near = hopsFrom(model, member),
): Candidate | null {
  if (!isAvailable(member, daysFor(model, task))) return null;
  return candidate(model, task, [member], proposal, () => near(task));
}

/** What `task` would be like in the hands of `members` by `proposal`, whatever they cover and whether they have a day for it. */
export function candidateOf(model: Model, task: Task, members: readonly Member[], proposal: Proposal): Candidate {
  return candidate(model, task, members, proposal, hopsToOthers(model, task));
}

/** How many hops in reach lie between `member` and the nearest of the other people of a task; Infinity where there is no way. */
export function hopsFrom(model: Model, member: Member): (task: Task) => number {
  const graph = reach(model);
  let distances: Float64Array | undefined;
  return (task) => {
    distances ??= hopsFromNearest(graph, [member]);
    let nearest = Number.POSITIVE_INFINITY;
    for (const other of peopleAround(task)) {
      if (other !== member) nearest = Math.min(nearest, distances[graph.index.get(other) ?? -1] ?? nearest);
    }
    return nearest;
  };
}

/** The pair that ranks first, as if they did the task by `proposal`, of those that cover more together than any one does; null where there is none. */
export function bestPair(model: Model, task: Task, proposal: Proposal): Candidate | null {
  const range = daysFor(model, task);
  const pool = qualifiedFor(model, task).filter((member) => isAvailable(member, range));
  const masks = pool.map((member) => task.requirements.map((requirement) => covers(member, requirement)));
  const count = (mask: readonly boolean[]) => mask.filter(Boolean).length;
  const together = (a: number, b: number) => task.requirements.filter((_, index) => masks[a]?.[index] || masks[b]?.[index]).length;
  const single = Math.max(0, ...masks.map(count));

  let most = single + 1;
  let pairs: (readonly [Member, Member])[] = [];
  for (const [a, first] of pool.entries()) {
    for (let b = a + 1; b < pool.length; b++) {
      const covered = together(a, b);
      const second = pool[b];
      if (covered < most || !second) continue;
      if (covered > most) pairs = [];
      most = covered;
      pairs.push([first, second]);
    }
  }
  const near = hopsToOthers(model, task);
  const ranked = pairs.map((pair) => candidate(model, task, [...pair].sort(byName), proposal, near)).sort(compareCandidates);
  return ranked[0] ?? null;
}

/** Negative where `a` ranks before `b`. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.covered - a.covered ||
    b.fit - a.fit ||
    Number(b.within) - Number(a.within) ||
    compareFigures(highestLoad(a), highestLoad(b)) ||
    compareFigures(daysWithoutLimit(a), daysWithoutLimit(b)) ||
    compareFigures(a.hops, b.hops) ||
    compareText(nameOf(a), nameOf(b))
  );
}

/** after ÷ available; null where nothing limits the days, or where there are none. */
export function loads({ available, before, after }: Trade): { readonly before: number; readonly after: number } | null {
  return available === null || available === 0 ? null : { before: before / available, after: after / available };
}

/** The days on which `task` is to be done; null where nothing says when, or where no working day is among them. */
export function daysFor(model: Model, task: Task): DayRange | null {
  const from = task.from ?? model.period?.from ?? task.due;
  const to = task.due ?? model.period?.to ?? task.from;
  const dated = task.from !== null || task.due !== null;
  for (const range of [dated && from !== null && to !== null ? { from, to } : null, model.period]) {
    if (range && range.from <= range.to && workingDays(range) > 0) return range;
  }
  return null;
}

/** Has `member` a working day left in `range`? */
export function isAvailable(member: Member, range: DayRange | null): boolean {
  return range === null || workingDaysLeft(member, range) > 0;
}

/** The present members who cover a requirement of `task`; all of them where it requires nothing. In project order. */
function qualifiedFor(model: Model, task: Task): readonly Member[] {
  if (task.requirements.length === 0) return presentMembers(model);
  const found = new Set(task.requirements.flatMap(({ competency, level }) => holders(model, competency, level)));
  return presentMembers(model).filter((member) => found.has(member));
}

function candidate(model: Model, task: Task, members: readonly Member[], proposal: Proposal, near: (member: Member) => number): Candidate {
  const proposed = proposal(members);
  const trades = members.map((member) => trade(model, task, member, proposed));
  let hops: number | undefined;
  return {
    members,
    // Asked for only where all else is equal: it takes a walk through the whole net.
    get hops() {
      hops ??= Math.max(...members.map(near));
      return hops;
    },
    covered: task.requirements.filter((requirement) => members.some((member) => covers(member, requirement))).length,
    fit: fitOf(members, task),
    within: trades.every(({ available, after }) => available === null || after <= available + 1e-9),
    trades,
  };
}

function trade(model: Model, task: Task, member: Member, proposed: readonly Assignment[]): Trade {
  const { available, assigned } = loadOf(model, member);
  const effort = effortInPeriod(model, task);
  const now = task.assignees.findIndex(({ person }) => person === member);
  const then = proposed.findIndex(({ person }) => person === member);
  const partNow = now < 0 ? 0 : (shares(task)[now] ?? 0);
  const partThen = then < 0 ? 0 : (shares({ assignees: proposed })[then] ?? 0);
  return { available, before: assigned, after: assigned + effort * (partThen - partNow) };
}

/** 0…1, of several people: each requirement by the one who holds it higher; 1 where nothing is required. */
export function fitOf(people: readonly Person[], task: Task): number {
  if (task.requirements.length === 0) return 1;
  const parts = task.requirements.map(({ competency, level }) =>
    Math.min(1, Math.max(...people.map((person) => heldLevel(person, competency))) / level),
  );
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Fewest hops from a member to one of the other people of `task`. */
export function hopsToOthers(model: Model, task: Task): (member: Member) => number {
  const graph = reach(model);
  const others = peopleAround(task);
  let distances: Float64Array | undefined;
  return (member) => {
    // Somebody who is one of them is not near to themselves.
    if (others.has(member)) return hopsFrom(model, member)(task);
    distances ??= hopsFromNearest(graph, others);
    return distances[graph.index.get(member) ?? -1] ?? Number.POSITIVE_INFINITY;
  };
}

/** Those on `task`, and the stakeholders of its clients. */
function peopleAround(task: Task): ReadonlySet<Person> {
  return new Set([...peopleOn(task), ...clientsOf(task).flatMap(({ stakeholders }) => stakeholders)]);
}

/** The clients that `task` is for, or whose needs it is for. */
export function clientsOf(task: Task) {
  const owners = task.serves.map((served) => (served.kind === 'need' ? served.owner : served));
  return [...new Set(owners)].filter((owner) => owner.kind === 'client');
}

/** Fewest edges to every node from the nearest of `people`; Infinity where there is no way. */
export function hopsFromNearest({ nodes, index, neighbours }: Graph<Person>, people: Iterable<Person>): Float64Array {
  const hops = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  const queue = new Int32Array(nodes.length);
  let reached = 0;
  for (const person of people) {
    const source = index.get(person);
    if (source === undefined || hops[source] === 0) continue;
    hops[source] = 0;
    queue[reached++] = source;
  }
  for (let at = 0; at < reached; at++) {
    const here = queue[at] ?? 0;
    const next = (hops[here] ?? 0) + 1;
    for (const neighbour of neighbours[here] ?? []) {
      if (hops[neighbour] !== Number.POSITIVE_INFINITY) continue;
      hops[neighbour] = next;
      queue[reached++] = neighbour;
    }
  }
  return hops;
}

/** Of those whose days are limited; 0 where nobody's are. */
function highestLoad({ trades }: Candidate): number {
  return Math.max(0, ...trades.map(({ available, after }) => (available === null || after === 0 ? 0 : after / available)));
}

function daysWithoutLimit({ trades }: Candidate): number {
  return Math.max(0, ...trades.map(({ available, after }) => (available === null ? after : 0)));
}

function nameOf({ members }: Candidate): string {
  return members.map(({ name }) => name).join(' ');
}

function byName(a: Member, b: Member): number {
  return compareText(a.name, b.name);
}

/** Infinite figures are equal to each other. */
function compareFigures(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** By code unit. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
