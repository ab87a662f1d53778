import type { Assignee, Model, Person, Task } from '../model/model';
import type { Voice } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Assignment } from './candidates';
import { addProperties, addValue, replace, replaceValues } from './edits';
import { referenceTo } from './reference';

/** The edits after which `assignments` are who `task` is assigned to; null where one of them cannot be named there. */
export function assign(model: Model, task: Task, assignments: readonly Assignment[]): readonly Edit[] | null {
  const file = model.snapshot.files.get(task.file);
  if (!file) return null;
  const values = assignments.map((assignment) => written(model, task, assignment));
  const named = values.filter((value) => value !== null);
  if (named.length < values.length) return null;

  const stay = task.assignees.length > 0 && task.assignees.every((assignee, index) => canStay(assignee, assignments[index]));
  if (!stay) return replaceValues(file, task.node, 'assigned', named);
  const shares = task.assignees.flatMap(({ percent, entry }, index) => {
    const then = assignments[index]?.percent ?? null;
    return entry.percent && then !== null && then !== percent ? [replace(file, entry.percent, `${then}%`)] : [];
  });
  return [...shares, ...named.slice(task.assignees.length).flatMap((value) => addValue(file, task.node, 'assigned', value))];
}

/** The edit after which `taker` does what `assignee` did on `task`; null where the taker cannot be named there. */
export function handOver(model: Model, task: Task, assignee: Assignee, taker: Person): readonly Edit[] | null {
  const file = model.snapshot.files.get(task.file);
  const name = referenceTo(model, taker, { kind: 'task', word: 'assigned' });
  return file && name && assignee.entry.ref ? [replace(file, assignee.entry.ref, name)] : null;
}

/**
 * The edits after which `person` is on `task` without a share of its effort, as far as `voice` says (not given: involve); null where they
 * cannot be named there.
 */
export function bringIn(model: Model, task: Task, person: Person, voice: Voice = 'involve'): readonly Edit[] | null {
  const file = model.snapshot.files.get(task.file);
  const name = referenceTo(model, person, { kind: 'task', word: 'with' });
  if (!file || !name) return null;
  const value = voice === 'involve' ? name : `${name} ${voice}`;
  if (task.participants.length > 0) return addValue(file, task.node, 'with', value);
  return addProperties(file, task.node, [{ word: 'with', text: `with ${value}` }]);
}

/** Can the text of an assignee stay, but for the figure of a percent? */
function canStay({ person, percent }: Assignee, then: Assignment | undefined): boolean {
  return then?.person === person && (then.percent === null) === (percent === null);
}

/** Somebody who is on the task already stays written as they are. */
function written(model: Model, task: Task, { person, percent }: Assignment): string | null {
  const there = task.assignees.find((assignee) => assignee.person === person)?.entry.ref;
  const text = there
    ? model.snapshot.files.get(task.file)?.text.slice(there.start, there.end)
    : referenceTo(model, person, { kind: 'task', word: 'assigned' });
  if (!text) return null;
  return percent === null ? text : `${text} ${percent}%`;
}
