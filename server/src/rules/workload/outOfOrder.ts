import { type Day, dateOf, workingDays } from '../../model/calendar';
import { openTasks } from '../../model/coverage';
import { replace } from '../../planning/edits';
import { propertyOf } from '../../syntax/tree';
import { atName, atProperty } from '../place';
import { defineRule } from '../rule';
import { subject, subjectsOf } from '../subjects';
import { inDays, inWords, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly before: string;
  readonly days: number;
}

export const outOfOrder = defineRule<Values>({
  name: 'workload/out-of-order',
  severity: 'warning',
  options: {},
  summary: {
    en: 'A task starts only once the tasks before it are due.',
    fr: 'Une tâche commence après l’échéance de celles qui la précèdent.',
  },
  why: {
    en: 'Either the order does not hold or the dates do not. Whoever relies on one of the two will be surprised by the other.',
    fr: 'Ou l’ordre ne tient pas, ou les dates ne tiennent pas. Qui se fie à l’un sera surpris par les autres.',
  },
  examples: {
    bad: `task interviews "Interviews" { due 2026-05-08 }

task report "Report" { from 2026-05-08 after interviews }
`,
    good: `task interviews "Interviews" { due 2026-05-08 }

task report "Report" { from 2026-05-11 after interviews }
`,
  },
  message: {
    en: ({ task, before, days }) => `${quoted('en', task)} starts ${inDays('en', days)} too early: it comes after ${quoted('en', before)}`,
    fr: ({ task, before, days }) =>
      `la tâche ${quoted('fr', task)} commence ${inDays('fr', days)} trop tôt : elle vient après ${quoted('fr', before)}`,
  },
  check(model, report) {
    for (const task of openTasks(model)) {
      for (const before of task.after) {
        if (task.from === null || before.due === null || before === task || task.from > before.due) continue;
        const days = before.due - task.from + 1;
        report({
          at: atProperty(task, 'from'),
          subjects: [task.id, before.id],
          evidence: { days },
          values: { task: task.label, before: before.label, days },
          related: [{ at: atName(before), message: { en: 'the task that comes first', fr: 'la tâche qui la précède' } }],
        });
      }
    }
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    const before = subjectsOf(model, found)[1];
    const file = task && model.snapshot.files.get(task.file);
    const date = task && propertyOf(task.node, 'from')?.entries[0]?.date;
    if (!file || !date || before?.kind !== 'task' || before.due === null) return [];
    const start = firstWorkingDay(before.due + 1);
    if (task.due !== null && start > task.due) return [];
    const title = { en: `Start it on ${inWords('en', start)}`, fr: `La commencer le ${inWords('fr', start)}` };
    return [{ title, preferred: true, edits: [replace(file, date, dateOf(start))] }];
  },
});

function firstWorkingDay(from: Day): Day {
  let day = from;
  while (workingDays({ from: day, to: day }) === 0) day++;
  return day;
}
