import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  WatchKind,
} from 'vscode-languageserver';
import { z } from 'zod';
import { settingsSchema } from '../config/settings';
import { type Language, languageOf } from '../text/localised';
import { answerQuestions } from './answers';
import { capabilitiesFor, encodingFor, makesFiles, proposesPlans, resolvesActions } from './capabilities';
import { answerComparisons } from './comparisons';
import { answerCounting, countingAbilities } from './counting';
import { Desk } from './desk';
import type { Disk } from './disk';
import * as fromLsp from './fromLsp';
import { answerHierarchy } from './hierarchy';
import { answerInsertables } from './inserting';
import { showLoading } from './loading';
import { answerPlans, type PlanAbilities } from './plans';
import { answerPulls, type PullAbilities } from './pulls';
import { answerReports } from './reports';
import { answerRulePages } from './rulePages';
import type { Happened } from './session';
import { answerStructure, structureAbilities } from './structure';
import { answerSuppositions } from './supposing';
import type { AnalysisThread, ThreadEvents } from './thread';
import { pathOf } from './uris';
import { answerViews } from './views';
import { answerWriters } from './writers';
import { writersAbilitiesOf } from './writersAbilities';

/** What the client has learnt of what the server may ask it. */
interface ClientAbilities extends PlanAbilities {
  /** To be asked for settings. */
  readonly configuration: boolean;
  /** To tell when they change, if it is asked to. */
  readonly configurationChanges: boolean;
  readonly watching: boolean;
  readonly workspaceFolders: boolean;
  /** To ask for findings; null where it waits to be told. */
  readonly pulls: PullAbilities | null;
}

const ownSchema = z
  .object({ commands: z.array(z.string()).catch([]), pages: z.boolean().catch(false) })
  .catch({ commands: [], pages: false });
const pushedSchema = z.object({ settings: z.object({ collab: z.unknown() }) });

/** Serves Collab over `connection`; `startThread` starts the analysis. */
export function startServer(connection: Connection, disk: Disk, startThread: (events: ThreadEvents) => AnalysisThread): void {
  const desk = new Desk(connection, disk, startThread);
  let display: Language = 'en';

  connection.onInitialize((params): InitializeResult => {
    display = languageOf(params.locale);
    const own = ownSchema.parse(params.initializationOptions);
    const abilities = { ...abilitiesOf(params), pages: own.pages };
    const { commands } = own;
    desk.encoding = encodingFor(params.capabilities);
    follow(params.initializationOptions);
    answerQuestions(connection, desk, abilities);
    answerStructure(connection, desk, structureAbilities(params.capabilities, commands));
    answerHierarchy(connection, desk);
    answerCounting(connection, desk, countingAbilities(params.capabilities, commands));
    answerWriters(connection, desk, abilities);
    answerReports(connection, desk);
    answerRulePages(connection, desk);
    answerViews(connection, desk);
    answerComparisons(connection, desk);
    answerInsertables(connection, desk);
    answerSuppositions(connection, desk, abilities);
    answerPlans(connection, desk, abilities);
    if (abilities.pulls) answerPulls(connection, desk, abilities.pulls);
    connection.onInitialized(() => begin(foldersOf(params), abilities));
    connection.onDidChangeConfiguration((pushed) => void desk.enqueue(() => takeSettings(pushed, abilities)));
    return {
      capabilities: capabilitiesFor(params.capabilities, { commands, language: display }),
      serverInfo: { name: 'collab' },
    };
  });
  connection.onShutdown(() => desk.thread.stop());

  function begin(folders: readonly string[], abilities: ClientAbilities): void {
    const { client } = connection;
    // Nothing waits for the client to say that it has understood.
    if (abilities.watching) client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] }).catch(desk.log);
    if (abilities.configurationChanges) client.register(DidChangeConfigurationNotification.type, { section: 'collab' }).catch(desk.log);
    void desk.enqueue(async () => {
      if (abilities.configuration) follow(await connection.workspace.getConfiguration('collab'));
    });
    for (const folder of folders) void desk.enqueue(() => desk.session.addFolder(folder));
    if (abilities.progress) showLoading(connection, desk).catch(desk.log);
    if (!abilities.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed.flatMap(({ uri }) => pathOf(uri) ?? [])) void desk.enqueue(() => desk.session.removeFolder(folder));
      for (const folder of added.flatMap(({ uri }) => pathOf(uri) ?? [])) void desk.enqueue(() => desk.session.addFolder(folder));
      if (abilities.progress) showLoading(connection, desk).catch(desk.log);
    });
  }

  function follow(settings: unknown): void {
    desk.follow(settingsSchema.parse(settings), display);
  }

  /** Some clients tell the new settings, others tell that there are new ones. */
  async function takeSettings(pushed: unknown, { configuration }: ClientAbilities): Promise<void> {
    const told = pushedSchema.safeParse(pushed);
    if (configuration) follow(await connection.workspace.getConfiguration('collab'));
    else if (told.success) follow(told.data.settings.collab);
  }

  connection.onDidOpenTextDocument(
    ({ textDocument: { uri, text, version } }) => void desk.enqueue(() => desk.session.open(uri, text, version)),
  );
  connection.onDidChangeTextDocument(
    ({ textDocument: { uri, version }, contentChanges }) =>
      void desk.enqueue(() => desk.session.change(uri, (document) => fromLsp.changed(document, contentChanges, version, desk.encoding))),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => void desk.enqueue(() => desk.session.close(uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const happened = changes.flatMap(({ uri, type }): readonly Happened[] => {
      const path = pathOf(uri);
      return path === null ? [] : [{ path, what: whatHappened[type] }];
    });
    void desk.enqueue(() => desk.session.refresh(happened));
  });

  connection.listen();
}

const watchers = [
  { globPattern: '**/*.collab' },
  { globPattern: '**/collab.config.json' },
  // A folder that comes or goes is not told file by file.
  { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
] as const;

const whatHappened: Readonly<Record<FileChangeType, Happened['what']>> = {
  [FileChangeType.Created]: 'made',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'gone',
};

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

function abilitiesOf(params: InitializeParams): Omit<ClientAbilities, 'pages'> {
  const { workspace, textDocument, window } = params.capabilities;
  return {
    ...writersAbilitiesOf(params),
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    pulls: textDocument?.diagnostic
      ? {
          refresh: workspace?.diagnostics?.refreshSupport ?? false,
          relatedDocuments: textDocument.diagnostic.relatedDocumentSupport ?? false,
        }
      : null,
    createdFiles: makesFiles(workspace ?? {}),
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    annotatedEdits: (workspace?.workspaceEdit?.documentChanges ?? false) && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    plans: proposesPlans(workspace),
    resolvedActions: resolvesActions(textDocument?.codeAction),
    disabledActions: textDocument?.codeAction?.disabledSupport ?? false,
    progress: window?.workDoneProgress ?? false,
  };
}
