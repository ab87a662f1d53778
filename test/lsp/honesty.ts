import { renameSync } from 'node:fs';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeWorkspaceFoldersNotification,
  DidRenameFilesNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SignatureHelpRequest,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type { LspClient } from '../harness/lspClient';
import { modern } from './editor';
import { type Announced, type Asked, at, options, whereOf } from './honestyFixture';
import { reading } from './honestyOfReading';

/** A client that has learnt all there is. */
export const able: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    ...modern.workspace,
    applyEdit: true,
    executeCommand: {},
    fileOperations: { willRename: true, didRename: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create'] },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  textDocument: {
    ...modern.textDocument,
    codeAction: { ...modern.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: {},
    signatureHelp: {},
    hover: {},
    definition: {},
    references: {},
    codeLens: {},
    inlayHint: {},
    callHierarchy: {},
    declaration: {},
    documentHighlight: {},
    linkedEditingRange: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
      augmentsSyntaxTokens: true,
    },
    foldingRange: {},
    selectionRange: {},
    documentLink: {},
    rangeFormatting: { rangesSupport: true },
    onTypeFormatting: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    formatting: {},
    diagnostic: {},
  },
};

/**
 * A line for each thing that is announced, statically by its path in the answer to `initialize` (`renameProvider.prepareProvider`, and of a
 * list `codeActionProvider.codeActionKinds.quickfix`), dynamically by its method. What only tells how to ask stands in `manners`.
 */
