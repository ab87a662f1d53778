import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  CodeActionRequest,
  ExecuteCommandRequest,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { StartOptions } from '../harness/lspClient';
import { behind, Editor, modern } from './editor';

/** Only Anna covers both; with both she has six days of work for five, so Bob keeps a part of the first. */
const model = `period spring 2026-04-06 to 2026-04-10
competency research "Research"
member anna "Anna Morel" { has research 4 }
member bob "Bob Okafor"
task interviews "Interviews" { requires research 4 effort 4d assigned bob } // kept
task survey "Survey" { requires research 4 effort 2d assigned bob }
`;
const planned = `period spring 2026-04-06 to 2026-04-10
competency research "Research"
member anna "Anna Morel" { has research 4 }
member bob "Bob Okafor"
`;

const able: ClientCapabilities = {
  workspace: {
    ...modern.workspace,
    applyEdit: true,
    executeCommand: {},
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: { codeAction: { ...modern.textDocument?.codeAction } },
  window: { workDoneProgress: true },
};

describe('a plan in the editor', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const open = async (text: string, options: StartOptions = {}) => {
    editor = await Editor.open(
      { 'a.collab': text, 'collab.config.json': '{ "today": "2026-04-06" }' },
      { capabilities: able, initializationOptions: { pages: true }, ...options },
    );
  };
  const propose = (uri = editor.uri('a.collab')) =>
    editor.client.request(ExecuteCommandRequest.type, { command: 'collab.proposePlan', arguments: [uri] });
  const pages = () =>
    editor.client.notices
      .filter(({ method }) => method === 'collab/page')
      .map(({ params }) => params as { title: string; markdown: string });

  it('is shown on a page and offered as an edit of which each task can be refused', async () => {
    await open(model);
    await propose();
    const [page] = pages();
    assert.equal(page?.title, 'Reassignment plan');
    assert.match(
      page?.markdown ?? '',
      /^# Reassignment plan\n\n2 tasks change: uncovered \(weighted\) 2 → 0 and overload 1 → 0 days\. Proved: no plan is better\./,
    );
    assert.match(page?.markdown ?? '', /## Findings resolved\n\n(- .*\n)*- Nobody on “Survey” holds Research at proficient/);
    const [{ edit } = { edit: {} }] = editor.client.appliedEdits;
    const labels = Object.values(edit.changeAnnotations ?? {});
    assert.equal(labels.length, 2);
    for (const { label, needsConfirmation } of labels) {
      assert.match(label, /^(Interviews|Survey): Bob Okafor 100 % → .*Anna Morel/);
      assert.equal(needsConfirmation, true);
    }
    const written = (edit.documentChanges ?? []).flatMap((change) => (TextDocumentEdit.is(change) ? change.edits : []));
    editor.client.open(editor.uri('a.collab'), model);
    editor.client.edit(editor.uri('a.collab'), written as TextEdit[]);
    const text = editor.client.document(editor.uri('a.collab')).getText();
    assert.ok(text.startsWith(planned) && text.includes('} // kept\n'), text);
    assert.equal(text.split('\n').length, model.split('\n').length);
    await propose();
    assert.match(pages()[1]?.markdown ?? '', /No plan is better than the present one\. That is proved\./);
    assert.equal(editor.client.appliedEdits.length, 1);
  });

  it('is told in French', async () => {
    await open(model, { locale: 'fr' });
    await propose();
    assert.match(
      pages()[0]?.markdown ?? '',
      /2 tâches changent\u00a0: non couvert \(pondéré\) 2 → 0 et surcharge 1 → 0 jour\. C’est prouvé/,
    );
  });

  it('is asked about in a message where changes cannot be looked at, and made where that is wanted', async () => {
    const capabilities: ClientCapabilities = { ...able, workspace: { ...able.workspace, workspaceEdit: {} } };
    await open(model, { capabilities, initializationOptions: {} });
    await propose();
    assert.equal(editor.client.appliedEdits.length, 0);
    await editor.close();
    await open(model, { capabilities, initializationOptions: {}, chooses: 'Make All Changes' });
    await propose();
    assert.ok(editor.client.appliedEdits[0]?.edit.changes?.[editor.uri('a.collab')]);
    assert.deepEqual(pages(), []);
  });

  it('is offered beside the fixes of a finding that it may remove', async () => {
    await open(model);
    editor.type('a.collab', model);
    const at = behind(model, 'assigned b');
    const context = { diagnostics: [] };
    const actions =
      (await editor.client.request(CodeActionRequest.type, {
        textDocument: { uri: editor.uri('a.collab') },
        range: { start: at, end: at },
        context,
      })) ?? [];
    const last = actions.findLast(({ title }) => title === 'Rebalance the whole plan…');
    assert.deepEqual(last?.command, {
      title: 'Rebalance the whole plan…',
      command: 'collab.proposePlan',
      arguments: [editor.uri('a.collab')],
    });
  });

  it('says so where there is nothing to plan, and where there is no project', async () => {
    await open('member anna\n');
    await propose();
    assert.match(pages()[0]?.markdown ?? '', /No plan is better than the present one/);
    await assert.rejects(propose('file:///nowhere/a.collab'), { code: -32803, message: /no Collab project/ });
  });
});
