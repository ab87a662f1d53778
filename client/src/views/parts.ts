import { Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ViewParams, type ViewPart, type ViewResult, type Views, viewRequest } from '../../../server/src/lsp/protocol';

/** One part of the views of one project, as the server last told it. */
export interface Told<Part extends ViewPart> extends ViewResult {
  readonly json: string;
  readonly data: Views[Part];
}

/** Asks for `part` of the project at `uri`; answers `before` itself where it is still so, undefined where there is no such project. */
export async function askPart<Part extends ViewPart>(
  client: LanguageClient,
  uri: string,
  part: Part,
  before: Told<Part> | undefined,
): Promise<Told<Part> | undefined> {
  const params: ViewParams = { uri, part, ...(before ? { known: before.state } : {}) };
  const told = await client.sendRequest<ViewResult | null>(viewRequest, params);
  const json = told?.json;
  if (!told || typeof json !== 'string') return told ? before : undefined;
  return { ...told, json, data: JSON.parse(json) as Views[Part] };
}

/** The address of `file` of a project. */
export function fileOf({ root, isAlone }: Pick<ViewResult, 'root' | 'isAlone'>, file: string): Uri {
  const uri = Uri.parse(root);
  return isAlone ? uri : Uri.joinPath(uri, file);
}
