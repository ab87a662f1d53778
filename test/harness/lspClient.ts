import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  type ConfigurationParams,
  createMessageConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ErrorCodes,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type LSPAny,
  type MessageConnection,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  type RequestType,
  ResponseError,
  type ShowMessageRequestParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Waits } from './waits';

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** The only workspace folder. Without one, no folder is open. */
  readonly rootUri?: string;
  readonly initializationOptions?: LSPAny;
  readonly locale?: string;
  /** What `workspace/configuration` answers, by section. */
  readonly settings?: Readonly<Record<string, LSPAny>>;
  /** The title that is chosen where the server shows a message with some; none where not stated. */
  readonly chooses?: string;
  readonly cwd?: string;
  /** The longest wait for any one answer, in milliseconds; 10,000 where not stated. */
  readonly timeout?: number;
}

/** A message of the server that asks for no answer. */
export interface Notice {
  readonly method: string;
  readonly params: unknown;
}

/** How a server process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Starts a language server that speaks over its standard streams, and initializes it.
 * A server that does not come up is killed, and what it wrote to standard error stands in the rejection.
 */
export async function startServer(command: string, args: readonly string[], options: StartOptions = {}): Promise<LspClient> {
  const client = new LspClient(spawn(command, args, { cwd: options.cwd, stdio: 'pipe' }), options);
  try {
    await client.initialize();
    return client;
  } catch (error) {
    client.kill();
    throw error;
  }
}

/** The editor's side of a session with a language server. Every wait ends: by its answer, by the time limit, or with the server. */
export class LspClient {
  /** The edits that the server asked for with `workspace/applyEdit`, oldest first; all are answered as applied. */
  readonly appliedEdits: ApplyWorkspaceEditParams[] = [];
  readonly registrations: Registration[] = [];
  /** Every notification but the diagnostics, oldest first. */
  readonly notices: Notice[] = [];
  /** What the server reported of requests before it answered them, oldest first. */
  readonly progress: { readonly token: ProgressToken; readonly value: unknown }[] = [];
  /** The methods of the requests that the server made, oldest first. */
  readonly asked: string[] = [];
  /** The diagnostics last published, by document. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly exited: Promise<Exit>;
  /** The longest wait for any one answer from now on, in milliseconds. */
  timeout: number;

