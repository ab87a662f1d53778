import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import type { Localised } from '../text/localised';
import type { Supposition } from './analysisMessages';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import { type Supposable, type SuppositionResult, supposableRequest, suppositionRequest } from './protocol';
import { noProject } from './reports';
import type { Project } from './session';
import { LeftOff } from './thread';
import * as toLsp from './toLsp';

const position = z.object({ line: z.number(), character: z.number() });
const supposableSchema = z.object({ uri: z.string(), position: position.optional() });
const suppositionSchema = z.object({
  uri: z.string(),
  supposed: z
    .array(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('without'), member: z.string() }),
        z.object({ what: z.literal('add'), person: z.string(), competency: z.string(), level: z.number().int().min(1) }),
        z.object({ what: z.literal('move'), task: z.string(), person: z.string() }),
      ]),
    )
    .min(1),
});

/** Answers what can be supposed of a project, and what would follow from it. Nothing is written. */
export function answerSuppositions(connection: Connection, desk: Desk, abilities: toLsp.Abilities): void {
  connection.onRequest<Supposable, void>(supposableRequest, (params: unknown, token: CancellationToken) =>
    answered(supposableSchema, params, async (project, { uri, position: at }) => {
      const file = desk.session.locate(uri)?.file ?? '';
      const offset = at ? fromLsp.offset(toLsp.linesOf(file, desk.addresses(project)), at) : 0;
      return (await desk.thread.ask(project.root, { ask: 'supposable', file, offset }, token)) as Supposable;
    }),
  );
  connection.onRequest<SuppositionResult, void>(suppositionRequest, (params: unknown, token: CancellationToken) =>
    answered(suppositionSchema, params, async (project, { supposed }) => {
      const found = (await desk.thread.ask(project.root, { ask: 'supposition', supposed }, token)) as Supposition | null;
      if (!found) return toLsp.refusal(changed[desk.languageOf(project)]);
      return { page: found.page, edit: toLsp.workspaceEdit(found.edits, desk.addresses(project), abilities) };
    }),
  );

  async function answered<Asked extends { readonly uri: string }, Result>(
    schema: z.ZodType<Asked>,
    params: unknown,
    answer: (project: Project, asked: Asked) => Promise<Result | ResponseError>,
  ): Promise<Result | ResponseError> {
    const asked = schema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    await desk.settled();
    const project = desk.session.projectAt(asked.data.uri);
    if (!project) return toLsp.refusal(noProject[desk.languageOf(undefined)]);
    try {
      return await answer(project, asked.data);
    } catch (error) {
      if (error instanceof LeftOff) return toLsp.cancelled();
      desk.log(error);
      return toLsp.refusal(failed[desk.languageOf(project)]);
    }
  }
}

const changed: Localised = {
  en: 'the model has changed since this was asked: ask anew',
  fr: 'le modèle a changé depuis cette question\u00A0: posez-la de nouveau',
};

const failed: Localised = {
  en: 'this could not be worked out; the output of Collab says why',
  fr: 'cela n’a pas pu être calculé\u00A0; la sortie de Collab dit pourquoi',
};
