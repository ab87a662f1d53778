import { type Block, type Cell, empty, lead, lines, number, numbers, quiet, type Section, section, state, table, words } from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { CompetencyReviewed } from '../competencies';
import { peopleTable, tasksTable } from './tasks';

/** Step 3. */
export function competenciesPage(review: Review, say: Say): Section {
  const text = texts[say.language];
  const { competencies, tasks, members } = review;
  const sections = [
    section('coverage', text.coverage, [competencies.length === 0 ? empty(text.noCompetencies) : coverageTable(competencies, say)]),
    section('single-holders', text.single, [singleHolders(competencies, say)]),
    section('latent', text.latent, [latent(review, say)]),
    section('tasks', text.tasks, [tasks.length === 0 ? empty(text.noTasks) : tasksTable(review, say)]),
    section('people', text.people, [members.length === 0 ? empty(text.noMembers) : peopleTable(review, say)]),
  ];
  return { ...section('competencies', text.title, [lead(text.lead)], sections), label: text.step };
}

function coverageTable(competencies: readonly CompetencyReviewed[], say: Say): Block {
  const text = texts[say.language];
  const columns = [words(text.competency, 6), words(text.level, 3), words(text.holders, 6), numbers(text.wanted, 3), numbers(text.openTasks, 3), words(text.status, 4)];
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
    say.inOrder(single).map(({ name, holders, tasks, wantedBy }) => [
      [say.name(name)],
      [say.names(holders)],
      tasks.length === 0 ? [text.criticalOnly] : lines(tasks.map((task) => [say.name(task)])),
      wantedBy.length === 0 ? [text.nobody] : [say.names(say.sorted(wantedBy))],
    ]),
  );
}

const latentRule = 'competency/latent';

function latent({ findings, opening }: Review, say: Say): Block {
  const text = texts[say.language];
  const found = findings.filter(({ rule }) => rule === latentRule);
  if (found.length > 0) return { kind: 'facts', facts: found.map(({ subjects, shownBy }) => ({ term: say.names(subjects.slice(0, 1)), values: [[shownBy ?? '']] })) };
  const off = opening.rules.some(({ rule, severity }) => rule === latentRule && severity === 'off');
  return empty(off ? text.latentOff : text.noLatent);
}

const en = {
  step: 'Step 3',
  title: 'Competencies and tasks',
  lead: 'Who can do what, and who does what. A competency counts as held from the level at which one works alone, or from the highest level that open work requires.',
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
  single: 'Single holders',
  noSingle: 'No competency that work requires, or that is critical, hangs on one person.',
  holder: 'Holder',
  hangsOnIt: 'Open tasks that hang on it',
  criticalOnly: 'none today; it is critical',
  learners: 'Wants to learn it',
  latent: 'Competencies that lie idle',
  noLatent: 'Nobody holds what open tasks require without being on one of them.',
  latentOff: 'The rule competency/latent is off: nobody looked.',
  tasks: 'Who does what',
  noTasks: 'The model declares no task.',
  people: 'Who has how much',
  noMembers: 'No member is present.',
};

const fr: typeof en = {
  step: 'Étape 3',
  title: 'Compétences et tâches',
  lead: 'Qui sait faire quoi, et qui fait quoi. Une compétence compte comme détenue à partir du niveau où l’on travaille seul, ou du plus haut niveau que requiert le travail ouvert.',
  coverage: 'Couverture des compétences',
  noCompetencies: 'Le modèle ne déclare aucune compétence.',
  competency: 'Compétence',
  critical: 'critique',
  level: 'Niveau demandé',
  holders: 'Détenteurs à ce niveau',
  nobody: 'personne',
  wanted: 'Souhaités',
  atLevel: (count, level) => `${count} au niveau ${level}`,
  openTasks: 'Tâches ouvertes',
  status: 'État',
  covered: 'couverte',
  one: 'un seul détenteur',
  none: 'aucun détenteur',
  onlyStakeholders: 'parties prenantes seules',
  notAsked: 'non demandée',
  single: 'Détenteurs uniques',
  noSingle: 'Aucune compétence critique ou requise par le travail ne dépend d’une seule personne.',
  holder: 'Détenteur',
  hangsOnIt: 'Tâches ouvertes qui en dépendent',
  criticalOnly: 'aucune aujourd’hui ; elle est critique',
  learners: 'Souhaite l’apprendre',
  latent: 'Compétences en sommeil',
  noLatent: 'Personne ne détient ce que requièrent des tâches ouvertes sans être sur l’une d’elles.',
  latentOff: 'La règle competency/latent est désactivée : personne n’a cherché.',
  tasks: 'Qui fait quoi',
  noTasks: 'Le modèle ne déclare aucune tâche.',
  people: 'Qui a combien à faire',
  noMembers: 'Aucun membre n’est présent.',
};

const texts = { en, fr };
