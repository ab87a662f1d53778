import { env, l10n, Position, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { z } from 'zod';
import { type ReportParams, type ReportResult, reportRequest } from '../../server/src/lsp/protocol';
import { chooseReport, type Format } from './reportChoice';
import { working } from './working';

/** Asks which report is wanted, and opens it beside the editor or writes it where it is asked for. */
export async function generateReport(client: LanguageClient, settled: unknown): Promise<void> {
  const uri = modelAtHand();
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open a folder that holds .collab files first.'));
    return;
  }
  const choice = await chooseReport(settled, workspace.getWorkspaceFolder(uri)?.uri);
  if (!choice) return;
  const { name, format, language, audience, file } = choice;
  const params: ReportParams = { uri: uri.toString(), name, format, language, audience };
  try {
    const made = await working(l10n.t('Collab: making the report…'), (token) =>
      client.sendRequest<ReportResult>(reportRequest, params, token),
    );
    if (!made) return;
    const { text } = made;
    if (file === null) await show(text, format);
    else await write(file, Buffer.from(text, format === 'xlsx' ? 'base64' : 'utf8'), settled);
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/** The model that is being looked at, though a report may be in front of it; else the first folder. */
export function modelAtHand(): Uri | undefined {
  const editors = [...(window.activeTextEditor ? [window.activeTextEditor] : []), ...window.visibleTextEditors];
  const model = editors.find(({ document }) => document.languageId === 'collab');
  return model?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
}

async function show(text: string, format: Format): Promise<void> {
  if (format === 'html') {
    showPage(text);
    return;
  }
  const language = format === 'md' ? 'markdown' : format === 'json' ? 'json' : 'plaintext';
  const document = await workspace.openTextDocument({ content: text, language });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
}

/** The dialog for files asks itself before one is overwritten; who names the file beforehand is asked here. */
async function write(file: Uri, bytes: Uint8Array, settled: unknown): Promise<void> {
  const isNamed = z.object({ target: z.string() }).safeParse(settled).success;
  if (isNamed && (await exists(file)) && !(await mayOverwrite(file))) return;
  await workspace.fs.writeFile(file, bytes);
  void offerToOpen(file);
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const answer = await window.showInformationMessage(l10n.t('The report is in {0}.', workspace.asRelativePath(file)), open);
  if (answer === open) await env.openExternal(file);
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

async function mayOverwrite(file: Uri): Promise<boolean> {
  const overwrite = l10n.t('Overwrite');
  const question = l10n.t('{0} exists already. Overwrite it?', workspace.asRelativePath(file));
  return (await window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
}

/** A page without scripts: it brings its own content security policy, and nothing in it can be run but the way to a line. */
function showPage(html: string): void {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? l10n.t('Review');
  const panel = window.createWebviewPanel('collab.report', title, ViewColumn.Beside, {
    enableScripts: false,
    enableCommandUris: [openLineCommand],
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = withWaysToLines(html);
}

/** Panels follow no `file:` address: in its place stands a command that opens the line. */
function withWaysToLines(html: string): string {
  return html.replaceAll(/href="(file:[^"#]*)#L(\d+)"/g, (_, uri: string, line: string) => {
    const target: LineTarget = [uri, Number(line)];
    return `href="command:${openLineCommand}?${encodeURIComponent(JSON.stringify(target))}"`;
  });
}

/** Not in the palette: what links in a report run. */
export const openLineCommand = 'collab.openLine';

type LineTarget = readonly [uri: string, line: number];

/** Opens the line (from 1) of the file at `uri`, beside the report. */
export async function openLine(...target: unknown[]): Promise<void> {
  const [uri, line] = z.tuple([z.string(), z.number().int().positive()]).parse(target);
  const start = new Position(line - 1, 0);
  await window.showTextDocument(Uri.parse(uri), { viewColumn: ViewColumn.One, selection: new Range(start, start) });
}
