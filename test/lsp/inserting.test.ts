import assert from 'node:assert/strict';
import { RequestType } from 'vscode-languageserver/node';
import { type InsertableParams, type InsertableResult, insertableRequest } from '../../server/src/lsp/protocol';
import { parse } from '../../server/src/syntax/parse';
import { topKinds } from '../../server/src/syntax/vocabulary';
import { behind, Editor } from './editor';

const model = `client acme "Acme" {
  need faster "Faster"
}

assessment spring on 2026-04-02 { }

member anna
`;
const type = new RequestType<unknown, InsertableResult | null, void>(insertableRequest);

describe('declarations to fill in', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const at = async (place: string, locale = 'en') => {
    editor = await Editor.open({ 'a.collab': model, 'collab.config.json': '{ "today": "2026-04-10" }' }, { locale });
    const params: InsertableParams = { textDocument: { uri: editor.uri('a.collab') }, position: behind(model, place) };
    return (await editor.client.request(type, params)) ?? [];
  };
  /** The model with what is offered put in as it stands: its stops say what they propose, the first of several choices. */
  const filled = ({ position, snippet }: InsertableResult[number]): string => {
    const lines = model.split('\n');
    const line = lines[position.line] ?? '';
    const text = snippet
      .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
      .replaceAll(/\$\d/g, '');
    lines[position.line] = line.slice(0, position.character) + text + line.slice(position.character);
    return lines.join('\n');
  };

  it('are those that can stand there: in the block around the place first, then at the top', async () => {
    const offered = await at('need f');
    assert.deepEqual(
      offered.map(({ kind }) => kind),
      ['need', 'resource', 'stakeholder', ...topKinds],
    );
    assert.deepEqual([offered[0]?.label, offered[0]?.position], ['need', { line: 1, character: 22 }]);
    assert.deepEqual(offered.find(({ kind }) => kind === 'member')?.position, { line: 2, character: 1 });
  });

  for (const place of ['need f', 'assessment spring on 2026-04-02 {', '}\n', 'member an']) {
    it(`leave a text without a mistake of grammar, put in at “${place.trim()}”`, async () => {
      for (const each of await at(place)) {
        const { problems, declarations } = parse(filled(each));
        assert.deepEqual([each.kind, problems], [each.kind, []]);
        assert.ok(declarations.length >= 3);
      }
    });
  }

  it('are called in the reader’s language', async () => {
    const [need] = await at('need f', 'fr');
    assert.deepEqual([need?.label, need?.kind], ['besoin', 'need']);
    assert.notEqual(need?.meaning, '');
  });

  it('are none for a question that is none', async () => {
    editor = await Editor.open({ 'a.collab': model });
    await assert.rejects(editor.client.request(type, { uri: 1 }), { code: -32602 });
  });
});
