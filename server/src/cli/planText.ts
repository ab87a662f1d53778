import stringWidth from 'string-width';
import type { PersonShare, Plan } from '../planning/plan';
import { type Checked, messageOf, rangeOf } from '../rules/answer';
import type { Effect } from '../rules/effect';
import type { Finding } from '../rules/rule';
import { figure, percentSign, plural } from '../rules/wording';
import type { Language } from '../text/localised';
import { type Paint, visible } from './output';
import { type Loaded, shownPath } from './projects';

/** A plan for a terminal: its figures before and after, who does what, what becomes of the findings, and how sure it is. */
export function planText(loaded: Loaded, { linesOf }: Checked, plan: Plan, effect: Effect, paint: Paint): string {
  const { language } = loaded;
  const say = words[language];
  const changes = plan.tasks.flatMap(({ task, before, after }) => {
    const { line, column } = rangeOf(linesOf(task.file), task.node).start;
    const place = visible(`${shownPath(loaded, task.file)}:${line}:${column}`);
    return [
      `${paint('bold', visible(task.label))} ${paint('dim', place)}`,
      `  ${sharesIn(language, before)} → ${sharesIn(language, after)}`,
    ];
  });
  const blocks = [
    figuresTable(language, plan, paint),
    changes.length > 0 ? changes.join('\n') : say.nothing,
    effectText(language, effect, paint),
    sureness(language, plan),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Findings that go and come, one a line. */
export function effectText(language: Language, { resolved, added }: Effect, paint: Paint): string {
  const say = words[language];
  const listed = (title: string, style: 'green' | 'yellow', findings: readonly Finding[]) =>
    findings.length === 0
      ? []
      : [title, ...findings.map((finding) => `  ${paint(style, finding.rule.name)} ${visible(messageOf(finding, language))}`)];
  const lines = [...listed(say.resolves(resolved.length), 'green', resolved), ...listed(say.adds(added.length), 'yellow', added)];
  return lines.length > 0 ? lines.join('\n') : say.noEffect;
}

export function progressText(language: Language, done: number, of: number): string {
  return words[language].progress(done, of);
}

/** Rows of cells in columns: the first is text, the others are figures. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const padding = (cell: string, column: number) => ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell + padding(cell, column) : padding(cell, column) + cell)).join('  '),
  );
}

function figuresTable(language: Language, { before, after }: Plan, paint: Paint): string {
  const say = words[language];
  const [head = '', ...rows] = table([
    ['', say.before, say.after],
    [say.uncovered, figure(language, before.uncovered), figure(language, after.uncovered)],
    [say.overload, figure(language, before.overloadDays, 3), figure(language, after.overloadDays, 3)],
    [say.changes, figure(language, before.changes), figure(language, after.changes)],
  ]);
  return [paint('dim', head), ...rows].join('\n');
}

function sharesIn(language: Language, shares: readonly PersonShare[]): string {
  if (shares.length === 0) return words[language].nobody;
  return shares.map(({ person, share }) => `${visible(person.label)} ${figure(language, share)}${percentSign[language]}`).join(', ');
}

function sureness(language: Language, { proved, gap, by }: Plan): string {
  const say = words[language];
  if (by === 'ranking') return say.ranked;
  if (proved) return say.proved;
  return gap === null || gap === 1 ? say.unproved : say.unprovedBy(`${figure(language, gap * 100)}${percentSign[language]}`);
}

const words = {
  en: {
    before: 'before',
    after: 'after',
    uncovered: 'Demands that nobody meets, by weight',
    overload: 'Days beyond those available',
    changes: 'Changes of assignment',
    nothing: 'Nobody has to change.',
    nobody: 'nobody',
    resolves: (count: number) => `Resolves ${plural('en', count, 'finding', 'findings')}:`,
    adds: (count: number) => `Adds ${plural('en', count, 'finding', 'findings')}:`,
    noEffect: 'The findings stay as they are.',
    progress: (done: number, of: number) => `Looking for the best plan: step ${done} of ${of}`,
    proved: 'Proved: no plan is better.',
    unproved: 'Not proved: the time was up, and this is the best plan found.',
    unprovedBy: (percent: string) =>
      `Not proved: the time was up, and this is the best plan found; at most ${percent} could still be gained.`,
    ranked: 'Not proved: the solver could not be loaded, so each task went to whom its quick fix names first.',
  },
  fr: {
    before: 'avant',
    after: 'après',
    uncovered: 'Exigences que personne ne couvre, pondérées',
    overload: 'Jours au-delà des disponibilités',
    changes: 'Changements d’affectation',
    nothing: 'Personne n’a à changer.',
    nobody: 'personne',
    resolves: (count: number) => `Résout ${plural('fr', count, 'constat', 'constats')} :`,
    adds: (count: number) => `Ajoute ${plural('fr', count, 'constat', 'constats')} :`,
    noEffect: 'Les constats restent les mêmes.',
    progress: (done: number, of: number) => `Recherche du meilleur plan : étape ${done} sur ${of}`,
    proved: 'Prouvé : aucun plan n’est meilleur.',
    unproved: 'Non prouvé : le temps est écoulé, et c’est le meilleur plan trouvé.',
    unprovedBy: (percent: string) =>
      `Non prouvé : le temps est écoulé, et c’est le meilleur plan trouvé ; il resterait au plus ${percent} à gagner.`,
    ranked:
      'Non prouvé : le solveur n’a pas pu être chargé, et chaque tâche est revenue à la personne que sa correction rapide nomme en premier.',
  },
} as const;
