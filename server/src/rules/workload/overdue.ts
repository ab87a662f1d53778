import { openTasks } from '../../model/coverage';
import { atProperty } from '../place';
import { defineRule } from '../rule';
import { inDays, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly days: number;
}

export const overdue = defineRule<Values>({
  name: 'workload/overdue',
  severity: 'warning',
  options: {},
  summary: { en: 'No open task is past its due date.', fr: 'Aucune tâche ouverte n’a dépassé son échéance.' },
  why: {
    en: 'A date that has passed in silence makes every other date in the plan a suggestion.',
    fr: 'Une échéance passée sous silence fait de toutes les autres de simples suggestions.',
  },
  examples: {
    bad: 'task interviews "Interviews" { due 2026-04-09 }\n',
    good: 'task interviews "Interviews" { due 2026-04-10 }\n',
  },
  message: {
    en: ({ task, days }) => `${quoted('en', task)} is ${inDays('en', days)} late`,
    fr: ({ task, days }) => `la tâche ${quoted('fr', task)} a ${inDays('fr', days)} de retard`,
  },
  check(model, report) {
    for (const task of openTasks(model)) {
      if (task.due === null || task.due >= model.today) continue;
      const days = model.today - task.due;
      report({ at: atProperty(task, 'due'), subjects: [task.id], evidence: { days }, values: { task: task.label, days } });
    }
  },
});
