import type { Entry } from '../syntax/tree';
import { taskStatuses, type Voice, voices } from '../syntax/vocabulary';
import type { Assignee, Client, Need, Organization, Participant, Person, Resource, Task } from './model';
import type { Declared } from './outline';
import { Reading } from './reading';
import type { Maker } from './resolving';

/** Makes a task, first without the tasks that it comes after. */
export function taskFrom(declared: Declared): Maker<Task> {
  const reading = new Reading(declared);
  const { from, to: due } = reading.days('from', 'due');
  const effort = reading.one('effort', ({ days }) => (days && days.value > 0 ? days.value : null));
  const status = reading.choice('status', taskStatuses) ?? 'planned';
  const said = { effort, from, due, status, open: status !== 'done' };
  const serves = reading.refs('for');
  const requires = reading.refs('requires');
  const assigned = reading.refs('assigned');
  const participants = reading.refs('with');
  const uses = reading.refs('uses');
  const after = reading.refs('after');
  return {
    declared,
    make: (project) => ({
      ...reading.head,
      kind: 'task',
      ...said,
      serves: project.all<Need | Client | Organization>(serves),
      requirements: project.skills(requires),
      assignees: firstOfEach(project.each(assigned, assigneeFrom)),
      participants: firstOfEach(project.each(participants, participantFrom)),
      uses: project.all<Resource>(uses),
      after: [],
      unresolved: project.unresolved(reading.empty),
    }),
    complete(task, project) {
      task.after = project.all<Task>(after);
      task.unresolved = project.unresolved(task.unresolved);
    },
  };
}

function assigneeFrom(entry: Entry, person: Person): Assignee {
  const { percent } = entry;
  return { person, percent: percent && percent.value >= 1 && percent.value <= 100 ? percent.value : null, entry };
}

function participantFrom(entry: Entry, person: Person): Participant {
  return { person, voice: voiceFrom(entry.word?.text) ?? 'involve', entry };
}

function voiceFrom(word: string | undefined): Voice | undefined {
  return voices.find((voice) => voice === word);
}

function firstOfEach<P extends { readonly person: Person }>(all: readonly P[]): readonly P[] {
  return all.length < 2 ? all : all.filter(({ person }, at) => all.findIndex((each) => each.person === person) === at);
}
