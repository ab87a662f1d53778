import assert from 'node:assert/strict';
import {
  DidChangeTextDocumentNotification,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  type Position,
  type PositionEncodingKind,
} from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

/** A letter of two units, one with its accent apart, tabs, and a name with both. */
const text =
  'member zoe\u0301 "Zoe\u0301 🎸 Petit"\n\tteam\tweb "🧑‍🤝‍🧑 é"\t{ lead zoe\u0301 }\r\nlink zoe\u0301 <-> zoe\u0301 about "🎸" strained\n';

const columns: Readonly<Record<string, (before: string) => number>> = {
  'utf-8': (before) => Buffer.byteLength(before),
  'utf-16': (before) => before.length,
};

for (const [encoding, count] of Object.entries(columns)) {
  describe(`positions in ${encoding}`, () => {
    let editor: Editor;
    let uri: string;
    before(async () => {
      editor = await Editor.open(
        { 'model.collab': text },
        { capabilities: { ...modern, general: { positionEncodings: kinds(encoding) } } },
      );
      uri = editor.uri('model.collab');
      editor.type('model.collab', text);
    });
    after(() => editor.close());

    it('are announced', () => {
      assert.equal(editor.client.server.capabilities.positionEncoding, encoding);
    });

    it('lead to a name and come from it, behind characters of every width', async () => {
      const names = [...text.matchAll(/zoe\u0301/g)].map(({ 0: name, index }) => ({
        start: at(text, index, count),
        end: at(text, index + name.length, count),
      }));
      assert.equal(names.length, 4);
      for (const { start, end } of names) {
        for (const position of [start, end]) {
          const found = await editor.client.request(DocumentHighlightRequest.type, { textDocument: { uri }, position });
          assert.deepEqual(
            found?.map(({ range }) => range),
            names,
          );
        }
      }
    });

    it('say what was typed, change by change', async () => {
      let now = text;
      const change = (found: string, written: string) => {
        const start = now.indexOf(found);
        const range = { start: at(now, start, count), end: at(now, start + found.length, count) };
        now = now.slice(0, start) + written + now.slice(start + found.length);
        return { range, text: written };
      };
      const contentChanges = [change('web', 'équipe'), change('é"', '👍é"'), change('link', 'member 𝒜lex "🎸"\nlink')];
      editor.client.notify(DidChangeTextDocumentNotification.method, { textDocument: { uri, version: 2 }, contentChanges });
      const symbols = (await editor.client.request(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
      const ranges = symbols.map((symbol) => ('selectionRange' in symbol ? [symbol.name, symbol.selectionRange.start] : []));
      assert.deepEqual(ranges, [
        ['zoé', at(now, now.indexOf('zoe\u0301'), count)],
        ['équipe', at(now, now.indexOf('équipe'), count)],
        ['𝒜lex', at(now, now.indexOf('𝒜lex'), count)],
        ['zoe\u0301 <-> zoe\u0301', at(now, now.indexOf('link'), count)],
      ]);
    });

    it('within a character, behind a line and below the text do no harm', async () => {
      for (const position of [
        { line: 0, character: 17 },
        { line: 1, character: 500 },
        { line: 99, character: 0 },
      ]) {
        assert.equal(
          await editor.client.request(DocumentHighlightRequest.type, { textDocument: { uri }, position }).then(Array.isArray),
          true,
        );
      }
    });
  });
}

describe('positions', () => {
  it('are in utf-16 where a client says nothing, or knows only what is not known here', async () => {
    for (const positionEncodings of [undefined, ['utf-32']]) {
      const general = positionEncodings ? { general: { positionEncodings } } : {};
      const editor = await Editor.open({ 'model.collab': text }, { capabilities: { ...modern, ...general } });
      const { positionEncoding = 'utf-16' } = editor.client.server.capabilities;
      await editor.close();
      assert.equal(positionEncoding, 'utf-16');
    }
  });
});

function kinds(first: string): PositionEncodingKind[] {
  return [first, 'utf-32', 'utf-16'];
}

function at(whole: string, offset: number, count: (before: string) => number): Position {
  const before = whole.slice(0, offset).split(/\r\n|\n/);
  return { line: before.length - 1, character: count(before.at(-1) ?? '') };
}
