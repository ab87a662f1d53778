import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { DidRenameFilesNotification, TextDocumentEdit, WillRenameFilesRequest, type WorkspaceEdit } from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

const config = `{
  // What is not ours.
  "exclude": ["old/**", "old/draft.collab", "old", "older/draft.collab"]
}
`;

describe('renaming files', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const open = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const fileOperations = { willRename: true, didRename: true };
    const capabilities = { ...modern, workspace: { ...modern.workspace, fileOperations, workspaceEdit: { documentChanges: true } } };
    editor = await Editor.open(files, { capabilities });
  };
  const ask = async (from: string, to: string): Promise<readonly string[]> => {
    const files = [{ oldUri: editor.uri(from), newUri: editor.uri(to) }];
    const edit: WorkspaceEdit | null = await editor.client.request(WillRenameFilesRequest.type, { files });
    return (edit?.documentChanges ?? []).filter(TextDocumentEdit.is).flatMap(({ textDocument, edits }) => {
      const file = textDocument.uri.split('/').at(-1);
      return edits.map(
        (each) => `${file}:${each.range.start.line + 1}:${each.range.start.character + 1} ${'newText' in each ? each.newText : ''}`,
      );
    });
  };

  it('a configuration that leaves a file out by its path follows', async () => {
    await open({ 'collab.config.json': config, 'model.collab': 'team web\n' });
    assert.deepEqual(await ask('old/draft.collab', 'drafts/first.collab'), ['collab.config.json:3:25 "drafts/first.collab"']);
  });

  it('a configuration that leaves a folder out, or files in it, follows; what only begins like it stays', async () => {
    await open({ 'collab.config.json': config, 'model.collab': 'team web\n' });
    assert.deepEqual(await ask('old', 'archive'), [
      'collab.config.json:3:15 "archive/**"',
      'collab.config.json:3:25 "archive/draft.collab"',
      'collab.config.json:3:45 "archive"',
    ]);
  });

  it('a configuration that does not name it stays, as does one that is no JSON', async () => {
    await open({
      'collab.config.json': config,
      'model.collab': 'team web\n',
      'inner/collab.config.json': '{ "exclude": [',
      'inner/a.collab': '',
    });
    assert.deepEqual(await ask('model.collab', 'models.collab'), []);
    assert.deepEqual(await ask('inner/old', 'inner/older'), []);
  });

  it('what leaves the project changes nothing in it', async () => {
    await open({ 'inner/collab.config.json': config, 'inner/model.collab': 'team web\n' });
    assert.deepEqual(await ask('inner/old/draft.collab', 'draft.collab'), []);
  });

  it('the names in a file are known in its new place at once, and no longer in the old one', async () => {
    await open({ 'a.collab': 'member anna\n', 'b.collab': 'team web { lead anna }\nteam apps { lead bob }\n' });
    await editor.shows('b.collab', ['2:18 model/unknown-name']);
    renameSync(editor.folder.at('a.collab'), editor.folder.at('z.collab'));
    editor.client.notify(DidRenameFilesNotification.method, {
      files: [{ oldUri: editor.uri('a.collab'), newUri: editor.uri('z.collab') }],
    });
    editor.write('c.collab', 'member bob\nmember anna\n');
    await editor.shows('z.collab', ['1:8 model/duplicate-name']);
    await editor.shows('b.collab', []);
    await editor.shows('a.collab', []);
  });
});
