/** A source of pseudo-random choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number, both bounds included. */
  readonly between: (low: number, high: number) => number;
  /** True in `percent` of a hundred calls. */
  readonly chance: (percent: number) => boolean;
  /** One of `items`, which is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** At most `count` different items, in random order. */
  readonly sample: <Item>(items: readonly Item[], count: number) => readonly Item[];
}

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const sample = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const left = [...items];
    const taken: Item[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
    return taken;
  };
  return { between, chance: (percent) => next() * 100 < percent, pick, sample };
}

/** `total` cut into whole parts in proportion to `weights`; the parts add up to `total`. */
export function shares(total: number, weights: readonly number[]): readonly number[] {
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  let left = total;
  return weights.map((weight) => {
    const part = weightLeft > 0 ? Math.round((left * weight) / weightLeft) : 0;
    left -= part;
    weightLeft -= weight;
    return part;
  });
}

/** Tommy Ettinger's mulberry32: 32 bits of state, numbers from 0 (included) to 1 (excluded). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
