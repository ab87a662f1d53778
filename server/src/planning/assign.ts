import type { Assignee, Model, Person, Task } from '../model/model';
import type { SourceFile } from '../model/snapshot';
import { type Entry, entriesOf } from '../syntax/tree';
import type { Voice } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Assignment } from './candidates';
import { addProperties, addValue, replace, replaceValues } from './edits';
import { referenceTo } from './reference';
import { removeValues } from './removal';

/**
 * The edits after which `assignments` are who `task` is assigned to; null where one of them cannot be named there. Whoever stays is left where
 * they are written, and whoever comes takes the place of somebody who goes.
 */
export function assign(model: Model, task: Task, assignments: readonly Assignment[]): readonly Edit[] | null {
  const file = model.snapshot.files.get(task.file);
  if (!file) return null;
  const named = assignments.flatMap((each): readonly Named[] => {
    const name = nameOn(model, task, each.person);
    return name ? [{ ...each, name }] : [];
  });
  if (named.length < assignments.length) return null;

  const entries = entriesOf(task.node, 'assigned');
  if (!entries.every(isWhole)) return replaceValues(file, task.node, 'assigned', named.map(written));
  const seats = new Map(task.assignees.map(({ person, entry }) => [entry, named.find((each) => each.person === person)]));
  const coming = named.filter((each) => !task.assignees.some(({ person }) => person === each.person));
  const free = entries.filter((entry) => !seats.get(entry));
  for (const [at, entry] of free.slice(0, coming.length).entries()) seats.set(entry, coming[at]);
  const rewrites = entries.flatMap((entry) => rewritten(file, entry, seats.get(entry)));
  const removals = removeValues(file, task.node, 'assigned', new Set(free.slice(coming.length)));
  const rest = coming.slice(free.length).map(written).join(', ');
  return [...rewrites, ...removals, ...(rest === '' ? [] : addValue(file, task.node, 'assigned', rest))];
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

interface Named extends Assignment {
  readonly name: string;
}

/** Is it the name of somebody, with nothing or a percent behind it? */
function isWhole({ ref, percent }: Entry): boolean {
  return ref !== undefined && (percent === undefined || percent.start >= ref.end);
}

/** `entry` as `then`; comments between name and percent stay. */
function rewritten(file: SourceFile, { ref, percent }: Entry, then: Named | undefined): readonly Edit[] {
  if (!ref || !then) return [];
  const name = file.text.slice(ref.start, ref.end) === then.name ? [] : [replace(file, ref, then.name)];
  if (then.percent === (percent?.value ?? null)) return name;
  if (!percent) return [...name, replace(file, { start: ref.end, end: ref.end }, ` ${then.percent}%`)];
  if (then.percent !== null) return [...name, replace(file, percent, `${then.percent}%`)];
  const isBeside = file.text.slice(ref.end, percent.start).trim() === '';
  return [...name, replace(file, { start: isBeside ? ref.end : percent.start, end: percent.end }, '')];
}

/** Somebody who is on the task already stays written as they are. */
function nameOn(model: Model, task: Task, person: Person): string | null {
  const there = task.assignees.find((assignee) => assignee.person === person)?.entry.ref;
  const text = there && model.snapshot.files.get(task.file)?.text.slice(there.start, there.end);
  return text ?? referenceTo(model, person, { kind: 'task', word: 'assigned' });
}

function written({ name, percent }: Named): string {
  return percent === null ? name : `${name} ${percent}%`;
}
