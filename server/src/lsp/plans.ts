import {
  CancellationTokenSource,
  type Connection,
  type ExecuteCommandParams,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { z } from 'zod';
import type { Language, Localised } from '../text/localised';
import type { Proposal } from './analysisMessages';
import type { Desk } from './desk';
import { type PageParams, pageNotification, proposePlanCommand } from './protocol';
import { noProject } from './reports';
import type { Project } from './session';
import { LeftOff, Refused } from './thread';
import * as toLsp from './toLsp';

/** What the client has learnt that a proposal makes use of. */
export interface PlanAbilities extends toLsp.Abilities {
  /** To show how far the solver is, and to stop it. */
  readonly progress: boolean;
  /** To show a page beside the text. */
  readonly pages: boolean;
}

const argumentsSchema = z.tuple([z.string()], z.unknown());

/** Proposes a plan for the project that a file or folder belongs to: told on a page, and made where the user says so. */
export function answerPlans(connection: Connection, desk: Desk, abilities: PlanAbilities): void {
  /** What stops the plan that is being looked for, by project: there is one at a time. */
  const running = new Map<string, CancellationTokenSource>();

  connection.onExecuteCommand(async ({ command, arguments: given }: ExecuteCommandParams, token) => {
    const asked = argumentsSchema.safeParse(given);
    if (command !== proposePlanCommand || !asked.success) return null;
    await desk.settled();
    const project = desk.session.projectAt(asked.data[0]);
    if (!project) return toLsp.refusal(noProject[desk.languageOf(undefined)]);
    running.get(project.root)?.cancel();
    const stop = new CancellationTokenSource();
    token.onCancellationRequested(() => stop.cancel());
    running.set(project.root, stop);
    try {
      await propose(project, stop);
    } catch (error) {
      if (error instanceof LeftOff) return null;
      const language = desk.languageOf(project);
      if (error instanceof Refused) return toLsp.refusal(error.reason[language]);
      desk.log(error);
      return toLsp.refusal(failed[language]);
    } finally {
      if (running.get(project.root) === stop) running.delete(project.root);
    }
    return null;
  });

  async function propose(project: Project, stop: CancellationTokenSource): Promise<void> {
    const language = desk.languageOf(project);
    const found = await lookFor(project, stop, language);
    if (abilities.pages)
      void connection.sendNotification(pageNotification, { title: title[language], markdown: found.page } satisfies PageParams);
    else if (found.changes.length === 0) connection.window.showInformationMessage(found.summary);
    if (found.changes.length > 0) await offer(project, found, language);
  }

  async function lookFor({ root }: Project, stop: CancellationTokenSource, language: Language): Promise<Proposal> {
    const shown = abilities.progress ? await begun(stop, language) : null;
    const onProgress = (done: number, of: number): void => shown?.report(Math.round((done / of) * 100));
    try {
      return (await desk.thread.ask(root, { ask: 'plan' }, stop.token, onProgress)) as Proposal;
    } finally {
      shown?.done();
    }
  }

  async function begun(stop: CancellationTokenSource, language: Language): Promise<WorkDoneProgressServerReporter> {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin(looking[language], 0, undefined, true);
    shown.token.onCancellationRequested(() => stop.cancel());
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

const failed: Localised = {
  en: 'no plan could be proposed; the output of Collab says why',
  fr: 'aucun plan n’a pu être proposé\u00A0; la sortie de Collab dit pourquoi',
};
