import { memo } from '../model/memo';
import { names } from '../model/names';
import { numberOf, scaleFrom, scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { type Declaration, entriesOf, type Level } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Location, Span } from '../text/span';

/** A place where a file names a level, or gives a number for it. */
export interface LevelMention extends Span {
  /** 1…n; null for none of the scale. */
  readonly level: number | null;
  readonly isNumber: boolean;
  /** What it stands in. */
  readonly block: Kind;
}

/** Where `file` speaks of levels, in text order; not where the scale names them. */
export function levelsIn(snapshot: Snapshot, file: SourceFile): readonly LevelMention[] {
  const scale = scaleOf(snapshot);
  return writtenLevels(file).map(({ level: written, block }) => ({
    start: written.start,
    end: written.end,
    level: numberOf(scale, written),
    isNumber: written.number !== null,
    block,
  }));
}

/** Where each level of the project's own scale is named for the first time, lowest first; nothing where it has none. */
export function levelNames(snapshot: Snapshot): readonly Location[] {
  const sole = names(snapshot).sole('scale');
  const scale = sole && scaleFrom(sole.node);
  if (!scale) return [];
  const entries = entriesOf(sole.node, 'levels');
  return scale.levels.flatMap(({ name }) => {
    const word = entries.find((entry) => entry.name?.text === name)?.name;
    return word ? [{ file: sole.file, span: { start: word.start, end: word.end } }] : [];
  });
}

/** A level as it stands, and what it stands in. */
export interface WrittenLevel {
  readonly level: Level;
  readonly block: Kind;
}

/** The levels that `file` speaks of, in text order, be they of the scale or not. */
export const writtenLevels = memo((file: SourceFile): readonly WrittenLevel[] => file.tree.declarations.flatMap(levelsOf));

function levelsOf({ kind, items }: Declaration): readonly WrittenLevel[] {
  return items.flatMap((item) => {
    if (item.type === 'declaration') return levelsOf(item);
    return item.entries.flatMap(({ level }) => (level ? [{ level, block: kind }] : []));
  });
}
