import assert from 'node:assert/strict';
import { RequestType } from 'vscode-languageserver/node';
import {
  type CheckedParams,
  checkedNotification,
  type DeclaredResult,
  declaredRequest,
  type PlaceParams,
  type PlaceResult,
  placeRequest,
  type RootParams,
  type ViewParams,
  type ViewResult,
  viewRequest,
} from '../../server/src/lsp/protocol';
import { behind, Editor } from './editor';

const model = `competency interviews "Interviews"
member anna "Anna Morel" { has interviews expert }
member bob "Bob Okafor"
link anna <-> bob
client acme "Acme" { stakeholder zoe "Zoé Petit" { decides } }
task talks "Talks" { requires interviews 3 assigned bob }
`;
const view = new RequestType<unknown, ViewResult | null, void>(viewRequest);
const place = new RequestType<PlaceParams, PlaceResult | null, void>(placeRequest);
const declared = new RequestType<unknown, DeclaredResult | null, void>(declaredRequest);

describe('the views over LSP', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const ask = (params: Partial<ViewParams>) => editor.client.request(view, { uri: editor.uri('a.collab'), part: 'members', ...params });

  it('give each part of a project as data, in the language of the editor', async () => {
    editor = await Editor.open({ 'a.collab': model }, { locale: 'fr' });
    for (const part of ['findings', 'members', 'competencies', 'tasks', 'clients', 'network', 'matrix', 'workload'] as const) {
      const result = await ask({ part });
      assert.equal(result?.root, editor.uri(''));
      assert.equal(result.language, 'fr');
      assert.match(result.json ?? '', /Anna Morel|Bob Okafor|Acme/, part);
    }
    assert.match((await ask({ part: 'findings' }))?.json ?? '', /Réseau interne/);
  });

  it('answer shortly where nothing is new, and anew where something is', async () => {
    editor = await Editor.open({ 'a.collab': model });
    editor.type('a.collab', model);
    const first = await ask({ part: 'network' });
    assert.ok(first?.json);
    const again = await ask({ part: 'network', known: first.state });
    assert.deepEqual([again?.state, again?.json], [first.state, null]);
    editor.client.replace(editor.uri('a.collab'), 'Bob Okafor', 'Bob Petit');
    const after = await ask({ part: 'network', known: first.state });
    assert.match(after?.json ?? '', /Bob Petit/);
  });

  it('lead to what is declared, and to what a member has', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const at = async (id: string, has?: string) => {
      const found = await editor.client.request(place, { uri: editor.uri(''), id, ...(has ? { has } : {}) });
      return (
        found && `${found.uri.split('/').at(-1)}:${found.range.start.line}:${found.range.start.character}-${found.range.end.character}`
      );
    };
    assert.equal(await at('member:anna'), 'a.collab:1:7-11');
    assert.equal(await at('member:anna', 'interviews'), 'a.collab:1:31-48');
    assert.equal(await at('member:bob', 'interviews'), 'a.collab:2:7-10');
    assert.equal(await at('link:anna<->bob'), 'a.collab:3:0-17');
    assert.equal(await at('stakeholder:acme.zoe'), 'a.collab:4:33-36');
    assert.equal(await at('member:nobody'), null);
  });

  it('know what is declared around the cursor, and what that speaks of', async () => {
    editor = await Editor.open({ 'a.collab': model });
    editor.type('a.collab', model);
    const around = async (before: string) => {
      const found = await editor.client.request(declared, {
        textDocument: { uri: editor.uri('a.collab') },
        position: behind(model, before),
      });
      return found && [found.around, found.named];
    };
    assert.deepEqual(await around('Talks'), [['task:talks'], ['competency:interviews', 'member:bob']]);
    assert.deepEqual(await around('Zoé'), [['stakeholder:acme.zoe', 'client:acme'], []]);
    assert.deepEqual(await around('link an'), [['link:anna<->bob'], ['member:anna', 'member:bob']]);
  });

  it('are asked for by who knows that a project was checked, with how much was found', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const told = (await editor.client.nextNotice(checkedNotification)).params as CheckedParams;
    assert.equal(told.files, 1);
    assert.equal(told.root, editor.uri(''));
    const { error, warning, info, hint } = told.counts;
    assert.equal(error + warning + info + hint, told.findings);
    assert.ok(told.counts.error > 0, 'nobody is linked to who decides');
  });

  it('are told when a project is no longer there', async () => {
    editor = await Editor.open({});
    editor.client.open('untitled:Untitled-1', model);
    await editor.checked();
    const dropped = editor.client.nextNotice('collab/dropped');
    editor.client.close('untitled:Untitled-1');
    assert.deepEqual((await dropped).params, { root: 'untitled:Untitled-1' } satisfies RootParams);
  });

  it('refuse what is no part, and answer nothing outside of projects', async () => {
    editor = await Editor.open({ 'a.collab': model });
    await assert.rejects(editor.client.request(view, { uri: editor.uri(''), part: 'horoscope' }), { code: -32602 });
    assert.equal(await ask({ uri: 'file:///nowhere/a.collab' }), null);
  });
});
