import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams, type Connection } from 'vscode-languageserver';
import { z } from 'zod';
import type { Localised } from '../text/localised';
import { asking } from './asking';
import type { Desk } from './desk';
import type { Located } from './session';
import { refusal } from './toLsp';

/** Who offers something in the light bulb. */
export interface Offerer {
  /** Tells whom an action that is chosen is to be asked of. */
  readonly name: string;
  /** The kinds of actions that are offered. */
  readonly kinds: readonly CodeActionKind[];
  offered(at: Located, params: CodeActionParams, token: CancellationToken): Promise<readonly CodeAction[]> | readonly CodeAction[];
  /** The action with its edit; null where what it was offered for is there no longer. */
  chosen(at: Located, action: CodeAction): Promise<CodeAction | null>;
}

/** What an action that is filled in when it is chosen carries along; an offerer adds what it needs to know it again. */
export interface ActionData {
  readonly offerer: string;
  readonly uri: string;
}

const dataSchema = z.looseObject({ offerer: z.string(), uri: z.string() });

/** Answers what could be done at a place, offerers in order, and fills in what has been chosen. */
export function answerActions(connection: Connection, desk: Desk, offerers: readonly Offerer[]): void {
  const { ask } = asking(desk);

  connection.onCodeAction((params, token) =>
    ask(async (at) => {
      const offered: CodeAction[] = [];
      for (const offerer of offerers) if (isWanted(offerer, params)) offered.push(...(await offerer.offered(at, params, token)));
      return offered;
    })(params, token),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const data = dataSchema.safeParse(action.data);
    const offerer = data.success && offerers.find(({ name }) => name === data.data.offerer);
    if (!offerer) return action;
    const { uri } = data.data;
    const filled = await ask((at) => offerer.chosen(at, action))({ textDocument: { uri } }, token);
    return filled ?? refusal(gone[desk.languageOf(desk.session.projectAt(uri))]);
  });
}

/** Are actions of one of its kinds asked for? A kind stands for all below it; without any, all are. */
function isWanted({ kinds }: Offerer, { context }: CodeActionParams): boolean {
  return !context.only || context.only.some((only) => only === CodeActionKind.Empty || kinds.some((kind) => isWithin(kind, only)));
}

function isWithin(kind: CodeActionKind, only: CodeActionKind): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}

const gone: Localised = {
  en: 'the text has changed since this was offered: open the light bulb again',
  fr: 'le texte a changé depuis cette proposition\u00A0: ouvrez de nouveau l’ampoule',
};
