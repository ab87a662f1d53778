import { modelOf } from '../model/build';
import { dateOf } from '../model/calendar';
import { edited } from '../model/edited';
import type { Competency, Member, Model, Person, Task } from '../model/model';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { entriesOf, propertyOf } from '../syntax/tree';
import type { Edit } from '../text/edit';
import { assign } from './assign';
import { addProperties, addValue, replace } from './edits';
import { referenceTo } from './reference';
import { removeItem, removeValues } from './removal';

/** What is imagined of a project. Entities are those of the model that is asked about. */
export type Supposed =
  /** The member has left, and is on no task. */
  | { readonly what: 'without'; readonly member: Member }
  /** The person holds the competency at a level, 1…n. */
  | { readonly what: 'add'; readonly person: Person; readonly competency: Competency; readonly level: number }
  /** The person does the task, and nobody else. */
  | { readonly what: 'move'; readonly task: Task; readonly person: Person };

/** The project as it would be after all that is `supposed`, one after the other; null where one of it cannot be written. */
export function supposing({ snapshot, today }: Model, supposed: readonly Supposed[]): Snapshot | null {
  let after = snapshot;
  for (const each of supposed) {
    const edits = editsFor(modelOf(after, today), each);
    if (!edits) return null;
    after = edited(after, edits);
  }
  return after;
}

function editsFor(model: Model, supposed: Supposed): readonly Edit[] | null {
  switch (supposed.what) {
    case 'without': {
      const member = same(model.members, supposed.member);
      return member ? gone(model, member) : null;
    }
    case 'add': {
      const person = same<Person>([...model.members, ...model.stakeholders], supposed.person);
      const competency = same(model.competencies, supposed.competency);
      return person && competency ? holding(model, person, competency, supposed.level) : null;
    }
    case 'move': {
      const task = same(model.tasks, supposed.task);
      const person = same<Person>([...model.members, ...model.stakeholders], supposed.person);
      return task && person ? assign(model, task, [{ person, percent: null }]) : null;
    }
  }
}

/** Absent since yesterday: whatever else names the member still says what it said. */
function gone(model: Model, member: Member): readonly Edit[] | null {
  const file = fileOf(model, member);
  if (!file) return null;
  const last = model.today - 1;
  const until = propertyOf(member.node, 'until');
  const from = propertyOf(member.node, 'from');
  const date = dateOf(last);
  return [
    ...(from && member.from !== null && member.from > last ? [removeItem(file, from)] : []),
    ...(until ? [replace(file, until, `until ${date}`)] : addProperties(file, member.node, [{ word: 'until', text: `until ${date}` }])),
    ...model.tasks.flatMap((task) => {
      const theirs = new Set(task.assignees.filter(({ person }) => person === member).map(({ entry }) => entry));
      const its = fileOf(model, task);
      return its && theirs.size > 0 ? removeValues(its, task.node, 'assigned', theirs) : [];
    }),
  ];
}

function holding(model: Model, person: Person, competency: Competency, level: number): readonly Edit[] | null {
  const file = fileOf(model, person);
  const name = referenceTo(model, competency, { kind: person.kind, word: 'has' });
  if (!file || !name) return null;
  const entries = new Set(entriesOf(person.node, 'has'));
  const held = person.has.filter((skill) => skill.competency === competency && entries.has(skill.entry));
  if (held.length === 0) return addValue(file, person.node, 'has', `${name} ${level}`);
  return held.flatMap(({ entry }) => (entry.level ? [replace(file, entry.level, String(level))] : []));
}

function same<E extends { readonly id: string }>(all: readonly E[], { id }: E): E | undefined {
  return all.find((each) => each.id === id);
}

function fileOf({ snapshot }: Model, { file }: { readonly file: string }): SourceFile | undefined {
  return snapshot.files.get(file);
}
