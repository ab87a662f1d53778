import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  InlayHintRequest,
  type LSPAny,
} from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

const people = 'competency research\nmember anna "Anna" { has research 4 }\n';
const work = 'period spring 2026-04-06 to 2026-04-17\ntask talks { requires research 3 effort 5d assigned anna }\n';
const files = { 'people.collab': people, 'work.collab': work, 'collab.config.json': '{ "today": "2026-04-06" }\n' };
const capabilities = {
  ...modern,
  workspace: { ...modern.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  textDocument: { ...modern.textDocument, codeLens: {}, inlayHint: {} },
};

describe('what is counted', () => {
  let editor: Editor;
  const settings: Record<string, LSPAny> = {};
  beforeEach(async () => {
    settings.collab = { inlayHints: { load: true } };
    editor = await Editor.open(files, { capabilities, settings, initializationOptions: { commands: ['collab.showLocations'] } });
    editor.type('people.collab', people);
    editor.type('work.collab', work);
    await editor.checked();
  });
  afterEach(() => editor.close());

  const titles = async (file: string): Promise<readonly (string | undefined)[]> => {
    const lenses = (await editor.client.request(CodeLensRequest.type, { textDocument: { uri: editor.uri(file) } })) ?? [];
    const resolved = await Promise.all(lenses.map((lens) => editor.client.request(CodeLensResolveRequest.type, lens)));
    return resolved.map(({ command }) => command?.title);
  };
  const hints = async (file: string, lastLine: number): Promise<readonly unknown[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: lastLine, character: 99 } };
    const found = await editor.client.request(InlayHintRequest.type, { textDocument: { uri: editor.uri(file) }, range });
    return found?.map(({ label }) => label) ?? [];
  };
  const asked = (what: string): number => editor.client.asked.filter((method) => method === `workspace/${what}/refresh`).length;
  const refreshed = async (what: string, from: number): Promise<true> =>
    editor.client.until(`a refresh of ${what}`, () => (asked(what) > from ? true : undefined));

  it('opens where it stands', async () => {
    const [lens] = (await editor.client.request(CodeLensRequest.type, { textDocument: { uri: editor.uri('work.collab') } })) ?? [];
    assert.ok(lens);
    const { command } = await editor.client.request(CodeLensResolveRequest.type, lens);
    assert.deepEqual(command, {
      title: 'covered by Anna',
      command: 'collab.showLocations',
      arguments: [
        editor.uri('work.collab'),
        { line: 1, character: 5 },
        [{ uri: editor.uri('people.collab'), range: { start: { line: 1, character: 25 }, end: { line: 1, character: 35 } } }],
      ],
    });
  });

  it('is counted anew when another file changes it, and not when nothing does', async () => {
    assert.deepEqual(await titles('people.collab'), ['1 holder at competent', 'load 50 %']);
    assert.deepEqual(await hints('work.collab', 9), ['10 working days', 'competent', 'load 50 %']);
    const [lenses, loads] = [asked('codeLens'), asked('inlayHint')];
    editor.client.replace(editor.uri('work.collab'), 'task talks {', 'task talks  {');
    await editor.checked();
    await hints('work.collab', 9);
    editor.client.replace(editor.uri('people.collab'), 'has research', 'capacity 50% has research');
    await refreshed('codeLens', lenses);
    await refreshed('inlayHint', loads);
    assert.deepEqual([asked('codeLens'), asked('inlayHint')], [lenses + 1, loads + 1]);
    assert.deepEqual(await titles('people.collab'), ['1 holder at competent', 'load 100 %']);
    assert.deepEqual(await hints('work.collab', 9), ['10 working days', 'competent', 'load 100 %']);
  });

  it('names levels anew when another file renames them', async () => {
    const from = asked('inlayHint');
    await hints('work.collab', 9);
    editor.client.replace(
      editor.uri('people.collab'),
      'competency research',
      'scale own { levels one, two, three, four }\ncompetency research',
    );
    await refreshed('inlayHint', from);
    assert.deepEqual(await hints('work.collab', 9), ['10 working days', 'three', 'load 50 %']);
  });

  it('is of the part that is looked at', async () => {
    assert.deepEqual(await hints('work.collab', 0), ['10 working days']);
  });

  it('can be turned off', async () => {
    const from = asked('codeLens');
    settings.collab = { codeLens: false, inlayHints: { levels: false, days: false } };
    editor.client.notify(DidChangeConfigurationNotification.method, { settings: null });
    await refreshed('codeLens', from);
    assert.deepEqual([await titles('people.collab'), await hints('work.collab', 9)], [[], []]);
  });

  it('is only read where the client cannot open it', async () => {
    const plain = await Editor.open(files, { capabilities });
    try {
      const lenses = await plain.client.request(CodeLensRequest.type, { textDocument: { uri: plain.uri('work.collab') } });
      const { command } = await plain.client.request(
        CodeLensResolveRequest.type,
        lenses?.[0] ?? { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      );
      assert.deepEqual(command, { title: 'covered by Anna', command: '' });
    } finally {
      await plain.close();
    }
  });
});
