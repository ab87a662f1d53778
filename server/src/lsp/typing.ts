import { type CancellationToken, type CompletionItem, type Connection, MarkupKind, type SignatureInformation } from 'vscode-languageserver';
import { z } from 'zod';
import { about, type Topic } from '../features/about';
import { aroundWord, completion, type Told, untoldAt } from '../features/completion';
import { type Signature, signatures } from '../features/signature';
import type { Undeclared } from '../features/undeclared';
import type { PersonFit } from '../planning/fits';
import type { Place } from '../text/span';
import type { Answer } from './analysisMessages';
import { asking } from './asking';
import { completionList } from './completionToLsp';
import type { Desk } from './desk';
import { Promptly } from './promptly';
import { dayFor } from './reading';
import type { Project } from './session';
import type { Abilities } from './toLsp';

/** Answers what an editor asks while somebody types: what can stand here, and how what is being written is written. */
export function answerTyping(connection: Connection, desk: Desk, abilities: Abilities): void {
  const { askAt, linesOf } = asking(desk);
  const promptly = new Promptly<Answer>(patience);

  connection.onCompletion((params, token) =>
    askAt(async (at, place) => {
      const { project } = at;
      const reader = { language: desk.languageOf(project), today: dayFor(project.configured) };
      const told = await toldAt(project, place, token);
      const found = completion(project.snapshot, place, reader, told ?? {});
      // A space asks only where one of them must follow: elsewhere it would get in the way of writing.
      if (params.context?.triggerCharacter === ' ' && !found.awaited) return null;
      // Where it is not known yet, typing on asks again.
      const list = { ...found, incomplete: found.incomplete || told === null };
      return completionList(list, params.textDocument.uri, linesOf(at), abilities);
    })(params, token),
  );

  connection.onCompletionResolve((item) => ({ ...item, ...documentation(item) }));

  connection.onSignatureHelp(
    askAt((at, place) => {
      const [first, ...others] = signatures(at.project.snapshot, place, desk.languageOf(at.project)).map(signatureToLsp);
      return first ? { signatures: [first, ...others], activeSignature: 0, activeParameter: first.activeParameter ?? null } : null;
    }),
  );

  /** What takes a look at the whole project; null where the analysis does not say so at once. */
  async function toldAt({ root, snapshot }: Project, place: Place, token: CancellationToken): Promise<Told | null> {
    const untold = untoldAt(snapshot, place);
    if (!untold) return {};
    const about = [root, place.file, aroundWord(snapshot, place)].join('\0');
    if (untold.about === 'fits') {
      const question = { ask: 'fits', file: place.file, task: untold.task, offset: place.offset } as const;
      const fits = await promptly.answer(about, () => desk.thread.ask(root, question, token));
      return fits === null ? null : { fits: fits as readonly PersonFit[] };
    }
    const { kind, owner } = untold;
    const names = await promptly.answer(about, () => desk.thread.ask(root, { ask: 'undeclared', kind, owner }, token));
    return names === null ? null : { undeclared: names as readonly Undeclared[] };
  }

  function documentation({ data }: CompletionItem): Pick<CompletionItem, 'documentation'> {
    const known = dataSchema.safeParse(data);
    const project = known.success ? desk.session.locate(known.data.uri)?.project : undefined;
    const said = known.success && project ? about(project.snapshot, known.data.topic as Topic, desk.languageOf(project)) : null;
    return said === null ? {} : { documentation: { kind: MarkupKind.Markdown, value: said } };
  }
}

/** How long, in milliseconds, a list may wait for what takes a look at the whole project: no longer than any other list may take. */
const patience = 30;

const dataSchema = z.object({
  uri: z.string(),
  topic: z.discriminatedUnion('topic', [
    z.object({ topic: z.literal('declared'), id: z.string() }),
    z.object({ topic: z.enum(['technique', 'rule']), name: z.string() }),
    z.object({ topic: z.literal('level'), level: z.number() }),
    z.object({ topic: z.literal('word'), block: z.string(), word: z.string() }),
  ]),
});

function signatureToLsp({ label, parts, active, meaning }: Signature): SignatureInformation {
  return {
    label,
    documentation: meaning,
    parameters: parts.map(({ start, end }) => ({ label: [start, end] })),
    // Where none is at hand it is one behind the last: clients that do not know of none show none.
    activeParameter: active ?? parts.length,
  };
}
