import { type Formulation, formulate } from './formulation';
import { type LeastOverload, leastOverload } from './overload';
import { joined, type Part, partsOf, within } from './parts';
import { inWholePercents } from './percents';
import { compareFigures, type Figures, figuresOf, type PlannedTask, type Programme, type Staffing } from './programme';
import { fewestChanges, placesNow, rebalanced } from './rebalance';
import { mostMet } from './seating';
import type { OpenProgramme, Outcome, Row, Solver } from './solver';

/** The objectives in the order in which they count. */
export const levels = ['uncovered', 'overloadDays', 'changes', 'gain'] as const satisfies readonly (keyof Figures)[];

/** How good one objective is, before shares are rounded to whole percents. */
export interface Level {
  readonly value: number;
  /** No staffing that is as good at the levels before is better than this. */
  readonly bound: number;
  /** Is it proved that there is no better value? */
  readonly proved: boolean;
}

export interface Solved {
  /** In whole percents, but for tasks that stay as they are. */
  readonly staffing: Staffing;
  readonly levels: Readonly<Record<(typeof levels)[number], Level>>;
  /** `ranking`: there was no solver, and each task went to whom its quick fix names first. */
  readonly by: 'solver' | 'ranking';
}

/** Who waits for it. */
export interface Waiting {
  /** Seconds that are left. */
  left(): number;
  /** Told after each of the levels of each part. */
  progress(done: number, of: number): void;
}

/** What is fixed may be exceeded by so much at the next level: a solver reckons no finer. */
const tolerance = 1e-6;

/** Figures that differ by no more are equal. */
const hair = 5 * tolerance;

/**
 * The best staffing of `programme`, level after level, each fixed before the next; the best that is found where time is up. Never worse
 * than `start`. The same programme and start give the same staffing, as far as time allows.
 */
export function solve(programme: Programme, start: Staffing, solver: Solver, waiting: Waiting): Solved {
  const parts = partsOf(programme);
  const solved = parts.map((part, at) => {
    const done = (count: number) => waiting.progress(at * levels.length + count, parts.length * levels.length);
    return solvePart(part, within(part, start), solver, waiting, done);
  });
  const found = inWholePercents(
    programme,
    joined(
      programme,
      parts,
      solved.map((part) => part.staffing),
    ),
  );
  const ranked = inWholePercents(programme, start);
  const sum = (level: (typeof levels)[number]): Level => ({
    value: solved.reduce((total, part) => total + part.levels[level].value, 0),
    bound: solved.reduce((total, part) => total + part.levels[level].bound, 0),
    proved: solved.every((part) => part.levels[level].proved),
  });
  return {
    staffing: compareFigures(figuresOf(programme, ranked), figuresOf(programme, found)) < 0 ? ranked : found,
    levels: { uncovered: sum('uncovered'), overloadDays: sum('overloadDays'), changes: sum('changes'), gain: sum('gain') },
    by: 'solver',
  };
}

/** What is known of `start` where nothing can solve the programme. */
export function unsolved(programme: Programme, start: Staffing): Solved {
  const met = programme.tasks.map(mostMet);
  const figures = figuresOf(programme, start);
  const least = uncoveredWith(programme, met);
  const isCovered = figures.uncovered <= least + tolerance;
  const days = leastOverload(programme, met).days;
  const unknown = (value: number, bound: number): Level => ({ value, bound, proved: false });
  return {
    staffing: inWholePercents(programme, start),
    levels: {
      uncovered: { value: figures.uncovered, bound: least, proved: isCovered },
      overloadDays: { value: figures.overloadDays, bound: days, proved: isCovered && figures.overloadDays <= days + tolerance },
      changes: unknown(figures.changes, 0),
      gain: unknown(figures.gain, Number.POSITIVE_INFINITY),
    },
    by: 'ranking',
  };
}

function solvePart(part: Part, start: Staffing, solver: Solver, waiting: Waiting, done: (count: number) => void): Solved {
  const { programme } = part;
  const met = programme.tasks.map(mostMet);
  const least = leastOverload(programme, met);
  const first = better(programme, start, rebalanced(programme, met, least.days).staffing());
  const search = new Search(programme, met, solver, waiting, first);
  done(1);
  const overloadDays = search.overloadDays(least);
  done(2);
  const changes = search.changes(overloadDays);
  done(3);
  const gain = search.gain(changes);
  done(4);
  search.close();
  const uncovered = uncoveredWith(programme, met);
  return {
    staffing: search.best,
    levels: { uncovered: { value: uncovered, bound: uncovered, proved: true }, overloadDays, changes, gain },
    by: 'solver',
  };
}

