import assert from 'node:assert/strict';
import { type Hover, HoverRequest, MarkupContent } from 'vscode-languageserver/node';
import type { StartOptions } from '../harness/lspClient';
import { behind, Editor } from './editor';

const text = `period spring 2026-04-01 to 2026-06-30
competency research
member anna { has research expert }
task interviews { requires research 4 effort 13d assigned anna }
// collab-ignore competency/single-holder: there will be a second one
task synthesis { effort 2d }
`;
const files = { 'model.collab': text, 'collab.config.json': '{ "today": "2026-04-10" }\n' };

describe('hover', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const ask = async (before: string): Promise<string> => {
    const textDocument = { uri: editor.uri('model.collab') };
    const shown: Hover | null = await editor.client.request(HoverRequest.type, { textDocument, position: behind(text, before) });
    assert.ok(shown && MarkupContent.is(shown.contents));
    return shown.contents.value;
  };
  const open = async (options: StartOptions = {}): Promise<void> => {
    editor = await Editor.open(files, options);
    editor.type('model.collab', text);
  };

  it('says what the names tell and what the whole project adds', async () => {
    await open();
    const said = await ask('assigned an');
    assert.match(said, /^\*\*anna\*\* — member/);
    assert.match(said, /- Works on: interviews\n- Load: 20\s% · 13 of 65 days/);
    assert.match(said, /\*\*1 finding\*\*\n\n- anna is the only one/);
    assert.match(await ask('task inter'), /\| research \| proficient \| expert ✓ \| yes \|/);
  });

  it('says in French what the whole project adds', async () => {
    await open({ locale: 'fr' });
    assert.match(await ask('assigned an'), /- Charge\s: 20\s% · 13 sur 65\sjours/);
  });

  it('leads to the page of a rule where the client has a command for it, and nowhere else', async () => {
    await open({ initializationOptions: { commands: ['collab.explainRule'] } });
    const said = await ask('competency/single');
    assert.match(said, /\[The page of the rule\]\(command:collab\.explainRule\?%5B%22competency%2Fsingle-holder%22%5D\)$/);
    await editor.close();
    await open();
    assert.doesNotMatch(await ask('competency/single'), /command:/);
  });
});
