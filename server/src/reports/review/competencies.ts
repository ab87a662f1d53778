import { highestRequired, holders, levelOf, openTasksRequiring, presentPeople, stakeholdersWhoHold } from '../../model/coverage';
import { grouped } from '../../model/grouped';
import type { Model } from '../../model/model';
import { idsOf } from '../../rules/subjects';
import { type Coverage, coverageBy } from '../matrix/levels';
import { byName } from '../texts';

/** Step 3, who can do what: one competency. */
export interface CompetencyReviewed {
  readonly name: string;
  readonly within: string | null;
  readonly critical: boolean;
  /** max(autonomous, the highest level that open tasks require). */
  readonly level: number;
  /** Present members who hold it at `level`. */
  readonly holders: readonly string[];
  /** Stakeholders who do. */
  readonly stakeholders: readonly string[];
  /** How many holders are wanted, and at which level; null where not stated. */
  readonly target: number | null;
  readonly targetLevel: number | null;
  readonly highestRequired: number | null;
  /** By the number of holders. */
  readonly status: Coverage;
  /** The open tasks that require it. */
  readonly tasks: readonly string[];
  /** Present people who want it. */
  readonly wantedBy: readonly string[];
}

export function competenciesReviewed(model: Model): readonly CompetencyReviewed[] {
  const aspiring = grouped(presentPeople(model), ({ wants }) => wants.map(({ competency }) => competency));
  return model.competencies
    .map((competency): CompetencyReviewed => {
      const level = levelOf(model, competency);
      const able = holders(model, competency, level);
      return {
        name: competency.id,
        within: competency.within?.id ?? null,
        critical: competency.critical,
        level,
        holders: idsOf(able),
        stakeholders: idsOf(stakeholdersWhoHold(model, competency, level)),
        target: competency.holders?.count ?? null,
        targetLevel: competency.holders?.level ?? null,
        highestRequired: highestRequired(model, competency),
        status: coverageBy(able.length),
        tasks: idsOf(openTasksRequiring(model, competency)),
        wantedBy: idsOf(aspiring.get(competency) ?? []),
      };
    })
    .sort(byName);
}
