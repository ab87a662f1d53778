import {
  type Block,
  type Cell,
  empty,
  lead,
  lines,
  number,
  numbers,
  quiet,
  type Rich,
  type Section,
  section,
  state,
  table,
  words,
} from '../../document';
import { planBlocks } from '../../plan/page';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { CompetencyReviewed } from '../competencies';
import { peopleTable, tasksTable } from './tasks';

/** Step 3. */
export function competenciesPage(review: Review, say: Say): Section {
  const text = texts[say.language];
  const { competencies, tasks, members, plan } = review;
  const sections = [
    section('coverage', text.coverage, [competencies.length === 0 ? empty(text.noCompetencies) : coverageTable(competencies, say)]),
    section('single-holders', text.single, [singleHolders(competencies, say)]),
    section('idle', text.idle, [idle(review, say)]),
    section('tasks', text.tasks, [tasks.length === 0 ? empty(text.noTasks) : tasksTable(review, say)]),
    section('plan', text.plan, plan === null ? [empty(text.noPlan)] : planBlocks(plan, say)),
    section('people', text.people, [members.length === 0 ? empty(text.noMembers) : peopleTable(review, say)]),
  ];
  return { ...section('competencies', text.title, [lead(text.lead)], sections), label: text.step };
}

/** Each competency with its holders, those wanted, and whether that suffices. */
export function coverageTable(competencies: readonly CompetencyReviewed[], say: Say): Block {
  const text = texts[say.language];
  const columns = [
    words(text.competency, 6),
    words(text.level, 3),
    words(text.holders, 6),
    numbers(text.wanted, 3),
    numbers(text.openTasks, 3),
    words(text.status, 4),
  ];
  return table(
    text.coverage,
    columns,
    say.inOrder(competencies).map((competency) => {
      const { name, critical, level, holders, target, targetLevel, tasks } = competency;
      return [
        [say.name(name), ...(critical ? [quiet(text.critical)] : [])],
        [say.level(level)],
        holders.length === 0 ? [text.nobody] : [say.names(say.sorted(holders))],
        wanted(target, targetLevel, level, say),
        number(tasks.length, tasks.length === 0 ? '–' : String(tasks.length)),
        [statusOf(competency, say)],
      ];
    }),
  );
}

function wanted(target: number | null, targetLevel: number | null, level: number, say: Say): Cell {
  if (target === null || targetLevel === null) return number(null, '–');
  return number(target, targetLevel === level ? String(target) : texts[say.language].atLevel(target, say.level(targetLevel)));
}

/** Nobody is missing where nothing asks for the competency. */
function statusOf({ status, tasks, critical, stakeholders }: CompetencyReviewed, say: Say) {
  const text = texts[say.language];
  const asked = tasks.length > 0 || critical;
  if (status === 'covered') return state('good', text.covered);
  if (status === 'single') return asked ? state('pending', text.one) : state('good', text.one);
  if (!asked) return quiet(text.notAsked);
  return stakeholders.length > 0 ? state('pending', text.onlyStakeholders) : state('missing', text.none);
}

function singleHolders(competencies: readonly CompetencyReviewed[], say: Say): Block {
  const text = texts[say.language];
  const single = competencies.filter(({ status, tasks, critical }) => status === 'single' && (tasks.length > 0 || critical));
  if (single.length === 0) return empty(text.noSingle);
  return table(
    text.single,
    [words(text.competency), words(text.holder), words(text.hangsOnIt), words(text.learners)],
    say
      .inOrder(single)
      .map(({ name, holders, tasks, wantedBy }) => [
        [say.name(name)],
        [say.names(holders)],
        tasks.length === 0 ? [text.criticalOnly] : lines(tasks.map((task) => [say.name(task)])),
        wantedBy.length === 0 ? [text.nobody] : [say.names(say.sorted(wantedBy))],
      ]),
  );
}

/** What is held and lies idle: beside the tasks that require it, or because nothing does. */
const idleRules = ['competency/latent', 'competency/dormant'];

