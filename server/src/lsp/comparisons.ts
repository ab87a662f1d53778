import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import { asking } from './asking';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import { type ComparisonResult, comparisonRequest } from './protocol';

const position = z.object({ line: z.number(), character: z.number() });
const schema = z.object({ uri: z.string(), range: z.object({ start: position, end: position }) });

/** Answers requests for a page that compares the fixes at a place. */
export function answerComparisons(connection: Connection, desk: Desk): void {
  const { ask, linesOf } = asking(desk);
  connection.onRequest(comparisonRequest, async (params: unknown, token): Promise<ComparisonResult | ResponseError> => {
    const asked = schema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    const { uri, range } = asked.data;
    const page = await ask(async (at) => {
      const span = fromLsp.span(linesOf(at), range);
      return (await desk.thread.ask(at.project.root, { ask: 'comparison', file: at.file, span })) as string | null;
    })({ textDocument: { uri } }, token);
    return page instanceof ResponseError ? page : { page };
  });
}
