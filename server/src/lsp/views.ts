import { type CancellationToken, type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import { aroundPlace, placeOf } from '../features/declared';
import { viewParts } from '../views/catalogue';
import type { ShownPart } from './analysisMessages';
import { asking } from './asking';
import { addressOf, type Desk } from './desk';
import { type DeclaredResult, declaredRequest, type PlaceResult, placeRequest, type ViewResult, viewRequest } from './protocol';
import type { Project } from './session';
import * as toLsp from './toLsp';

const viewSchema = z.object({ uri: z.string(), part: z.enum(viewParts), known: z.string().optional() });
const placeSchema = z.object({ uri: z.string(), id: z.string(), has: z.string().optional() });

/** Answers what the trees and the live view ask. */
export function answerViews(connection: Connection, desk: Desk): void {
  const { askAt } = asking(desk);

  connection.onRequest<ViewResult | null, void>(viewRequest, async (params: unknown, token: CancellationToken) => {
    const asked = viewSchema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    const { uri, part, known } = asked.data;
    const project = await projectAt(uri);
    if (!project) return null;
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const shown = (await desk.thread.ask(project.root, { ask: 'view', part, known: known ?? null })) as ShownPart;
    return { root: addressOf(project), isAlone: project.isAlone, language: desk.languageOf(project), ...shown };
  });

  connection.onRequest<PlaceResult | null, void>(placeRequest, async (params: unknown) => {
    const asked = placeSchema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(asked.error));
    const { uri, id, has } = asked.data;
    const project = await projectAt(uri);
    const at = project && placeOf(project.snapshot, id, has ?? null);
    return at ? toLsp.location(at, desk.addresses(project)) : null;
  });

  connection.onRequest<DeclaredResult | null, void>(
    declaredRequest,
    askAt((at, place) => ({ root: addressOf(at.project), ...aroundPlace(at.project.snapshot, place) })),
  );

  /** When all that was typed before the question is in. */
  async function projectAt(uri: string): Promise<Project | undefined> {
    await desk.settled();
    const project = desk.session.projectAt(uri);
    if (project) await desk.ready(project);
    return project && desk.session.project(project.root);
  }
}
