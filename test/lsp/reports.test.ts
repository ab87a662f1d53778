import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { CancellationTokenSource, RequestType } from 'vscode-languageserver/node';
import { type ReportParams, type ReportResult, reportRequest } from '../../server/src/lsp/protocol';
import { Editor } from './editor';

const model = 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nteam web "Web" { lead nobody }\n';
const type = new RequestType<unknown, ReportResult, void>(reportRequest);

describe('reports', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const report = (params: Partial<ReportParams>) =>
    editor.client.request(type, { uri: editor.uri('a.collab'), name: 'review', format: 'md', language: 'en', ...params });

  it('come in every format, in the language that is asked for', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const markdown = await report({});
    assert.match(markdown.text, /^# /m);
    assert.match(markdown.text, /Anna Morel/);
    assert.equal(markdown.root, editor.folder.path);
    assert.match((await report({ format: 'html', language: 'fr' })).text, /<html lang="fr"/);
    assert.equal(JSON.parse((await report({ format: 'json' })).text).version, 1);
  });

  it('are in the language of the editor where none is asked for', async () => {
    editor = await Editor.open({ 'a.collab': model }, { locale: 'fr' });
    const { text } = await editor.client.request(type, { uri: editor.uri('a.collab'), name: 'review', format: 'html' });
    assert.match(text, /<html lang="fr"/);
  });

  it('are about what is typed, not about what is on disk, and lead to its lines', async () => {
    editor = await Editor.open({ 'a.collab': model });
    editor.type('a.collab', model);
    editor.client.replace(editor.uri('a.collab'), 'Anna Morel', 'Anna Petit');
    const { text } = await report({ format: 'html' });
    assert.match(text, /Anna Petit/);
    assert.ok(text.includes(`${editor.uri('a.collab')}#L3`), 'no link to the finding');
  });

  it('have no links in the copy for the client, and a workbook comes in base64', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const { text } = await report({ format: 'html', audience: 'client' });
    assert.ok(text.includes('<code>a.collab:3</code>') && !text.includes(editor.uri('a.collab')));
    const workbook = Buffer.from((await report({ name: 'matrix', format: 'xlsx' })).text, 'base64');
    assert.ok(Object.keys(unzipSync(workbook)).includes('xl/workbook.xml'));
  });

  it('show what the planner proposes', async () => {
    const staffed = 'competency c\nmember anna { has c 4 }\nmember bob\ntask t { requires c 4 effort 2d assigned bob }\n';
    editor = await Editor.open({ 'a.collab': staffed });
    const plan = JSON.parse((await report({ name: 'plan', format: 'json' })).text);
    assert.deepEqual([plan.before.uncovered, plan.after.uncovered, plan.proved], [1, 0, true]);
    assert.deepEqual(JSON.parse((await report({ format: 'json' })).text).plan, plan);
  });

  it('are about the project of a folder', async () => {
    editor = await Editor.open({ 'a.collab': model, 'inner/collab.config.json': '{}', 'inner/b.collab': 'member zoe "Zoé Petit"\n' });
    await editor.checked();
    assert.match((await report({ uri: editor.uri('inner') })).text, /Zoé Petit/);
    assert.match((await report({ uri: editor.uri('') })).text, /Anna Morel/);
  });

  it('are about a text that is in no file', async () => {
    editor = await Editor.open({});
    editor.client.open('untitled:Untitled-1', model);
    assert.match((await report({ uri: 'untitled:Untitled-1' })).text, /Anna Morel/);
  });

  it('that do not exist are refused, with those that do', async () => {
    editor = await Editor.open({ 'a.collab': model });
    await assert.rejects(report({ name: 'horoscope' }), { code: -32803, message: /^there is no report “horoscope”.*review/ });
    await assert.rejects(report({ format: 'pdf' }), { code: -32803, message: /“pdf”.*html, md, json/ });
    await assert.rejects(editor.client.request(type, { uri: 1 }), { code: -32602 });
    await assert.rejects(report({ uri: 'file:///nowhere/a.collab' }), { code: -32803, message: /no Collab project/ });
    assert.match((await report({})).text, /Anna Morel/);
  });

  it('are left off where nobody waits for them, the solver of a plan too', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const source = new CancellationTokenSource();
    const params = { uri: editor.uri('a.collab'), name: 'plan', format: 'md' };
    const asked = editor.client.request(type, params, source.token);
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
    assert.match((await editor.client.request(type, params)).text, /^# /m);
  });
});
