import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { Editor } from './editor';

const web = 'team web { lead anna }\n';
const people = 'member anna "Anna Morel"\nmember bob\n';

describe('diagnostics', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  it('are those of every file, open or not', async () => {
    editor = await Editor.open({
      'people.collab': people,
      'teams/web.collab': 'team web { lead annna }\n',
      'fine.collab': 'team design { lead bob }\n',
    });
    const [found] = await editor.shows('teams/web.collab', ['1:17 model/unknown-name']);
    assert.equal(found?.source, 'collab');
    assert.equal(found?.severity, DiagnosticSeverity.Error);
    assert.match(String(found?.message), /annna/);
    await editor.shows('fine.collab', []);
    assert.equal(editor.client.published.get(editor.uri('teams/web.collab'))?.version, undefined);
  });

  it('follow what is typed, and say of which version they are', async () => {
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web });
    const uri = editor.uri('web.collab');
    editor.type('web.collab', web);
    await editor.client.diagnosticsOfVersion(uri, 1);
    const broken = editor.client.replace(uri, 'anna', 'anne');
    assert.deepEqual(
      (await editor.client.diagnosticsOfVersion(uri, broken)).diagnostics.map(({ code }) => code),
      ['model/unknown-name'],
    );
    const mended = editor.client.replace(uri, 'anne', 'bob');
    assert.deepEqual((await editor.client.diagnosticsOfVersion(uri, mended)).diagnostics, []);
    assert.equal(mended, 3);
  });

  it('come and go in other files too', async () => {
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web });
    editor.type('people.collab', people);
    editor.client.replace(editor.uri('people.collab'), 'anna "Anna Morel"', 'ann "Anna Morel"');
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    editor.client.replace(editor.uri('people.collab'), 'member ann ', 'member anna ');
    await editor.shows('web.collab', []);
  });

  it('of a file whose text was wrong alone are gone when another file puts it right', async () => {
    editor = await Editor.open({ 'people.collab': 'member bob\n', 'web.collab': 'team web { lead bob }\n' });
    editor.type('people.collab', 'member bob\n');
    editor.type('web.collab', 'team web { lead bob }\n');
    await editor.checked();
    editor.client.replace(editor.uri('web.collab'), 'bob', 'zoe');
    editor.client.replace(editor.uri('people.collab'), 'bob', 'zoe');
    await editor.shows('web.collab', []);
  });

  it('move along with what is typed before them', async () => {
    editor = await Editor.open({ 'web.collab': 'team web\nmember anna {\n  capacity 24d\n  away 2026-05-15 to 2026-05-11\n}\n' });
    const text = 'team web\nmember anna {\n  capacity 24d\n  away 2026-05-15 to 2026-05-11\n}\n';
    editor.type('web.collab', text);
    await editor.shows('web.collab', ['4:22 model/invalid-value']);
    const version = editor.client.change(editor.uri('web.collab'), 0, 0, '// one line more\n');
    const { diagnostics } = await editor.client.diagnosticsOfVersion(editor.uri('web.collab'), version);
    assert.deepEqual(
      diagnostics.map(({ range }) => range.start),
      [{ line: 4, character: 21 }],
    );
  });

  it('name the other end of a fault', async () => {
    editor = await Editor.open({ 'a.collab': 'member anna\n', 'b.collab': 'member anna\n' });
    const [found] = await editor.shows('b.collab', ['1:8 model/duplicate-name']);
    assert.deepEqual(
      found?.relatedInformation?.map(({ location }) => location),
      [{ uri: editor.uri('a.collab'), range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } } }],
    );
  });

  it('fade what can go without loss', async () => {
    editor = await Editor.open({ 'a.collab': 'competency research\n' });
    const [found] = await editor.shows('a.collab', ['1:12 model/unused-competency']);
    assert.deepEqual([found?.severity, found?.tags], [DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary]]);
  });

  it('count columns as editors do: in UTF-16', async () => {
    editor = await Editor.open({ 'a.collab': 'member anna "👩‍🎤 Ánna" team web "🎸" { lead annna }\n' });
    const [found] = await editor.shows('a.collab', ['1:47 model/unknown-name']);
    assert.deepEqual(found?.range.end, { line: 0, character: 51 });
  });

  it('of a file that is closed are those of what is on disk', async () => {
    editor = await Editor.open({ 'people.collab': people, 'web.collab': web });
    editor.type('web.collab', 'team web { lead nobody }\n');
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    editor.client.close(editor.uri('web.collab'));
    await editor.shows('web.collab', []);
  });

  it('of a file that was never saved are gone when it is closed', async () => {
    editor = await Editor.open({ 'people.collab': people });
    editor.type('new.collab', 'team web { lead nobody }\n');
    await editor.shows('new.collab', ['1:17 model/unknown-name']);
    editor.client.close(editor.uri('new.collab'));
    await editor.shows('new.collab', []);
  });

  it('of an empty folder: none; of the first file in it: its own', async () => {
    editor = await Editor.open({});
    await editor.checked();
    editor.write('first.collab', web);
    await editor.shows('first.collab', ['1:17 model/unknown-name']);
  });

  it('of bytes that are no text: one', async () => {
    editor = await Editor.open({
      'a.collab': Uint8Array.from({ length: 4096 }, (_, at) => at % 256),
      'people.collab': people,
      'web.collab': web,
    });
    await editor.shows('a.collab', ['1:1 model/syntax']);
    await editor.shows('web.collab', []);
  });

  it('of 5 MB come, and another file can be typed in meanwhile', async () => {
    const large = `${'// one of many lines that fill a large file up\n'.repeat(110_000)}team apps { lead nobody }\n`;
    editor = await Editor.open({ 'large.collab': large, 'people.collab': people, 'web.collab': web });
    editor.type('web.collab', web);
    const version = editor.client.replace(editor.uri('web.collab'), 'anna', 'nobody');
    assert.equal((await editor.client.diagnosticsOfVersion(editor.uri('web.collab'), version)).diagnostics[0]?.code, 'model/unknown-name');
    await editor.shows('large.collab', ['110001:18 model/unknown-name']);
    editor.type('large.collab', large);
    editor.client.replace(editor.uri('large.collab'), 'lead nobody', 'lead bob');
    await editor.shows('large.collab', []);
  });
});
