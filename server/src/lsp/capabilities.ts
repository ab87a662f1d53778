import {
  type ClientCapabilities,
  type CodeActionClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  type TextDocumentClientCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/**
 * What the server says that it can do: of each thing only to a client that has learnt it. Whatever stands here has its line in the honesty
 * test (test/lsp/honesty.ts) and in docs/lsp.md.
 */
export function capabilitiesFor({ textDocument = beforeLsp3, workspace = {} }: ClientCapabilities): ServerCapabilities {
  const { rename, codeAction } = textDocument;
  return known({
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: textDocument.completion && { triggerCharacters: ['.', ' ', '/'] },
    hoverProvider: textDocument.hover && true,
    definitionProvider: textDocument.definition && true,
    referencesProvider: textDocument.references && true,
    renameProvider: rename && (rename.prepareSupport ? { prepareProvider: true } : true),
    documentSymbolProvider: textDocument.documentSymbol && true,
    documentFormattingProvider: textDocument.formatting && true,
    codeActionProvider: codeAction?.codeActionLiteralSupport && {
      codeActionKinds: [CodeActionKind.QuickFix],
      resolveProvider: resolvesActions(codeAction),
    },
    diagnosticProvider: textDocument.diagnostic && { identifier: 'collab', interFileDependencies: true, workspaceDiagnostics: true },
    workspace: workspace.workspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : undefined,
  });
}

/** Can the client ask for the edit of an action when it is chosen? */
export function resolvesActions(codeAction: CodeActionClientCapabilities | undefined): boolean {
  return (codeAction?.dataSupport ?? false) && (codeAction?.resolveSupport?.properties.includes('edit') ?? false);
}

/** A client that says nothing of its texts is older than what it could say it with: it knows what all clients knew before. */
const beforeLsp3: TextDocumentClientCapabilities = {
  completion: {},
  hover: {},
  definition: {},
  references: {},
  documentSymbol: {},
  formatting: {},
  rename: {},
};

/** Without what is undefined: some clients take a key without a value for a capability. */
function known(capabilities: { readonly [Key in keyof ServerCapabilities]: ServerCapabilities[Key] | undefined }): ServerCapabilities {
  return Object.fromEntries(Object.entries(capabilities).filter(([, value]) => value !== undefined));
}
