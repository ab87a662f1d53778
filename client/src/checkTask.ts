import { join } from 'node:path';
import {
  type Disposable,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { z } from 'zod';
import { languageNow } from './language';

const taskType = 'collab';

/** What `collab check` prints of each severity in French needs a matcher of its own: VS Code knows severities by their English names. */
const matchers = ['$collab', '$collab-erreur', '$collab-avertissement', '$collab-information'];

const definitionSchema = z.object({
  command: z.literal('check'),
  path: z.string().optional(),
  failOn: z.enum(['error', 'warning', 'info', 'hint', 'never']).optional(),
});

/** Offers `collab check` on each folder of the window as a task. VS Code runs tasks only where the folder is trusted. */
export function offerTasks(extension: Uri): Disposable {
  return tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) => checkTask(extension, { type: taskType, command: 'check' }, folder) ?? []),
    resolveTask: ({ definition, scope }) => (typeof scope === 'object' ? checkTask(extension, definition, scope) : undefined),
  });
}

/** Undefined for a definition that is none of ours, and for a folder that is not on this machine. */
function checkTask(extension: Uri, definition: TaskDefinition, folder: WorkspaceFolder): Task | undefined {
  const asked = definitionSchema.safeParse(definition);
  if (!asked.success || folder.uri.scheme !== 'file' || extension.scheme !== 'file') return undefined;
  const { path = '.', failOn } = asked.data;
  const words = [join(extension.fsPath, 'dist/cli.js'), 'check', path, '--lang', languageNow(), ...(failOn ? ['--fail-on', failOn] : [])];
  // Desktop VS Code is Electron: told so, it runs a script as Node does.
  const execution = new ProcessExecution(process.execPath, words, { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } });
  const name = path === '.' ? l10n.t('check the model') : l10n.t('check {0}', path);
  const task = new Task(definition, folder, name, taskType, execution, matchers);
  task.group = TaskGroup.Test;
  task.detail = `collab check ${path}`;
  return task;
}
