import { grouped } from './grouped';
import { memo } from './memo';
import type { Competency, Member, Model, Person, Skill, Stakeholder, Task } from './model';

/** The level at which `person` holds `competency`, through the tree; 0 where not assessed, or where a member is absent. */
export function heldLevel(person: Person, competency: Competency): number {
  if (person.kind === 'member' && !person.present) return 0;
  return person.levels.get(competency) ?? 0;
}

/** Does `person` hold `competency` at `level` or above? Absent members hold nothing. */
export function holds(person: Person, competency: Competency, level: number): boolean {
  return heldLevel(person, competency) >= level;
}

/** Does `person` hold what `requirement` asks, at its level? */
export function covers(person: Person, requirement: Skill): boolean {
  return holds(person, requirement.competency, requirement.level);
}

/** Everyone on `task`, assignees first, then `with` participants, each once; absent members included. */
export function peopleOn(task: Task): readonly Person[] {
  return [...new Set([...task.assignees, ...task.participants].map(({ person }) => person))];
}

/** The requirements of `task` that nobody on it covers, in text order. */
export function uncovered(task: Task): readonly Skill[] {
  const people = peopleOn(task);
  return task.requirements.filter((requirement) => !people.some((person) => covers(person, requirement)));
}

/** The members who are here today, in project order. */
export const presentMembers = memo((model: Model): readonly Member[] => model.members.filter(({ present }) => present));

/** Everyone who can cover something today: present members, then stakeholders, each in project order. */
export const presentPeople = memo((model: Model): readonly Person[] => [...presentMembers(model), ...model.stakeholders]);

/** The tasks that are not done, in project order. */
export const openTasks = memo((model: Model): readonly Task[] => model.tasks.filter(({ open }) => open));

/** The open tasks that require `competency` itself (a narrower one does not count), in project order. */
export function openTasksRequiring(model: Model, competency: Competency): readonly Task[] {
  return demand(model).get(competency)?.tasks ?? [];
}

/** The highest level at which an open task requires `competency`; null where none does. */
export function highestRequired(model: Model, competency: Competency): number | null {
  return demand(model).get(competency)?.highest ?? null;
}

/** *Level of c*: the autonomous level, or the highest level at which an open task requires `competency` where that is above. */
export function levelOf(model: Model, competency: Competency): number {
  return Math.max(model.scale.autonomous, highestRequired(model, competency) ?? 0);
}

/** The present members who hold `competency` at `level` or above, in project order. */
export function holders(model: Model, competency: Competency, level: number): readonly Member[] {
  return (
    membersByCompetency(model)
      .get(competency)
      ?.filter((member) => holds(member, competency, level)) ?? []
  );
}

/** The stakeholders who hold `competency` at `level` or above, in project order. */
export function stakeholdersWhoHold(model: Model, competency: Competency, level: number): readonly Stakeholder[] {
  return (
    stakeholdersByCompetency(model)
      .get(competency)
      ?.filter((person) => holds(person, competency, level)) ?? []
  );
}

/** The tasks that `person` is an assignee of, done ones included, in project order. */
export function tasksAssignedTo(model: Model, person: Person): readonly Task[] {
  return byAssignee(model).get(person) ?? [];
}

/** The tasks that `person` is on, as an assignee or `with` them, done ones included, in project order. */
export function tasksWith(model: Model, person: Person): readonly Task[] {
  return byPersonOn(model).get(person) ?? [];
}

interface Demand {
  readonly highest: number;
  readonly tasks: readonly Task[];
}

const demand = memo((model: Model): ReadonlyMap<Competency, Demand> => {
  const demands = new Map<Competency, { highest: number; readonly tasks: Task[] }>();
  for (const task of openTasks(model)) {
    for (const { competency, level } of task.requirements) {
      const known = demands.get(competency);
      if (known) {
        known.highest = Math.max(known.highest, level);
        known.tasks.push(task);
      } else demands.set(competency, { highest: level, tasks: [task] });
    }
  }
  return demands;
});

const membersByCompetency = memo((model: Model) => grouped(presentMembers(model), ({ levels }) => levels.keys()));
const stakeholdersByCompetency = memo((model: Model) => grouped(model.stakeholders, ({ levels }) => levels.keys()));
const byAssignee = memo((model: Model) => grouped(model.tasks, ({ assignees }) => assignees.map(({ person }) => person)));
const byPersonOn = memo((model: Model) => grouped(model.tasks, peopleOn));
