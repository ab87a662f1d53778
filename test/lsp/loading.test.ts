import assert from 'node:assert/strict';
import type { WorkDoneProgressBegin } from 'vscode-languageserver/node';
import { generate, sizes } from '../bench/generate';
import { Editor, modern } from './editor';

describe('a large project', function () {
  this.timeout(60_000);
  let editor: Editor;
  afterEach(() => editor.close());

  const files = Object.fromEntries(generate(sizes.M));
  const told = () => editor.client.progress.map(({ value }) => value as WorkDoneProgressBegin);

  it('says that it is being read, and when it has been', async () => {
    editor = await Editor.open(files, { capabilities: { ...modern, window: { workDoneProgress: true } }, locale: 'fr' });
    await editor.client.until('the end of reading', () => told().at(1));
    assert.deepEqual(
      told().map(({ kind, title }) => title ?? kind),
      ['Collab\u00A0: lecture du modèle', 'end'],
    );
  });

  it('is read in silence where the client shows no progress', async () => {
    editor = await Editor.open(files);
    await editor.checked();
    assert.deepEqual(told(), []);
  });
});
