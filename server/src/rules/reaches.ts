import { holders, openTasksRequiring, peopleOn, presentMembers, tasksAssignedTo, tasksWith } from '../model/coverage';
import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import type { AnyEntity, Client, Competency, Entity, Member, Model, Person, Task } from '../model/model';
import { clientsOf } from '../planning/candidates';
import { halfTypedBy } from './halfTyped';
import type { RuleName } from './rule';

/** Whom, in `model`, a rule may judge otherwise where `changed` says something else than before. */
type Reach<Changed> = (changed: Changed, model: Model) => Iterable<Entity>;

/** Of a rule that judges each of many by itself, whom it may judge otherwise. What is not named may concern everyone. */
export interface Reaches {
  /** By the kind of an entity that changed: found in the model before and in the model after. */
  readonly of: { readonly [K in AnyEntity['kind']]?: Reach<Extract<AnyEntity, { kind: K }>> };
  /** By a rule that it asks, where that finds something else about an entity. */
  readonly asked?: { readonly [Name in RuleName]?: Reach<never> };
}

/** `reads` says on what the rules hang, `test/kept.test.ts` holds both to checks from nothing. */
export const reaches: ReadonlyMap<RuleName, Reaches> = new Map<RuleName, Reaches>([
  ['workload/overloaded', { of: { member: itself, task: assigneesOf } }],
  ['workload/overloaded-week', { of: { member: itself, task: assigneesOf } }],
  [
    'workload/idle',
    {
      of: { member: itself, task: (task: Task, model: Model) => [...assigneesOf(task), ...thoseWhoCover(task, model)] },
      asked: {
        'competency/unassigned': thoseWhoCover,
        'competency/under-qualified': thoseWhoCover,
        'workload/overloaded': (member: Member, model: Model) =>
          tasksAssignedTo(model, member).flatMap((task) => [...thoseWhoCover(task, model)]),
      },
    },
  ],
  ['workload/absent', { of: { member: assignedTo, stakeholder: assignedTo, task: itself } }],
  ['competency/under-qualified', { of: { member: coveredBy, stakeholder: coveredBy, task: itself } }],
  ['competency/out-of-place', { of: { member: assignedTo, stakeholder: assignedTo, task: itself } }],
  [
    'competency/latent',
    { of: { member: itself, stakeholder: nobody, task: (task: Task, model: Model) => [...peopleOn(task), ...thoseWhoCover(task, model)] } },
  ],
  [
    'competency/aspiration',
    {
      of: {
        member: (member: Member, model: Model) => [member, ...learnersFrom(member, model)],
        stakeholder: learnersFrom,
        task: (task: Task, model: Model) => [...peopleOn(task), ...learnersOn(task, model)],
      },
    },
  ],
  ['competency/no-contribution', { of: { member: itself, task: peopleOn } }],
  ['network/apart', { of: { task: itself }, asked: { 'network/isolated-member': assignedTo } }],
  ['client/far-from-task', { of: { task: clientsOf }, asked: { 'network/isolated-member': clientsServedBy } }],
  ['client/welcomed-too-early', { of: { task: itself }, asked: { 'network/isolated-member': assignedTo } }],
]);

function itself(changed: Entity): readonly Entity[] {
  return [changed];
}

function nobody(): readonly Entity[] {
  return [];
}

function assigneesOf({ assignees }: Task): readonly Person[] {
  return assignees.map(({ person }) => person);
}

function assignedTo(person: Person, model: Model): readonly Task[] {
  return tasksAssignedTo(model, person);
}

function clientsServedBy(person: Person, model: Model): readonly Client[] {
  return tasksAssignedTo(model, person).flatMap(clientsOf);
}

/** The members who could do a part of `task`. */
function* thoseWhoCover({ requirements }: Task, model: Model): Iterable<Member> {
  for (const { competency, level } of requirements) yield* holders(model, competency, level);
}

/** The tasks that `person` is on, and those that require what they hold: it may be that nobody else does. */
function* coveredBy(person: Person, model: Model): Iterable<Task> {
  yield* tasksWith(model, person);
  for (const competency of [...person.levels.keys(), ...halfTypedBy(model, person)]) yield* openTasksRequiring(model, competency);
}

/** The members who would like to learn what `task` requires. */
function* learnersOn({ requirements }: Task, model: Model): Iterable<Member> {
  for (const { competency } of requirements) yield* learners(model).get(competency) ?? [];
}

function* learnersFrom(person: Person, model: Model): Iterable<Member> {
  for (const task of tasksAssignedTo(model, person)) yield* learnersOn(task, model);
}

const learners = memo(
  (model: Model): ReadonlyMap<Competency, readonly Member[]> =>
    grouped(presentMembers(model), ({ wants }) => wants.map(({ competency }) => competency)),
);
