import * as assert from 'node:assert/strict';
import { type CompletionList, commands, languages, Position, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { until } from './until';

// collab.config.json is written with the JSON Schema that package.json contributes, which needs no network.
describe('who edits collab.config.json', () => {
  let document: TextDocument;
  let text: string;

  it('is offered keys, rules, severities and options, each with what it does', async () => {
    await write('{ "rules": { "network/silo": { "severity": "warning" } } }');
    assert.deepEqual(await offered('{ '), ['$schema', 'exclude', 'language', 'report', 'rules', 'today']);
    assert.ok((await offered('"rules": { ')).includes('client/far-from-task'));
    assert.deepEqual(await offered('"network/silo": { '), ['below', 'people', 'severity', 'team']);
    assert.deepEqual(await offered('"severity": '), ['"error"', '"hint"', '"info"', '"off"', '"warning"']);
  });

  it('is told where a value cannot be', async () => {
    await write('{ "rules": { "network/silo": { "team": "three" }, "network/apart": "info" }, "language": "fr" }');
    const wrong = await until('a remark of JSON', () =>
      languages.getDiagnostics(document.uri).find(({ message }) => message.startsWith('Incorrect type')),
    );
    assert.equal(document.getText(wrong.range), '"three"');
  });

  before(async () => {
    const [file] = await workspace.findFiles('collab.config.json', null, 1);
    assert.ok(file, 'the sample has a configuration');
    document = await workspace.openTextDocument(file);
    text = document.getText();
    await window.showTextDocument(document);
  });

  after(() => write(text));

  async function write(whole: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(new Position(0, 0), document.positionAt(document.getText().length)), whole);
    assert.ok(await workspace.applyEdit(edit));
  }

  /** The labels of what VS Code offers behind `text`, sorted. */
  async function offered(text: string): Promise<readonly string[]> {
    const at = document.positionAt(document.getText().indexOf(text) + text.length);
    return until(`something to write behind ${text}`, async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.length > 0 ? labels.sort() : undefined;
    });
  }
});
