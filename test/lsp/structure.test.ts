import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

const people = 'member anna\n';
const web = '// collab-ignore network/silo: apart\nteam web { lead anna about "https://example.org" }\n';
const semanticTokens = { requests: { full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] };
const capabilities: ClientCapabilities = {
  ...modern,
  workspace: { ...modern.workspace, semanticTokens: { refreshSupport: true } },
  textDocument: { ...modern.textDocument, documentLink: {}, semanticTokens: { ...semanticTokens, augmentsSyntaxTokens: true } },
};

describe('what a text tells', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const opened = async (options: Parameters<typeof Editor.open>[1] = {}): Promise<{ readonly uri: string }> => {
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web }, { capabilities, ...options });
    editor.type('people.collab', people);
    editor.type('web.collab', web);
    await editor.checked();
    return { uri: editor.uri('web.collab') };
  };
  const tokenCount = async (textDocument: { readonly uri: string }): Promise<number> =>
    ((await editor.client.request(SemanticTokensRequest.type, { textDocument }))?.data.length ?? 0) / 5;
  const refreshes = (): number => editor.client.asked.filter((method) => method === 'workspace/semanticTokens/refresh').length;

  it('is coloured anew when another file changes what a name means', async () => {
    const textDocument = await opened();
    assert.equal(await tokenCount(textDocument), 3);
    editor.client.replace(editor.uri('people.collab'), 'member anna', 'member ann');
    await editor.client.until('a refresh', () => (refreshes() === 1 ? true : undefined));
    assert.equal(await tokenCount(textDocument), 2);
  });

  it('is coloured whole for a client without a grammar, and for one that asks for changes to what is not known', async () => {
    const textDocument = await opened({ capabilities: { ...capabilities, textDocument: { semanticTokens } } });
    assert.equal(await tokenCount(textDocument), 9);
    const answer = await editor.client.request(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: 'long gone' });
    assert.ok(answer && 'data' in answer);
    assert.equal(answer.data.length, 9 * 5);
  });

  it('leads to pages of rules only where the client shows them', async () => {
    const targets = async (textDocument: { readonly uri: string }) =>
      (await editor.client.request(DocumentLinkRequest.type, { textDocument }))?.map(({ target }) => target);
    assert.deepEqual(await targets(await opened()), ['https://example.org']);
    await editor.close();
    const textDocument = await opened({ initializationOptions: { commands: ['collab.explainRule'] } });
    assert.deepEqual(await targets(textDocument), [
      `command:collab.explainRule?${encodeURIComponent('["network/silo"]')}`,
      'https://example.org',
    ]);
  });

  it('is found in every folder of the workspace, as soon as that is read', async () => {
    editor = await Editor.open(
      { 'one/people.collab': people, 'two/collab.config.json': '{}', 'two/people.collab': people },
      { capabilities },
    );
    const found = await editor.client.request(WorkspaceSymbolRequest.type, { query: 'ANNA' });
    assert.deepEqual(
      found?.map(({ location }) => location.uri.split('/').slice(-2).join('/')),
      ['one/people.collab', 'two/people.collab'],
    );
  });

  it('is laid out as one types, line by line', async () => {
    const textDocument = await opened();
    const type = async (text: string, ch: string): Promise<void> => {
      const { length } = editor.client.document(textDocument.uri).getText();
      editor.client.change(textDocument.uri, length, length, text);
      const position = editor.client.document(textDocument.uri).positionAt(length + text.length);
      const params = { textDocument, position, ch, options: { tabSize: 2, insertSpaces: true } };
      editor.client.edit(textDocument.uri, (await editor.client.request(DocumentOnTypeFormattingRequest.type, params)) ?? []);
    };
    await type('task   talks   "Talks"{\n', '\n');
    await type('effort   2d\n', '\n');
    await type('assigned  anna,\n', '\n');
    await type('anna\n', '\n');
    await type('}', '}');
    const written = editor.client.document(textDocument.uri).getText().slice(web.length);
    assert.equal(written, 'task talks "Talks" {\n  effort 2d\n  assigned anna, anna\n}');
  });
});
