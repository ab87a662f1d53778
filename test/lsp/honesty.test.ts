import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { capabilitiesFor } from '../../server/src/lsp/capabilities';
import { Editor } from './editor';
import { able, announced, groups, manners } from './honesty';
import { files, fixture } from './honestyFixture';

describe('what the server announces', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.open(files, { capabilities: able });
    editor.type('model.collab', fixture);
    await editor.checked();
  });
  after(() => editor.close());

  it('has a line each, and every line is announced', () => {
    const said = [...pathsIn(editor.client.server.capabilities), ...editor.client.registrations.map(({ method }) => method)];
    assert.deepEqual(said.sort(), Object.keys(announced).sort());
  });

  for (const [path, { ask, answer }] of Object.entries(announced)) {
    it(`${path}: is answered`, async () => {
      assert.deepEqual(await ask({ editor, uri: editor.uri('model.collab') }), answer);
      assert.equal(editor.client.document(editor.uri('model.collab')).getText(), fixture);
    });
  }

  for (const [path, { needs }] of Object.entries(announced)) {
    if (needs === null || path.includes('/')) continue;
    it(`${path}: is not said to a client without ${needs}`, () => {
      assert.ok(pathsIn(capabilitiesFor(able)).includes(path));
      assert.ok(!pathsIn(capabilitiesFor(without(able, needs.split('.')))).includes(path));
    });
  }

  it('to a client that has learnt nothing is how texts are told, and no more', async () => {
    const plain = await Editor.open(files, { capabilities: { textDocument: {} } });
    try {
      assert.deepEqual(pathsIn(plain.client.server.capabilities), ['textDocumentSync.openClose', 'textDocumentSync.change']);
      plain.type('model.collab', fixture);
      await plain.checked();
      assert.deepEqual([plain.client.registrations, plain.client.asked], [[], []]);
    } finally {
      await plain.close();
    }
  });

  it('to a client older than all it could say of itself is what every client knew', () => {
    assert.deepEqual(pathsIn(capabilitiesFor({})).slice(2), [
      'completionProvider',
      'completionProvider.resolveProvider',
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'renameProvider',
      'documentSymbolProvider',
      'documentFormattingProvider',
    ]);
  });
});

/** Every path to something that is said, be it that it is there or what it is; of a list, by what is in it. */
function pathsIn(said: object, before = ''): readonly string[] {
  return Object.entries(said).flatMap(([key, value]) => {
    const path = before + (Array.isArray(said) ? String(value) : key);
    if (value === undefined || value === null || value === false || manners.has(path)) return [];
    const inner = typeof value === 'object' ? pathsIn(value, `${path}.`) : [];
    return groups.has(path) ? inner : [path, ...inner];
  });
}

function without(capabilities: ClientCapabilities, [first = '', ...rest]: readonly string[]): ClientCapabilities {
  const { [first]: inner, ...others } = capabilities as Readonly<Record<string, ClientCapabilities | undefined>>;
  return rest.length === 0 || inner === undefined ? others : { ...others, [first]: without(inner, rest) };
}
