import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { z } from 'zod';
import { actionKinds } from '../features/actions/action';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { ActionData, Offerer } from './actions';
import { asking } from './asking';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import type { Located, Project } from './session';
import * as toLsp from './toLsp';
import type { OfferedAction } from './writing';

const name = 'writersActions';
const dataSchema = z.object({ uri: z.string(), action: z.string(), span: z.object({ start: z.number(), end: z.number() }) });

/** What can be done to a text beyond mending one finding: refactorings, and what brings order into a whole file. */
export function writersActions(desk: Desk, abilities: toLsp.Abilities): Offerer {
  const { linesOf } = asking(desk);
  return { name, kinds: actionKinds, offered, chosen };

  async function offered(at: Located, { range, context }: CodeActionParams, token: CancellationToken): Promise<readonly CodeAction[]> {
    const { project, file } = at;
    const span = fromLsp.span(linesOf(at), range);
    const question = { of: 'actions', file, span } as const;
    const actions = (await desk.thread.ask(project.root, { ask: 'writing', question }, token)) as readonly OfferedAction[];
    const wanted = actions.filter((action) => isWanted(action, context.only));
    return Promise.all(wanted.map((action) => toAction(at, action, span)));
  }

  function isWanted({ kind, disabled }: OfferedAction, only: readonly CodeActionKind[] | undefined): boolean {
    if (disabled !== null && !abilities.disabledActions) return false;
    if (kind === CodeActionKind.RefactorExtract && !abilities.createdFiles) return false;
    // What is for a whole file is done on request alone.
    if (!only) return !kind.startsWith(CodeActionKind.Source);
    return only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
  }

  async function toAction(
    { project, file }: Located,
    { name: action, kind, title, disabled }: OfferedAction,
    span: Span,
  ): Promise<CodeAction> {
    if (disabled !== null) return { title, kind, disabled: { reason: disabled } };
    const uri = desk.session.uri(project, file);
    const data = { offerer: name, uri, action, span: { start: span.start, end: span.end } } satisfies ActionData &
      z.infer<typeof dataSchema>;
    if (abilities.resolvedActions) return { title, kind, data };
    const edits = await editsOf(project, file, data);
    return { title, kind, edit: toLsp.workspaceEdit(edits ?? [], desk.addresses(project), abilities) };
  }

  async function chosen({ project, file }: Located, action: CodeAction): Promise<CodeAction | null> {
    const edits = await editsOf(project, file, dataSchema.parse(action.data));
    return edits && { ...action, edit: toLsp.workspaceEdit(edits, desk.addresses(project), abilities) };
  }

  async function editsOf({ root }: Project, file: string, { action, span }: z.infer<typeof dataSchema>): Promise<readonly Edit[] | null> {
    const question = { of: 'action', file, span, name: action } as const;
    return (await desk.thread.ask(root, { ask: 'writing', question })) as readonly Edit[] | null;
  }
}
