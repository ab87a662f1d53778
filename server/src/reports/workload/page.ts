import type { Language } from '../../text/localised';
import { basisOf } from '../basis/basis';
import { documentOn } from '../basis/document';
import { capped } from '../capped';
import { type Block, type Document, empty, type Grid, type GridCell, gridCell, lead, paragraph, section } from '../document';
import type { ReportInput } from '../report';
import { peopleTable } from '../review/pages/tasks';
import { type MemberReviewed, membersReviewed } from '../review/tasks';
import { type Say, sayIn } from '../say';
import { slices } from '../slices';
import { type MemberInWorkload, type WeekInWorkload, type Workload, workloadOf } from './days';

/** The workload as people read it. */
export function workloadDocument(input: ReportInput, language: Language): Document {
  const basis = basisOf(input, language, ['workload']);
  const say = sayIn(language, basis.names, input.model.scale.levels);
  const text = texts[language];
  const members = membersReviewed(input.model);
  const workload = workloadOf(input.model);
  return documentOn(basis, say, text.kind, [
    section('members', text.title, [
      lead(text.lead),
      ...(members.length === 0
        ? [empty(text.nobody)]
        : [figures(members, say), paragraph(text.bars), peopleTable({ members, opening: basis.opening }, say)]),
    ]),
    section('weeks', text.weeks, [lead(text.weeksLead), ...weekBlocks(workload, members, say)]),
  ]);
}

function figures(members: readonly MemberReviewed[], say: Say): Block {
  const text = texts[say.language];
  const sum = (of: (member: MemberReviewed) => number | null): string =>
    say.figure(
      members.reduce((total, member) => total + (of(member) ?? 0), 0),
      1,
    );
  const limited = members.some(({ availableDays }) => availableDays !== null);
  return {
    kind: 'figures',
    figures: [
      { value: say.figure(members.length), label: text.members },
      { value: sum(({ assignedDays }) => assignedDays), label: text.assigned },
      { value: limited ? sum(({ availableDays }) => availableDays) : '–', label: text.available },
      { value: String(members.filter(({ load }) => (load ?? 0) > 1).length), label: text.over },
      { value: String(members.filter(({ overloadedWeeks }) => overloadedWeeks > 0).length), label: text.fullWeeks },
      { value: String(members.filter(({ assignedDays }) => assignedDays === 0).length), label: text.without },
    ],
  };
}

function weekBlocks({ period, members }: Workload, all: readonly MemberReviewed[], say: Say): readonly Block[] {
  const text = texts[say.language];
  if (period === null) return [empty(text.noPeriod)];
  const weekly = say.inOrder(members.filter(({ weeks }) => weeks.length > 0));
  if (weekly.length === 0) return [empty(all.length === 0 ? text.nobody : text.noWeeks)];
  const { shown, rest } = capped(weekly, say);
  const absolute = members.filter(({ weeks }) => weeks.length === 0).map(({ name }) => name);
  const dated = weekly.reduce((sum, { weeks }) => sum + weeks.reduce((days, { assigned }) => days + assigned, 0), 0);
  const undated = weekly.reduce((sum, { assignedDays }) => sum + assignedDays, 0) - dated;
  return [
    ...weekGrids(shown, say),
    ...rest,
    ...(undated > 0.05 ? [paragraph(text.undated(say.days(Math.round(undated * 10) / 10)))] : []),
    ...(absolute.length > 0 ? [paragraph(text.absolute(say.someNames(say.sorted(absolute))))] : []),
  ];
}

/** A quarter of a year, whatever day it starts on. */
const mostWeeks = 14;

function weekGrids(members: readonly MemberInWorkload[], say: Say): readonly Grid[] {
  const text = texts[say.language];
  const mondays = members[0]?.weeks.map(({ monday }) => monday) ?? [];
  const parts = slices([...mondays.keys()], mostWeeks);
  return parts.map((weeks, part): Grid => {
    const [first, last] = [mondays[weeks[0] ?? 0] ?? '', mondays[weeks.at(-1) ?? 0] ?? ''];
    return {
      kind: 'grid',
      caption: text.caption(say.range(first, last)),
      corner: text.member,
      columns: weeks.map((at) => text.week(dayAndMonth(mondays[at] ?? '', say))),
      rows: members.map(({ name, weeks: all }) => ({ title: say.name(name), cells: weeks.map((at) => weekCell(all[at], say)) })),
      foot: [],
      legend:
        part === parts.length - 1
          ? [
              { cell: gridCell(say.figure(2.5), 3, `/ ${say.figure(5)}`), means: text.within },
              { cell: { ...gridCell(say.figure(6), 5, `/ ${say.figure(5)}`), isGap: true }, means: text.tooFull },
              { cell: gridCell('–'), means: text.away },
            ]
          : [],
    };
  });
}

