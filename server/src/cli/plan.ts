import { join } from 'node:path';
import { reasonOf } from '../host/failure';
import { pathFrom } from '../host/scope';
import { solveInThread } from '../host/solver';
import { markAt, readText, replaceText } from '../host/texts';
import { grouped } from '../model/grouped';
import { rankedStaffing } from '../planning/greedy';
import { editsOf, type Plan, planOf } from '../planning/plan';
import { programmeOf } from '../planning/programme';
import { planAnswer } from '../reports/planAnswer';
import { toJson } from '../reports/render/json';
import type { Effect } from '../rules/effect';
import { applyEdits, type Edit } from '../text/edit';
import { endingAlike } from '../text/lineEnds';
import { patchOf } from '../text/patch';
import { Misuse } from './misuse';
import { type OneProject, oneProject } from './oneProject';
import { complain, painter, print } from './output';
import { planText, progressText } from './planText';
import { type Loaded, shownPath } from './projects';
import { cannotWrite, leftAsIs } from './sentences';
import type { Settings } from './settings';

export const planFormats = ['text', 'json', 'patch'] as const;

export interface PlanOptions {
  readonly format: (typeof planFormats)[number];
  /** Seconds. */
  readonly timeLimit: number;
  /** Write the plan into the files. */
  readonly write?: true;
}

/** Proposes who does what in the project that `path` leads to, and writes it down where that is asked for; answers the exit code. */
export async function plan(path: string, { format, timeLimit, write }: PlanOptions, settings: Settings): Promise<number> {
  const project = await oneProject(path, settings);
  const { loaded, checked, isSound } = project;
  // What a configuration that is not valid excludes is not known, and must not be written to.
  if (write && !isSound) return 2;
  const proposed = await proposal(project, timeLimit, settings);
  const edits = editsOf(checked.model, proposed.tasks);
  const effect = checked.effectOf(edits);
  if (write) await writeInto(loaded, project, edits);
  print(await answer(project, { plan: proposed, edits, effect }, format, settings));
  return isSound ? 0 : 2;
}

interface Proposal {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly effect: Effect;
}

async function answer(
  { loaded, checked }: OneProject,
  { plan: proposed, edits, effect }: Proposal,
  format: PlanOptions['format'],
  { color }: Settings,
): Promise<string> {
  switch (format) {
    case 'text':
      return planText(loaded, checked, proposed, effect, painter(color));
    case 'json':
      return toJson(planAnswer(proposed, effect));
    case 'patch':
      return patch(loaded, checked.model.snapshot.files, edits);
  }
}

/** The best plan for a project that is found in so many seconds. */
export async function proposal(
  { loaded, checked: { model } }: Pick<OneProject, 'loaded' | 'checked'>,
  seconds: number,
  settings: Settings,
): Promise<Plan> {
  const { language } = loaded;
  const programme = programmeOf(model);
  const shown = process.stderr.isTTY === true;
  const solved = await solveInThread(programme, rankedStaffing(model, programme), {
    entry: join(__dirname, 'solver.js'),
    seconds,
    onProgress: (done, of) => {
      if (shown) process.stderr.write(`\r${progressText(language, done, of)}`);
    },
    onFault: (error) => complain(language, noSolver, new Error(error), settings),
  });
  // The line is cleared: the answer may stand on the same terminal.
  if (shown) process.stderr.write('\r\u001B[K');
  return planOf(model, programme, solved);
}

/** Paths are as seen from where the command runs, so that the patch can be applied there; from the project’s folder where that is elsewhere. */
async function patch(
  { asked: { project } }: Loaded,
  files: ReadonlyMap<string, { readonly text: string }>,
  edits: readonly Edit[],
): Promise<string> {
  const parts: string[] = [];
  for (const [file, its] of grouped(edits, (edit) => [edit.file])) {
    const path = join(project.root, file);
    const seen = pathFrom(process.cwd(), path);
    const mark = await markAt(path);
    const text = files.get(file)?.text ?? '';
    const moved = endingAlike(text, its).map((edit) => ({
      ...edit,
      span: { start: edit.span.start + mark.length, end: edit.span.end + mark.length },
    }));
    parts.push(patchOf(seen.startsWith('../') ? file : seen, mark + text, moved));
  }
  return parts.join('');
}

/** Nothing is written where one of the files has a syntax error, or reads otherwise by now. */
async function writeInto(loaded: Loaded, { checked }: OneProject, edits: readonly Edit[]): Promise<void> {
  const changed = [...grouped(edits, (edit) => [edit.file])].map(([path, its]) => {
    const file = checked.model.snapshot.files.get(path);
    const [problem] = file?.tree.problems ?? [];
    if (file && problem) throw new Misuse(leftAsIs(shownPath(loaded, path), file.lines.lineOf(problem.span.start) + 1, problem.message));
    const before = file?.text ?? '';
    return { path, before, after: applyEdits(before, endingAlike(before, its)) };
  });
  const { root } = loaded.asked.project;
  for (const { path, before } of changed) {
    if ((await readText(join(root, path))) !== before) throw new Misuse(readsOtherwise(shownPath(loaded, path)));
  }
  for (const { path, after } of changed) {
    try {
      await replaceText(join(root, path), after);
    } catch (error) {
      throw new Misuse(cannotWrite(shownPath(loaded, path), reasonOf(error)), { cause: error });
    }
  }
}

const noSolver = {
  en: 'the solver could not be loaded: each task goes to whom its quick fix names first; install collab anew for the best plan',
  fr: 'le solveur n’a pas pu être chargé : chaque tâche revient à la personne que sa correction rapide nomme en premier ; réinstallez collab pour obtenir le meilleur plan',
};

function readsOtherwise(path: string) {
  return {
    en: `“${path}” was changed while the plan was made, and nothing was written: run the command again`,
    fr: `« ${path} » a été modifié pendant l’établissement du plan, et rien n’a été écrit : relancez la commande`,
  };
}
