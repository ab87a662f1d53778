import type { Connection, ExecuteCommandParams, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { z } from 'zod';
import { solveInThread } from '../host/solver';
import type { Solved } from '../planning/solve';
import type { Language, Localised } from '../text/localised';
import type { PlanningTask, Proposal } from './analysisMessages';
import type { Desk } from './desk';
import { type PageParams, pageNotification, proposePlanCommand } from './protocol';
import { noProject } from './reports';
import type { Project } from './session';
import { Refused } from './thread';
import * as toLsp from './toLsp';

/** What the client has learnt that a proposal makes use of. */
export interface PlanAbilities extends toLsp.Abilities {
  /** To show how far the solver is, and to stop it. */
  readonly progress: boolean;
  /** To show a page beside the text. */
  readonly pages: boolean;
}

/** Seconds that the solver has: an editor waits. */
const patience = 2;

const argumentsSchema = z.tuple([z.string()], z.unknown());

/**
 * Proposes a plan for the project that a file or folder belongs to: solved on a thread of its own, told on a page, and made where the user
 * says so. `entry` is the script of the solver's thread.
 */
export function answerPlans(connection: Connection, desk: Desk, abilities: PlanAbilities, entry: string): void {
  const running = new Map<string, AbortController>();

  connection.onExecuteCommand(async ({ command, arguments: given }: ExecuteCommandParams) => {
    const asked = argumentsSchema.safeParse(given);
    if (command !== proposePlanCommand || !asked.success) return null;
    await desk.settled();
    const project = desk.session.projectAt(asked.data[0]);
    if (!project) return toLsp.refusal(noProject[desk.languageOf(undefined)]);
    running.get(project.root)?.abort();
    const stop = new AbortController();
    running.set(project.root, stop);
    try {
      await propose(project, stop);
    } catch (error) {
      if (stop.signal.aborted) return null;
      const language = desk.languageOf(project);
      if (error instanceof Refused) return toLsp.refusal(error.reason[language]);
      desk.log(error);
      return toLsp.refusal(failed[language]);
    } finally {
      if (running.get(project.root) === stop) running.delete(project.root);
    }
    return null;
  });

  async function propose(project: Project, stop: AbortController): Promise<void> {
    const language = desk.languageOf(project);
    const { programme, start } = (await desk.thread.ask(project.root, { ask: 'planning' })) as PlanningTask;
    const solved = await solve({ programme, start }, stop, language);
    const found = (await desk.thread.ask(project.root, { ask: 'proposal', programme, solved })) as Proposal | null;
    if (!found) throw new Refused(changed);
    if (abilities.pages)
      void connection.sendNotification(pageNotification, { title: title[language], markdown: found.page } satisfies PageParams);
    else if (found.changes.length === 0) connection.window.showInformationMessage(found.summary);
    if (found.changes.length > 0) await offer(project, found, language);
  }

  async function solve({ programme, start }: PlanningTask, stop: AbortController, language: Language): Promise<Solved> {
    const shown = abilities.progress ? await begun(stop, language) : null;
    try {
      return await solveInThread(programme, start, {
        entry,
        seconds: patience,
        signal: stop.signal,
        onProgress: (done, of) => shown?.report(Math.round((done / of) * 100)),
        onFault: desk.log,
      });
    } finally {
      shown?.done();
    }
  }

  async function begun(stop: AbortController, language: Language): Promise<WorkDoneProgressServerReporter> {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin(looking[language], 0, undefined, true);
    shown.token.onCancellationRequested(() => stop.abort());
    return shown;
  }

  /** Each change can be refused where the client shows them one by one; else all are made, or none. */
  async function offer(project: Project, { summary, changes }: Proposal, language: Language): Promise<void> {
    const addresses = desk.addresses(desk.session.project(project.root) ?? project);
    const { apply, leave } = answers[language];
    if (!abilities.annotatedEdits) {
      const chosen = await connection.window.showInformationMessage(summary, { title: apply }, { title: leave });
      if (chosen?.title !== apply) return;
    }
    await connection.workspace.applyEdit({ label: title[language], edit: toLsp.refusableEdit(changes, addresses, abilities) });
  }
}

const title: Localised = { en: 'Reassignment plan', fr: 'Plan de réaffectation' };
const looking: Localised = { en: 'Collab: looking for the best plan', fr: 'Collab\u00A0: recherche du meilleur plan' };
const answers: Readonly<Record<Language, { readonly apply: string; readonly leave: string }>> = {
  en: { apply: 'Make All Changes', leave: 'Leave It as It Is' },
  fr: { apply: 'Faire tous les changements', leave: 'Ne rien changer' },
};

const changed: Localised = {
  en: 'the model has changed while a plan was being looked for: ask for one again',
  fr: 'le modèle a changé pendant la recherche d’un plan\u00A0: demandez-en un nouveau',
};

const failed: Localised = {
  en: 'no plan could be proposed; the output of Collab says why',
  fr: 'aucun plan n’a pu être proposé\u00A0; la sortie de Collab dit pourquoi',
};
