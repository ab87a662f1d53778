import * as assert from 'node:assert/strict';
import { commands, extensions, languages, Uri, workspace } from 'vscode';

describe('the extension in VS Code', () => {
  const extension = extensions.getExtension('collab.collab');

  it('starts by itself where a folder holds .collab files', async () => {
    assert.ok(extension, 'VS Code knows the extension');
    for (const deadline = Date.now() + 15_000; !extension.isActive; await soon()) assert.ok(Date.now() < deadline, 'active within 15 s');
  });

  it('gives .collab files their language', async () => {
    const [file] = await workspace.findFiles('**/*.collab', null, 1);
    assert.ok(file, 'the sample has a .collab file');
    assert.equal((await workspace.openTextDocument(file)).languageId, 'collab');
    assert.ok((await languages.getLanguages()).includes('collab'));
  });

  it('answers every command it offers', async () => {
    const offered: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands;
    const answered = new Set(await commands.getCommands());
    assert.ok(offered.length >= 3);
    assert.deepEqual(
      offered.map(({ command }) => command).filter((command) => !answered.has(command)),
      [],
    );
  });

  it('finds the files it names in package.json', async () => {
    assert.ok(extension);
    const { main, contributes } = extension.packageJSON;
    const named: readonly string[] = [main, contributes.languages[0].configuration, contributes.grammars[0].path];
    for (const path of named) await workspace.fs.stat(Uri.joinPath(extension.extensionUri, path));
  });
});

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
