import {
  type CancellationToken,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type Position,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { z } from 'zod';
import { completion } from '../features/completion';
import { definition } from '../features/definition';
import { hover } from '../features/hover';
import { references, uses } from '../features/references';
import { rename, renameable } from '../features/rename';
import { documentSymbols } from '../features/symbols';
import { formatEdits } from '../syntax/printEdits';
import { type Language, languageOf } from '../text/localised';
import type { Place, Span } from '../text/span';
import type { OfferedFix } from './analysisMessages';
import { Desk } from './desk';
import type { Disk } from './disk';
import * as fromLsp from './fromLsp';
import { type ReportResult, reportRequest } from './protocol';
import type { Located, Project } from './session';
import type { AnalysisThread, ThreadEvents } from './thread';
import * as toLsp from './toLsp';
import { pathOf } from './uris';

const optionsSchema = z.object({ language: z.enum(['auto', 'en', 'fr']).optional() }).catch({});
const reportSchema = z.object({ uri: z.string(), name: z.string(), format: z.string(), language: z.enum(['en', 'fr']).optional() });

/** What the client can do that changes what the server says. */
interface Abilities {
  readonly configuration: boolean;
  readonly watching: boolean;
  readonly disabledActions: boolean;
}

/** Serves Collab over `connection`; `startThread` starts the analysis. */
export function startServer(connection: Connection, disk: Disk, startThread: (events: ThreadEvents) => AnalysisThread): void {
  const desk = new Desk(connection, disk, startThread);
  let folders: readonly string[] = [];
  let display: Language = 'en';
  let abilities: Abilities = { configuration: false, watching: false, disabledActions: false };

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params);
    display = languageOf(params.locale);
    abilities = abilitiesOf(params);
    desk.speak(settingOf(optionsSchema.parse(params.initializationOptions ?? {}).language), display);
    return { capabilities, serverInfo: { name: 'collab' } };
  });
  connection.onInitialized(() => {
    void desk.enqueue(async () => {
      if (abilities.watching) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] });
      await Promise.all(folders.map((folder) => desk.session.addFolder(folder)));
      if (abilities.configuration) await readSettings();
    });
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      void desk.enqueue(async () => {
        for (const { uri } of removed) withPath(uri, (path) => desk.session.removeFolder(path));
        for (const { uri } of added) await withPath(uri, (path) => desk.session.addFolder(path));
      });
    });
  });
  connection.onDidChangeConfiguration(() => void desk.enqueue(() => (abilities.configuration ? readSettings() : undefined)));
  connection.onShutdown(() => desk.thread.stop());

  async function readSettings(): Promise<void> {
    const settings: unknown = await connection.workspace.getConfiguration('collab');
    desk.speak(settingOf(optionsSchema.parse(settings ?? {}).language), display);
  }

  connection.onDidOpenTextDocument(
    ({ textDocument: { uri, text, version } }) => void desk.enqueue(() => desk.session.open(uri, text, version)),
  );
  connection.onDidChangeTextDocument(
    ({ textDocument: { uri, version }, contentChanges }) => void desk.enqueue(() => desk.session.change(uri, contentChanges, version)),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => void desk.enqueue(() => desk.session.close(uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void desk.enqueue(() =>
      desk.session.refresh(
        changes.flatMap(({ uri, type }) => {
          const path = pathOf(uri);
          return path === null ? [] : [{ path, gone: type === FileChangeType.Deleted }];
        }),
      ),
    );
  });

  connection.onHover(
    askAt((at, place) => {
      const found = hover(at.project.snapshot, place, desk.languageOf(at.project));
      return found && toLsp.hover(found, linesOf(at));
    }),
  );
  connection.onDefinition(
    askAt((at, place) => definition(at.project.snapshot, place).map((found) => toLsp.location(found, desk.addresses(at.project)))),
  );
  connection.onReferences((params, token) =>
    askAt((at, place) => {
      const found = params.context.includeDeclaration ? references(at.project.snapshot, place) : uses(at.project.snapshot, place);
      return found.map((each) => toLsp.location(each, desk.addresses(at.project)));
    })(params, token),
  );
  connection.onPrepareRename(
    askAt((at, place) => {
      const found = renameable(at.project.snapshot, place);
      return found && { range: toLsp.range(linesOf(at), found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest((params, token) =>
    askAt((at, place) => {
      const renamed = rename(at.project.snapshot, place, params.newName);
      if (renamed && 'refused' in renamed) return refusal(renamed.refused[desk.languageOf(at.project)]);
      return renamed && toLsp.workspaceEdit(renamed.edits, desk.addresses(at.project));
    })(params, token),
  );
  connection.onCompletion((params, token) =>
    askAt((at, place) => {
      const found = completion(at.project.snapshot, place, desk.languageOf(at.project));
      // A space asks only where a name must follow: elsewhere it would get in the way of writing.
      if (params.context?.triggerCharacter === ' ' && !found.awaited) return null;
      return toLsp.completionList(found, linesOf(at));
    })(params, token),
  );
  connection.onDocumentSymbol(
    ask((at) => documentSymbols(at.project.snapshot, at.file).map((symbol) => toLsp.documentSymbol(symbol, linesOf(at)))),
  );
  connection.onDocumentFormatting(
    ask((at) => formatEdits(linesOf(at).text).map(({ span, text }) => ({ range: toLsp.range(linesOf(at), span), newText: text }))),
  );
  connection.onCodeAction((params, token) => ask((at) => quickFixes(at, params))(params, token));
  connection.onRequest(reportRequest, async (params: unknown): Promise<ReportResult | ResponseError> => {
    const { uri, name, format, language } = reportSchema.parse(params);
    await desk.settled();
    const project = desk.session.locate(uri)?.project ?? [...desk.session.projects][0];
    if (!project) return refusal(noProject[display]);
    const text = await desk.thread.ask(project.root, { ask: 'report', name, format, language: language ?? desk.languageOf(project) });
    return { text: String(text), root: project.root };
  });

  async function quickFixes(at: Located, { range, context }: CodeActionParams) {
    const isWanted = !context.only || context.only.some((kind) => kind === CodeActionKind.QuickFix || kind === '');
    if (!isWanted || context.diagnostics.length === 0) return [];
    const span = fromLsp.span(linesOf(at), range);
    const offered = (await desk.thread.ask(at.project.root, { ask: 'fixes', file: at.file, span })) as readonly OfferedFix[];
    const project = desk.session.project(at.project.root) ?? at.project;
    return offered.flatMap((fix) => {
      const removes = context.diagnostics.filter((diagnostic) => isSame(diagnostic, fix, project, at.file));
      const isShown = removes.length > 0 && (fix.disabled === null || abilities.disabledActions);
      return isShown ? [toLsp.codeAction(fix, removes, desk.addresses(project))] : [];
    });
  }

  function linesOf({ project, file }: Located) {
    return toLsp.linesOf(file, desk.addresses(project));
  }

  type Answered<Result> = Result | ResponseError | null | Promise<Result | ResponseError | null>;

  /** Answers a question about a file when all that was typed before it is in; null where there is none, or where it was taken back. */
  function ask<Params extends { readonly textDocument: { readonly uri: string } }, Result>(answer: (at: Located) => Answered<Result>) {
    return async (params: Params, token: CancellationToken): Promise<Result | ResponseError | null> => {
      await desk.settled();
      const at = desk.session.locate(params.textDocument.uri);
      if (token.isCancellationRequested || !at?.project.snapshot.files.has(at.file)) return null;
      try {
        return await answer(at);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return null;
      }
    };
  }

  /** Likewise about a place in a file. */
  function askAt<Params extends { readonly textDocument: { readonly uri: string }; readonly position: Position }, Result>(
    answer: (at: Located, place: Place) => Answered<Result>,
  ) {
    return (params: Params, token: CancellationToken) =>
      ask<Params, Result>((at) => {
        const place = fromLsp.place(at, params.position);
        return place && answer(at, place);
      })(params, token);
  }

  connection.listen();
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: ['.', ' ', '/'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

const watchers = [
  { globPattern: '**/*.collab' },
  { globPattern: '**/collab.config.json' },
  // A folder that is removed is not told file by file.
  { globPattern: '**', kind: WatchKind.Delete },
] as const;

const noProject = {
  en: 'there is no Collab project here: open a folder that holds .collab files',
  fr: 'aucun projet Collab ici\u00A0: ouvrez un dossier qui contient des fichiers .collab',
};

function refusal(message: string): ResponseError {
  // RequestFailed: the one code that editors show as it is said.
  return new ResponseError(-32803, message);
}

function isSame(diagnostic: Diagnostic, fix: OfferedFix, project: Project, file: string): boolean {
  if (diagnostic.code !== fix.rule) return false;
  const source = project.snapshot.files.get(file);
  if (!source) return false;
  const span: Span = fromLsp.span(source.lines, diagnostic.range);
  return span.start === fix.span.start && span.end === fix.span.end;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

function abilitiesOf({ capabilities: client }: InitializeParams): Abilities {
  return {
    configuration: client.workspace?.configuration ?? false,
    watching: client.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    disabledActions: client.textDocument?.codeAction?.disabledSupport ?? false,
  };
}

function settingOf(language: 'auto' | Language | undefined): Language | null {
  return language === undefined || language === 'auto' ? null : language;
}

function withPath<Result>(uri: string, then: (path: string) => Result): Result | undefined {
  const path = pathOf(uri);
  return path === null ? undefined : then(path);
}
