/** Minimise a sum over columns, within their bounds and those of the rows. */
export interface LinearProgramme {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly lower: number;
  readonly upper: number;
  /** Whole numbers only? */
  readonly whole: boolean;
}

/** lower ≤ Σ value · column ≤ upper. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export interface Outcome {
  /** The best found; null where none was. */
  readonly values: ArrayLike<number> | null;
  /** No solution costs less. */
  readonly bound: number;
  /** Is what was found the best there is? */
  readonly proved: boolean;
}

/** What solves a programme: a door, so that planning stays pure. */
export interface Solver {
  open(programme: LinearProgramme): OpenProgramme;
}

export interface OpenProgramme {
  /** Takes `start`, a value for each column, as a first solution; gives up after so many seconds. */
  minimise(costs: readonly number[], start: readonly number[] | null, seconds: number): Outcome;
  add(row: Row): void;
  close(): void;
}
