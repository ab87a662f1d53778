import { type Entry, propertyOf } from '../syntax/tree';
import type { Competency, Skill } from './model';
import type { Declared } from './outline';
import { Reading } from './reading';
import type { Maker, Resolving } from './resolving';

/** Makes a competency, first without the tree that it stands in. */
export function competencyFrom(declared: Declared): Maker<Competency> {
  const reading = new Reading(declared);
  const critical = reading.has('critical');
  const within = reading.refs('within');
  const holders = propertyOf(declared.node, 'holders');
  return {
    declared,
    make: (project) => ({
      ...reading.head,
      kind: 'competency',
      within: null,
      broader: [],
      critical,
      holders: holders ? holdersFrom(holders.entries[0], project) : null,
      unresolved: project.unresolved(reading.empty),
    }),
    complete(competency, project) {
      competency.within = project.one<Competency>(within);
      competency.unresolved = project.unresolved(competency.unresolved);
    },
  };
}

function holdersFrom(entry: Entry | undefined, project: Resolving): Competency['holders'] {
  const level = entry?.level ? project.level(entry.level) : project.scale.autonomous;
  if (entry?.number && entry.number.value > 0 && level !== null) return { count: entry.number.value, level };
  project.miss('holders');
  return null;
}

/** The level at which a person holds each competency: holding a narrower one counts as holding each broader one at that level. */
export function levelsFrom(has: readonly Skill[]): ReadonlyMap<Competency, number> {
  const levels = new Map<Competency, number>();
  const raise = (competency: Competency, level: number): void => {
    if (level > (levels.get(competency) ?? 0)) levels.set(competency, level);
  };
  for (const { competency, level } of has) {
    raise(competency, level);
    for (const broader of competency.broader) raise(broader, level);
  }
  return levels;
}
