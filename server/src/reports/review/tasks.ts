import { covers, peopleOn, presentMembers } from '../../model/coverage';
import type { Member, Model, Task } from '../../model/model';
import { isOverloaded, loadOf, shares } from '../../model/workload';
import { idsOf } from '../../rules/subjects';
import type { TaskStatus, Voice } from '../../syntax/vocabulary';
import { byName, dateOrNull, idsInOrder } from '../texts';

/** Step 3, who does what: one task. */
export interface TaskReviewed {
  readonly name: string;
  readonly status: TaskStatus;
  /** Needs, clients, the organization. */
  readonly for: readonly string[];
  /** In text order; `coveredBy` are the people on the task who hold it at the level. */
  readonly requirements: readonly { readonly competency: string; readonly level: number; readonly coveredBy: readonly string[] }[];
  /** In text order; `share` in percent. */
  readonly assigned: readonly { readonly person: string; readonly share: number }[];
  readonly with: readonly { readonly person: string; readonly voice: Voice }[];
  /** In days. */
  readonly effort: number | null;
  readonly from: string | null;
  readonly due: string | null;
}

/** Step 3, who has how much: one present member. */
export interface MemberReviewed {
  readonly name: string;
  readonly role: string | null;
  readonly teams: readonly string[];
  /** Open tasks that count in the period, most days first. */
  readonly tasks: readonly { readonly task: string; readonly days: number }[];
  /** In the period; null where nothing limits. */
  readonly availableDays: number | null;
  readonly assignedDays: number;
  /** assigned ÷ available; null where that has no value. */
  readonly load: number | null;
  /** Weeks in which dated tasks take more than the days there are. */
  readonly overloadedWeeks: number;
}

export function tasksReviewed(model: Model): readonly TaskReviewed[] {
  return model.tasks.map(taskReviewed).sort(byName);
}

export function membersReviewed(model: Model): readonly MemberReviewed[] {
  return presentMembers(model)
    .map((member) => memberReviewed(model, member))
    .sort(byName);
}

function taskReviewed(task: Task): TaskReviewed {
  const people = peopleOn(task);
  const parts = shares(task);
  return {
    name: task.id,
    status: task.status,
    for: idsInOrder(task.serves),
    requirements: task.requirements.map((requirement) => ({
      competency: requirement.competency.id,
      level: requirement.level,
      coveredBy: idsOf(people.filter((person) => covers(person, requirement))),
    })),
    assigned: task.assignees.map(({ person }, at) => ({ person: person.id, share: (parts[at] ?? 0) * 100 })),
    with: task.participants.map(({ person, voice }) => ({ person: person.id, voice })),
    effort: task.effort,
    from: dateOrNull(task.from),
    due: dateOrNull(task.due),
  };
}

function memberReviewed(model: Model, member: Member): MemberReviewed {
  const { available, assigned, load, weeks, tasks } = loadOf(model, member);
  return {
    name: member.id,
    role: member.role,
    teams: idsInOrder(member.teams),
    tasks: tasks.map(({ task, days }) => ({ task: task.id, days })),
    availableDays: available,
    assignedDays: assigned,
    load: load !== null && Number.isFinite(load) ? load : null,
    overloadedWeeks: weeks.filter(isOverloaded).length,
  };
}
