import {
  type ClientCapabilities,
  type Connection,
  DocumentHighlightKind,
  FoldingRange,
  FoldingRangeKind,
  type Location,
  type TextEdit as LspTextEdit,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { z } from 'zod';
import { definition } from '../features/definition';
import { documentLinks } from '../features/documentLinks';
import { folds } from '../features/folding';
import { highlights } from '../features/highlights';
import { linkedNames } from '../features/linkedEditing';
import { selections } from '../features/selection';
import { allTokens, type SemanticToken, semanticTokens } from '../features/semanticTokens';
import { type FoundSymbol, workspaceSymbols } from '../features/workspaceSymbols';
import type { SourceFile } from '../model/snapshot';
import { formatClosed, formatEnded, formatRange } from '../syntax/formatPart';
import type { Tree } from '../syntax/tree';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { asking } from './asking';
import { asksForSymbols } from './capabilities';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import type { Lines } from './lines';
import { explainRuleCommand } from './protocol';
import { encoded, tokenEdits } from './semanticTokens';
import type { Located, Project } from './session';
import * as toLsp from './toLsp';

/** What of reading a text the client has learnt. */
export interface StructureAbilities {
  /** Does it know words, texts and numbers by a grammar of its own? */
  readonly hasGrammar: boolean;
  /** To ask again for tokens. */
  readonly tokenRefresh: boolean;
  readonly linkTooltips: boolean;
  /** To ask where a symbol stands when it is chosen. */
  readonly lazySymbols: boolean;
  /** Does it run the command that explains a rule? */
  readonly explainsRules: boolean;
}

export function structureAbilities(capabilities: ClientCapabilities, commands: readonly string[]): StructureAbilities {
  const { textDocument } = capabilities;
  return {
    hasGrammar: textDocument?.semanticTokens?.augmentsSyntaxTokens ?? false,
    tokenRefresh: capabilities.workspace?.semanticTokens?.refreshSupport ?? false,
    linkTooltips: textDocument?.documentLink?.tooltipSupport ?? false,
    lazySymbols: asksForSymbols(capabilities),
    explainsRules: commands.includes(explainRuleCommand),
  };
}

/** Answers what the text of a project tells by itself: what stands where, what belongs together, how it is laid out. */
export function answerStructure(connection: Connection, desk: Desk, abilities: StructureAbilities): void {
  const { ask, askAt, linesOf } = asking(desk);
  answerTokens(connection, desk, abilities);
  answerLayout(connection, desk);

  connection.onDeclaration(
    askAt((at, place) => definition(at.project.snapshot, place).map((found) => toLsp.location(found, desk.addresses(at.project)))),
  );
  connection.onDocumentHighlight(
    askAt((at, place) =>
      highlights(at.project.snapshot, place).map((each) => ({
        range: toLsp.range(linesOf(at), each),
        kind: each.isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
  connection.onFoldingRanges(
    ask((at) =>
      folds(at.project.snapshot, at.file).map(({ first, last, kind }) =>
        kind === null ? FoldingRange.create(first, last) : FoldingRange.create(first, last, undefined, undefined, foldingKinds[kind]),
      ),
    ),
  );
  connection.onSelectionRanges((params, token) =>
    ask((at) =>
      params.positions.map((position) => {
        const lines = linesOf(at);
        return selectionRange(selections(at.project.snapshot, { file: at.file, offset: fromLsp.offset(lines, position) }), lines);
      }),
    )(params, token),
  );
  connection.languages.onLinkedEditingRange(
    askAt((at, place) => {
      const ranges = linkedNames(at.project.snapshot, place).map((span) => toLsp.range(linesOf(at), span));
      return ranges.length === 0 ? null : { ranges };
    }),
  );
  connection.onDocumentLinks(
    ask((at) =>
      documentLinks(at.project.snapshot, at.file).flatMap((link) => {
        const range = toLsp.range(linesOf(at), link);
        if ('uri' in link) return [{ range, target: link.uri }];
        // Pages of rules are shown by Collab’s own client.
        if (!abilities.explainsRules) return [];
        const target = `command:${explainRuleCommand}?${encodeURIComponent(JSON.stringify([link.rule]))}`;
        return [{ range, target, ...(abilities.linkTooltips ? { tooltip: explain[desk.languageOf(at.project)] } : {}) }];
      }),
    ),
  );
  answerSymbols(connection, desk, abilities);
}

function answerTokens(connection: Connection, desk: Desk, { hasGrammar, tokenRefresh }: StructureAbilities): void {
  const { ask, linesOf } = asking(desk);
  const { semanticTokens: requests } = connection.languages;
  /** What was answered last on each open text. */
  const answered = new Map<string, Required<SemanticTokens> & { readonly source: SourceFile | undefined }>();
  let answers = 0;

  requests.on(async (params, token) => (await ask((at) => remembered(at, params.textDocument.uri))(params, token)) ?? { data: [] });
  requests.onRange(
    async (params, token) =>
      (await ask((at) => {
        const { start, end } = fromLsp.span(linesOf(at), params.range);
        const inRange = tokensOf(at).filter((each) => each.end > start && each.start < end);
        return { data: encoded(inRange, linesOf(at)) };
      })(params, token)) ?? { data: [] },
  );
  requests.onDelta(
    async (params, token) =>
      (await ask((at) => {
        const before = answered.get(params.textDocument.uri);
        const now = remembered(at, params.textDocument.uri);
        if (before?.resultId !== params.previousResultId) return now;
        return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) };
      })(params, token)) ?? { data: [] },
  );
  if (tokenRefresh) {
    desk.attend({
      async checked({ root }) {
        const isStale = [...answered].some(([uri, { data, source }]) => {
          const at = desk.session.document(uri) && desk.session.locate(uri);
          // Of a text that has changed itself the client asks anew unasked.
          if (at?.project.root !== root || sourceOf(at) !== source) return false;
          return tokenEdits(data, encoded(tokensOf(at), linesOf(at))).length > 0;
        });
        if (isStale) await requests.refresh();
      },
    });
  }

  function remembered(at: Located, uri: string): Required<SemanticTokens> {
    for (const known of answered.keys()) if (!desk.session.document(known)) answered.delete(known);
    const result = { resultId: String(++answers), data: encoded(tokensOf(at), linesOf(at)) };
    answered.set(uri, { ...result, source: sourceOf(at) });
    return result;
  }

  function sourceOf({ project, file }: Located): SourceFile | undefined {
    return project.snapshot.files.get(file);
  }

  function tokensOf({ project: { snapshot }, file }: Located): readonly SemanticToken[] {
    return hasGrammar ? semanticTokens(snapshot, file) : allTokens(snapshot, file);
  }
}

function answerLayout(connection: Connection, desk: Desk): void {
  const { ask, askAt, linesOf } = asking(desk);
  type Laid = (text: string, tree: Tree) => readonly TextEdit[];

  const laidOut = (at: Located, lay: Laid): LspTextEdit[] => {
    const source = at.project.snapshot.files.get(at.file);
    return (source ? lay(source.text, source.tree) : []).map(({ span, text }) => ({
      range: toLsp.range(linesOf(at), span),
      newText: text,
    }));
  };
  connection.onDocumentRangeFormatting((params, token) =>
    ask((at) => laidOut(at, (text, tree) => formatRange(text, tree, fromLsp.span(linesOf(at), params.range))))(params, token),
  );
  connection.onDocumentRangesFormatting((params, token) =>
    ask((at) =>
      laidOut(at, (text, tree) => {
        const edits = params.ranges.flatMap((range) => formatRange(text, tree, fromLsp.span(linesOf(at), range)));
        return [...new Map(edits.map((edit) => [edit.span.start, edit])).values()];
      }),
    )(params, token),
  );
  connection.onDocumentOnTypeFormatting((params, token) =>
    askAt((at, { offset }) => laidOut(at, (text, tree) => (params.ch === '}' ? formatClosed : formatEnded)(text, tree, offset)))(
      params,
      token,
    ),
  );
}

const symbolDataSchema = z.object({ root: z.string(), file: z.string(), start: z.number(), end: z.number() });

function answerSymbols(connection: Connection, desk: Desk, { lazySymbols }: StructureAbilities): void {
  connection.onWorkspaceSymbol(async ({ query }): Promise<WorkspaceSymbol[]> => {
    await desk.settled();
    const found: WorkspaceSymbol[] = [];
    for (const { root } of desk.session.projects) {
      const project = desk.session.project(root);
      if (project) await desk.ready(project);
      const now = desk.session.project(root);
      if (now) found.push(...workspaceSymbols(now.snapshot, query).map((symbol) => shown(symbol, now)));
    }
    return found;
  });
  connection.onWorkspaceSymbolResolve((symbol) => {
    const { data, success } = symbolDataSchema.safeParse(symbol.data);
    const project = success ? desk.session.project(data.root) : undefined;
    if (!success || !project) return symbol;
    return { ...symbol, location: toLsp.location({ file: data.file, span: data }, desk.addresses(project)) };
  });

  function shown({ name, kind, container, file, span: { start, end } }: FoundSymbol, project: Project): WorkspaceSymbol {
    const addresses = desk.addresses(project);
    const where: Location | { readonly uri: string } = lazySymbols
      ? { uri: addresses.uri(file) }
      : toLsp.location({ file, span: { start, end } }, addresses);
    return {
      name,
      kind: toLsp.symbolKinds[kind],
      location: where,
      ...(container === null ? {} : { containerName: container }),
      ...(lazySymbols ? { data: { root: project.root, file, start, end } } : {}),
    };
  }
}

function selectionRange(steps: readonly Span[], lines: Lines): SelectionRange {
  const [outermost, ...inner] = steps.toReversed().map((span): Range => toLsp.range(lines, span));
  const start: SelectionRange = { range: outermost ?? toLsp.range(lines, { start: 0, end: 0 }) };
  return inner.reduce((parent: SelectionRange, range): SelectionRange => ({ range, parent }), start);
}

const foldingKinds = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region } as const;

const explain = { en: 'Explain the rule', fr: 'Expliquer la règle' } as const;
