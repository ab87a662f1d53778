import { escaped } from '../features/markdown';
import type { Model } from '../model/model';
import { editsOf, type PersonShare, type Plan, planOf, type TaskChange } from '../planning/plan';
import type { Proposal as Proposed } from '../reports/plan/proposal';
import { effectOf } from '../rules/effect';
import type { Finding } from '../rules/rule';
import { figure, listed, percentSign, plural } from '../rules/wording';
import { asOne, type Edit } from '../text/edit';
import type { Language } from '../text/localised';
import type { Proposal } from './analysisMessages';
import type { Considered } from './offers';
import { findingList, markdownTable } from './pageParts';
import { isSolutionOf, type Solution } from './solutions';

/** What is proposed, as it is told. */
export function toldProposal({ checked: { model }, language }: Considered, { plan, effect }: Proposed): Proposal {
  return {
    summary: summaryOf(plan, language),
    page: pageOf(plan, effect, language),
    changes: plan.tasks.map((change) => ({
      label: `${change.task.label}${texts[language].colon} ${movesIn(change, language)}`,
      edits: wholeEdit(model, change),
    })),
  };
}

/** The plan of a solution, and what it does to the findings; null where the model has changed since. */
export function proposalFor({ checked, configured }: Pick<Considered, 'checked' | 'configured'>, solution: Solution): Proposed | null {
  const { model } = checked;
  if (!isSolutionOf(model, solution)) return null;
  const plan = planOf(model, solution.programme, solution.solved);
  return { plan, effect: effectOf(checked, editsOf(model, plan.tasks), configured) };
}

/** What becomes of one task in one edit: of shares that belong together none is refused alone. */
function wholeEdit(model: Model, change: TaskChange): readonly Edit[] {
  const { file } = change.task;
  const edits = editsOf(model, [change]);
  const text = model.snapshot.files.get(file)?.text;
  return text === undefined || edits.length === 0 ? [] : [{ file, ...asOne(text, edits) }];
}

function summaryOf({ before, after, tasks, proved, by }: Plan, language: Language): string {
  const say = texts[language];
  if (tasks.length === 0) return proved ? say.nothingBetter : say.nothingFound;
  const figures = [
    say.uncovered(figure(language, before.uncovered), figure(language, after.uncovered)),
    say.overload(figure(language, before.overloadDays), plural(language, after.overloadDays, say.day, say.days)),
  ];
  const how = by === 'ranking' ? say.byRanking : proved ? say.proved : say.notProved;
  return `${plural(language, tasks.length, say.task, say.tasks)}${say.colon} ${listed(language, figures)}. ${how}`;
}

function pageOf(
  plan: Plan,
  { resolved, added }: { readonly resolved: readonly Finding[]; readonly added: readonly Finding[] },
  language: Language,
): string {
  const say = texts[language];
  const { before, after } = plan;
  const rows = [
    ['', say.now, say.proposed],
    [':--', '--:', '--:'],
    [say.uncoveredRow, figure(language, before.uncovered), figure(language, after.uncovered)],
    [say.overloadRow, figure(language, before.overloadDays), figure(language, after.overloadDays)],
    [say.changesRow, figure(language, before.changes), figure(language, after.changes)],
  ];
  const tasks = [
    [say.taskRow, say.now, say.proposed],
    ['---', '---', '---'],
    ...plan.tasks.map(({ task, before: from, after: to }) => [escaped(task.label), sharesIn(from, language), sharesIn(to, language)]),
  ];
  return [
    `# ${say.title}`,
    escaped(summaryOf(plan, language)),
    markdownTable(rows),
    ...(plan.tasks.length > 0 ? [`## ${say.tasksTitle}`, markdownTable(tasks)] : []),
    `## ${say.resolvedTitle}`,
    findingList(resolved, language, say.none),
    `## ${say.addedTitle}`,
    findingList(added, language, say.none),
  ]
    .join('\n\n')
    .concat('\n');
}

function movesIn({ before, after }: TaskChange, language: Language): string {
  return `${plainShares(before, language)} → ${plainShares(after, language)}`;
}

function sharesIn(shares: readonly PersonShare[], language: Language): string {
  return escaped(plainShares(shares, language));
}

function plainShares(shares: readonly PersonShare[], language: Language): string {
  if (shares.length === 0) return texts[language].nobody;
  return shares.map(({ person, share }) => `${person.label} ${figure(language, share, 0)}${percentSign[language]}`).join(', ');
}

const texts = {
  en: {
    title: 'Reassignment plan',
    colon: ':',
    now: 'Now',
    proposed: 'Proposed',
    task: 'task changes',
    tasks: 'tasks change',
    day: 'day',
    days: 'days',
    uncovered: (before: string, after: string) => `uncovered (weighted) ${before} → ${after}`,
    overload: (before: string, after: string) => `overload ${before} → ${after}`,
    uncoveredRow: 'What no one on the tasks covers, weighted by the priority of the needs',
    overloadRow: 'Days of work beyond those available',
    changesRow: 'People put on a task or taken off it',
    taskRow: 'Task',
    tasksTitle: 'What changes',
    resolvedTitle: 'Findings resolved',
    addedTitle: 'Findings added',
    none: 'None.',
    nobody: 'nobody',
    proved: 'Proved: no plan is better.',
    notProved: 'Not proved: time ran out before a better plan could be ruled out.',
    byRanking: 'Not proved: the solver could not be loaded, and each task went to whoever ranks first for it.',
    nothingBetter: 'No plan is better than the present one. That is proved.',
    nothingFound: 'No better plan was found in the time there was.',
  },
  fr: {
    title: 'Plan de réaffectation',
    colon: '\u00A0:',
    now: 'Aujourd’hui',
    proposed: 'Proposition',
    task: 'tâche change',
    tasks: 'tâches changent',
    day: 'jour',
    days: 'jours',
    uncovered: (before: string, after: string) => `non couvert (pondéré) ${before} → ${after}`,
    overload: (before: string, after: string) => `surcharge ${before} → ${after}`,
    uncoveredRow: 'Ce que personne ne couvre sur les tâches, pondéré par la priorité des besoins',
    overloadRow: 'Jours de travail au-delà des jours disponibles',
    changesRow: 'Personnes ajoutées à une tâche ou retirées d’une tâche',
    taskRow: 'Tâche',
    tasksTitle: 'Ce qui change',
    resolvedTitle: 'Constats résolus',
    addedTitle: 'Constats ajoutés',
    none: 'Aucun.',
    nobody: 'personne',
    proved: 'C’est prouvé\u00A0: aucun plan n’est meilleur.',
    notProved: 'Sans preuve\u00A0: le temps imparti n’a pas permis d’exclure un meilleur plan.',
    byRanking: 'Sans preuve\u00A0: le solveur n’a pas pu être chargé, et chaque tâche est revenue à la première personne du classement.',
    nothingBetter: 'Aucun plan n’est meilleur que le plan actuel. C’est prouvé.',
    nothingFound: 'Aucun meilleur plan n’a été trouvé dans le temps imparti.',
  },
} as const;
