import { commands, l10n, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { z } from 'zod';
import { languageNow } from '../language';
import { folderName } from './folderName';
import { type TemplateKind, templateFiles, templateKinds } from './templates';

/** What a caller of the command may settle beforehand; the rest is asked. */
const choiceSchema = z
  .object({ kind: z.enum(templateKinds).optional(), name: z.string().optional(), folder: z.string().optional() })
  .catch({});

/** Asks what to start from, what the team is called and where to put it, writes the files into an empty folder, and opens the first. */
export async function newTeamModel(choice: unknown): Promise<void> {
  const asked = choiceSchema.parse(choice ?? {});
  const kind = asked.kind ?? (await pickKind());
  const name = kind && (asked.name ?? (await askName()));
  const around = name && (asked.folder === undefined ? await pickFolder() : Uri.parse(asked.folder));
  if (!kind || !name || !around) return;
  const folder = await emptyFolder(around, folderName(name));
  const files = [...templateFiles(kind, languageNow(), { name, today: new Date() })];
  const edit = new WorkspaceEdit();
  // Nothing is written over, whatever has come there meanwhile.
  for (const [path, text] of files)
    edit.createFile(Uri.joinPath(folder, path), { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('The files could not be written to {0}.', folder.fsPath));
    return;
  }
  await show(folder, files.map(([path]) => path).at(-1));
}

async function pickKind(): Promise<TemplateKind | undefined> {
  const items: readonly (QuickPickItem & { readonly template: TemplateKind })[] = [
    {
      label: l10n.t('Agency and its client'),
      detail: l10n.t('A team of three, one client with needs and somebody who decides, two tasks'),
      template: 'agency',
    },
    {
      label: l10n.t('Project across two teams'),
      detail: l10n.t('Four people in two teams, what the project needs, two tasks'),
      template: 'project',
    },
    { label: l10n.t('Blank'), detail: l10n.t('The name of the team and the quarter; examples to uncomment'), template: 'blank' },
  ];
  const picked = await window.showQuickPick(items, { title: title(1), placeHolder: l10n.t('What should the model start from?') });
  return picked?.template;
}

function askName(): Thenable<string | undefined> {
  return window.showInputBox({
    title: title(2),
    prompt: l10n.t('What is the team or the organization called?'),
    value: l10n.t('Our team'),
    validateInput: (text) => (text.trim() === '' ? l10n.t('A name has at least one letter.') : undefined),
  });
}

/** A folder of the window, or one that is chosen. */
async function pickFolder(): Promise<Uri | undefined> {
  const items: readonly (QuickPickItem & { readonly uri: Uri | null })[] = [
    ...(workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ label: `$(folder) ${name}`, description: uri.fsPath, uri })),
    { label: `$(folder-opened) ${l10n.t('Another folder…')}`, uri: null },
  ];
  const picked = await window.showQuickPick(items, { title: title(3), placeHolder: l10n.t('Where should the files go?') });
  if (!picked || picked.uri) return picked?.uri ?? undefined;
  const chosen = await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: l10n.t('Put the model here') });
  return chosen?.[0];
}

function title(step: number): string {
  return l10n.t('New Team Model ({0} of 3)', step);
}

/** `around` itself where nothing is in it; else the first folder in it of that name, or the name and a number, that is not there. */
async function emptyFolder(around: Uri, name: string): Promise<Uri> {
  if (await isEmpty(around)) return around;
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(around, number === 1 ? name : `${name}-${number}`);
    if (await isEmpty(folder)) return folder;
  }
}

/** Is nothing there, or a folder with nothing in it but what is hidden? */
async function isEmpty(folder: Uri): Promise<boolean> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.every(([name]) => name.startsWith('.'));
  } catch {
    return isMissing(folder);
  }
}

async function isMissing(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return false;
  } catch {
    return true;
  }
}

/** The task that is worth looking at first; in a window of its own where the folder is not in this one. */
async function show(folder: Uri, file: string | undefined): Promise<void> {
  if (!workspace.getWorkspaceFolder(folder)) {
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: (workspace.workspaceFolders ?? []).length > 0 });
    return;
  }
  if (file) await window.showTextDocument(Uri.joinPath(folder, file));
}
