import { covers, holders, openTasks, presentMembers } from '../model/coverage';
import { memo } from '../model/memo';
import type { Member, Model, Need, Person, Skill, Task } from '../model/model';
import { effortInPeriod, loadOf, shares } from '../model/workload';
import { fitOf } from './candidates';
import { referenceTo } from './reference';

/**
 * The whole plan as a mixed-integer programme in numbers alone, so that it can be solved elsewhere (docs/planning.md): which members are on
 * which open tasks, and with what share.
 */
export interface Programme {
  /** The available days of each present member, in project order; null where nothing limits them. */
  readonly available: readonly (number | null)[];
  /** One for each open task, in project order. */
  readonly tasks: readonly PlannedTask[];
}

export interface PlannedTask {
  /** Days of effort that count in the period. */
  readonly effort: number;
  /** 3, 2 or 1. */
  readonly weight: number;
  /** The part of the effort, 0…1, that assigned stakeholders keep. */
  readonly fixed: number;
  /** How many demands no stakeholder or participant meets: requirements, then (where no stakeholder is assigned) that somebody is. */
  readonly demands: number;
  /** At most so many members. */
  readonly most: number;
  /** In project order. */
  readonly candidates: readonly PlannedCandidate[];
}

export interface PlannedCandidate {
  /** Where the member stands in `available`. */
  readonly member: number;
  /** Which of the demands they meet, ascending. */
  readonly covers: readonly number[];
  /** The part of the effort, 0…1, that they have now; null where they are not on the task. */
  readonly now: number | null;
  /** Their fit, and 0.25 where they want a competency that the task requires. */
  readonly gain: number;
}

/** Who does what: for each task the share, 0…1, of each of its candidates; null where they are not on it. */
export type Staffing = readonly (readonly (number | null)[])[];

/** The objectives, in the order in which they count: the first three are the lower the better, the gain the higher. */
export interface Figures {
  readonly uncovered: number;
  readonly overloadDays: number;
  readonly changes: number;
  /** Over those who are new on a task. */
  readonly gain: number;
}

/** Everyone on a task has at least this part of its effort. */
export const leastShare = 0.1;

/** How many members a task may have, where it has no more now. */
const mostMembers = 3;

/** A hair, so that a sum of shares is what it stands for. */
const hair = 1e-9;

/** The programme of a model: tasks are its open tasks, members those who are here today, each in project order. */
export function programmeOf(model: Model): Programme {
  const members = presentMembers(model);
  const places = new Map(members.map((member, at) => [member, at]));
  return {
    available: members.map((member) => loadOf(model, member).available),
    tasks: openTasks(model).map((task) => plannedTask(model, task, places)),
  };
}

/** Who does what today. Whoever is absent is on nothing. */
export function staffingNow({ tasks }: Programme): Staffing {
  return tasks.map(({ candidates }) => candidates.map(({ now }) => now));
}

export function figuresOf(programme: Programme, staffing: Staffing): Figures {
  const sums = { uncovered: 0, changes: 0, gain: 0 };
  for (const [at, task] of programme.tasks.entries()) {
    const seats = staffing[at] ?? [];
    const met = new Set<number>();
    for (const [place, { covers: meets, now, gain }] of task.candidates.entries()) {
      const isOn = (seats[place] ?? null) !== null;
      if (isOn) for (const demand of meets) met.add(demand);
      if (isOn !== (now !== null)) sums.changes++;
      if (isOn && now === null) sums.gain += gain;
    }
    sums.uncovered += task.weight * (task.demands - met.size);
  }
  return { ...sums, overloadDays: overloadDays(programme, daysOf(programme, staffing)) };
}

/** The days of work of each member. */
export function daysOf({ available, tasks }: Programme, staffing: Staffing): Float64Array {
  const days = new Float64Array(available.length);
  for (const [at, { effort, candidates }] of tasks.entries()) {
    for (const [place, share] of (staffing[at] ?? []).entries()) {
      const member = candidates[place]?.member ?? 0;
      if (share !== null) days[member] = (days[member] ?? 0) + effort * share;
    }
  }
  return days;
}

