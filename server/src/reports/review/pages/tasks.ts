import { type Block, type Cell, lines, number, numbers, quiet, type Rich, state, table, words } from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { MemberReviewed, TaskReviewed } from '../tasks';

/** Who does what: open tasks by the day they are due, then done ones. */
export function tasksTable({ tasks }: Pick<Review, 'tasks'>, say: Say): Block {
  const text = texts[say.language];
  const columns = [
    words(text.task, 6),
    words(text.assigned, 5),
    words(text.requires, 5),
    numbers(text.effort, 3),
    words(text.when, 4),
    words(text.status, 3),
  ];
  return table(
    text.tasks,
    columns,
    [...tasks]
      .sort(byDue)
      .map((task) => [
        [say.name(task.name), ...(task.for.length > 0 ? [quiet(text.for(say.listed(task.for.map((id) => servedName(id, say)))))] : [])],
        assignedCell(task, say),
        requirementsCell(task, say),
        number(task.effort, task.effort === null ? '–' : say.days(task.effort)),
        [whenOf(task, say)],
        [statusOf(task, say)],
      ]),
  );
}

/** Who has how much: those with the most to do for their days first. */
export function peopleTable({ members, opening }: Pick<Review, 'members' | 'opening'>, say: Say): Block {
  const text = texts[say.language];
  const columns = [words(text.member, 5), words(text.does, 8), words(text.days, 5), numbers(text.load, 4)];
  const most = Math.max(0, ...members.flatMap(({ assignedDays, availableDays }) => [assignedDays, availableDays ?? 0]));
  return table(
    opening.period ? text.peopleIn(say.range(opening.period.from, opening.period.to)) : text.people,
    columns,
    [...members]
      .sort(byLoad)
      .map((member) => [
        [say.name(member.name), ...(member.role === null ? [] : [quiet(member.role)])],
        member.tasks.length === 0 ? [text.nothing] : lines(member.tasks.map(({ task, days }) => [`${say.name(task)} (${say.days(days)})`])),
        daysCell(member, most, say),
        loadCell(member, say),
      ]),
  );
}

/** The title of a need in quotes; clients and the organization by name. */
function servedName(id: string, say: Say): string {
  return id.startsWith('need:') ? say.quoted(say.name(id)) : say.name(id);
}

function assignedCell({ assigned, with: others }: TaskReviewed, say: Say): Cell {
  const text = texts[say.language];
  const doing = assigned.map(
    ({ person, share }): Rich => [
      assigned.length === 1 && share === 100 ? say.name(person) : `${say.name(person)} ${say.percent(share / 100)}`,
    ],
  );
  const taking = others.map(({ person, voice }): Rich => [quiet(text.with(say.name(person), say.term(voice)))]);
  return lines([...(doing.length === 0 ? [[state('missing', text.nobody)]] : doing), ...taking]);
}

function requirementsCell({ requirements }: TaskReviewed, say: Say): Cell {
  const text = texts[say.language];
  if (requirements.length === 0) return [quiet(text.nothingRequired)];
  return lines(
    requirements.map(({ competency, level, coveredBy }) => [
      state(coveredBy.length > 0 ? 'good' : 'missing', `${say.name(competency)}, ${say.level(level)}`),
    ]),
  );
}

function statusOf({ status }: TaskReviewed, say: Say): Rich[number] {
  const word = say.word.task[status];
  return status === 'blocked' ? state('pending', word) : word;
}

function whenOf({ from, due }: TaskReviewed, say: Say): string {
  const text = texts[say.language];
  if (from !== null && due !== null) return say.range(from, due);
  if (due !== null) return text.due(say.date(due));
  return from === null ? '–' : text.from(say.date(from));
}

function daysCell({ assignedDays, availableDays }: MemberReviewed, most: number, say: Say): Cell {
  const text = texts[say.language];
  const assigned = say.figure(assignedDays, 1);
  return {
    sketch: { kind: 'bullet', value: assignedDays, limit: availableDays, most },
    text: [availableDays === null ? text.unlimited(assigned) : text.of(assigned, say.figure(availableDays, 1))],
  };
}

function loadCell({ load, assignedDays, overloadedWeeks }: MemberReviewed, say: Say): Cell {
  const text = texts[say.language];
  if (load === null) return number(null, assignedDays > 0 ? text.noLimit : '–');
  const weeks = overloadedWeeks > 0 ? say.plural(overloadedWeeks, text.week, text.weeks) : null;
  return number(load, say.percent(load), null, weeks);
}

function byDue(a: TaskReviewed, b: TaskReviewed): number {
  const done = Number(a.status === 'done') - Number(b.status === 'done');
  const [first, second] = [a.due ?? '9999', b.due ?? '9999'];
  return done || (first < second ? -1 : first > second ? 1 : 0);
}

function byLoad(a: MemberReviewed, b: MemberReviewed): number {
  return (b.load ?? 0) - (a.load ?? 0) || b.assignedDays - a.assignedDays;
}

const en = {
  tasks: 'Tasks, open ones by due date',
  task: 'Task',
  for: (names: string) => `for ${names}`,
  assigned: 'Who does it',
  nobody: 'nobody',
  with: (name: string, voice: string) => `with ${name} (${voice})`,
  requires: 'Requires',
  nothingRequired: 'nothing stated',
  effort: 'Effort',
  when: 'When',
  from: (date: string) => `from ${date}`,
  due: (date: string) => `due ${date}`,
  status: 'Status',
  people: 'Days of each member',
  peopleIn: (period: string) => `Days of each member, ${period}`,
  member: 'Member',
  does: 'Open tasks in the period',
  nothing: 'none',
  days: 'Days assigned of those available',
  of: (assigned: string, available: string) => `${assigned} of ${available}`,
  unlimited: (assigned: string) => `${assigned}, without a limit`,
  load: 'Load',
  noLimit: 'no days available',
  week: 'week too full',
  weeks: 'weeks too full',
};

const fr: typeof en = {
  tasks: 'Les tâches, les ouvertes par échéance',
  task: 'Tâche',
  for: (names) => `pour ${names}`,
  assigned: 'Qui la fait',
  nobody: 'personne',
  with: (name, voice) => `avec ${name} (${voice})`,
  requires: 'Exige',
  nothingRequired: 'rien n’est indiqué',
  effort: 'Effort',
  when: 'Quand',
  from: (date) => `à partir du ${date}`,
  due: (date) => `pour le ${date}`,
  status: 'État',
  people: 'Les jours de chaque membre',
  peopleIn: (period) => `Les jours de chaque membre, ${period}`,
  member: 'Membre',
  does: 'Tâches ouvertes de la période',
  nothing: 'aucune',
  days: 'Jours confiés sur jours disponibles',
  of: (assigned, available) => `${assigned} sur ${available}`,
  unlimited: (assigned) => `${assigned}, sans limite`,
  load: 'Charge',
  noLimit: 'aucun jour disponible',
  week: 'semaine trop pleine',
  weeks: 'semaines trop pleines',
};

const texts = { en, fr };
