import { type Declaration, entriesOf, type Level, propertyOf } from '../syntax/tree';
import { memo } from './memo';
import { names } from './names';
import type { Snapshot } from './snapshot';

/** The levels that competencies are held at, lowest first. */
export interface Scale {
  /** Null for the built-in Dreyfus scale where the project declares none. */
  readonly name: string | null;
  /** Level 1 first. */
  readonly levels: readonly ScaleLevel[];
  /** From this level on a person works alone; 1…n. */
  readonly autonomous: number;
  /** From this level on a person can train others; `autonomous`…n. */
  readonly trains: number;
}

export interface ScaleLevel {
  readonly name: string;
  readonly title: string | null;
}

/** The scale that counts in a project: its first, or Dreyfus where that has fewer than two levels. */
export const scaleOf = memo((snapshot: Snapshot): Scale => {
  const sole = names(snapshot).sole('scale');
  return (sole && scaleFrom(sole.node)) ?? dreyfus;
});

/** The scale that a declaration describes; null where it has fewer than two levels. */
export const scaleFrom = memo((node: Declaration): Scale | null => {
  const levels = new Map<string, ScaleLevel>();
  for (const { name, text } of entriesOf(node, 'levels')) {
    if (name && !levels.has(name.text)) levels.set(name.text, { name: name.text, title: text?.value ?? null });
  }
  if (levels.size < 2) return null;
  const named = { name: node.name?.text ?? null, levels: [...levels.values()] };
  const stated = (word: string): number | null => {
    const level = propertyOf(node, word)?.entries[0]?.level;
    return level ? numberOf(named, level) : null;
  };
  return { ...named, ...thresholds(levels.size, stated('autonomous'), stated('trains')) };
});

/** Do two scales say the same? */
export function isSameScale(a: Scale, b: Scale): boolean {
  return a === b || saidBy(a) === saidBy(b);
}

const saidBy = memo((scale: Scale): string => JSON.stringify(scale));

/** The number of a level, 1…n; null where the scale has no such level. */
export function numberOf(scale: Pick<Scale, 'levels'>, level: Level): number | null {
  if (level.number !== null) return level.number >= 1 && level.number <= scale.levels.length ? level.number : null;
  return numbersByName(scale.levels).get(level.name ?? '') ?? null;
}

const numbersByName = memo(
  (levels: readonly ScaleLevel[]): ReadonlyMap<string, number> => new Map(levels.map(({ name }, at) => [name, at + 1])),
);

function thresholds(count: number, autonomous: number | null, trains: number | null): Pick<Scale, 'autonomous' | 'trains'> {
  const middle = Math.ceil((count + 1) / 2);
  const alone = autonomous ?? Math.min(middle, trains ?? count);
  // Trains below autonomous, both stated, is an error: it counts as at the autonomous level.
  return { autonomous: alone, trains: Math.max(alone, trains ?? Math.min(alone + 1, count)) };
}

/** Dreyfus & Dreyfus 1980. */
const dreyfus: Scale = {
  name: null,
  levels: ['novice', 'beginner', 'competent', 'proficient', 'expert'].map((name) => ({ name, title: null })),
  ...thresholds(5, null, null),
};
