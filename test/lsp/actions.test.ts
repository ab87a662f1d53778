import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CreateFile,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { behind, Editor, modern } from './editor';

const text = `competency research "Research"
member anna “Anna” { has reserch 4 }
member bob “Bob” { has research 4 }
task interviews { requires research 3 effort 2d }
`;

const able: ClientCapabilities = {
  ...modern,
  workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    ...modern.textDocument,
    codeAction: {
      ...modern.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

describe('actions', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const open = async (capabilities: ClientCapabilities, model = text): Promise<void> => {
    editor = await Editor.open({ 'model.collab': model }, { capabilities });
    editor.type('model.collab', model);
    await editor.checked();
  };
  const ask = async (before: string, only?: string[]): Promise<readonly CodeAction[]> => {
    const textDocument = { uri: editor.uri('model.collab') };
    const at = behind(editor.client.document(textDocument.uri).getText(), before);
    const diagnostics =
      editor.client.published.get(textDocument.uri)?.diagnostics.filter(({ range }) => range.start.line === at.line) ?? [];
    const context = { diagnostics, ...(only ? { only } : {}) };
    const found = await editor.client.request(CodeActionRequest.type, { textDocument, range: { start: at, end: at }, context });
    return (found ?? []) as readonly CodeAction[];
  };
  const chosen = (actions: readonly CodeAction[], title: RegExp): Promise<CodeAction> => {
    const action = actions.find((each) => title.test(each.title));
    assert.ok(action, `${title} among ${actions.map((each) => each.title).join(', ')}`);
    return editor.client.request(CodeActionResolveRequest.type, action);
  };
  const made = (edit: WorkspaceEdit | undefined): string => {
    const uri = editor.uri('model.collab');
    const changes = (edit?.documentChanges ?? []).filter(TextDocumentEdit.is).filter(({ textDocument }) => textDocument.uri === uri);
    editor.client.edit(uri, edit?.changes?.[uri] ?? changes.flatMap(({ edits }) => edits).filter((each) => 'newText' in each));
    return editor.client.document(uri).getText();
  };

  it('what mends comes before what rearranges; what is for a whole file only where it is asked for', async () => {
    await open(able, text.replace('reserch', 'research'));
    const kinds = (await ask('“Ann')).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['quickfix', 'quickfix', 'refactor.extract']);
    assert.deepEqual(
      (await ask('“Ann', ['refactor'])).map(({ kind }) => kind),
      ['refactor.extract'],
    );
    assert.deepEqual(
      (await ask('“Ann', ['source'])).map(({ kind }) => kind),
      ['source.organize.collab', 'source.fixAll.collab'],
    );
    assert.deepEqual(
      (await ask('“Ann', ['refactor.inline'])).map(({ kind }) => kind),
      [],
    );
  });

  it('all that is certain in a file is mended at once', async () => {
    await open(able);
    const actions = await ask('task', ['source.fixAll']);
    assert.deepEqual(
      actions.map(({ kind, edit }) => [kind, edit]),
      [['source.fixAll.collab', undefined]],
    );
    const { edit } = await chosen(actions, /Mend all/);
    assert.equal(made(edit), text.replaceAll(/[“”]/g, '"').replace('reserch', 'research'));
  });

  it('a declaration moves to a file that the client makes', async () => {
    await open(able, text.replaceAll(/[“”]/g, '"'));
    const { edit } = await chosen(await ask('member a'), /Move “Anna” to anna\.collab/);
    const [file] = (edit?.documentChanges ?? []).filter(CreateFile.is);
    assert.equal(file?.uri, editor.uri('anna.collab'));
    assert.equal(made(edit), text.replaceAll(/[“”]/g, '"').replace(/member anna.*\n/, ''));
    assert.ok(!existsSync(editor.folder.at('anna.collab')));
  });

  it('is not offered to a client that makes no files', async () => {
    await open(modern, text.replaceAll(/[“”]/g, '"'));
    assert.deepEqual(
      (await ask('member a')).map(({ kind }) => kind).filter((kind) => kind === 'refactor.extract'),
      [],
    );
  });

  it('a client that cannot fill in later gets the edits at once', async () => {
    await open(modern);
    const [action] = await ask('task', ['source.fixAll.collab']);
    assert.equal(made(action?.edit), text.replaceAll(/[“”]/g, '"').replace('reserch', 'research'));
  });

  it('what has gone since is not done', async () => {
    await open(able);
    const [action] = await ask('“Ann', ['quickfix']).then((all) => all.filter(({ title }) => title.startsWith('Mend all')));
    assert.ok(action);
    editor.client.edit(editor.uri('model.collab'), [
      { range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }, newText: '' },
    ]);
    await assert.rejects(editor.client.request(CodeActionResolveRequest.type, action), /the text has changed/);
  });
});
