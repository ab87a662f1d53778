import type { Person } from '../model/model';
import type { PersonShare, Plan } from '../planning/plan';
import type { Figures } from '../planning/programme';
import { type EffectNames, effectNames } from '../rules/answer';
import type { Effect } from '../rules/effect';

/** What `collab plan --format json` says. Keys stand in the order in which they are given out; figures are not rounded yet. */
export interface PlanAnswer {
  readonly version: 1;
  readonly before: Objectives;
  readonly after: Objectives;
  readonly proved: boolean;
  readonly tasks: readonly TaskAnswer[];
  readonly findings: EffectNames;
  /** By what part the plan may be off; null where that is not known. Only where it is not proved. */
  readonly gap?: number | null;
  /** Only where no solver could be loaded. */
  readonly by?: 'ranking';
}

export interface Objectives {
  readonly uncovered: number;
  readonly overloadDays: number;
  readonly changes: number;
}

export interface TaskAnswer {
  readonly task: string;
  readonly before: readonly ShareAnswer[];
  readonly after: readonly ShareAnswer[];
}

export interface ShareAnswer {
  readonly person: Person['id'];
  /** Percent. */
  readonly share: number;
}

/** `effect` is that of the plan's edits. */
export function planAnswer(plan: Plan, effect: Effect): PlanAnswer {
  return {
    version: 1,
    before: objectives(plan.before),
    after: objectives(plan.after),
    proved: plan.proved,
    tasks: plan.tasks.map(({ task, before, after }) => ({ task: task.id, before: before.map(shareAnswer), after: after.map(shareAnswer) })),
    findings: effectNames(effect),
    ...(plan.proved ? {} : { gap: plan.gap }),
    ...(plan.by === 'ranking' ? { by: plan.by } : {}),
  };
}

function objectives({ uncovered, overloadDays, changes }: Figures): Objectives {
  return { uncovered, overloadDays, changes };
}

function shareAnswer({ person, share }: PersonShare): ShareAnswer {
  return { person: person.id, share };
}