/** Days beyond those that members have; none where nothing limits them. */
export function overloadDays({ available }: Pick<Programme, 'available'>, days: ArrayLike<number>): number {
  let sum = 0;
  for (const [member, limit] of available.entries()) {
    if (limit !== null) sum += Math.max(0, (days[member] ?? 0) - limit);
  }
  return sum < hair ? 0 : sum;
}

/** Negative where `a` is the better; days and gains that differ by less than what is shown of them are equal. */
export function compareFigures(a: Figures, b: Figures): number {
  return (
    beyond(a.uncovered - b.uncovered, hair) ||
    beyond(a.overloadDays - b.overloadDays, 5e-4) ||
    a.changes - b.changes ||
    beyond(b.gain - a.gain, hair)
  );
}

function beyond(difference: number, tolerance: number): number {
  return Math.abs(difference) > tolerance ? difference : 0;
}

function plannedTask(model: Model, task: Task, places: ReadonlyMap<Person, number>): PlannedTask {
  const shared = shares(task);
  const isFixed = ({ kind }: Person) => kind === 'stakeholder';
  const stakeholders = task.assignees.map(({ person }) => person).filter(isFixed);
  const fixed = task.assignees.reduce((sum, { person }, at) => sum + (isFixed(person) ? (shared[at] ?? 0) : 0), 0);
  const fixedPeople = [...stakeholders, ...task.participants.map(({ person }) => person)];
  const demands = task.requirements.filter((requirement) => !fixedPeople.some((person) => covers(person, requirement)));

  const now = new Map(task.assignees.map(({ person }, at) => [person, shared[at] ?? 0]));
  const there = [...now.keys()].filter((person) => places.has(person)).length;
  const somebody = stakeholders.length === 0 ? [demands.length] : [];
  const room = Math.floor((1 - fixed) / leastShare + hair);
  return {
    effort: effortInPeriod(model, task),
    weight: weightOf(task),
    fixed: Math.min(1, fixed),
    demands: demands.length + somebody.length,
    most: Math.max(0, Math.min(Math.max(mostMembers, there), room)),
    candidates: candidatesOf(model, task, places).map((member) => ({
      member: places.get(member) ?? 0,
      covers: [...met(member, demands), ...somebody],
      now: now.get(member) ?? null,
      gain: fitOf([member], task) + (wantsSomeOf(member, task) ? 0.25 : 0),
    })),
  };
}

/** Present members who cover a requirement of `task` or are assigned to it; all of them where it requires nothing. In project order. */
function candidatesOf(model: Model, task: Task, places: ReadonlyMap<Person, number>): readonly Member[] {
  const members = presentMembers(model);
  const able =
    task.requirements.length === 0 ? members : task.requirements.flatMap(({ competency, level }) => holders(model, competency, level));
  const found = new Set<Person>(able.filter((member) => canBeAssigned(model)(member)));
  for (const { person } of task.assignees) found.add(person);
  const inOrder = [...found].map((person) => places.get(person)).filter((place) => place !== undefined);
  return inOrder.sort((a, b) => a - b).flatMap((place) => members[place] ?? []);
}

/** Is there a way to name a person as an assignee? */
const canBeAssigned = memo((model: Model) =>
  memo((person: Person) => referenceTo(model, person, { kind: 'task', word: 'assigned' }) !== null),
);

function met(member: Member, demands: readonly Skill[]): readonly number[] {
  return demands.flatMap((demand, at) => (covers(member, demand) ? [at] : []));
}

function wantsSomeOf({ wants }: Member, { requirements }: Task): boolean {
  return wants.some((aim) => requirements.some(({ competency }) => competency === aim.competency));
}

/** That of the highest of its needs; what is for no need weighs as low. */
function weightOf({ serves }: Task): number {
  const needs = serves.filter((served): served is Need => served.kind === 'need');
  return Math.max(1, ...needs.map(({ priority }) => weights[priority ?? 'low']));
}

const weights = { high: 3, medium: 2, low: 1 } as const;
