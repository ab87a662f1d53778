import {
  HoverRequest,
  type Position,
  RenameRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import type { LspClient } from '../harness/lspClient';
import type { Project } from './project';
import type { Samples } from './statistics';

/** How long the answers to questions take that are not asked at every key. */
export interface QuestionMeasures {
  readonly hover: Samples;
  readonly tokensDelta: Samples;
  readonly workspaceSymbol: Samples;
  readonly oftenHover: Samples;
  readonly oftenRename: Samples;
}

/** How often a name is used that is used often. */
export const often = 5_000;
const runs = { cheap: 100, costly: 20 } as const;

/** The answers are looked at: one that is empty measures nothing. */
export async function measureQuestions(client: LspClient, project: Project): Promise<QuestionMeasures> {
  const { uri, text, nameEnd } = project;
  const textDocument = { uri };
  const name = { textDocument, position: client.document(uri).positionAt(nameEnd) };
  const hover = await timed(runs.cheap, () => client.request(HoverRequest.type, name));
  const tokensDelta = await tokensAfterKeys(client, uri);
  const letters = /^member (\S+)/m.exec(text)?.[1] ?? '';
  const workspaceSymbol = await timed(runs.costly, (run) => {
    const query = letters.slice(0, 1 + (run % letters.length));
    return client.request(WorkspaceSymbolRequest.type, { query }).then((found) => (found?.length ? found : null));
  });
  return { hover, tokensDelta, workspaceSymbol, ...(await nameUsedOften(client, project)) };
}

/** A key, and what has changed of the tokens since the one before. */
async function tokensAfterKeys(client: LspClient, uri: string): Promise<Samples> {
  const textDocument = { uri };
  let previousResultId = (await client.request(SemanticTokensRequest.type, { textDocument }))?.resultId ?? '';
  let length = client.document(uri).getText().length;
  return timed(runs.cheap, async () => {
    client.change(uri, length, length, ' ');
    length++;
    const delta = await client.request(SemanticTokensDeltaRequest.type, { textDocument, previousResultId });
    previousResultId = delta?.resultId ?? '';
    return delta;
  });
}

/** A competency that is named in every one of many lines of a file of its own. */
async function nameUsedOften(client: LspClient, { rootUri }: Project): Promise<Pick<QuestionMeasures, 'oftenHover' | 'oftenRename'>> {
  const textDocument = { uri: `${rootUri}/often.collab` };
  const lines = Array.from({ length: often }, (_, index) => `member often-${index} { has used-often 1 }\n`);
  client.open(textDocument.uri, `competency used-often\n${lines.join('')}`);
  const position: Position = { line: 0, character: 12 };
  const oftenHover = await timed(runs.costly, () => client.request(HoverRequest.type, { textDocument, position }));
  const oftenRename = await timed(runs.costly, async (run) => {
    const edit = await client.request(RenameRequest.type, { textDocument, position, newName: `used-${run}-times` });
    return editCount(edit) === often + 1 ? edit : null;
  });
  client.close(textDocument.uri);
  return { oftenHover, oftenRename };
}

function editCount(edit: WorkspaceEdit | null): number {
  return Object.values(edit?.changes ?? {}).reduce((sum, edits) => sum + edits.length, 0);
}

async function timed(count: number, ask: (run: number) => Promise<unknown>): Promise<Samples> {
  const samples: number[] = [];
  for (let run = 0; run < count; run++) {
    const begun = performance.now();
    const answer = await ask(run);
    samples.push(performance.now() - begun);
    if (answer === null || answer === undefined) throw new Error('The server answered nothing.');
  }
  return samples;
}
