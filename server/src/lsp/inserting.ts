import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import { insertableAt } from '../features/inserting';
import { asking } from './asking';
import type { Desk } from './desk';
import { type InsertableResult, insertableRequest } from './protocol';
import { dayFor } from './reading';
import * as toLsp from './toLsp';

const schema = z.object({
  textDocument: z.object({ uri: z.string() }),
  position: z.object({ line: z.number(), character: z.number() }),
});

/** Answers which declarations can be put in at a place, to be filled in. */
export function answerInsertables(connection: Connection, desk: Desk): void {
  const { askAt, linesOf } = asking(desk);
  connection.onRequest<InsertableResult | null, void>(insertableRequest, (params: unknown, token: CancellationToken) => {
    const asked = schema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    return askAt<z.infer<typeof schema>, InsertableResult>((at, { file, offset }) => {
      const source = at.project.snapshot.files.get(file);
      const reader = { language: desk.languageOf(at.project), today: dayFor(at.project.configured) };
      return (source ? insertableAt(source, offset, reader) : []).map(({ offset: where, ...each }) => ({
        ...each,
        position: toLsp.range(linesOf(at), { start: where, end: where }).start,
      }));
    })(asked.data, token);
  });
}
