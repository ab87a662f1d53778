import type { CancellationToken, Position, ResponseError } from 'vscode-languageserver';
import type { Place } from '../text/span';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import type { Lines } from './lines';
import type { Located } from './session';
import { LeftOff } from './thread';
import * as toLsp from './toLsp';

type Answered<Result> = Result | ResponseError | null | Promise<Result | ResponseError | null>;

/** Ways to answer the editor's questions about a file: each waits for what was typed before it, honours cancellation, and answers null where it fails. */
export function asking(desk: Desk) {
  return { ask, askAt, linesOf };

  function linesOf({ project, file }: Located): Lines {
    return toLsp.linesOf(file, desk.addresses(project));
  }

  /** Answers a question about a file when all that was typed before it is in; null where there is no such file, or no answer. */
  function ask<Params extends { readonly textDocument: { readonly uri: string } }, Result>(answer: (at: Located) => Answered<Result>) {
    return async ({ textDocument: { uri } }: Params, token: CancellationToken): Promise<Result | ResponseError | null> => {
      await desk.settled();
      const project = desk.session.locate(uri)?.project;
      if (project) await desk.ready(project);
      if (token.isCancellationRequested) return toLsp.cancelled();
      const at = desk.session.locate(uri);
      if (!at?.project.snapshot.files.has(at.file)) return null;
      try {
        return await answer(at);
      } catch (error) {
        if (error instanceof LeftOff) return toLsp.cancelled();
        desk.log(error);
        return null;
      }
    };
  }

  /** Likewise about a place in a file. */
  function askAt<Params extends { readonly textDocument: { readonly uri: string }; readonly position: Position }, Result>(
    answer: (at: Located, place: Place) => Answered<Result>,
  ) {
    return (params: Params, token: CancellationToken) =>
      ask<Params, Result>((at) => answer(at, { file: at.file, offset: fromLsp.offset(linesOf(at), params.position) }))(params, token);
  }
}
