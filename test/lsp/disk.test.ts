import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { Editor } from './editor';

const people = 'member anna "Anna Morel"\n';
const web = 'team web { lead anna }\n';
const { Created, Deleted } = FileChangeType;

describe('what happens outside the editor', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  it('a file is made, changed, and removed', async () => {
    editor = await Editor.open({ 'web.collab': web });
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    editor.write('people.collab', people);
    await editor.shows('web.collab', []);
    editor.overwrite('people.collab', 'member anne\nteam apps { lead annne }\n');
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    await editor.shows('people.collab', ['2:18 model/unknown-name']);
    editor.remove('people.collab');
    await editor.shows('people.collab', []);
  });

  it('a file is renamed', async () => {
    editor = await Editor.open({ 'web.collab': 'team web { lead nobody }\n' });
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    editor.move('web.collab', 'apps.collab');
    await editor.shows('apps.collab', ['1:17 model/unknown-name']);
    await editor.shows('web.collab', []);
  });

  it('a folder is removed, which is told as one', async () => {
    editor = await Editor.open({ 'web.collab': web, 'people/here/people.collab': `${people}team apps { lead nobody }\n` });
    await editor.shows('people/here/people.collab', ['2:18 model/unknown-name']);
    editor.remove('people');
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    await editor.shows('people/here/people.collab', []);
  });

  it('a folder is renamed, which is told as one', async () => {
    editor = await Editor.open({ 'web.collab': web, 'people/people.collab': `${people}team apps { lead nobody }\n` });
    await editor.shows('people/people.collab', ['2:18 model/unknown-name']);
    editor.move('people', 'staff');
    await editor.shows('staff/people.collab', ['2:18 model/unknown-name']);
    await editor.shows('people/people.collab', []);
    await editor.shows('web.collab', []);
  });

  it('a file that is open is changed: what is typed counts', async () => {
    editor = await Editor.open({ 'web.collab': web, 'people.collab': people });
    editor.type('people.collab', people);
    editor.overwrite('people.collab', 'member nobody\n');
    await editor.checked();
    await editor.shows('web.collab', []);
    editor.client.close(editor.uri('people.collab'));
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
  });

  it('a file that is open is removed: it stays until it is closed', async () => {
    editor = await Editor.open({ 'web.collab': web, 'people.collab': people });
    editor.type('people.collab', people);
    editor.remove('people.collab');
    editor.type('web.collab', web);
    const version = editor.client.replace(editor.uri('web.collab'), 'web', 'apps');
    assert.deepEqual((await editor.client.diagnosticsOfVersion(editor.uri('web.collab'), version)).diagnostics, []);
    editor.client.close(editor.uri('people.collab'));
    await editor.shows('web.collab', ['1:18 model/unknown-name']);
  });

  it('many files are made at once', async () => {
    editor = await Editor.open({ 'web.collab': 'team web { lead m299 }\n' });
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    const files = Array.from({ length: 300 }, (_, index) => `people/p${index}.collab`);
    editor.folder.write(Object.fromEntries(files.map((file, index) => [file, `member m${index}\n`])));
    editor.tell(...files.map((file) => [file, Created] as const));
    await editor.shows('web.collab', []);
  });

  it('a file is told that is gone again', async () => {
    editor = await Editor.open({ 'web.collab': web, 'people.collab': people });
    await editor.checked();
    editor.tell(['ghost.collab', Created], ['ghosts', Created], ['nowhere', Deleted]);
    editor.write('apps.collab', 'team apps { lead nobody }\n');
    await editor.shows('apps.collab', ['1:18 model/unknown-name']);
    await editor.shows('web.collab', []);
  });
});

