import { type CompletionItem, type CompletionList, CompletionRequest } from 'vscode-languageserver/node';
import type { LspClient } from '../harness/lspClient';
import type { Project } from './project';
import type { Samples } from './statistics';

/** Lists of people for a task. */
export interface PeopleMeasures {
  readonly samples: Samples;
  /** How many of them said what each would bring. */
  readonly ranked: number;
}

const runs = 40;

/** Types a letter of somebody’s name, and takes it back. */
export async function measurePeople(client: LspClient, { uri, text }: Project): Promise<PeopleMeasures> {
  const skill = /requires (\S+)/.exec(text)?.[1] ?? 'research';
  const { length } = client.document(uri).getText();
  const opened = `\ntask asked-for {\n  requires ${skill} 3\n  effort 3d\n  assigned `;
  client.change(uri, length, length, opened);
  const end = length + opened.length;
  let ranked = 0;
  let isTyped = false;
  const samples: number[] = [];
  while (samples.length < runs) {
    const begun = performance.now();
    client.change(uri, end, isTyped ? end + 1 : end, isTyped ? '' : 'a');
    isTyped = !isTyped;
    const position = client.document(uri).positionAt(end + (isTyped ? 1 : 0));
    const answer = await client.request(CompletionRequest.type, { textDocument: { uri }, position });
    const items: readonly CompletionItem[] = (answer as CompletionList).items;
    if (items.length === 0) throw new Error('The server completes nobody.');
    if (items.some(({ detail }) => detail?.includes('covers'))) ranked++;
    samples.push(performance.now() - begun);
  }
  client.change(uri, length, client.document(uri).getText().length, '');
  return { samples, ranked };
}
