import assert from 'node:assert/strict';
import {
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  HoverRequest,
  type LSPAny,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { Editor } from './editor';

const people = 'member anna "Anna Morel"\n';
const web = 'team web { lead nobody }\n';

describe('a workspace', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const folders = (added: readonly string[], removed: readonly string[]): void => {
    const named = (path: string): WorkspaceFolder => ({ uri: editor.uri(path), name: path });
    editor.client.notify(DidChangeWorkspaceFoldersNotification.method, {
      event: { added: added.map(named), removed: removed.map(named) },
    });
  };

  it('gets a folder more, and one less', async () => {
    editor = await Editor.open({ 'one/web.collab': web, 'two/web.collab': web }, { rootUri: '' });
    folders(['one'], []);
    await editor.shows('one/web.collab', ['1:17 model/unknown-name']);
    folders(['two'], ['one']);
    await editor.shows('two/web.collab', ['1:17 model/unknown-name']);
    await editor.shows('one/web.collab', []);
  });

  it('folders are projects apart', async () => {
    editor = await Editor.open({ 'one/people.collab': people, 'two/web.collab': 'team web { lead anna }\n' }, { rootUri: '' });
    folders(['one', 'two'], []);
    await editor.shows('two/web.collab', ['1:17 model/unknown-name']);
  });

  it('a folder in another takes its files, and gives them back', async () => {
    editor = await Editor.open({ 'people.collab': people, 'inner/web.collab': 'team web { lead anna }\n' });
    await editor.checked();
    folders(['inner'], []);
    await editor.shows('inner/web.collab', ['1:17 model/unknown-name']);
    folders([], ['inner']);
    await editor.shows('inner/web.collab', []);
  });

  it('a file that is open stays when its folder goes', async () => {
    editor = await Editor.open({ 'one/people.collab': people, 'one/web.collab': 'team web { lead anna }\n' }, { rootUri: '' });
    folders(['one'], []);
    editor.type('one/web.collab', 'team web { lead anna }\n');
    await editor.client.diagnosticsOfVersion(editor.uri('one/web.collab'), 1);
    folders([], ['one']);
    await editor.shows('one/web.collab', ['1:17 model/unknown-name']);
    folders(['one'], []);
    await editor.shows('one/web.collab', []);
  });

  it('is that of a client which knows one folder only, and tells of nothing', async () => {
    editor = await Editor.open({ 'web.collab': web }, { capabilities: {} });
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    assert.deepEqual([editor.client.registrations, editor.client.asked], [[], []]);
  });

  it('watches models, configurations, and folders that come and go', async () => {
    editor = await Editor.open({ 'web.collab': web });
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    const watched = editor.client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
    assert.deepEqual(watched?.registerOptions, {
      watchers: [{ globPattern: '**/*.collab' }, { globPattern: '**/collab.config.json' }, { globPattern: '**', kind: 5 }],
    });
  });
});

describe('the language', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const english = /nothing|no /;
  const french = /rien|aucun/;
  const spoken = async (): Promise<string> => String((await editor.shows('web.collab', ['1:17 model/unknown-name']))[0]?.message);
  const changed = async (message: string): Promise<string> => {
    const uri = editor.uri('web.collab');
    const isNew = ({ diagnostics: [found] }: { readonly diagnostics: readonly { readonly message: unknown }[] }) =>
      found !== undefined && found.message !== message;
    return String((await editor.client.diagnostics(uri, isNew)).diagnostics[0]?.message);
  };

  it('is English where nothing else is said', async () => {
    editor = await Editor.open({ 'web.collab': web });
    assert.match(await spoken(), english);
  });

  it('is that of the display', async () => {
    editor = await Editor.open({ 'web.collab': web }, { locale: 'fr-CA' });
    assert.match(await spoken(), french);
    editor.type('web.collab', web);
    const position = { line: 0, character: 1 };
    const hover = await editor.client.request(HoverRequest.type, { textDocument: { uri: editor.uri('web.collab') }, position });
    assert.deepEqual(hover?.contents, {
      kind: 'markdown',
      value: '**team** — Un groupe de membres.\n\n`team nom ["titre"] [{ within · lead · about }]`',
    });
  });

  it('is that of the project rather than that of the display', async () => {
    editor = await Editor.open({ 'web.collab': web, 'collab.config.json': '{ "language": "en" }' }, { locale: 'fr' });
    assert.match(await spoken(), english);
  });

  it('is that of the setting rather than that of the project', async () => {
    editor = await Editor.open(
      { 'web.collab': web, 'collab.config.json': '{ "language": "en" }' },
      { settings: { collab: { language: 'fr' } } },
    );
    assert.match(await spoken(), french);
  });

  it('is that of the initialization options where the client cannot be asked', async () => {
    editor = await Editor.open({ 'web.collab': web }, { capabilities: {}, initializationOptions: { language: 'fr' } });
    assert.match(await spoken(), french);
  });

  it('follows the setting at once', async () => {
    const settings: Record<string, LSPAny> = { collab: { language: 'auto' } };
    editor = await Editor.open({ 'web.collab': web }, { settings });
    const before = await spoken();
    assert.match(before, english);
    settings.collab = { language: 'fr' };
    editor.client.notify(DidChangeConfigurationNotification.method, { settings: null });
    assert.match(await changed(before), french);
  });

  it('follows the setting of a client that tells it unasked', async () => {
    editor = await Editor.open({ 'web.collab': web }, { capabilities: {} });
    const before = await spoken();
    editor.client.notify(DidChangeConfigurationNotification.method, { settings: { collab: { language: 'fr' } } });
    assert.match(await changed(before), french);
  });

  it('is not lost on settings that make no sense', async () => {
    editor = await Editor.open(
      { 'web.collab': web },
      { locale: 'fr', settings: { collab: { language: 42 } }, initializationOptions: 'none' },
    );
    assert.match(await spoken(), french);
  });
});