function idle({ findings, opening }: Review, say: Say): Block {
  const text = texts[say.language];
  const found = findings.filter(({ rule }) => idleRules.includes(rule));
  const people = say.sorted([...new Set(found.map(({ subjects: [person = ''] }) => person))]);
  if (people.length === 0) {
    const off = opening.rules.filter(({ rule, severity }) => idleRules.includes(rule) && severity === 'off');
    return empty(off.length > 0 ? text.notSought(off.map(({ rule }) => rule).join(', ')) : text.noneIdle);
  }
  const said = (person: string) => found.filter(({ subjects }) => subjects[0] === person).map(({ shownBy }): Rich => [shownBy ?? '']);
  return { kind: 'facts', facts: people.map((person) => ({ term: say.name(person), values: said(person) })) };
}

const en = {
  step: 'Step 3',
  title: 'Competencies and tasks',
  lead: 'Who can do what, and who does what. A competency counts as held from the level at which one works alone, or from the highest level that open tasks require.',
  coverage: 'Coverage of competencies',
  noCompetencies: 'The model declares no competency.',
  competency: 'Competency',
  critical: 'critical',
  level: 'Level asked',
  holders: 'Holders at that level',
  nobody: 'nobody',
  wanted: 'Wanted',
  atLevel: (count: number, level: string) => `${count} at ${level}`,
  openTasks: 'Open tasks',
  status: 'Status',
  covered: 'covered',
  one: 'one holder',
  none: 'no holder',
  onlyStakeholders: 'stakeholders only',
  notAsked: 'not asked for',
  single: 'Competencies with a single holder',
  noSingle: 'No competency that a task requires, or that is critical, hangs on one person.',
  holder: 'Holder',
  hangsOnIt: 'Open tasks that hang on it',
  criticalOnly: 'none today; it is critical',
  learners: 'Wants to learn it',
  idle: 'Competencies that lie idle',
  noneIdle: 'Whoever holds what open tasks require is on one of them, and nobody holds what no task requires.',
  notSought: (rules: string) => `Not looked for: ${rules} is off.`,
  tasks: 'Who does what',
  noTasks: 'The model declares no task.',
  plan: 'The proposed plan, before and after',
  noPlan: 'The planner was not asked.',
  people: 'Who has how much',
  noMembers: 'No member is present.',
};

const fr: typeof en = {
  step: 'Étape 3',
  title: 'Compétences et tâches',
  lead: 'Qui sait faire quoi, et qui fait quoi. Une compétence compte comme maîtrisée à partir du niveau où l’on travaille en autonomie, ou du plus haut niveau qu’exigent les tâches ouvertes.',
  coverage: 'Couverture des compétences',
  noCompetencies: 'Le modèle ne déclare aucune compétence.',
  competency: 'Compétence',
  critical: 'critique',
  level: 'Niveau demandé',
  holders: 'Qui la maîtrise à ce niveau',
  nobody: 'personne',
  wanted: 'Souhaités',
  atLevel: (count, level) => `${count} au niveau ${level}`,
  openTasks: 'Tâches ouvertes',
  status: 'État',
  covered: 'couverte',
  one: 'une seule personne',
  none: 'aucun détenteur',
  onlyStakeholders: 'parties prenantes seules',
  notAsked: 'non demandée',
  single: 'Compétences maîtrisées par une seule personne',
  noSingle: 'Aucune compétence critique, ou exigée par une tâche, ne dépend d’une seule personne.',
  holder: 'Détenteur',
  hangsOnIt: 'Tâches ouvertes qui en dépendent',
  criticalOnly: 'aucune aujourd’hui ; elle est critique',
  learners: 'Souhaite l’apprendre',
  idle: 'Compétences en sommeil',
  noneIdle:
    'Qui maîtrise ce qu’exigent des tâches ouvertes participe à l’une d’elles, et chaque compétence maîtrisée est exigée par une tâche.',
  notSought: (rules) => `Non recherché : ${rules} (règle désactivée).`,
  tasks: 'Qui fait quoi',
  noTasks: 'Le modèle ne déclare aucune tâche.',
  plan: 'Le plan proposé, avant et après',
  noPlan: 'Aucun plan n’a été demandé.',
  people: 'Qui a combien à faire',
  noMembers: 'Aucun membre n’est présent.',
};

const texts = { en, fr };
