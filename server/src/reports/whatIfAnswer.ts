import { holders, levelOf } from '../model/coverage';
import type { Competency, Model } from '../model/model';
import type { Supposed } from '../planning/whatif';
import { type EffectNames, effectNames } from '../rules/answer';
import type { Effect } from '../rules/effect';
import { compareNames, idsOf } from '../rules/subjects';

/** What `collab whatif --format json` says. Keys stand in the order in which they are given out. */
export interface WhatIfAnswer {
  readonly version: 1;
  readonly changes: readonly SupposedAnswer[];
  readonly findings: EffectNames;
  /** All competencies, by name. */
  readonly coverage: readonly CoverageAnswer[];
}

export type SupposedAnswer =
  | { readonly change: 'without'; readonly member: string }
  | { readonly change: 'add'; readonly person: string; readonly competency: string; readonly level: number }
  | { readonly change: 'move'; readonly task: string; readonly person: string };

/** The present members who hold a competency at the level that is needed of it. */
export interface CoverageAnswer {
  readonly competency: string;
  readonly level: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** `effect` is that of what is `supposed` of `before`, which makes it `after`. */
export function whatIfAnswer(before: Model, after: Model, supposed: readonly Supposed[], effect: Effect): WhatIfAnswer {
  return {
    version: 1,
    changes: supposed.map(supposedAnswer),
    findings: effectNames(effect),
    coverage: [...before.competencies].sort(compareNames).map((competency) => coverageAnswer(before, after, competency)),
  };
}

function supposedAnswer(supposed: Supposed): SupposedAnswer {
  switch (supposed.what) {
    case 'without':
      return { change: 'without', member: supposed.member.id };
    case 'add':
      return { change: 'add', person: supposed.person.id, competency: supposed.competency.id, level: supposed.level };
    case 'move':
      return { change: 'move', task: supposed.task.id, person: supposed.person.id };
  }
}

function coverageAnswer(before: Model, after: Model, competency: Competency): CoverageAnswer {
  const level = levelOf(before, competency);
  const then = after.competencies.find(({ id }) => id === competency.id);
  return {
    competency: competency.id,
    level,
    before: idsOf(holders(before, competency, level)),
    after: then ? idsOf(holders(after, then, level)) : [],
  };
}
