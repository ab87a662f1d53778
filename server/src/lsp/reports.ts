import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import type { Localised } from '../text/localised';
import type { Desk } from './desk';
import { type ReportResult, reportRequest } from './protocol';
import { LeftOff, Refused } from './thread';
import { cancelled, refusal } from './toLsp';

const reportSchema = z.object({
  uri: z.string(),
  name: z.string(),
  format: z.string(),
  language: z.enum(['en', 'fr']).optional(),
  audience: z.enum(['author', 'client']).optional(),
});

/** Answers requests for a report on the project that a file, or a folder, belongs to. */
export function answerReports(connection: Connection, desk: Desk): void {
  connection.onRequest(reportRequest, async (params: unknown, token): Promise<ReportResult | ResponseError> => {
    const asked = reportSchema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    const { uri, name, format, language, audience } = asked.data;
    await desk.settled();
    const project = desk.session.projectAt(uri);
    const spoken = desk.languageOf(project);
    if (!project) return refusal(noProject[spoken]);
    try {
      const question = { ask: 'report', name, format, language: language ?? spoken, audience: audience ?? null } as const;
      const text = await desk.thread.ask(project.root, question, token);
      return { text: String(text), root: project.root };
    } catch (error) {
      if (error instanceof Refused) return refusal(error.reason[spoken]);
      if (error instanceof LeftOff) return cancelled();
      desk.log(error);
      return refusal(failed[spoken]);
    }
  });
}

const failed: Localised = {
  en: 'the report could not be made; the output of Collab says why',
  fr: 'le rapport n’a pas pu être établi\u00A0; la sortie de Collab dit pourquoi',
};

/** Said where a file or folder belongs to no project. */
export const noProject: Localised = {
  en: 'there is no Collab project here: open a folder that holds .collab files',
  fr: 'aucun projet Collab ici\u00A0: ouvrez un dossier qui contient des fichiers .collab',
};
