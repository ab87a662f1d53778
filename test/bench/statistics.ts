/** Durations in milliseconds, in the order they were measured. */
export type Samples = readonly number[];

/** The smallest sample that at least `percent` % of the samples do not exceed (nearest rank). NaN where there are none. */
export function percentile(samples: Samples, percent: number): number {
  const ordered = samples.toSorted((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil((ordered.length * percent) / 100) - 1)] ?? Number.NaN;
}

/** What a figure should be. */
export interface Aim {
  readonly of: 'median' | 'p95';
  /** In milliseconds. */
  readonly limit: number;
  readonly words: string;
}

export interface Figure {
  readonly name: string;
  readonly runs: number;
  /** In milliseconds. */
  readonly median: number;
  /** In milliseconds. */
  readonly p95: number;
  readonly aim: (Aim & { readonly met: boolean }) | null;
}

export function figure(name: string, samples: Samples, aim?: Aim): Figure {
  const [median, p95] = [percentile(samples, 50), percentile(samples, 95)];
  const reached = aim?.of === 'p95' ? p95 : median;
  return { name, runs: samples.length, median, p95, aim: aim === undefined ? null : { ...aim, met: reached <= aim.limit } };
}

/** The figures as a table, one line each. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, runs, median, p95, aim }) => [
    name,
    String(runs),
    milliseconds(median),
    milliseconds(p95),
    aim === null ? '' : `${aim.met ? 'met' : 'MISSED'}: ${aim.words}`,
  ]);
  const all = [['', 'runs', 'median', 'p95', 'aim'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map(([name = '', runs = '', median = '', p95 = '', aim = '']) =>
      [name.padEnd(widths[0] ?? 0), runs.padStart(widths[1] ?? 0), median.padStart(widths[2] ?? 0), p95.padStart(widths[3] ?? 0), aim]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function milliseconds(value: number): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
}