export const announced: Readonly<Record<string, Announced>> = {
  'textDocumentSync.openClose': {
    needs: null,
    async ask({ editor: { client } }) {
      client.open('untitled:Untitled-1', 'team web\n');
      const open = await namesIn(client, 'untitled:Untitled-1');
      client.close('untitled:Untitled-1');
      return [open, await namesIn(client, 'untitled:Untitled-1')];
    },
    answer: [['web'], undefined],
  },
  'textDocumentSync.change': {
    needs: null,
    async ask({ editor: { client }, uri }) {
      client.replace(uri, 'task talks', 'task chats');
      const changed = await namesIn(client, uri);
      client.replace(uri, 'task chats', 'task talks');
      return changed?.includes('chats');
    },
    answer: true,
  },
  completionProvider: {
    needs: 'textDocument.completion',
    async ask(asked) {
      const { items } = (await asked.editor.client.request(CompletionRequest.type, at(asked, 'lead an'))) as CompletionList;
      return items.map(({ label }) => label);
    },
    answer: ['anna'],
  },
  'completionProvider.resolveProvider': {
    needs: 'textDocument.completion',
    async ask(asked) {
      const { items } = (await asked.editor.client.request(CompletionRequest.type, at(asked, 'lead an'))) as CompletionList;
      const { documentation } = await asked.editor.client.request(CompletionResolveRequest.type, items[0] ?? { label: '' });
      return [items[0]?.documentation, JSON.stringify(documentation).includes('**Anna Morel** — member')];
    },
    answer: [undefined, true],
  },
  signatureHelpProvider: {
    needs: 'textDocument.signatureHelp',
    async ask(asked) {
      const help = await asked.editor.client.request(SignatureHelpRequest.type, at(asked, 'requires research '));
      return [help?.signatures.map(({ label }) => label), help?.activeParameter];
    },
    answer: [['requires competency level, …'], 1],
  },
  hoverProvider: {
    needs: 'textDocument.hover',
    async ask(asked) {
      const hover = await asked.editor.client.request(HoverRequest.type, at(asked, 'lead an'));
      return JSON.stringify(hover?.contents).includes('**Anna Morel** — member');
    },
    answer: true,
  },
  definitionProvider: {
    needs: 'textDocument.definition',
    async ask(asked) {
      return whereOf(await asked.editor.client.request(DefinitionRequest.type, at(asked, 'lead an')));
    },
    answer: ['2:8–2:12'],
  },
  referencesProvider: {
    needs: 'textDocument.references',
    async ask(asked) {
      const params = { ...at(asked, 'lead an'), context: { includeDeclaration: true } };
      return whereOf(await asked.editor.client.request(ReferencesRequest.type, params));
    },
    answer: ['2:8–2:12', '4:26–4:30'],
  },
  ...reading,
  renameProvider: {
    needs: 'textDocument.rename',
    async ask(asked) {
      const edit = await asked.editor.client.request(RenameRequest.type, { ...at(asked, 'lead an'), newName: 'ann' });
      return JSON.stringify(edit).match(/"newText":"ann"/g)?.length;
    },
    answer: 2,
  },
  'renameProvider.prepareProvider': {
    needs: 'textDocument.rename.prepareSupport',
    ask: (asked) => asked.editor.client.request(PrepareRenameRequest.type, at(asked, 'lead an')),
    answer: { range: { start: { line: 3, character: 25 }, end: { line: 3, character: 29 } }, placeholder: 'anna' },
  },
  documentSymbolProvider: {
    needs: 'textDocument.documentSymbol',
    ask: ({ editor, uri }) => namesIn(editor.client, uri),
    answer: ['research', 'anna', 'bob', 'web', 'acme', 'talks', 'spring'],
  },
  documentFormattingProvider: {
    needs: 'textDocument.formatting',
    async ask({ editor, uri }) {
      const edits = await editor.client.request(DocumentFormattingRequest.type, { textDocument: { uri }, options });
      return edits?.map(({ newText }) => newText);
    },
    answer: ['task talks "Interviews" { requires research 3 for faster assigned bob }\n'],
  },
  codeActionProvider: {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: async (asked) => (await actionsOf(asked, CodeActionKind.QuickFix))[0]?.title,
    answer: 'Reassign to Anna Morel: covers 1 of 1, load 0 → 0 %',
  },
  'codeActionProvider.resolveProvider': {
    needs: 'textDocument.codeAction.resolveSupport',
    async ask(asked) {
      const [action] = await actionsOf(asked, CodeActionKind.QuickFix);
      const { edit } = await asked.editor.client.request(CodeActionResolveRequest.type, action ?? { title: '' });
      return [action?.edit, JSON.stringify(edit).match(/"newText":"[^"]*"/g)];
    },
    answer: [undefined, ['"newText":"anna"']],
  },
  'codeActionProvider.codeActionKinds.quickfix': {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: async (asked) => (await actionsOf(asked, CodeActionKind.QuickFix)).length > 0,
    answer: true,
  },
  'executeCommandProvider.commands.collab.proposePlan': {
    needs: 'workspace.executeCommand',
    async ask({ editor, uri }) {
      await editor.client.request(ExecuteCommandRequest.type, { command: 'collab.proposePlan', arguments: [uri] });
      return JSON.stringify(editor.client.appliedEdits).match(/"newText":"[^"]*"/g);
    },
    answer: ['"newText":" 50%, anna 50%"'],
  },
  'codeActionProvider.codeActionKinds.refactor.extract': {
    needs: 'workspace.workspaceEdit.resourceOperations',
    ask: async (asked) => (await actionsOf(asked, CodeActionKind.RefactorExtract, 'team we')).map(({ title }) => title),
    answer: ['Move “🎸 Web” to web.collab'],
  },
  'codeActionProvider.codeActionKinds.refactor.inline': {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: async (asked) => (await actionsOf(asked, CodeActionKind.RefactorInline, 'team we')).map(({ title }) => title),
    answer: ['Move “🎸 Web” to review.collab, where it is used'],
  },
  'codeActionProvider.codeActionKinds.refactor.rewrite': {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: async (asked) => (await actionsOf(asked, CodeActionKind.RefactorRewrite, 'has research 4')).map(({ title }) => title),
    answer: ['Write 2 levels of this file by name'],
  },
  'codeActionProvider.codeActionKinds.source.organize.collab': {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: (asked) => chosenAfter(asked, 'source.organize.collab', ['competency research', 'competency writing\ncompetency research']),
    answer: [
      '"newText":"competency research \\"Research\\" { critical ref \\"https://example.org/research\\" }"',
      '"newText":"competency writing"',
    ],
  },
  'codeActionProvider.codeActionKinds.source.fixAll.collab': {
    needs: 'textDocument.codeAction.codeActionLiteralSupport',
    ask: (asked) => chosenAfter(asked, 'source.fixAll.collab', ['lead anna', 'lead annna']),
    answer: ['"newText":"anna"'],
  },
  diagnosticProvider: {
    needs: 'textDocument.diagnostic',
    async ask({ editor, uri }) {
      const report = await editor.client.request(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' && report.items.map(({ code }) => code).includes('competency/under-qualified');
    },
    answer: true,
  },
  'diagnosticProvider.workspaceDiagnostics': {
    needs: 'textDocument.diagnostic',
    async ask({ editor }) {
      const { items } = await editor.client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
      return items.some((report) => report.kind === 'full' && report.items.length > 0);
    },
    answer: true,
  },
  'workspace.workspaceFolders': {
    needs: 'workspace.workspaceFolders',
    async ask({ editor }) {
      editor.client.notify(DidChangeWorkspaceFoldersNotification.method, {
        event: { added: [{ uri: editor.uri('inner'), name: 'inner' }], removed: [] },
      });
      const { params } = await editor.client.nextNotice('collab/checked');
      return String((params as { readonly root: string }).root).endsWith('/inner');
    },
    answer: true,
  },
  'workspace.fileOperations.willRename': {
    needs: 'workspace.fileOperations.willRename',
    async ask({ editor }) {
      const files = [{ oldUri: editor.uri('old'), newUri: editor.uri('older') }];
      return JSON.stringify(await editor.client.request(WillRenameFilesRequest.type, { files })).match(/"newText":"[^,]*"/g);
    },
    answer: ['"newText":"\\"older/draft.collab\\""'],
  },
  'workspace.fileOperations.didRename': {
    needs: 'workspace.fileOperations.didRename',
    async ask({ editor }) {
      const rename = async (from: string, to: string): Promise<readonly string[] | undefined> => {
        const checked = editor.checked();
        renameSync(editor.folder.at(from), editor.folder.at(to));
        editor.client.notify(DidRenameFilesNotification.method, { files: [{ oldUri: editor.uri(from), newUri: editor.uri(to) }] });
        await checked;
        return namesIn(editor.client, editor.uri(to));
      };
      return [await rename('review.collab', 'reviews.collab'), await rename('reviews.collab', 'review.collab')];
    },
    answer: [['review'], ['review']],
  },
  'workspace/didChangeWatchedFiles': {
    needs: 'workspace.didChangeWatchedFiles.dynamicRegistration',
    async ask({ editor }) {
      const checked = editor.checked();
      editor.write('more.collab', 'team apps\n');
      await checked;
      const names = await namesIn(editor.client, editor.uri('more.collab'));
      editor.remove('more.collab');
      return names;
    },
    answer: ['apps'],
  },
  'workspace/didChangeConfiguration': {
    needs: 'workspace.didChangeConfiguration.dynamicRegistration',
    async ask({ editor }) {
      return editor.client.asked.includes('workspace/configuration');
    },
    answer: true,
  },
};

/** What is announced with something and only tells how to ask for it. */
export const manners: ReadonlySet<string> = new Set([
  'completionProvider.triggerCharacters',
  'documentOnTypeFormattingProvider.firstTriggerCharacter',
  'documentOnTypeFormattingProvider.moreTriggerCharacter',
  'semanticTokensProvider.legend',
  'signatureHelpProvider.triggerCharacters',
  'signatureHelpProvider.retriggerCharacters',
  'diagnosticProvider.identifier',
  'diagnosticProvider.interFileDependencies',
  'workspace.workspaceFolders.supported',
  'workspace.fileOperations.willRename.filters',
  'workspace.fileOperations.didRename.filters',
  'workspace.workspaceFolders.changeNotifications',
]);

/** What only holds other things. */
export const groups: ReadonlySet<string> = new Set([
  'textDocumentSync',
  'codeActionProvider.codeActionKinds',
  'executeCommandProvider',
  'executeCommandProvider.commands',
  'workspace',
  'workspace.fileOperations',
]);

async function namesIn(client: LspClient, uri: string): Promise<readonly string[] | undefined> {
  const symbols = await client.request(DocumentSymbolRequest.type, { textDocument: { uri } });
  return symbols?.map(({ name }) => name);
}

async function actionsOf(asked: Asked, kind: CodeActionKind, before = 'assigned   b'): Promise<readonly CodeAction[]> {
  const { textDocument, position } = at(asked, before);
  const params = { textDocument, range: { start: position, end: position }, context: { diagnostics: [], only: [kind] } };
  return ((await asked.editor.client.request(CodeActionRequest.type, params)) ?? []).filter(
    (action): action is CodeAction => 'kind' in action,
  );
}

/** What the only action of `kind` writes once one thing reads otherwise. */
async function chosenAfter(asked: Asked, kind: CodeActionKind, [was, is]: readonly [string, string]): Promise<readonly string[] | null> {
  const { client } = asked.editor;
  client.replace(asked.uri, was, is);
  const [action] = await actionsOf(asked, kind);
  const { edit } = await client.request(CodeActionResolveRequest.type, action ?? { title: '' });
  client.replace(asked.uri, is, was);
  return JSON.stringify(edit).match(/"newText":"(?:[^"\\]|\\.)*"/g);
}
