import * as assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  commands,
  type DocumentLink,
  type FoldingRange,
  type InlayHint,
  type Position,
  Range,
  type SemanticTokens,
  type SymbolInformation,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { until } from './until';

// On samples/lumiere, in French, as of 2026-04-10.
describe('an analyst who reads', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('sees above a task who covers it, above a member the load, and opens what is counted', async () => {
    const document = await open('tâches.collab');
    const lenses = await until('what is counted', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
      return found.some(({ command }) => command?.title.startsWith('couverte par')) ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => title.startsWith('il manque\u00a0: ')),
      titles.join(),
    );
    const covered = lenses.find(({ command }) => command?.title.startsWith('couverte par'))?.command;
    assert.equal(covered?.command, 'collab.showLocations');
    await commands.executeCommand('collab.showLocations', ...(covered?.arguments ?? []));
  });

  it('sees how many working days the period has', async () => {
    const document = await open('organisation.collab');
    const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    const hints = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.ok(
      hints.some(({ label }) => /^\d+ jours ouvrés$/.test(String(label))),
      JSON.stringify(hints),
    );
  });

  it('asks what hangs on somebody, and who carries a need', async () => {
    const document = await open('tâches.collab');
    const [person] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      behind(document, 'assigned in'),
    );
    assert.ok(person);
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', person);
    const task = incoming.find(({ from }) => from.detail === 'tâche')?.from;
    assert.ok(task, incoming.map(({ from }) => from.name).join());
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', task);
    assert.ok(
      outgoing.some(({ to }) => to.name === person.name),
      outgoing.map(({ to }) => to.name).join(),
    );
  });

  it('finds a declaration of any file without its accents', async () => {
    await open('tâches.collab');
    const found = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'ines');
    assert.match(found[0]?.name ?? '', /^Inès /);
  });

  it('has names coloured, folds, and links to what the manual says of a rule', async () => {
    const document = await open('tâches.collab');
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 5 * 20);
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start }) => document.lineAt(start).text.startsWith('task ')));
    const plan = await open('interventions.collab');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', plan.uri);
    const rule = links.find(({ target }) => target?.scheme === 'command');
    assert.equal(rule?.target?.path, 'collab.explainRule');
    assert.deepEqual(JSON.parse(rule?.target?.query ?? ''), [plan.getText(rule?.range)]);
  });
});

async function open(name: string): Promise<TextDocument> {
  const [file] = await workspace.findFiles(`**/${name}`, null, 1);
  assert.ok(file, `${name} is there`);
  const document = await workspace.openTextDocument(file);
  await window.showTextDocument(document);
  return document;
}

function behind(document: TextDocument, text: string): Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}