  private readonly connection: MessageConnection;
  private readonly documents = new Map<string, TextDocument>();
  private readonly waits = new Waits((what, reason) => this.complaint(what, reason));
  private result: InitializeResult | undefined;
  private exit: Exit | undefined;
  private errors = '';

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly options: StartOptions,
  ) {
    this.timeout = options.timeout ?? 10_000;
    this.connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.exited = new Promise((resolve) => {
      const end = (exit: Exit): void => {
        this.exit ??= exit;
        this.waits.end(`the server ended (code ${exit.code}, signal ${exit.signal})`);
        resolve(this.exit);
      };
      child.once('close', (code, signal) => end({ code, signal }));
      child.once('error', (error) => {
        this.errors += error.message;
        end({ code: null, signal: null });
      });
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    // A server that is gone takes no more input; `exited` and every wait say so.
    child.stdin.on('error', () => undefined);
    this.connection.onError(() => undefined);
    this.connection.onNotification((method, params) => this.receive({ method, params }));
    this.connection.onRequest((method, params) => this.answer(method, params));
    this.connection.onUnhandledProgress((reported) => {
      this.progress.push(reported);
      this.waits.lookAgain();
    });
    this.connection.listen();
    const killAlong = (): void => this.kill();
    process.once('exit', killAlong);
    void this.exited.then(() => process.removeListener('exit', killAlong));
  }

  /** What the server said it can do. */
  get server(): InitializeResult {
    if (this.result === undefined) throw new Error('The server is not initialized.');
    return this.result;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** All that the server wrote to standard error. */
  get stderr(): string {
    return this.errors;
  }

  async initialize(): Promise<void> {
    const { rootUri = null, capabilities = {}, initializationOptions, locale } = this.options;
    this.result = await this.request(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      capabilities,
      workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'project' }],
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      ...(locale === undefined ? {} : { locale }),
    });
    this.notify(InitializedNotification.method, {});
  }

  open(uri: string, text: string, languageId = 'collab'): void {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    this.forgetVersion(uri);
    this.notify(DidOpenTextDocumentNotification.method, { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The open document as the server should see it. */
  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open.`);
    return document;
  }

  /** Replaces the text between two offsets and tells the server just that. Answers the new version. */
  change(uri: string, start: number, end: number, text: string): number {
    const document = this.document(uri);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return this.edit(uri, [{ range, newText: text }]);
  }

  /** Replaces the one occurrence of `found`. Answers the new version. */
  replace(uri: string, found: string, text: string): number {
    const parts = this.document(uri).getText().split(found);
    const [before] = parts;
    if (before === undefined || parts.length !== 2) throw new Error(`“${found}” stands ${parts.length - 1} times in ${uri}, not once.`);
    return this.change(uri, before.length, before.length + found.length, text);
  }

  /** Makes the edits of one answer of the server, which all speak of the text as it is, in one change. Answers the new version. */
  edit(uri: string, edits: readonly TextEdit[]): number {
    const document = this.document(uri);
    const version = document.version + 1;
    // From the last to the first, no edit moves another.
    const ordered = edits.toReversed().sort((one, other) => document.offsetAt(other.range.start) - document.offsetAt(one.range.start));
    const contentChanges = ordered.map(({ range, newText }) => ({ range, text: newText }));
    this.documents.set(uri, TextDocument.update(document, contentChanges, version));
    this.notify(DidChangeTextDocumentNotification.method, { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): void {
    this.documents.delete(uri);
    this.forgetVersion(uri);
    this.notify(DidCloseTextDocumentNotification.method, { textDocument: { uri } });
  }

  /** Tells the server, as an editor's file watcher does, what happened to a file outside the editor. */
  changedOnDisk(uri: string, type: FileChangeType): void {
    this.notify(DidChangeWatchedFilesNotification.method, { changes: [{ uri, type }] });
  }

  /** The diagnostics of a document as soon as those last published are for this version or a later one. */
  diagnosticsOfVersion(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.diagnostics(uri, (published) => (published.version ?? -1) >= version, `diagnostics of version ${version} of ${uri}`);
  }

  /** The diagnostics of a document as soon as those last published are accepted. */
  diagnostics(
    uri: string,
    accepts: (published: PublishDiagnosticsParams) => boolean,
    what = `accepted diagnostics of ${uri}`,
  ): Promise<PublishDiagnosticsParams> {
    return this.until(what, () => {
      const published = this.published.get(uri);
      return published !== undefined && accepts(published) ? published : undefined;
    });
  }

  /** The next notification of a method, from now on. */
  nextNotice(method: string): Promise<Notice> {
    const from = this.notices.length;
    return this.until(`notification ${method}`, () => this.notices.slice(from).find((notice) => notice.method === method));
  }

  /** The first value but undefined that `look` gives, now or after some message of the server. */
  until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
    return this.waits.until(what, this.timeout, look);
  }

  /** The server's answer. A request that is not answered in time is cancelled. */
  request<Params, Result, Failure>(type: RequestType<Params, Result, Failure>, params: Params, token?: CancellationToken): Promise<Result> {
    return this.settled(type.method, (ownToken) => this.connection.sendRequest<Result>(type.method, params, ownToken), token);
  }

  notify(method: string, params?: unknown): void {
    const send = async (): Promise<void> => this.connection.sendNotification(method, params);
    // A server that is gone hears nothing; the next wait says so.
    send().catch(() => undefined);
  }

  /** Shuts the server down in the agreed way and answers its exit code; one that does not go by itself is killed. */
  async stop(): Promise<number | null> {
    try {
      await this.settled(ShutdownRequest.method, (token) => this.connection.sendRequest(ShutdownRequest.type, token));
      this.notify(ExitNotification.method);
      return (await this.until('exit', () => this.exit)).code;
    } finally {
      this.kill();
    }
  }

  /** Ends the server at once. */
  kill(): void {
    if (this.exit === undefined) this.child.kill('SIGKILL');
  }

  private async settled<Result>(
    method: string,
    send: (token: CancellationToken) => Promise<Result>,
    token?: CancellationToken,
  ): Promise<Result> {
    const source = new CancellationTokenSource();
    const subscription = token?.onCancellationRequested(() => source.cancel());
    let outcome: PromiseSettledResult<Result> | undefined;
    const sent = async (): Promise<Result> => send(source.token);
    void Promise.allSettled([sent()]).then(([settled]) => {
      outcome = settled;
      this.waits.lookAgain();
    });
    try {
      const settled = await this.until(`the answer to ${method}`, () => outcome);
      if (settled.status === 'rejected') throw settled.reason;
      return settled.value;
    } finally {
      if (this.exit === undefined) source.cancel();
      subscription?.dispose();
    }
  }

  /** What was published last still shows, but versions start anew when a document is opened again. */
  private forgetVersion(uri: string): void {
    const published = this.published.get(uri);
    if (published !== undefined) this.published.set(uri, { uri, diagnostics: published.diagnostics });
  }

  private receive(notice: Notice): void {
    if (notice.method === 'textDocument/publishDiagnostics') {
      const published = notice.params as PublishDiagnosticsParams;
      this.published.set(published.uri, published);
    } else this.notices.push(notice);
    this.waits.lookAgain();
  }

  private answer(method: string, params: unknown): unknown {
    this.asked.push(method);
    this.waits.lookAgain();
    switch (method) {
      case 'workspace/configuration':
        return (params as ConfigurationParams).items.map(({ section }) => this.options.settings?.[section ?? ''] ?? null);
      case 'client/registerCapability':
        this.registrations.push(...(params as RegistrationParams).registrations);
        return null;
      case 'workspace/applyEdit':
        this.appliedEdits.push(params as ApplyWorkspaceEditParams);
        return { applied: true };
      case 'workspace/workspaceFolders':
        return this.options.rootUri === undefined ? null : [{ uri: this.options.rootUri, name: 'project' }];
      case 'window/showDocument':
        return { success: true };
      case 'window/showMessageRequest': {
        const { actions = [] } = params as ShowMessageRequestParams;
        return actions.find(({ title }) => title === this.options.chooses) ?? null;
      }
      case 'client/unregisterCapability':
      case 'window/workDoneProgress/create':
      case 'workspace/codeLens/refresh':
      case 'workspace/diagnostic/refresh':
      case 'workspace/inlayHint/refresh':
      case 'workspace/semanticTokens/refresh':
        return null;
      default:
        return new ResponseError(ErrorCodes.MethodNotFound, `This client does not answer ${method}.`);
    }
  }

  private complaint(what: string, reason: string): string {
    const lastWords = this.errors.trim();
    return `Waited for ${what}: ${reason}.${lastWords === '' ? '' : `\nThe server wrote:\n${lastWords.slice(-4_000)}`}`;
  }
}