describe('projects', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  it('a folder with a configuration is a project of its own', async () => {
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web, 'inner/collab.config.json': '{}', 'inner/web.collab': web });
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
    await editor.shows('web.collab', []);
  });

  it('a configuration makes a project, and its end ends it', async () => {
    editor = await Editor.open({ 'people.collab': people, 'inner/web.collab': web });
    await editor.checked();
    editor.type('inner/web.collab', web);
    editor.write('inner/collab.config.json', '{}');
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
    editor.remove('inner/collab.config.json');
    await editor.shows('inner/web.collab', []);
  });

  it('a nested project is removed with its folder', async () => {
    editor = await Editor.open({ 'web.collab': 'team web { lead nobody }\n', 'inner/collab.config.json': '{', 'inner/web.collab': web });
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
    await editor.shows('inner/collab.config.json', ['1:2 model/config']);
    editor.remove('inner');
    await editor.shows('inner/web.collab', []);
    await editor.shows('inner/collab.config.json', []);
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
  });

  it('a changed configuration applies at once', async () => {
    editor = await Editor.open({ 'a.collab': 'link bob -> bob\nmember bob\n' });
    await editor.shows('a.collab', ['1:1 model/self-link']);
    editor.write('collab.config.json', '{ "rules": { "model/self-link": "off" } }');
    await editor.shows('a.collab', []);
    editor.overwrite('collab.config.json', '{ "language": "fr" }');
    const [found] = await editor.shows('a.collab', ['1:1 model/self-link']);
    assert.match(String(found?.message), /deux extrémités/);
  });

  it('of a configuration that is not valid the last one counts that was, and the fault shows in it', async () => {
    const valid = '{ "exclude": ["old"], "rules": { "model/self-link": "off" } }';
    editor = await Editor.open({
      'a.collab': 'link bob -> bob\nmember bob\n',
      'old/b.collab': 'member bob\n',
      'collab.config.json': valid,
    });
    await editor.checked();
    await editor.shows('a.collab', []);
    editor.overwrite('collab.config.json', '{ "exclude": ["older"], "rules": { "model/self-link": "loud" } }');
    await editor.shows('collab.config.json', ['1:55 model/config']);
    await editor.shows('a.collab', []);
    await editor.shows('old/b.collab', []);
    editor.overwrite('collab.config.json', '{ "rules": {} }');
    await editor.shows('collab.config.json', []);
    await editor.shows('a.collab', ['1:1 model/self-link']);
    await editor.shows('old/b.collab', ['1:8 model/duplicate-name']);
  });

  it('what is left out is no part of a project; opened, it is one by itself', async () => {
    editor = await Editor.open({ 'collab.config.json': '{ "exclude": ["old/**"] }', 'people.collab': people, 'old/web.collab': web });
    await editor.checked();
    await editor.shows('old/web.collab', []);
    editor.type('old/web.collab', web);
    await editor.shows('old/web.collab', ['1:17 model/unknown-name']);
    editor.overwrite('collab.config.json', '{}');
    await editor.shows('old/web.collab', []);
    editor.overwrite('collab.config.json', '{ "exclude": ["old"] }');
    await editor.shows('old/web.collab', ['1:17 model/unknown-name']);
    editor.client.close(editor.uri('old/web.collab'));
    await editor.shows('old/web.collab', []);
  });

  it('a file outside the folders of the workspace belongs to the project around it', async () => {
    editor = await Editor.open(
      { 'collab.config.json': '{}', 'people.collab': people, 'teams/apps.collab': 'team apps { lead nobody }\n' },
      { rootUri: '' },
    );
    editor.type('teams/web.collab', web);
    await editor.shows('teams/apps.collab', ['1:18 model/unknown-name']);
    await editor.shows('teams/web.collab', []);
    editor.client.close(editor.uri('teams/web.collab'));
    await editor.shows('teams/apps.collab', []);
  });

  it('a file outside every project is one by itself, even beside another', async () => {
    editor = await Editor.open({ 'people.collab': people }, { rootUri: '' });
    editor.type('people.collab', people);
    editor.type('web.collab', web);
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    const version = editor.client.replace(editor.uri('web.collab'), 'lead anna', 'lead anna member anna');
    await editor.client.diagnosticsOfVersion(editor.uri('web.collab'), version);
    editor.client.close(editor.uri('web.collab'));
    await editor.shows('web.collab', []);
  });

  it('a text that is in no file is one by itself', async () => {
    editor = await Editor.open({ 'people.collab': people });
    editor.client.open('untitled:Untitled-1', web);
    await editor.shows('untitled:Untitled-1', ['1:17 model/unknown-name']);
    const version = editor.client.change('untitled:Untitled-1', 0, 0, people);
    assert.deepEqual((await editor.client.diagnosticsOfVersion('untitled:Untitled-1', version)).diagnostics, []);
    editor.client.close('untitled:Untitled-1');
    await editor.shows('untitled:Untitled-1', []);
  });

  it('of a folder that is not there are none, and that is said', async () => {
    editor = await Editor.open({}, { rootUri: pathToFileURL('/nowhere/at/all').href });
    const notice = await editor.client.until('a message', () =>
      editor.client.notices.find(({ method }) => method === 'window/showMessage'),
    );
    assert.match(JSON.stringify(notice.params), /\/nowhere\/at\/all cannot be read: it does not exist/);
    editor.client.open('untitled:Untitled-1', web);
    await editor.shows('untitled:Untitled-1', ['1:17 model/unknown-name']);
  });

  it('of a folder that comes back are those that are there', async () => {
    editor = await Editor.open({ 'inner/web.collab': web });
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
    rmSync(editor.folder.at('inner'), { recursive: true });
    editor.tell(['inner', Deleted]);
    await editor.shows('inner/web.collab', []);
    mkdirSync(editor.folder.at('made'));
    editor.folder.write({ 'made/web.collab': web });
    renameSync(editor.folder.at('made'), editor.folder.at('inner'));
    editor.tell(['inner', Created]);
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
  });
});
