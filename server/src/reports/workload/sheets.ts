import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { membersReviewed } from '../review/tasks';
import { sayIn } from '../say';
import type { Sheet } from '../sheet';
import { workloadOf } from './days';

/** The days of each member, those of each week, and the tasks that they come from. */
export function workloadSheets({ model }: ReportInput, language: Language): readonly Sheet[] {
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const text = texts[language];
  const members = say.inOrder(workloadOf(model).members);
  return [
    {
      name: text.workload,
      columns: [text.member, text.available, text.assigned, text.load],
      rows: members.map(({ name, availableDays, assignedDays, load }) => [say.name(name), availableDays, assignedDays, load]),
    },
    {
      name: text.weeks,
      columns: [text.member, text.monday, text.available, text.assigned],
      rows: members.flatMap(({ name, weeks }) =>
        weeks.map(({ monday, available, assigned }) => [say.name(name), monday, available, assigned]),
      ),
    },
    {
      name: text.tasks,
      columns: [text.member, text.task, text.days],
      rows: say
        .inOrder(membersReviewed(model))
        .flatMap(({ name, tasks }) => tasks.map(({ task, days }) => [say.name(name), say.name(task), days])),
    },
  ];
}

const texts = {
  en: {
    workload: 'Workload',
    weeks: 'Weeks',
    tasks: 'Tasks',
    member: 'Member',
    available: 'Days available',
    assigned: 'Days assigned',
    load: 'Load',
    monday: 'Week of',
    task: 'Task',
    days: 'Days',
  },
  fr: {
    workload: 'Charge',
    weeks: 'Semaines',
    tasks: 'Tâches',
    member: 'Membre',
    available: 'Jours disponibles',
    assigned: 'Jours confiés',
    load: 'Charge',
    monday: 'Semaine du',
    task: 'Tâche',
    days: 'Jours',
  },
} as const;
