import { openTasks, presentMembers } from '../model/coverage';
import type { Model, Person, Task } from '../model/model';
import { shares } from '../model/workload';
import { entriesOf } from '../syntax/tree';
import type { Edit } from '../text/edit';
import { assign } from './assign';
import type { Assignment } from './candidates';
import { percentsOfMembers, wholeParts } from './percents';
import { type Figures, figuresOf, type Programme, staffingNow } from './programme';
import { removeValues } from './removal';
import { type Level, levels, type Solved } from './solve';

/** A proposal for the whole plan: what it is worth, and what becomes of each task that changes. */
export interface Plan {
  readonly before: Figures;
  /** Of the whole percents that are proposed. */
  readonly after: Figures;
  /** Is it proved that there is no better plan? */
  readonly proved: boolean;
  /** By what part the first objective that is not proved may be off, 0…1; null where all are, or where nothing is known. */
  readonly gap: number | null;
  readonly by: Solved['by'];
  /** In project order. */
  readonly tasks: readonly TaskChange[];
}

export interface TaskChange {
  readonly task: Task;
  /** Everyone it is assigned to, stakeholders and those who are absent included. */
  readonly before: readonly PersonShare[];
  readonly after: readonly PersonShare[];
}

export interface PersonShare {
  readonly person: Person;
  /** Percent of the effort. */
  readonly share: number;
}

/** What `solved`, the solution of `programme`, proposes for `model`. */
export function planOf(model: Model, programme: Programme, solved: Solved): Plan {
  const all = levels.map((level) => solved.levels[level]);
  const open = all.find(({ proved }) => !proved);
  return {
    before: figuresOf(programme, staffingNow(programme)),
    after: figuresOf(programme, solved.staffing),
    proved: open === undefined,
    gap: open ? gapOf(open) : null,
    by: solved.by,
    tasks: openTasks(model).flatMap((task, at) => changeOf(model, programme, solved, task, at) ?? []),
  };
}

/** The edits that make `changes`, or those of them that are wanted: all of one task, and no more of its text than must change. */
export function editsOf(model: Model, changes: readonly TaskChange[]): readonly Edit[] {
  return changes.flatMap(({ task, after }) => {
    if (after.length > 0) return assign(model, task, after.map(written)) ?? [];
    const file = model.snapshot.files.get(task.file);
    return file ? removeValues(file, task.node, 'assigned', new Set(entriesOf(task.node, 'assigned'))) : [];
  });
}

function changeOf(model: Model, programme: Programme, { staffing }: Solved, task: Task, at: number): TaskChange | null {
  const planned = programme.tasks[at];
  if (!planned) return null;
  const seats = staffing[at] ?? [];
  const stays = planned.candidates.every(({ now }, place) => (seats[place] ?? null) === now);
  if (stays && !task.assignees.some(({ person }) => isAbsent(person))) return null;

  const shared = shares(task);
  const before = task.assignees.map(({ person }, each) => ({ person, share: (shared[each] ?? 0) * 100 }));
  const fixed = before.filter(({ person }) => person.kind === 'stakeholder');
  const staffed = planned.candidates.flatMap(({ member }, place) => {
    const person = presentMembers(model)[member];
    const share = seats[place] ?? null;
    return person && share !== null ? [{ person, share: share * 100 }] : [];
  });
  const forMembers = percentsOfMembers(planned);
  const after = new Map([...inWhole(fixed, 100 - forMembers), ...inWhole(staffed, forMembers)].map((each) => [each.person, each]));
  const there = before.flatMap(({ person }) => after.get(person) ?? []);
  return { task, before, after: [...new Set([...there, ...after.values()])] };
}

function isAbsent(person: Person): boolean {
  return person.kind === 'member' && !person.present;
}

function inWhole(parts: readonly PersonShare[], sum: number): readonly PersonShare[] {
  const whole = wholeParts(
    parts.map(({ share }) => share),
    sum,
  );
  return parts.map(({ person }, at) => ({ person, share: whole[at] ?? 0 }));
}

/** Who does it alone needs no percent. */
function written({ person, share }: PersonShare, _: number, all: readonly PersonShare[]): Assignment {
  return { person, percent: all.length === 1 && share === 100 ? null : share };
}

/** Of the larger of what was found and what might be. */
function gapOf({ value, bound }: Level): number | null {
  if (!Number.isFinite(bound)) return null;
  const largest = Math.max(Math.abs(value), Math.abs(bound));
  return largest === 0 ? 0 : Math.abs(value - bound) / largest;
}
