import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DeclarationRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type Range,
  SelectionRangeRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver/node';
import type { Editor } from './editor';
import { type Announced, at, fixture, options, whereOf } from './honestyFixture';

/** The lines of what the text of a project tells by itself. */
export const reading: Readonly<Record<string, Announced>> = {
  declarationProvider: {
    needs: 'textDocument.declaration',
    async ask(asked) {
      return whereOf(await asked.editor.client.request(DeclarationRequest.type, at(asked, 'lead an')));
    },
    answer: ['2:8–2:12'],
  },
  documentHighlightProvider: {
    needs: 'textDocument.documentHighlight',
    async ask(asked) {
      const found = (await asked.editor.client.request(DocumentHighlightRequest.type, at(asked, 'lead an'))) ?? [];
      return found.map((each) => [each.kind, ...whereOf(each)]);
    },
    answer: [
      [DocumentHighlightKind.Write, '2:8–2:12'],
      [DocumentHighlightKind.Read, '4:26–4:30'],
    ],
  },
  linkedEditingRangeProvider: {
    needs: 'textDocument.linkedEditingRange',
    async ask(asked) {
      const found = await asked.editor.client.request(LinkedEditingRangeRequest.type, at(asked, 'lead an'));
      return found?.ranges.map((range) => whereOf({ range })[0]);
    },
    answer: ['2:8–2:12', '4:26–4:30'],
  },
  semanticTokensProvider: {
    needs: 'textDocument.semanticTokens',
    async ask({ editor }) {
      return editor.client.server.capabilities.semanticTokensProvider?.legend.tokenTypes.includes('class');
    },
    answer: true,
  },
  'semanticTokensProvider.full': {
    needs: 'textDocument.semanticTokens.requests.full',
    async ask({ editor, uri }) {
      const tokens = await editor.client.request(SemanticTokensRequest.type, { textDocument: { uri } });
      return tokensIn(editor, tokens).slice(0, 3);
    },
    answer: ['research property declaration', 'anna class declaration', 'research property'],
  },
  'semanticTokensProvider.full.delta': {
    needs: 'textDocument.semanticTokens.requests.full.delta',
    async ask({ editor: { client }, uri }) {
      const textDocument = { uri };
      const before = await client.request(SemanticTokensRequest.type, { textDocument });
      client.replace(uri, 'lead anna', 'lead ghost');
      const delta = await client.request(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: before?.resultId ?? '' });
      client.replace(uri, 'lead ghost', 'lead anna');
      const after = await client.request(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: delta?.resultId ?? '' });
      const changed = applied(before?.data ?? [], delta);
      return [before && before.data.length - changed.length, JSON.stringify(applied(changed, after)) === JSON.stringify(before?.data)];
    },
    answer: [5, true],
  },
  'semanticTokensProvider.range': {
    needs: 'textDocument.semanticTokens.requests.range',
    async ask({ editor, uri }) {
      const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
      const tokens = await editor.client.request(SemanticTokensRangeRequest.type, { textDocument: { uri }, range });
      return tokensIn(editor, tokens);
    },
    answer: ['web namespace declaration', 'anna class'],
  },
  foldingRangeProvider: {
    needs: 'textDocument.foldingRange',
    async ask({ editor, uri }) {
      const folds = await editor.client.request(FoldingRangeRequest.type, { textDocument: { uri } });
      return folds?.map(({ startLine, endLine }) => [startLine, endLine]);
    },
    answer: [[5, 6]],
  },
  selectionRangeProvider: {
    needs: 'textDocument.selectionRange',
    async ask(asked) {
      const { textDocument, position } = at(asked, 'lead an');
      const [found] = (await asked.editor.client.request(SelectionRangeRequest.type, { textDocument, positions: [position] })) ?? [];
      return [whereOf(found), whereOf(found?.parent)];
    },
    answer: [['4:26–4:30'], ['4:21–4:30']],
  },
  documentLinkProvider: {
    needs: 'textDocument.documentLink',
    async ask({ editor, uri }) {
      const links = await editor.client.request(DocumentLinkRequest.type, { textDocument: { uri } });
      return links?.map(({ target }) => target);
    },
    answer: ['https://example.org/research'],
  },
  workspaceSymbolProvider: {
    needs: 'workspace.symbol',
    async ask({ editor }) {
      const found = (await editor.client.request(WorkspaceSymbolRequest.type, { query: 'féster' })) ?? [];
      return found.map(({ name, containerName }) => [name, containerName]);
    },
    answer: [['Faster (faster) · faster (faster)', 'Acme']],
  },
  'workspaceSymbolProvider.resolveProvider': {
    needs: 'workspace.symbol.resolveSupport',
    async ask({ editor: { client } }) {
      const [found] = (await client.request(WorkspaceSymbolRequest.type, { query: 'talks' })) as WorkspaceSymbol[];
      const { location } = await client.request(WorkspaceSymbolResolveRequest.type, found ?? { name: '', kind: 1, location: { uri: '' } });
      return [found && 'range' in found.location, whereOf(location)];
    },
    answer: [false, ['10:6–10:11']],
  },
  documentRangeFormattingProvider: {
    needs: 'textDocument.rangeFormatting',
    async ask({ editor, uri }) {
      const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 1 } });
      const ask = async (range: Range) =>
        editor.client.request(DocumentRangeFormattingRequest.type, { textDocument: { uri }, range, options });
      return [await ask(line(0)), (await ask(line(9)))?.map(({ newText }) => newText)];
    },
    answer: [[], ['task talks "Interviews" { requires research 3 for faster assigned bob }\n']],
  },
  'documentRangeFormattingProvider.rangesSupport': {
    needs: 'textDocument.rangeFormatting.rangesSupport',
    async ask({ editor, uri }) {
      const ranges = [0, 9].map((line) => ({ start: { line, character: 0 }, end: { line, character: 1 } }));
      const edits = await editor.client.request(DocumentRangesFormattingRequest.type, { textDocument: { uri }, ranges, options });
      return edits?.length;
    },
    answer: 1,
  },
  documentOnTypeFormattingProvider: {
    needs: 'textDocument.onTypeFormatting',
    async ask(asked) {
      const params = { ...at(asked, 'assigned   bob }'), ch: '}', options };
      return (await asked.editor.client.request(DocumentOnTypeFormattingRequest.type, params))?.map(({ newText }) => newText);
    },
    answer: [],
  },
  codeLensProvider: {
    needs: 'textDocument.codeLens',
    async ask({ editor, uri }) {
      const lenses = await editor.client.request(CodeLensRequest.type, { textDocument: { uri } });
      return lenses?.map((lens) => [...whereOf(lens), lens.command]);
    },
    answer: [
      ['1:12–1:20', undefined],
      ['2:8–2:12', undefined],
      ['3:8–3:11', undefined],
      ['10:6–10:11', undefined],
    ],
  },
  'codeLensProvider.resolveProvider': {
    needs: 'textDocument.codeLens',
    async ask({ editor: { client }, uri }) {
      const lenses = (await client.request(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
      const resolved = await Promise.all(lenses.map((lens) => client.request(CodeLensResolveRequest.type, lens)));
      return resolved.map(({ command }) => command?.title);
    },
    answer: ['1 holder at competent', 'load 0 %', 'load 0 %', 'missing: Research (competent)'],
  },
  inlayHintProvider: {
    needs: 'textDocument.inlayHint',
    async ask({ editor, uri }) {
      const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
      const hints = await editor.client.request(InlayHintRequest.type, { textDocument: { uri }, range });
      return hints?.map(({ position: { line }, label }) => [line, label]);
    },
    answer: [
      [1, 'proficient'],
      [9, 'competent'],
      [11, '10 working days'],
    ],
  },
  callHierarchyProvider: {
    needs: 'textDocument.callHierarchy',
    async ask(asked) {
      const { client } = asked.editor;
      const [anna] = (await client.request(CallHierarchyPrepareRequest.type, at(asked, 'lead an'))) ?? [];
      const [research] = (await client.request(CallHierarchyPrepareRequest.type, at(asked, 'requires res'))) ?? [];
      if (!anna || !research) return null;
      const incoming = await client.request(CallHierarchyIncomingCallsRequest.type, { item: anna });
      const outgoing = await client.request(CallHierarchyOutgoingCallsRequest.type, { item: research });
      return [
        incoming?.map(({ from }) => from.name),
        outgoing?.map(({ to, fromRanges }) => [to.name, ...fromRanges.flatMap((range) => whereOf({ range }))]),
      ];
    },
    answer: [['Research'], [['Anna Morel', '1:12–1:20']]],
  },
  positionEncoding: {
    needs: 'general.positionEncodings',
    ask: async ({ editor }) => editor.client.server.capabilities.positionEncoding,
    answer: 'utf-16',
  },
};

/** `name type modifier` of each. */
function tokensIn({ client }: Editor, tokens: SemanticTokens | null): readonly string[] {
  const { legend } = client.server.capabilities.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
  const texts = fixture.split('\n');
  const found: string[] = [];
  const { data } = tokens ?? { data: [] };
  let [line, column] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    [line, column] = [line + down, down > 0 ? right : column + right];
    const name = texts[line]?.slice(column, column + length);
    found.push([name, legend.tokenTypes[type], ...legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join(' '));
  }
  return found;
}

function applied(data: readonly number[], delta: SemanticTokens | SemanticTokensDelta | null): readonly number[] {
  const after = [...data];
  for (const edit of delta && 'edits' in delta ? delta.edits : []) after.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  return after;
}
