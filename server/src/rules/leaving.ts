import type { Assignee, Model, Task } from '../model/model';
import { type Assignment, candidateOf } from '../planning/candidates';
import { replace } from '../planning/edits';
import { removeValues } from '../planning/removal';
import type { Edit } from '../text/edit';
import { tradeTitle } from './assigning';
import type { Fix } from './rule';
import { listed } from './wording';

/** Hands the share of one assignee of `task` to the others: `Leave it to Anna Morel: covers 2 of 2, load 70 → 85 %`. */
export function leaveToOthersFix(model: Model, task: Task, assignee: Assignee): Fix | null {
  const edits = withoutThem(model, task, assignee);
  if (!edits) return null;
  const left = leftTo(task, assignee);
  const others = left.map(({ person }) => person);
  const members = others.filter((person) => person.kind === 'member');
  const names = others.map(({ label }) => label);
  const title =
    members.length < others.length
      ? { en: verb.en(listed('en', names)), fr: verb.fr(listed('fr', names)) }
      : tradeTitle(
          task,
          candidateOf(model, task, members, () => left),
          verb,
        );
  return { title, preferred: false, edits };
}

const verb = { en: (who: string) => `Leave it to ${who}`, fr: (who: string) => `La laisser à ${who}` };

/** Who is left on `task` without `gone`, with percents raised by what is free then where all have one. */
function leftTo(task: Task, gone: Assignee): readonly Assignment[] {
  const others = task.assignees.filter((assignee) => assignee !== gone);
  const sum = others.reduce((total, { percent }) => total + (percent ?? 0), 0);
  if (gone.percent === null || others.some(({ percent }) => percent === null))
    return others.map(({ person, percent }) => ({ person, percent }));
  const whole = sum + gone.percent;
  let given = 0;
  return others.map(({ person, percent }, index) => {
    const share = index === others.length - 1 ? whole - given : Math.round(((percent ?? 0) / sum) * whole);
    given += share;
    return { person, percent: share };
  });
}

/** Takes one assignee off, and writes the percents that are raised. */
function withoutThem(model: Model, task: Task, gone: Assignee): readonly Edit[] | null {
  const file = model.snapshot.files.get(task.file);
  if (!file) return null;
  const others = task.assignees.filter((assignee) => assignee !== gone);
  const removed = removeValues(file, task.node, 'assigned', new Set([gone.entry]));
  const left = leftTo(task, gone);
  const raised = others.flatMap(({ percent, entry }, index) => {
    const share = left[index]?.percent ?? null;
    return entry.percent && share !== percent ? [replace(file, entry.percent, `${share}%`)] : [];
  });
  return [...removed, ...raised];
}
