import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  LSPErrorCodes,
  type Hover as LspHover,
  type Location as LspLocation,
  MarkupKind,
  type Range,
  ResponseError,
  SymbolKind,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Severity } from '../config/severity';
import type { Hover } from '../features/hover';
import type { Outlined } from '../features/symbols';
import { grouped } from '../model/grouped';
import type { Snapshot } from '../model/snapshot';
import type { Kind } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import type { Location, Span } from '../text/span';
import type { OfferedFix, ProposedChange, Remark } from './analysisMessages';
import { type Encoding, type Lines, linesIn } from './lines';
import type { WritersAbilities } from './writersAbilities';

/** How the files of a project are known to the client. */
export interface Addresses {
  readonly snapshot: Snapshot;
  readonly encoding: Encoding;
  uri(file: string): string;
  /** Null for a file that is not open. */
  version(file: string): number | null;
  /** The lines of a file that is no `.collab` file: the configuration. */
  lines(file: string): LineIndex | undefined;
}

export function range(lines: Lines, span: Span): Range {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

export function location(at: Location, addresses: Addresses): LspLocation {
  return { uri: addresses.uri(at.file), range: range(linesOf(at.file, addresses), at.span) };
}

export function diagnostic(remark: Remark, lines: Lines, addresses: Addresses): Diagnostic {
  return {
    range: range(lines, remark.span),
    severity: severities[remark.severity],
    code: remark.rule,
    source: 'collab',
    message: remark.message,
    ...(remark.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(remark.related.length > 0
      ? { relatedInformation: remark.related.map((related) => ({ location: location(related, addresses), message: related.message })) }
      : {}),
  };
}

/** What of the protocol the client has learnt. */
export interface Abilities extends WritersAbilities {
  /** Edits that say which version of a text they are for. */
  readonly versionedEdits: boolean;
  /** Edits that make the file they are for. */
  readonly createdFiles: boolean;
  /** Edits that say what they are for. */
  readonly annotatedEdits: boolean;
  /** Actions whose edit is asked for when they are chosen. */
  readonly resolvedActions: boolean;
  /** To have a plan proposed by a command. */
  readonly plans: boolean;
  /** Actions that say why they cannot be done. */
  readonly disabledActions: boolean;
}

export function workspaceEdit(edits: readonly Edit[], addresses: Addresses, { versionedEdits }: Abilities): WorkspaceEdit {
  const byFile = [...grouped(edits, ({ file }) => [file])].map(([file, its]) => ({
    file,
    edits: its.map(({ span, text }) => TextEdit.replace(range(linesOf(file, addresses), span), text)),
  }));
  if (!versionedEdits) return { changes: Object.fromEntries(byFile.map((each) => [addresses.uri(each.file), each.edits])) };
  return {
    documentChanges: byFile.flatMap((each) => {
      const uri = addresses.uri(each.file);
      const made = isThere(each.file, addresses) ? [] : [CreateFile.create(uri, { ignoreIfExists: true })];
      return [...made, { textDocument: { uri, version: addresses.version(each.file) }, edits: each.edits }];
    }),
  };
}

/** Is the file one of the project's, or its configuration? Else an edit would have to make it. */
export function isThere(file: string, { snapshot, lines }: Addresses): boolean {
  return snapshot.files.has(file) || lines(file) !== undefined;
}

/** `edit` with what is to be said of it where one looks at it before it is made. */
export function annotated(
  edit: WorkspaceEdit,
  annotation: ChangeAnnotation,
  { annotatedEdits }: Abilities,
  annotationId = 'fix',
): WorkspaceEdit {
  if (!annotatedEdits || !edit.documentChanges) return edit;
  return {
    changeAnnotations: { [annotationId]: annotation },
    documentChanges: edit.documentChanges.map((change) =>
      TextDocumentEdit.is(change)
        ? { ...change, edits: change.edits.map((each) => ({ ...each, annotationId })) }
        : { ...change, annotationId },
    ),
  };
}

/** `changes` as one edit, of which each can be refused where the client shows them before they are made. */
export function refusableEdit(changes: readonly ProposedChange[], addresses: Addresses, abilities: Abilities): WorkspaceEdit {
  const all = workspaceEdit(
    changes.flatMap(({ edits }) => edits),
    addresses,
    abilities,
  );
  if (!abilities.annotatedEdits) return all;
  const shown = changes.map(({ label, edits }, index) =>
    annotated(workspaceEdit(edits, addresses, abilities), { label, needsConfirmation: true }, abilities, `change-${index + 1}`),
  );
  return {
    changeAnnotations: Object.assign({}, ...shown.map(({ changeAnnotations }) => changeAnnotations)),
    documentChanges: shown.flatMap(({ documentChanges = [] }) => documentChanges),
  };
}

/** An action without what it does: its edit. */
export function codeAction(fix: OfferedFix, removes: readonly Diagnostic[]): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(removes.length > 0 ? { diagnostics: [...removes] } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
    ...(fix.disabled === null ? {} : { disabled: { reason: fix.disabled } }),
  };
}

/** An answer that editors show as it is said. */
export function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The answer where the client has said that it needs none. */
export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

export function hover({ markdown, span }: Pick<Hover, 'markdown' | 'span'>, lines: Lines): LspHover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: range(lines, span) };
}

export function documentSymbol(symbol: Outlined, lines: Lines): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: range(lines, symbol.span),
    selectionRange: range(lines, symbol.selection),
    children: symbol.children.map((child) => documentSymbol(child, lines)),
  };
}

export function linesOf(file: string, { snapshot, lines, encoding }: Addresses): Lines {
  return linesIn(encoding, snapshot.files.get(file)?.lines ?? lines(file) ?? new LineIndex(''));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const symbolKinds: Readonly<Record<Kind, SymbolKind>> = {
  organization: SymbolKind.Package,
  period: SymbolKind.Constant,
  scale: SymbolKind.Enum,
  competency: SymbolKind.Property,
  team: SymbolKind.Namespace,
  member: SymbolKind.Class,
  link: SymbolKind.Interface,
  client: SymbolKind.Package,
  task: SymbolKind.Function,
  assessment: SymbolKind.File,
  technique: SymbolKind.Operator,
  intervention: SymbolKind.Event,
  need: SymbolKind.Key,
  resource: SymbolKind.Object,
  stakeholder: SymbolKind.Class,
  strength: SymbolKind.Boolean,
  pitfall: SymbolKind.Boolean,
};
