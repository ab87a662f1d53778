import * as assert from 'node:assert/strict';
import { type CompletionList, commands, type Diagnostic, languages, Selection, type TextDocument, Uri, window, workspace } from 'vscode';
import { until } from './until';

const typed = ', hugo 40%\nwith véronique inform\nafter cadrage\nstatus active';

// On samples/lumiere: what somebody adds to a task, key by key, with suggestions open and findings coming in.
describe('somebody who types', () => {
  let document: TextDocument;
  let text: string;

  before(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'tâches.collab'));
    text = document.getText();
    await until('findings', () => shown(document).length > 0);
  });

  after(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('sixty characters in a task leave no finding behind that is not of the text, and one can take them all back', async () => {
    const first = shown(document);
    const editor = await window.showTextDocument(document);
    const end = document.positionAt(text.indexOf('assigned élodie', text.indexOf('task expertise')) + 'assigned élodie'.length);
    editor.selection = new Selection(end, end);
    assert.equal([...typed].length, 60);
    for (const key of typed) {
      await commands.executeCommand('type', { text: key });
      await commands.executeCommand('editor.action.triggerSuggest');
    }
    await commands.executeCommand('hideSuggestWidget');
    const wanted = text.slice(0, document.offsetAt(end)) + typed.replaceAll('\n', '\n  ') + text.slice(document.offsetAt(end));
    assert.equal(document.getText(), wanted);

    await until('findings of the new text', () => {
      const now = shown(document);
      return now.some((each) => each.includes('workload/out-of-order')) || !now.some((each) => each.includes('model/'));
    });
    const last = await settled(document);
    await commands.executeCommand('collab.restartServer');
    await until('the same findings from a server that was not there while it was typed', () => {
      assert.equal(document.getText(), wanted);
      return shown(document).join('\n') === last.join('\n') || undefined;
    });
    assert.ok(!last.some((each) => each.includes('model/')), last.join('\n'));

    for (let undone = 0; document.getText() !== text && undone < 60; undone++) await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await until('a text without changes', () => !document.isDirty || undefined);
    await until('the first findings again', () => shown(document).join('\n') === first.join('\n') || undefined);
  });

  it('is offered people in the order of what they would bring', async () => {
    const at = document.positionAt(text.indexOf('assigned inès') + 'assigned '.length);
    // On a busy machine the figures may come too late for a list.
    const best = await until('people with what they would bring', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
        undefined,
        1,
      );
      return items.find(({ detail }) => detail?.includes('couvre'));
    });
    assert.match(best.detail ?? '', /^membre · .+ · couvre 1 sur 1 · charge \d+/);
  });
});

/** The findings as they are shown, in text order. */
function shown({ uri }: TextDocument): readonly string[] {
  const line = ({ range, code, message }: Diagnostic): string =>
    `${range.start.line}:${range.start.character} ${typeof code === 'object' ? code.value : code} ${message}`;
  return languages.getDiagnostics(uri).map(line).sort();
}

/** What is shown once nothing changes any more for as long as a whole check takes many times over. */
async function settled(document: TextDocument): Promise<readonly string[]> {
  for (let last = shown(document); ; last = shown(document)) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if (shown(document).join('\n') === last.join('\n')) return last;
  }
}
