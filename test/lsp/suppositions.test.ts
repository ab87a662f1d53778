import assert from 'node:assert/strict';
import { RequestType } from 'vscode-languageserver/node';
import {
  type Supposable,
  type SupposedById,
  type SuppositionResult,
  supposableRequest,
  suppositionRequest,
} from '../../server/src/lsp/protocol';
import { behind, Editor } from './editor';

const model = `competency research "Research"
member anna "Anna Morel" { has research expert }
member bob "Bob Okafor" { has research novice }
link anna <-> bob weekly
client acme "Acme" { stakeholder zoe "Zoé Petit" }
task interviews "Interviews" { requires research 4 assigned anna }
task done "Done" { status done }
`;
const able = new RequestType<unknown, Supposable, void>(supposableRequest);
const follows = new RequestType<unknown, SuppositionResult, void>(suppositionRequest);

describe('what if', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const suppose = async (supposed: readonly SupposedById[], locale = 'en') => {
    editor = await Editor.open({ 'a.collab': model, 'collab.config.json': '{ "today": "2026-04-10" }' }, { locale });
    return editor.client.request(follows, { uri: editor.uri('a.collab'), supposed });
  };

  it('can be asked of the people, competencies and open tasks there are, and of what the cursor stands in', async () => {
    editor = await Editor.open({ 'a.collab': model });
    const found = await editor.client.request(able, { uri: editor.uri('a.collab'), position: behind(model, 'member bob') });
    assert.deepEqual(found.at, 'member:bob');
    assert.deepEqual(found.members, [
      { id: 'member:anna', name: 'anna', label: 'Anna Morel' },
      { id: 'member:bob', name: 'bob', label: 'Bob Okafor' },
    ]);
    assert.deepEqual([found.people.length, found.competencies.length, found.tasks.map(({ name }) => name)], [3, 1, ['interviews']]);
    assert.deepEqual(found.levels.at(-1), 'expert');
    const around = async (text: string) =>
      (await editor.client.request(able, { uri: editor.uri('a.collab'), position: behind(model, text) })).at;
    assert.deepEqual(
      [await around('stakeholder z'), await around('requires'), await around('link an')],
      ['stakeholder:acme.zoe', 'task:interviews', null],
    );
    assert.equal((await editor.client.request(able, { uri: editor.uri('') })).at, null);
  });

  it('somebody were gone: says which findings appear and disappear, and who would hold what', async () => {
    const { page } = await suppose([{ what: 'without', member: 'member:anna' }]);
    assert.match(page, /^# What if…\n\n- Anna Morel were no longer there\n/);
    const [, appear = '', disappear = '', coverage = ''] = page.split('\n## ');
    assert.match(appear, /^Findings that would appear\n\n- Nobody holds Research at proficient/);
    assert.match(disappear, /Anna Morel is the only one who holds Research/);
    assert.match(coverage, /\| Research \(proficient\) \| Anna Morel \| nobody \|/);
    assert.equal(editor.client.appliedEdits.length, 0);
  });

  it('somebody could do more, and did a task: each edit is no more than it must be', async () => {
    const { page, edit } = await suppose(
      [
        { what: 'add', person: 'member:bob', competency: 'competency:research', level: 4 },
        { what: 'move', task: 'task:interviews', person: 'member:bob' },
      ],
      'fr',
    );
    assert.match(
      page,
      /^# Et si…\n\n- Bob Okafor maîtrisait Research au niveau proficient\n- «\u00a0Interviews\u00a0» revenait à la seule charge de Bob Okafor\n/,
    );
    const { changes } = edit as { changes: Readonly<Record<string, readonly { readonly newText: string }[]>> };
    const [{ newText = '' } = {}] = changes[editor.uri('a.collab')] ?? [];
    assert.match(newText, /^4 \}\n[\s\S]*assigned bob$/);
  });

  it('is refused where what is supposed is not there, and for a question that is none', async () => {
    await assert.rejects(suppose([{ what: 'without', member: 'member:nobody' }]), { code: -32803, message: /ask anew/ });
    const uri = editor.uri('a.collab');
    await assert.rejects(editor.client.request(follows, { uri, supposed: [] }), { code: -32602 });
    const high = { what: 'add', person: 'member:bob', competency: 'competency:research', level: 9 };
    await assert.rejects(editor.client.request(follows, { uri, supposed: [high] }), { code: -32803 });
    await assert.rejects(editor.client.request(able, { uri: 'file:///nowhere/a.collab' }), { code: -32803, message: /no Collab project/ });
  });
});
