import { heldLevel, highestRequired, holders, levelOf, presentMembers, tasksAssignedTo } from '../model/coverage';
import type { Competency, Member, Model } from '../model/model';
import { oneLine } from './branch';

/** Who can do what: present members down, competencies across, both in project order. */
export interface MatrixShown {
  /** The names of the levels, lowest first. */
  readonly levels: readonly string[];
  readonly autonomous: number;
  readonly competencies: readonly CompetencyShown[];
  readonly members: readonly MemberRow[];
}

export interface CompetencyShown {
  readonly id: string;
  readonly label: string;
  /** The level that is needed, and how many hold it at that level. */
  readonly level: number;
  readonly holders: number;
  /** How many are wanted; null where not stated. */
  readonly target: number | null;
  readonly required: number | null;
  readonly isCritical: boolean;
}

export interface MemberRow {
  readonly id: string;
  readonly label: string;
  /** For each competency the level as declared; 0 where not assessed. */
  readonly levels: readonly number[];
  /** What the member’s own open tasks require: where the competency stands, at which level, and whether the member holds it there. */
  readonly required: readonly { readonly at: number; readonly level: number; readonly isHeld: boolean }[];
}

export function matrixShown(model: Model): MatrixShown {
  const { scale, competencies } = model;
  return {
    levels: scale.levels.map(({ name }) => name),
    autonomous: scale.autonomous,
    competencies: competencies.map((competency) => ({
      id: competency.id,
      label: oneLine(competency.label),
      level: levelOf(model, competency),
      holders: holders(model, competency, levelOf(model, competency)).length,
      target: competency.holders?.count ?? null,
      required: highestRequired(model, competency),
      isCritical: competency.critical,
    })),
    members: presentMembers(model).map((member) => rowOf(model, member)),
  };
}

function rowOf(model: Model, member: Member): MemberRow {
  const declared = new Map<Competency, number>();
  for (const { competency, level } of member.has) declared.set(competency, Math.max(level, declared.get(competency) ?? 0));
  return {
    id: member.id,
    label: oneLine(member.label),
    levels: model.competencies.map((competency) => declared.get(competency) ?? 0),
    required: [...requiredOf(model, member)].map(([competency, level]) => ({
      at: model.competencies.indexOf(competency),
      level,
      isHeld: heldLevel(member, competency) >= level,
    })),
  };
}

function requiredOf(model: Model, member: Member): ReadonlyMap<Competency, number> {
  const required = new Map<Competency, number>();
  for (const task of tasksAssignedTo(model, member)) {
    for (const { competency, level } of task.open ? task.requirements : []) {
      required.set(competency, Math.max(level, required.get(competency) ?? 0));
    }
  }
  return required;
}
