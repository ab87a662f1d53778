import assert from 'node:assert/strict';
import { type ClientCapabilities, RequestType } from 'vscode-languageserver/node';
import { type ComparisonParams, type ComparisonResult, compareFixesCommand, comparisonRequest } from '../../server/src/lsp/protocol';
import { behind, Editor, modern } from './editor';

const model = `competency research "Research | field"
member anna "Anna Morel" { has research expert }
member bob "Bob Okafor" { has research novice }
link anna <-> bob weekly
task interviews "Interviews" { requires research 4 assigned bob }
task survey "Survey" { requires research 1 assigned bob }
`;
const type = new RequestType<unknown, ComparisonResult, void>(comparisonRequest);

describe('a comparison of fixes', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const compare = async (text: string, place: string, locale = 'en') => {
    editor = await Editor.open({ 'a.collab': text }, { locale });
    const at = behind(text, place);
    const params: ComparisonParams = { uri: editor.uri('a.collab'), range: { start: at, end: at } };
    return (await editor.client.request(type, params)).page;
  };

  it('says of each what it resolves and what it adds', async () => {
    const page = (await compare(model, 'requires research 4 ')) ?? '';
    assert.match(page, /^# What the fixes here would change\n\n## Nobody on “Interviews” holds Research \| field at proficient/);
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    assert.deepEqual(rows[0], '| Fix | Resolves | Adds |');
    const [reassign = '', ...others] = rows.slice(2);
    assert.match(reassign, /^\| Reassign to Anna Morel: covers 1 of 1, 0 → 0 days \| nobody on “Interviews” holds .*<br>.* \| – \|$/);
    assert.ok(others.length > 0);
    for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 5, row);
  });

  it('says so in French', async () => {
    assert.match((await compare(model, 'requires research 4 ', 'fr')) ?? '', /\| Correction \| Résout \| Ajoute \|/);
  });

  it('says why a fix cannot be made, and that there is none', async () => {
    const text = 'competency research\nmember bob { has research novice }\ntask interviews { requires research 4 }\n';
    assert.match(
      (await compare(text, 'task inter')) ?? '',
      /\| Assign to a member \| Nobody holds research at proficient; the nearest is bob \(novice\) \| {2}\|/,
    );
    await editor.close();
    const late = 'task old { due 2000-01-01 }\n';
    assert.match((await compare(late, 'due 2000')) ?? '', /`workload\/overdue`\n\nNo fix is known for this finding\./);
  });

  it('is none where nothing is found', async () => {
    assert.equal(await compare(model, 'link anna'), null);
  });

  it('is refused for a question that is none', async () => {
    editor = await Editor.open({ 'a.collab': model });
    await assert.rejects(editor.client.request(type, { uri: 1 }), { code: -32602 });
  });

  it('is offered below the actions, to a client that has the command and a place for it', async () => {
    const capabilities = {
      textDocument: {
        codeAction: { codeActionLiteralSupport: modern.textDocument?.codeAction?.codeActionLiteralSupport, documentationSupport: true },
      },
    } as ClientCapabilities;
    const offered = () => JSON.stringify(editor.client.server.capabilities.codeActionProvider);
    editor = await Editor.open(
      { 'a.collab': model },
      { capabilities, locale: 'fr', initializationOptions: { commands: [compareFixesCommand] } },
    );
    assert.match(offered(), /"documentation":\[\{"kind":"quickfix","command":\{"title":"Ce que chaque correction/);
    await editor.close();
    editor = await Editor.open({ 'a.collab': model }, { capabilities });
    assert.doesNotMatch(offered(), /documentation/);
  });
});
