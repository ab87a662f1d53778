import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Desk } from './desk';
import { cancelled } from './toLsp';
import { resultIdOf, Updates } from './updates';

/** What a client that asks for findings has learnt of that. */
export interface PullAbilities {
  /** To ask again when it is told that there is something new. */
  readonly refresh: boolean;
  /** To take what is found in other files along with the answer. */
  readonly relatedDocuments: boolean;
}

/**
 * Answers requests for findings (LSP 3.17), of a document and of the whole workspace; nothing is published any more. What a document says by
 * itself is answered at once; when all rules have been applied, a client that can is told to ask again. A client that knows the workspace's
 * findings already and takes parts is told of every change as it comes, until it asks no longer.
 */
export function answerPulls(connection: Connection, desk: Desk, { refresh, relatedDocuments }: PullAbilities): void {
  /** By the URI of an open document that was asked about: the result id that was answered last. */
  const answered = new Map<string, string>();
  /** Those of them that something was shown on since. */
  const touched = new Set<string>();
  const running = new Set<Updates>();
  const { diagnostics } = connection.languages;

  desk.showBy({
    show({ uri }) {
      if (!desk.session.document(uri)) answered.delete(uri);
      const isAnswered = answered.has(uri);
      if (isAnswered) touched.add(uri);
      for (const updates of running) isAnswered ? updates.repeat(uri) : updates.offer(uri);
    },
    shown() {
      const isNew = [...touched].some((uri) => answered.has(uri) && answered.get(uri) !== resultIdOf(itemsOf(uri)));
      touched.clear();
      if (isNew && refresh) diagnostics.refresh().catch(desk.log);
    },
  });

  diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    await desk.settled();
    const version = desk.session.document(uri)?.version;
    const project = desk.session.locate(uri)?.project;
    if (project) await (refresh ? desk.ready(project) : desk.checked([project]));
    if (token.isCancellationRequested) return cancelled();
    if (desk.session.document(uri)?.version !== version) return outdated();
    const report: DocumentDiagnosticReport = answerOn(uri, previousResultId);
    const others = relatedDocuments ? changedBeside(uri) : [];
    if (others.length === 0) return report;
    return { ...report, relatedDocuments: Object.fromEntries(others.map((other) => [other, answerOn(other, answered.get(other))])) };
  });

  diagnostics.onWorkspace(async ({ previousResultIds }, token, _, progress) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const isKept = known.size > 0 && progress !== undefined;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (part: WorkspaceDocumentDiagnosticReport[]) => (progress ? progress.report({ items: part }) : void items.push(...part));
    await desk.settled();
    await Promise.race([desk.checked(desk.session.projects), whenCancelled(token)]);
    if (token.isCancellationRequested) return cancelled();
    const updates = new Updates(known, (uri) => desk.diagnosticsOn(uri), send);
    updates.tellAll(desk.uris());
    if (!isKept) return { items };
    running.add(updates);
    await whenCancelled(token);
    running.delete(updates);
    updates.end();
    return cancelled();
  });

  function itemsOf(uri: string): Diagnostic[] {
    return desk.diagnosticsOn(uri).diagnostics;
  }

  function answerOn(uri: string, known: string | undefined): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
    const items = itemsOf(uri);
    const resultId = resultIdOf(items);
    if (desk.session.document(uri)) answered.set(uri, resultId);
    // VS Code drops the answer on a document that it has stopped to show meanwhile: it is to have it with the workspace’s.
    for (const updates of running) updates.repeat(uri);
    return resultId === known ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /** The other documents of its project that were asked about, where something else is found by now. */
  function changedBeside(uri: string): readonly string[] {
    const root = desk.session.locate(uri)?.project.root;
    return [...answered].flatMap(([other, resultId]) => {
      const isBeside = other !== uri && desk.session.locate(other)?.project.root === root;
      return isBeside && resultIdOf(itemsOf(other)) !== resultId ? [other] : [];
    });
  }
}

function whenCancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => (token.isCancellationRequested ? resolve() : token.onCancellationRequested(() => resolve())));
}

/** The document reads otherwise by now: it is asked about once more. */
function outdated(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true });
}
