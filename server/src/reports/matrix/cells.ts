import { covers, heldLevel, openTasks, peopleOn, presentMembers } from '../../model/coverage';
import type { Competency, Member, Model } from '../../model/model';
import { compareNames, idsOf } from '../../rules/subjects';

/** What the matrix shows of a member: a cell for each competency that they hold or that a task of theirs requires. */
export interface MemberCells {
  readonly name: string;
  readonly role: string | null;
  /** In text order. */
  readonly teams: readonly string[];
  /** By the id of the competency. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

export interface MatrixCell {
  /** Through the tree; 0 where not assessed. */
  readonly held: number;
  /** As declared; null where it follows from something narrower, or is not assessed. */
  readonly declared: number | null;
  /** The highest level at which an open task that they are assigned to requires it; null where none does. */
  readonly required: number | null;
  /** The open tasks of theirs that require it above their level, and on which nobody covers it. */
  readonly gaps: readonly string[];
}

/** The members who are here, by name. */
export function matrixCells(model: Model): readonly MemberCells[] {
  const demands = demandsOf(model);
  return [...presentMembers(model)].sort(compareNames).map((member) => cellsOf(member, demands.get(member) ?? []));
}

interface Demand {
  readonly competency: Competency;
  readonly level: number;
  readonly task: string;
  readonly isCovered: boolean;
}

function demandsOf(model: Model): ReadonlyMap<Member, readonly Demand[]> {
  const demands = new Map<Member, Demand[]>();
  for (const task of openTasks(model)) {
    const people = peopleOn(task);
    for (const requirement of task.requirements) {
      const { competency, level } = requirement;
      const demand = { competency, level, task: task.id, isCovered: people.some((person) => covers(person, requirement)) };
      for (const { person } of task.assignees) if (person.kind === 'member') demands.set(person, [...(demands.get(person) ?? []), demand]);
    }
  }
  return demands;
}

function cellsOf(member: Member, demands: readonly Demand[]): MemberCells {
  const cells = new Map<string, MatrixCell>();
  for (const competency of new Set([...member.levels.keys(), ...demands.map((demand) => demand.competency)])) {
    const held = heldLevel(member, competency);
    const asked = demands.filter((demand) => demand.competency === competency);
    const declared = member.has.filter((skill) => skill.competency === competency).map(({ level }) => level);
    cells.set(competency.id, {
      held,
      declared: declared.length > 0 ? Math.max(...declared) : null,
      required: asked.length > 0 ? Math.max(...asked.map(({ level }) => level)) : null,
      gaps: asked.filter(({ level, isCovered }) => level > held && !isCovered).map(({ task }) => task),
    });
  }
  return { name: member.id, role: member.role, teams: idsOf(member.teams), cells };
}
