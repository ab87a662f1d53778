import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InsertReplaceEdit,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  RequestType,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { behind, Editor, modern } from './editor';

const people = 'member anna "Anna Morel"\nmember bob "Bob Okafor"\n';
const web = 'team web "🎸" { lead anna }\n';
const options = { tabSize: 2, insertSpaces: true };

describe('questions', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const opened = async (text: string): Promise<{ readonly uri: string }> => {
    editor = await Editor.open({ 'people.collab': people, 'apps.collab': 'team apps { lead anna }\n', 'web.collab': text });
    editor.type('web.collab', text);
    return { uri: editor.uri('web.collab') };
  };

  it('definition: behind characters of two units', async () => {
    const textDocument = await opened(web);
    const found = await editor.client.request(DefinitionRequest.type, { textDocument, position: behind(web, 'lead an') });
    assert.deepEqual(found, [
      { uri: editor.uri('people.collab'), range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } } },
    ]);
  });

  it('references: with and without the declaration', async () => {
    const textDocument = await opened(web);
    const ask = async (includeDeclaration: boolean) => {
      const params = { textDocument, position: behind(web, 'lead an'), context: { includeDeclaration } };
      return (await editor.client.request(ReferencesRequest.type, params))?.map(({ uri }) => uri.split('/').at(-1));
    };
    assert.deepEqual(await ask(true), ['people.collab', 'apps.collab', 'web.collab']);
    assert.deepEqual(await ask(false), ['apps.collab', 'web.collab']);
  });

  it('rename: in every file, open or not', async () => {
    const textDocument = await opened(web);
    const at = { textDocument, position: behind(web, 'lead an') };
    assert.deepEqual(await editor.client.request(PrepareRenameRequest.type, at), {
      range: { start: { line: 0, character: 21 }, end: { line: 0, character: 25 } },
      placeholder: 'anna',
    });
    const edit = await editor.client.request(RenameRequest.type, { ...at, newName: 'ann-morel' });
    const changes = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri.split('/').at(-1), edits.map(({ newText }) => newText)]);
    assert.deepEqual(Object.fromEntries(changes), {
      'people.collab': ['ann-morel'],
      'apps.collab': ['ann-morel'],
      'web.collab': ['ann-morel'],
    });
  });

  it('rename: a name that is taken is refused, and why is said', async () => {
    const textDocument = await opened(web);
    const params = { textDocument, position: behind(web, 'lead an'), newName: 'bob' };
    await assert.rejects(editor.client.request(RenameRequest.type, params), {
      code: -32803,
      message: '“bob” is already the name of a member, in people.collab',
    });
  });

  it('rename: with the versions of the texts, for a client that understands them', async () => {
    const capabilities = { ...modern, workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true } } };
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web }, { capabilities });
    editor.type('web.collab', web);
    const params = { textDocument: { uri: editor.uri('web.collab') }, position: behind(web, 'lead an'), newName: 'ann' };
    const { documentChanges = [] } = (await editor.client.request(RenameRequest.type, params)) ?? {};
    assert.deepEqual(
      documentChanges.filter(TextDocumentEdit.is).map(({ textDocument }) => [textDocument.uri.split('/').at(-1), textDocument.version]),
      [
        ['people.collab', null],
        ['web.collab', 1],
      ],
    );
  });

  it('symbols: with what is nested', async () => {
    const textDocument = await opened('client acme "Acme" {\n  need speed\n}\n');
    const [acme] = (await editor.client.request(DocumentSymbolRequest.type, { textDocument })) ?? [];
    assert.ok(acme && 'children' in acme);
    assert.deepEqual([acme.name, acme.detail, acme.children?.map(({ name }) => name)], ['acme', 'Acme', ['speed']]);
  });

  it('formatting: the edits make the canonical layout; a text with a fault is left as it is', async () => {
    const textDocument = await opened('team   web\n{\nlead anna }\n');
    const edits = (await editor.client.request(DocumentFormattingRequest.type, { textDocument, options })) ?? [];
    editor.client.edit(textDocument.uri, edits);
    assert.equal(editor.client.document(textDocument.uri).getText(), 'team web {\n  lead anna\n}\n');
    editor.client.replace(textDocument.uri, 'lead anna', '  lead');
    assert.deepEqual(await editor.client.request(DocumentFormattingRequest.type, { textDocument, options }), []);
  });

  it('completion: what is typed a moment before counts', async () => {
    const textDocument = await opened('team web\n');
    editor.client.replace(textDocument.uri, 'web', 'web { lead b');
    const { items } = (await editor.client.request(CompletionRequest.type, {
      textDocument,
      position: { line: 0, character: 17 },
    })) as CompletionList;
    assert.deepEqual(
      items.map(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
      [['bob', 'member', 'Bob Okafor']],
    );
  });

  it('completion: a space asks only where a name must follow', async () => {
    const text = 'team web { lead anna }\n';
    const textDocument = await opened(text);
    const ask = (position: { line: number; character: number }) =>
      editor.client.request(CompletionRequest.type, {
        textDocument,
        position,
        context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' },
      });
    assert.equal(await ask(behind(text, 'anna ')), null);
    assert.equal(((await ask(behind(text, 'lead '))) as CompletionList).items.length, 2);
  });

  it('completion: a client that can replaces the whole word', async () => {
    const capabilities = { ...modern, textDocument: { completion: { completionItem: { insertReplaceSupport: true } } } };
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web }, { capabilities });
    editor.type('web.collab', web);
    const textDocument = { uri: editor.uri('web.collab') };
    const { items } = (await editor.client.request(CompletionRequest.type, {
      textDocument,
      position: behind(web, 'lead an'),
    })) as CompletionList;
    const edit = items[0]?.textEdit;
    assert.ok(edit && InsertReplaceEdit.is(edit));
    assert.deepEqual([edit.insert.end.character, edit.replace.end.character], [23, 25]);
  });

  it('about what is not there are answered with nothing', async () => {
    const textDocument = await opened(web);
    const { client } = editor;
    for (const uri of [editor.uri('ghost.collab'), 'file:///', 'untitled:Untitled-9', 'nonsense', '', '::', 'http://collab']) {
      const at = { textDocument: { uri }, position: { line: 0, character: 0 } };
      assert.equal(await client.request(HoverRequest.type, at), null, uri);
      assert.equal(await client.request(DocumentSymbolRequest.type, at), null, uri);
      assert.equal(
        await client.request(CodeActionRequest.type, {
          ...at,
          range: { start: at.position, end: at.position },
          context: { diagnostics: [] },
        }),
        null,
        uri,
      );
    }
    assert.notEqual(await client.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } }), null);
  });

  it('about places that are not in the text do no harm', async () => {
    const textDocument = await opened(web);
    const { client } = editor;
    for (const line of [-1, 0, 7, 2 ** 31 - 1]) {
      for (const character of [-1, 0, 500, 2 ** 31 - 1]) {
        const at = { textDocument, position: { line, character } };
        await client.request(HoverRequest.type, at);
        await client.request(CompletionRequest.type, at);
        await client.request(DefinitionRequest.type, at);
        await client.request(RenameRequest.type, { ...at, newName: 'x' });
      }
    }
    assert.equal(client.stderr, '');
  });

  it('that make no sense are refused, and the next is answered', async () => {
    const textDocument = await opened(web);
    const { client } = editor;
    const ask = (method: string, params: unknown) => client.request(new RequestType<unknown, unknown, void>(method), params);
    for (const params of [
      {},
      { textDocument: null },
      { textDocument, position: null },
      { textDocument, position: { line: 'one' } },
      null,
      42,
      [],
    ]) {
      await ask('textDocument/hover', params).catch(() => undefined);
      await ask('textDocument/completion', params).catch(() => undefined);
      await ask('textDocument/codeAction', params).catch(() => undefined);
    }
    await assert.rejects(ask('textDocument/unheardOf', {}), { code: -32601 });
    for (const method of ['didOpen', 'didChange', 'didClose'])
      client.notify(`textDocument/${method}`, { textDocument: { uri: 'file:///a.collab' } });
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'nonsense', type: 1 },
        { uri: 'file:///', type: 3 },
      ],
    });
    assert.notEqual(await client.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } }), null);
    client.replace(textDocument.uri, 'lead anna', 'lead nobody');
    await editor.shows('web.collab', ['1:22 model/unknown-name']);
  });

  it('that are taken back are not answered', async () => {
    const textDocument = await opened(web);
    const source = new CancellationTokenSource();
    const asked = editor.client.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } }, source.token);
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
    assert.notEqual(await editor.client.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } }), null);
  });
});
