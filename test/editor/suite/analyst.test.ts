import * as assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  type Position,
  type Range,
  Selection,
  TabInputWebview,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { until } from './until';

// On samples/lumiere, in French, as of 2026-04-10: its README tells what is found there and why.
describe('an analyst at work', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('sees findings while a file is open, and those of files that are not', async () => {
    const document = await open('tâches.collab');
    const finding = await found(document.uri, 'competency/under-qualified');
    assert.equal(document.getText(finding.range), 'assigned inès');
    const closed = await found(file('valombre.collab'), 'client/no-liaison');
    assert.match(closed.message, /Gérard Lachaume/);
    assert.ok(!workspace.textDocuments.some(({ uri }) => uri.path.endsWith('valombre.collab')), 'valombre.collab is not open');
  });

  it('reassigns a task by competency with a quick fix, which changes only the assignee, and takes it back with one undo', async () => {
    const document = await open('tâches.collab');
    const finding = await found(document.uri, 'competency/under-qualified');
    const before = document.getText();
    const action = await preferredFix(document, finding.range, /Sabine Ott.*couvre 1 sur 1/);
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), before.replace('assigned inès', 'assigned sabine'));
    await until('the finding to go', () => !findings(document.uri).some((each) => ruleOf(each) === 'competency/under-qualified'));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await found(document.uri, 'competency/under-qualified');
  });

  it('is told of a slip at once, and offered the name that was meant', async () => {
    const document = await open('tâches.collab');
    const finding = await found(document.uri, 'competency/under-qualified');
    const name = document.getText(finding.range).replace('assigned ', '');
    const end = finding.range.end;
    await type(document, end, 'x');
    const slip = await found(document.uri, 'model/unknown-name');
    assert.equal(document.getText(slip.range), `${name}x`);
    const action = await preferredFix(document, slip.range, new RegExp(name));
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(document.getText(document.validateRange(finding.range)), `assigned ${name}`);
    await until('the slip to go', () => !findings(document.uri).some((each) => ruleOf(each) === 'model/unknown-name'));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('closes a file without saving: what was wrong in it alone is gone', async () => {
    const document = await open('tâches.collab');
    const finding = await found(document.uri, 'competency/under-qualified');
    await type(document, finding.range.end, 'x');
    await found(document.uri, 'model/unknown-name');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the slip to go', () => !findings(document.uri).some((each) => ruleOf(each) === 'model/unknown-name'));
    await found(document.uri, 'competency/under-qualified');
  });

  it('sees what is wrong in the configuration, though it is not open', async () => {
    const config = file('collab.config.json');
    const before = await workspace.fs.readFile(config);
    await workspace.fs.writeFile(config, new TextEncoder().encode('{ "tody": "2026-04-10" }\n'));
    const finding = await found(config, 'model/config');
    assert.ok(typeof finding.code === 'object' && finding.code.target.scheme === 'command', 'it leads to the page of its rule');
    await workspace.fs.writeFile(config, before);
    await until('it to go', () => !findings(config).some((each) => ruleOf(each) === 'model/config'));
  });

  it('renames a member in every file that names them', async () => {
    const document = await open('équipes.collab');
    const at = document.positionAt(document.getText().indexOf('member sabine') + 'member s'.length);
    const edit = await until('the rename', () =>
      commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'sabine-ott'),
    );
    const names = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.ok(names.length >= 3 && names.includes('équipes.collab') && names.includes('liens.collab'), `renamed in ${names.join(', ')}`);
    for (const [uri, edits] of edit.entries()) {
      const text = (await workspace.openTextDocument(uri)).getText();
      for (const { range, newText } of edits) {
        assert.equal((await workspace.openTextDocument(uri)).getText(range), 'sabine');
        assert.equal(newText, 'sabine-ott');
      }
      const mentions = text.split('\n').filter((line) => /(?<![\p{L}-])sabine(?![\p{L}-])/u.test(line.replace(/"[^"]*"/g, '')));
      assert.ok(mentions.length <= edits.length, `every mention in ${uri.path}`);
    }
  });

  it('follows files that change outside the editor', async () => {
    const extra = file('essai.collab');
    await workspace.fs.writeFile(extra, new TextEncoder().encode('task essai "Essai" { assigned personne-de-tel }\n'));
    await found(extra, 'model/unknown-name');
    await workspace.fs.delete(extra);
    await until('its findings to go with it', () => findings(extra).length === 0);
  });

  it('finds names, definitions, hovers and symbols', async () => {
    const document = await open('tâches.collab');
    await found(document.uri, 'competency/under-qualified');
    const at = document.positionAt(document.getText().indexOf('assigned inès') + 'assigned i'.length);
    const [definition] = await commands.executeCommand<readonly { readonly uri: Uri }[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.match(definition?.uri.path ?? '', /équipes\.collab$/);
    const hovers = await commands.executeCommand<readonly { readonly contents: readonly { readonly value: string }[] }[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    assert.match(hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n'), /Inès Haddad/);
    const symbols = await commands.executeCommand<readonly { readonly name: string }[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols.some(({ name }) => name === 'entretiens-voyageurs'));
    const completion = await commands.executeCommand<{ readonly items: readonly { readonly label: unknown }[] }>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    assert.ok(completion.items.some(({ label }) => (typeof label === 'string' ? label : (label as { label: string }).label) === 'inès'));
  });

  it('opens the report beside the text', async () => {
    await open('tâches.collab');
    await commands.executeCommand('collab.generateReport', {
      name: 'review',
      format: 'md',
      language: 'fr',
      audience: 'author',
      target: 'beside',
    });
    const report = await until('the report', () => window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown'));
    assert.match(report.document.getText(), /Valombre/);
    assert.notEqual(report.viewColumn, window.visibleTextEditors.find(({ document }) => document.languageId === 'collab')?.viewColumn);
    // With the report in front, the model behind it is still meant.
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await commands.executeCommand('collab.generateReport', {
      name: 'review',
      format: 'html',
      language: 'en',
      audience: 'author',
      target: 'beside',
    });
    await until('the page', () =>
      window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('collab.report')),
      ),
    );
  });

  it('writes a report where it is asked to, and over no file unasked', async () => {
    const { uri } = await open('tâches.collab');
    const target = Uri.joinPath(uri, '..', 'out', 'matrix.xlsx');
    const choice = { name: 'matrix', format: 'xlsx', language: 'fr', target: target.toString() };
    await commands.executeCommand('collab.generateReport', choice);
    const written = await workspace.fs.readFile(target);
    assert.equal(Buffer.from(written.subarray(0, 2)).toString(), 'PK');
    await workspace.fs.writeFile(target, Buffer.from('mine'));
    // Nobody answers the question in a test.
    await commands.executeCommand('collab.generateReport', choice);
    assert.equal(Buffer.from(await workspace.fs.readFile(target)).toString(), 'mine');
    await workspace.fs.delete(Uri.joinPath(target, '..'), { recursive: true });
  });

  it('leads from a finding to the page of its rule', async () => {
    const document = await open('tâches.collab');
    const { code } = await found(document.uri, 'competency/under-qualified');
    assert.ok(typeof code === 'object' && code.target.scheme === 'command');
    await commands.executeCommand(code.target.path, ...JSON.parse(code.target.query));
    await until(
      'the page',
      () =>
        window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview')),
        ) || undefined,
    );
  });

  it('comes back after the server has ended', async () => {
    const document = await open('tâches.collab');
    await found(document.uri, 'competency/under-qualified');
    await commands.executeCommand('collab.restartServer');
    await found(document.uri, 'competency/under-qualified');
  });
});

function file(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, name);
}

async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(name));
  await window.showTextDocument(document);
  return document;
}

function findings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri);
}

/** The code of a finding is its rule, and leads to its page. */
function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function found(uri: Uri, rule: string): Promise<Diagnostic> {
  return until(`${rule} in ${uri.path}`, () => findings(uri).find((each) => ruleOf(each) === rule));
}

/** Asked for again until it is there: VS Code answers nothing while any extension registers itself. */
function preferredFix(document: TextDocument, range: Range, title: RegExp): Promise<CodeAction> {
  return until(`a preferred quick fix ${title}`, async () => {
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      CodeActionKind.QuickFix.value,
      // Their edits come when they are asked for.
      100,
    );
    return actions.find((action) => action.isPreferred && title.test(action.title));
  });
}

async function type(document: TextDocument, at: Position, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(at, at);
  await commands.executeCommand('type', { text });
}
