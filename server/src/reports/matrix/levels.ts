import { highestRequired, holders, levelOf, presentMembers } from '../../model/coverage';
import type { Competency, Model, Skill } from '../../model/model';
import { compareNames, idsOf } from '../../rules/subjects';

/**
 * Who can do what: `collab report matrix --format json`. Competencies and members are sorted by name; the members are those who are here:
 * an absent one holds nothing.
 */
export interface Matrix {
  readonly version: 1;
  readonly scale: {
    /** Null where the project declares none, and the built-in one counts. */
    readonly name: string | null;
    readonly levels: readonly { readonly level: number; readonly name: string; readonly title: string | null }[];
    readonly autonomous: number;
    readonly trains: number;
  };
  readonly competencies: readonly CompetencyInMatrix[];
  readonly members: readonly MemberInMatrix[];
}

export interface CompetencyInMatrix {
  readonly name: string;
  /** max(autonomous, the highest level that open tasks require). */
  readonly level: number;
  /** Present members who hold it at `level`. */
  readonly holders: readonly string[];
  /** How many holders are wanted; null where not stated. */
  readonly target: number | null;
  readonly highestRequired: number | null;
  /** By the number of holders. */
  readonly status: Coverage;
}

export type Coverage = 'none' | 'single' | 'covered';

export interface MemberInMatrix {
  readonly name: string;
  /** As declared, in text order, by the bare names of competencies: what follows from the tree is left out. */
  readonly levels: Readonly<Record<string, number>>;
}

/** The matrix of a model as the JSON format gives it. */
export function matrixOf(model: Model): Matrix {
  const { name, levels, autonomous, trains } = model.scale;
  return {
    version: 1,
    scale: { name, levels: levels.map((level, at) => ({ level: at + 1, name: level.name, title: level.title })), autonomous, trains },
    competencies: [...model.competencies].sort(compareNames).map((competency) => competencyOf(model, competency)),
    members: [...presentMembers(model)].sort(compareNames).map(({ id, has }) => ({ name: id, levels: levelsDeclared(has) })),
  };
}

/** By the number of holders. */
export function coverageBy(count: number): Coverage {
  if (count === 0) return 'none';
  return count === 1 ? 'single' : 'covered';
}

function competencyOf(model: Model, competency: Competency): CompetencyInMatrix {
  const level = levelOf(model, competency);
  const able = holders(model, competency, level);
  return {
    name: competency.id,
    level,
    holders: idsOf(able),
    target: competency.holders?.count ?? null,
    highestRequired: highestRequired(model, competency),
    status: coverageBy(able.length),
  };
}

/** Of two levels for one competency the higher counts. */
function levelsDeclared(has: readonly Skill[]): MemberInMatrix['levels'] {
  const levels = new Map<string, number>();
  for (const { competency, level } of has) levels.set(competency.name, Math.max(level, levels.get(competency.name) ?? 0));
  return Object.fromEntries(levels);
}