/** One part, level after level: what is fixed at one holds at the next. */
class Search {
  #saturated: Uint8Array | null = null;
  #opened: { readonly formulation: Formulation; readonly programme: OpenProgramme } | null = null;
  /** What is fixed, each in its turn. */
  readonly #fixed: { readonly costs: (formulation: Formulation) => readonly number[]; readonly most: number }[] = [];

  constructor(
    private readonly programme: Programme,
    private readonly met: readonly number[],
    private readonly solver: Solver,
    private readonly waiting: Waiting,
    /** The best staffing so far. */
    public best: Staffing,
  ) {}

  overloadDays(least: LeastOverload): Level {
    if (this.#figures.overloadDays <= least.days + tolerance) {
      this.#saturated = least.saturated;
      return { value: this.#figures.overloadDays, bound: least.days, proved: true };
    }
    const { bound, proved } = this.#minimise(({ overload }) => overload);
    const value = this.#figures.overloadDays;
    this.#fix(({ overload }) => overload, value + tolerance);
    return { value, bound: Math.max(bound, least.days), proved: proved || value <= least.days + tolerance };
  }

  changes(before: Level): Level {
    const fewest = this.programme.tasks.reduce(
      (sum, task, at) => sum + changesIn(task, fewestChanges(task, this.met[at] ?? 0, byPlace)),
      0,
    );
    const isLeast = this.#figures.changes <= fewest;
    const { bound, proved } = before.proved && !isLeast ? this.#minimise(({ changes }) => changes) : unknown;
    const value = this.#figures.changes;
    // Whoever is on a task now and leaves it counts as one who does not stay.
    const now = this.programme.tasks.reduce((sum, task) => sum + placesNow(task).length, 0);
    this.#fix((formulation) => formulation.changes, value - now);
    return { value, bound: Math.max(fewest, Math.ceil(bound + now - tolerance)), proved: before.proved && (proved || value <= fewest) };
  }

  gain(before: Level): Level {
    if (this.#figures.changes === 0) return { value: 0, bound: 0, proved: before.proved };
    const { bound, proved } = before.proved ? this.#minimise(({ loss }) => loss) : unknown;
    return { value: this.#figures.gain, bound: -bound, proved: before.proved && proved };
  }

  close(): void {
    this.#opened?.programme.close();
  }

  get #figures(): Figures {
    return figuresOf(this.programme, this.best);
  }

  #minimise(costsOf: (formulation: Formulation) => readonly number[]): Omit<Outcome, 'values'> {
    const seconds = this.waiting.left();
    if (seconds <= 0) return unknown;
    const { formulation, programme } = this.#open();
    const { values, bound, proved } = programme.minimise(costsOf(formulation), formulation.valuesOf(this.best), seconds);
    if (values) this.best = better(this.programme, this.best, formulation.staffingOf(values));
    return { bound, proved };
  }

  #fix(costs: (formulation: Formulation) => readonly number[], most: number): void {
    this.#fixed.push({ costs, most });
    if (this.#opened) this.#opened.programme.add(rowOf(costs(this.#opened.formulation), most));
  }

  /** Written down only when it is to be solved. */
  #open() {
    if (!this.#opened) {
      const formulation = formulate(this.programme, this.met, this.#saturated && { saturated: this.#saturated });
      const programme = this.solver.open(formulation);
      for (const { costs, most } of this.#fixed) programme.add(rowOf(costs(formulation), most));
      this.#opened = { formulation, programme };
    }
    return this.#opened;
  }
}

const unknown = { bound: Number.NEGATIVE_INFINITY, proved: false } as const;

function rowOf(costs: readonly number[], most: number): Row {
  const columns = costs.flatMap((cost, at) => (cost === 0 ? [] : [at]));
  return { lower: Number.NEGATIVE_INFINITY, upper: most, columns, values: columns.map((at) => costs[at] ?? 0) };
}

function changesIn(task: PlannedTask, places: readonly number[]): number {
  const now = placesNow(task);
  const kept = now.filter((place) => places.includes(place)).length;
  return now.length + places.length - 2 * kept;
}

function uncoveredWith({ tasks }: Programme, met: readonly number[]): number {
  return tasks.reduce((sum, { weight, demands }, at) => sum + weight * (demands - (met[at] ?? 0)), 0);
}

/** `a`, unless `b` is better. */
function better(programme: Programme, a: Staffing, b: Staffing): Staffing {
  const [ours, theirs] = [figuresOf(programme, a), figuresOf(programme, b)];
  const differences = [
    ours.uncovered - theirs.uncovered,
    ours.overloadDays - theirs.overloadDays,
    ours.changes - theirs.changes,
    theirs.gain - ours.gain,
  ];
  return (differences.find((difference) => Math.abs(difference) > hair) ?? 0) > 0 ? b : a;
}

const byPlace = (a: number, b: number): number => a - b;
