import { type CancellationToken, type CompletionItem, type Connection, MarkupKind, type SignatureInformation } from 'vscode-languageserver';
import { z } from 'zod';
import { about, type Topic } from '../features/about';
import { completion, staffedAt } from '../features/completion';
import { type Signature, signatures } from '../features/signature';
import type { PersonFit } from '../planning/fits';
import type { Place } from '../text/span';
import { asking } from './asking';
import { completionList } from './completionToLsp';
import type { Desk } from './desk';
import { inTime } from './inTime';
import { dayFor } from './reading';
import type { Project } from './session';
import type { Abilities } from './toLsp';

/** Answers what an editor asks while somebody types: what can stand here, and how what is being written is written. */
export function answerTyping(connection: Connection, desk: Desk, abilities: Abilities): void {
  const { askAt, linesOf } = asking(desk);

  connection.onCompletion((params, token) =>
    askAt(async (at, place) => {
      const { project } = at;
      const reader = { language: desk.languageOf(project), today: dayFor(project.configured) };
      const fits = await fitsAt(project, place, token);
      const found = completion(project.snapshot, place, reader, fits ?? []);
      // A space asks only where one of them must follow: elsewhere it would get in the way of writing.
      if (params.context?.triggerCharacter === ' ' && !found.awaited) return null;
      // Where it is not known yet who would bring what, typing on asks again.
      const list = { ...found, incomplete: found.incomplete || fits === null };
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

  /** What each would bring to the task that somebody is assigned to at `place`; null where the analysis does not say so at once. */
  async function fitsAt({ root, snapshot }: Project, place: Place, token: CancellationToken): Promise<readonly PersonFit[] | null> {
    const task = staffedAt(snapshot, place);
    if (task === null) return [];
    const question = { ask: 'fits', file: place.file, task, offset: place.offset } as const;
    const fits = await inTime(desk.thread.ask(root, question, token), patience);
    return fits as readonly PersonFit[] | null;
  }

  function documentation({ data }: CompletionItem): Pick<CompletionItem, 'documentation'> {
    const known = dataSchema.safeParse(data);
    const project = known.success ? desk.session.locate(known.data.uri)?.project : undefined;
    const said = known.success && project ? about(project.snapshot, known.data.topic as Topic, desk.languageOf(project)) : null;
    return said === null ? {} : { documentation: { kind: MarkupKind.Markdown, value: said } };
  }
}

/** How long, in milliseconds, a list of people may wait for what they would bring: no longer than any other list may take. */
const patience = 40;

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
