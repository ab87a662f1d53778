import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  SignatureHelpRequest,
} from 'vscode-languageserver/node';
import { behind, Editor, modern } from './editor';

const people = `period spring 2026-04-01 to 2026-06-30
competency research "Recherche"
member anna "Anna Morel"
member élodie "Élodie Petit" { has research expert }
`;
const task = 'task interviews {\n  requires research 4\n  effort 6d\n  assigned \n}\n';
const files = { 'people.collab': people, 'tasks.collab': task, 'collab.config.json': '{ "today": "2026-04-10" }\n' };

describe('while somebody types', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const open = async (capabilities: ClientCapabilities = modern): Promise<void> => {
    editor = await Editor.open(files, { capabilities });
    editor.type('tasks.collab', task);
    await editor.checked();
  };
  /** On a busy machine the figures may come too late for a list: who types on is told them then. */
  const people = async (before: string): Promise<readonly CompletionItem[]> => {
    for (let asked = 0; asked < 50; asked++) {
      const items = await complete(before);
      if (items.some(({ detail }) => detail?.includes('covers'))) return items;
    }
    throw new Error('Nobody’s fit is told.');
  };
  const complete = async (before: string): Promise<readonly CompletionItem[]> => {
    const textDocument = { uri: editor.uri('tasks.collab') };
    const position = behind(editor.client.document(textDocument.uri).getText(), before);
    const found = (await editor.client.request(CompletionRequest.type, { textDocument, position })) as CompletionList;
    return found.items;
  };

  it('people for a task stand in the order of what they would bring, with their figures', async () => {
    await open();
    const items = await people('assigned ');
    assert.deepEqual(
      items.map(({ label, labelDetails, detail, sortText, commitCharacters }) => [label, labelDetails, detail, sortText, commitCharacters]),
      [
        ['élodie', { description: 'covers 1 of 1 · load 0 → 9 %' }, 'member · Élodie Petit · covers 1 of 1 · load 0 → 9 %', '0000', [',']],
        ['anna', { description: 'covers 0 of 1 · load 0 → 9 %' }, 'member · Anna Morel · covers 0 of 1 · load 0 → 9 %', '0001', [',']],
      ],
    );
    assert.match(items[0]?.filterText ?? '', /\belodie\b/);
  });

  it('what was typed a moment ago counts for the order', async () => {
    await open();
    editor.client.replace(editor.uri('tasks.collab'), 'requires research 4\n', 'requires research 4\n  after interviews\n');
    editor.client.replace(editor.uri('tasks.collab'), 'effort 6d', 'effort 26d');
    const [first] = await people('assigned ');
    assert.equal(first?.labelDetails?.description, 'covers 1 of 1 · load 0 → 40 %');
  });

  it('more is said of a suggestion only when it is asked for', async () => {
    await open();
    const [first] = await people('assigned ');
    assert.ok(first && first.documentation === undefined);
    const resolved = await editor.client.request(CompletionResolveRequest.type, first);
    assert.match(JSON.stringify(resolved.documentation), /\*\*Élodie Petit\*\* — member.*Has: Recherche \(expert\)/);
    assert.deepEqual({ ...resolved, documentation: undefined }, { ...first, documentation: undefined });
  });

  it('a suggestion of which nothing is known is answered as it is', async () => {
    await open();
    for (const data of [
      undefined,
      null,
      7,
      {},
      { uri: 'nonsense', topic: { topic: 'rule', name: 'network/silo' } },
      { uri: 'x', topic: 1 },
    ]) {
      const item = { label: 'x', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await editor.client.request(CompletionResolveRequest.type, item), item);
    }
  });

  it('whole declarations go to a client that fills them in, and to no other', async () => {
    await open();
    editor.client.replace(editor.uri('tasks.collab'), '  assigned \n}\n', '}\nme');
    const [, template] = await complete('}\nme');
    assert.equal(template?.label, 'member …');
    assert.equal(template.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(template.textEdit?.newText ?? '', /^member \$\{1:name\}/);
  });

  it('a client that can little gets no more than it understands', async () => {
    await open({});
    assert.deepEqual(
      (await people('assigned ')).map(({ label, labelDetails, detail, commitCharacters }) => [
        label,
        labelDetails,
        detail,
        commitCharacters,
      ]),
      [
        ['élodie', undefined, 'member · Élodie Petit · covers 1 of 1 · load 0 → 9 %', undefined],
        ['anna', undefined, 'member · Anna Morel · covers 0 of 1 · load 0 → 9 %', undefined],
      ],
    );
    editor.client.replace(editor.uri('tasks.collab'), '  assigned \n}\n', '}\nme');
    const items = await complete('}\nme');
    assert.ok(items.length > 0 && items.every(({ insertTextFormat }) => insertTextFormat === undefined));
  });

  it('a name that is referred to and given nowhere is offered where one is made up', async () => {
    await open();
    editor.client.replace(editor.uri('tasks.collab'), '  assigned \n}\n', '  assigned zoe\n}\nmember z');
    for (let asked = 0; asked < 50; asked++) {
      const [first] = await complete('member z');
      if (first) return assert.deepEqual([first.label, first.detail], ['zoe', 'referred to once, declared nowhere']);
    }
    throw new Error('No name is offered.');
  });

  it('the form of what is being written, and its part at hand', async () => {
    await open();
    const textDocument = { uri: editor.uri('tasks.collab') };
    const help = await editor.client.request(SignatureHelpRequest.type, { textDocument, position: behind(task, 'requires research ') });
    const [signature] = help?.signatures ?? [];
    assert.equal(signature?.label, 'requires competency level, …');
    const [from, to] = (signature?.parameters?.[help?.activeParameter ?? -1]?.label ?? []) as [number, number];
    assert.equal(signature?.label.slice(from, to), 'level');
    const between = await editor.client.request(SignatureHelpRequest.type, { textDocument, position: { line: 4, character: 1 } });
    assert.equal(between, null);
  });
});