function weekCell(week: WeekInWorkload | undefined, say: Say): GridCell {
  if (!week || (week.available === 0 && week.assigned === 0)) return gridCell('–');
  const { available, assigned } = week;
  const full = available === 0 ? 1 : Math.min(1, assigned / available);
  return {
    text: say.figure(assigned, 1),
    note: `/ ${say.figure(available, 1)}`,
    tone: Math.ceil(full * 5),
    isGap: assigned - available > 0.001,
  };
}

function dayAndMonth(date: string, { language }: Say): string {
  return dayMonths[language].format(new Date(`${date}T00:00:00Z`));
}

const dayMonths = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
} as const;

const en = {
  kind: 'Workload',
  title: 'Who has how much',
  lead: 'Days of open tasks that fall in the period, by each one’s share, against the days there are. The fullest stand first.',
  nobody: 'No member is present.',
  bars: 'Each bar shows the days assigned, the pale one behind it the days available, up to the line; what passes the line is hatched.',
  members: 'Members',
  assigned: 'Days assigned',
  available: 'Days available',
  over: 'Above their days',
  fullWeeks: 'With weeks too full',
  without: 'Without open task',
  weeks: 'Week by week',
  weeksLead: 'Tasks with both dates, spread evenly over their working days.',
  noPeriod: 'The model declares no period: there are no weeks to show.',
  noWeeks: 'Every member works an absolute number of days, which no week divides.',
  caption: (range: string) => `Days assigned and available, weeks of ${range}`,
  member: 'Member',
  week: (day: string) => day,
  within: 'days assigned, of the days available in that week',
  tooFull: 'hatched: more than there are',
  away: 'away all week, and nothing assigned',
  undated: (days: string) => `${days} of tasks without both dates, or outside the period, fall in none of these weeks.`,
  absolute: (names: string) => `Without weeks, for their days are given for the whole period: ${names}.`,
};

const fr: typeof en = {
  kind: 'Charge de travail',
  title: 'Qui a combien à faire',
  lead: 'Les jours de tâches ouvertes qui tombent dans la période, selon la part de chacun, face aux jours qu’il y a. Les plus chargés d’abord.',
  nobody: 'Aucun membre n’est présent.',
  bars: 'Chaque barre montre les jours confiés ; celle, pâle, derrière elle, les jours disponibles, jusqu’au trait ; ce qui passe le trait est hachuré.',
  members: 'Membres',
  assigned: 'Jours confiés',
  available: 'Jours disponibles',
  over: 'Au-delà de leurs jours',
  fullWeeks: 'Avec des semaines trop pleines',
  without: 'Sans tâche ouverte',
  weeks: 'Semaine par semaine',
  weeksLead: 'Les tâches qui ont leurs deux dates, réparties également sur leurs jours ouvrés.',
  noPeriod: 'Le modèle ne déclare aucune période : il n’y a pas de semaines à montrer.',
  noWeeks: 'Chaque membre travaille un nombre absolu de jours, qu’aucune semaine ne divise.',
  caption: (range) => `Jours confiés et disponibles, semaines du ${range}`,
  member: 'Membre',
  week: (day) => day,
  within: 'jours confiés, sur les jours disponibles de la semaine',
  tooFull: 'hachuré : plus qu’il n’y en a',
  away: 'absence toute la semaine, et rien de confié',
  undated: (days) => `${days} de tâches sans leurs deux dates, ou hors de la période, ne tombent dans aucune de ces semaines.`,
  absolute: (names) => `Sans semaines, car leurs jours valent pour toute la période : ${names}.`,
};

const texts = { en, fr };
