import {
  type ClientCapabilities,
  type CodeActionClientCapabilities,
  CodeActionKind,
  type CodeActionKindDocumentation,
  type SemanticTokensClientCapabilities,
  type ServerCapabilities,
  type TextDocumentClientCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { actionKinds } from '../features/actions/action';
import type { Language, Localised } from '../text/localised';
import { renamesFor } from './fileOperations';
import type { Encoding } from './lines';
import { compareFixesCommand, proposePlanCommand } from './protocol';
import { legend } from './semanticTokens';

/**
 * What the server says that it can do: of each thing only to a client that has learnt it. Whatever stands here has its line in the honesty
 * test (test/lsp/honesty.ts) and in docs/lsp.md.
 */
export function capabilitiesFor(client: ClientCapabilities, own: OwnClient = stranger): ServerCapabilities {
  const { textDocument = beforeLsp3, workspace = {} } = client;
  const { rename, codeAction, semanticTokens } = textDocument;
  const tokens = tokenRequests(semanticTokens);
  return known({
    positionEncoding: client.general?.positionEncodings && encodingFor(client),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: textDocument.completion && { triggerCharacters: ['.', ' ', '/'], resolveProvider: true },
    signatureHelpProvider: textDocument.signatureHelp && { triggerCharacters: [' ', ','], retriggerCharacters: [' ', ',', '"'] },
    hoverProvider: textDocument.hover && true,
    definitionProvider: textDocument.definition && true,
    referencesProvider: textDocument.references && true,
    renameProvider: rename && (rename.prepareSupport ? { prepareProvider: true } : true),
    documentSymbolProvider: textDocument.documentSymbol && true,
    documentHighlightProvider: textDocument.documentHighlight && true,
    declarationProvider: textDocument.declaration && true,
    workspaceSymbolProvider: workspace.symbol && { resolveProvider: asksForSymbols(client) },
    semanticTokensProvider: semanticTokens && {
      legend,
      full: tokens.full && { delta: tokens.delta },
      range: tokens.range,
    },
    foldingRangeProvider: textDocument.foldingRange && true,
    selectionRangeProvider: textDocument.selectionRange && true,
    linkedEditingRangeProvider: textDocument.linkedEditingRange && true,
    codeLensProvider: textDocument.codeLens && { resolveProvider: true },
    inlayHintProvider: textDocument.inlayHint && true,
    callHierarchyProvider: textDocument.callHierarchy && true,
    documentLinkProvider: textDocument.documentLink && {},
    documentRangeFormattingProvider: textDocument.rangeFormatting && { rangesSupport: textDocument.rangeFormatting.rangesSupport ?? false },
    documentOnTypeFormattingProvider: textDocument.onTypeFormatting && { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    documentFormattingProvider: textDocument.formatting && true,
    codeActionProvider: codeAction?.codeActionLiteralSupport && {
      codeActionKinds: actionKinds.filter((kind) => kind !== CodeActionKind.RefactorExtract || makesFiles(workspace)),
      resolveProvider: resolvesActions(codeAction),
      ...(codeAction.documentationSupport && own.commands.includes(compareFixesCommand) ? { documentation: documentation(own) } : {}),
    },
    diagnosticProvider: textDocument.diagnostic && { identifier: 'collab', interFileDependencies: true, workspaceDiagnostics: true },
    executeCommandProvider: proposesPlans(workspace) ? { commands: [proposePlanCommand] } : undefined,
    workspace: notEmpty({
      ...(workspace.workspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      ...(workspace.fileOperations ? { fileOperations: renamesFor(workspace.fileOperations) } : {}),
    }),
  });
}

/** What a client says of itself beyond the protocol. */
export interface OwnClient {
  /** Those it has and the server may refer to. */
  readonly commands: readonly string[];
  readonly language: Language;
}

const stranger: OwnClient = { commands: [], language: 'en' };

/** What stands below the actions in their menu: the way to a page that compares them. */
function documentation({ language }: OwnClient): CodeActionKindDocumentation[] {
  return [{ kind: CodeActionKind.QuickFix, command: { title: compareFixes[language], command: compareFixesCommand } }];
}

const compareFixes: Localised = {
  en: 'What each fix would resolve and add…',
  fr: 'Ce que chaque correction résoudrait et ajouterait…',
};

/** A plan is asked for by a command, and made by an edit. */
export function proposesPlans(workspace: ClientCapabilities['workspace']): boolean {
  return workspace?.executeCommand !== undefined && (workspace.applyEdit ?? false);
}

/** Can the client make the files that an edit is for? */
export function makesFiles({ workspaceEdit }: NonNullable<ClientCapabilities['workspace']>): boolean {
  return (workspaceEdit?.documentChanges ?? false) && (workspaceEdit?.resourceOperations ?? []).includes('create');
}

/** Can the client ask for the edit of an action when it is chosen? */
export function resolvesActions(codeAction: CodeActionClientCapabilities | undefined): boolean {
  return (codeAction?.dataSupport ?? false) && (codeAction?.resolveSupport?.properties.includes('edit') ?? false);
}

/** Can the client ask where a symbol stands when it is chosen? */
export function asksForSymbols({ workspace }: ClientCapabilities): boolean {
  return workspace?.symbol?.resolveSupport?.properties.includes('location.range') ?? false;
}

/** How the client counts columns: as it likes best of what is known here. */
export function encodingFor({ general }: ClientCapabilities): Encoding {
  return general?.positionEncodings?.find((encoding) => encoding === 'utf-8' || encoding === 'utf-16') ?? 'utf-16';
}

/** For what of a text the client asks. */
function tokenRequests(client: SemanticTokensClientCapabilities | undefined) {
  const { full = false, range = false } = client?.requests ?? {};
  return { full: full !== false, delta: typeof full === 'object' && (full.delta ?? false), range: range !== false };
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

function notEmpty<Said extends object>(said: Said): Said | undefined {
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Without what is undefined: some clients take a key without a value for a capability. */
function known(capabilities: { readonly [Key in keyof ServerCapabilities]: ServerCapabilities[Key] | undefined }): ServerCapabilities {
  return Object.fromEntries(Object.entries(capabilities).filter(([, value]) => value !== undefined));
}
