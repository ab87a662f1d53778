import * as assert from 'node:assert/strict';
import { commands, languages, tasks, Uri, window, workspace } from 'vscode';
import { until } from './until';

describe('who begins', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');

  it('makes a new model in a folder of its own, which is a project and opens, and never writes over one', async () => {
    for (const path of ['equipe-nord', 'equipe-nord-2']) {
      await commands.executeCommand('collab.newTeamModel', { kind: 'agency', name: 'Équipe Nord', folder: folder.uri.toString() });
      const made = Uri.joinPath(folder.uri, path);
      const entries = await workspace.fs.readDirectory(made);
      assert.ok(entries.length >= 5, `${path} holds ${entries.length} files`);
      await until(`a file of ${path} in front`, () => window.activeTextEditor?.document.uri.path.includes(`/${path}/`));
      const tasksFile = window.activeTextEditor?.document;
      assert.ok(tasksFile);
      await until('a finding in it', () => languages.getDiagnostics(tasksFile.uri).length > 0);
      await until('no error in what is new', () => languages.getDiagnostics(tasksFile.uri).every(({ severity }) => severity !== 0));
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of ['equipe-nord', 'equipe-nord-2']) await workspace.fs.delete(Uri.joinPath(folder.uri, path), { recursive: true });
  });

  it('checks the model with a task, whose output becomes problems', async () => {
    const offered = await until('the task', async () => {
      const [first] = await tasks.fetchTasks({ type: 'collab' });
      return first;
    });
    assert.deepEqual(offered.definition, { type: 'collab', command: 'check' });
    const ended = new Promise<number | undefined>((resolve) => {
      const listening = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.definition.type !== 'collab') return;
        listening.dispose();
        resolve(exitCode);
      });
    });
    await tasks.executeTask(offered);
    // One finding of the sample is an error: the client who decides is linked to nobody.
    assert.equal(await ended, 1);
    const problems = () =>
      languages
        .getDiagnostics()
        .flatMap(([uri, found]) => found.filter(({ source }) => source === 'collab check').map((problem) => ({ uri, problem })));
    // Files that are open show what the language server says alone.
    await until('problems of the task', () => problems().length > 0);
    for (const { uri, problem } of problems()) {
      const live = languages.getDiagnostics(uri).filter(({ source, severity }) => source === 'collab' && severity === problem.severity);
      assert.ok(
        live.some(({ range }) => range.start.isEqual(problem.range.start)),
        `${uri.path}:${problem.range.start.line} is where the language server has a finding`,
      );
    }
  });
});
