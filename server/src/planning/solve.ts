import { type Formulation, formulate } from './formulation';
import { type LeastOverload, leastOverload } from './overload';
import { joined, partsOf, within } from './parts';
import { inWholePercents } from './percents';
import { compareFigures, type Figures, figuresOf, type PlannedTask, type Programme, type Staffing } from './programme';
import { fewestChanges, placesNow, rebalanced } from './rebalance';
import { mostMet } from './seating';
import type { OpenProgramme, Outcome, Row, Solver } from './solver';

/** The objectives in the order in which they count. */
export const levels = ['uncovered', 'overloadDays', 'changes', 'gain'] as const satisfies readonly (keyof Figures)[];
export type LevelName = (typeof levels)[number];

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
  readonly levels: Readonly<Record<LevelName, Level>>;
  /** `ranking`: there was no solver, and each task went to whom its quick fix names first. */
  readonly by: 'solver' | 'ranking';
}

/** Who waits for it. */
export interface Waiting {
  /** Seconds that are left. */
  left(): number;
  /** Told after each step. */
  progress(done: number, of: number): void;
  /** Told the best so far, each time that it is better. */
  found(solved: Solved): void;
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
  const ranked = inWholePercents(programme, start);
  const searches = parts.map((part) => new Search(part.programme, within(part, start), solver, waiting));
  const sum = (level: LevelName): Level => {
    const all = searches.map((search) => search.levels[level]);
    return {
      value: all.reduce((total, { value }) => total + value, 0),
      bound: all.reduce((total, { bound }) => total + bound, 0),
      proved: all.every(({ proved }) => proved),
    };
  };
  const soFar = (): Solved => {
    const staffings = searches.map(({ best }) => best);
    const found = inWholePercents(programme, joined(programme, parts, staffings));
    return {
      staffing: compareFigures(figuresOf(programme, ranked), figuresOf(programme, found)) < 0 ? ranked : found,
      levels: { uncovered: sum('uncovered'), overloadDays: sum('overloadDays'), changes: sum('changes'), gain: sum('gain') },
      by: 'solver',
    };
  };
  const steps = searches.flatMap((search) => [
    () => search.overloadDays(),
    () => search.changes(),
    () => search.gain(),
    () => search.close(),
  ]);
  waiting.found(soFar());
  for (const [at, step] of steps.entries()) {
    const before = searches.map(({ best }) => best);
    step();
    waiting.progress(at + 1, steps.length);
    if (at + 1 < steps.length && searches.some(({ best }, search) => best !== before[search])) waiting.found(soFar());
  }
  return soFar();
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

/** One part, level after level: what is fixed at one holds at the next. */
class Search {
  /** The best staffing so far. */
  best: Staffing;
  /** What is known of it. */
  levels: Solved['levels'];
  readonly #met: readonly number[];
  readonly #least: LeastOverload;
  #opened: { readonly formulation: Formulation; readonly programme: OpenProgramme } | null = null;
  /** What is fixed, each in its turn. */
  readonly #fixed: { readonly costs: (formulation: Formulation) => readonly number[]; readonly most: number }[] = [];

  constructor(
    private readonly programme: Programme,
    start: Staffing,
    private readonly solver: Solver,
    private readonly waiting: Waiting,
  ) {
    this.#met = programme.tasks.map(mostMet);
    this.#least = leastOverload(programme, this.#met);
    this.best = better(programme, start, rebalanced(programme, this.#met, this.#least.days).staffing());
    const { overloadDays, changes, gain } = this.#figures;
    const uncovered = uncoveredWith(programme, this.#met);
    const { days } = this.#least;
    const fewest = programme.tasks.reduce((sum, task, at) => sum + changesIn(task, fewestChanges(task, this.#met[at] ?? 0, byPlace)), 0);
    const isLeast = overloadDays <= days + tolerance;
    this.levels = {
      uncovered: { value: uncovered, bound: uncovered, proved: true },
      overloadDays: { value: overloadDays, bound: days, proved: isLeast },
      changes: { value: changes, bound: fewest, proved: isLeast && changes <= fewest },
      gain: { value: gain, bound: Number.POSITIVE_INFINITY, proved: false },
    };
  }

  overloadDays(): void {
    const { bound, proved } = this.levels.overloadDays;
    if (proved) return;
    const outcome = this.#minimise(({ overload }) => overload);
    const value = this.#figures.overloadDays;
    this.#fix(({ overload }) => overload, value + tolerance);
    this.#know('overloadDays', { value, bound: Math.max(bound, outcome.bound), proved: outcome.proved || value <= bound + tolerance });
  }

  changes(): void {
    const { bound } = this.levels.changes;
    const isSettled = this.levels.overloadDays.proved;
    const outcome = isSettled && this.#figures.changes > bound ? this.#minimise(({ changes }) => changes) : unknown;
    const value = this.#figures.changes;
    // Whoever is on a task now and leaves it counts as one who does not stay.
    const now = this.programme.tasks.reduce((sum, task) => sum + placesNow(task).length, 0);
    this.#fix(({ changes }) => changes, value - now);
    const known = Math.max(bound, Math.ceil(outcome.bound + now - tolerance));
    this.#know('changes', { value, bound: known, proved: isSettled && (outcome.proved || value <= known) });
  }

  gain(): void {
    const isSettled = this.levels.changes.proved;
    if (this.#figures.changes === 0) {
      this.#know('gain', { value: 0, bound: 0, proved: isSettled });
      return;
    }
    const { bound, proved } = isSettled ? this.#minimise(({ loss }) => loss) : unknown;
    this.#know('gain', { value: this.#figures.gain, bound: -bound, proved });
  }

  close(): void {
    this.#opened?.programme.close();
  }

  #know(level: LevelName, known: Level): void {
    const { overloadDays, changes, gain } = this.#figures;
    const { levels } = this;
    this.levels = {
      uncovered: levels.uncovered,
      overloadDays: { ...levels.overloadDays, value: overloadDays },
      changes: { ...levels.changes, value: changes },
      gain: { ...levels.gain, value: gain },
      [level]: known,
    };
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
      const formulation = formulate(
        this.programme,
        this.#met,
        this.levels.overloadDays.value <= this.#least.days + tolerance ? this.#least : null,
      );
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
