import { l10n, Position, type QuickPickItem, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { z } from 'zod';
import { type ReportParams, type ReportResult, reportRequest } from '../../server/src/lsp/protocol';

const formats = ['html', 'md', 'json'] as const;
type Format = (typeof formats)[number];

/** What a caller of the command may settle beforehand; the rest is asked. */
const choiceSchema = z
  .object({ name: z.string().optional(), format: z.enum(formats).optional(), language: z.enum(['en', 'fr']).optional() })
  .catch({});

/** Asks for a format and a language, and opens the report beside the editor. */
export async function generateReport(client: LanguageClient, choice: unknown): Promise<void> {
  const asked = choiceSchema.parse(choice ?? {});
  const uri = modelAtHand();
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open a folder that holds .collab files first.'));
    return;
  }
  const format = asked.format ?? (await pickFormat());
  const language = asked.language ?? (format && (await pickLanguage()));
  if (!format || !language) return;
  const params: ReportParams = { uri: uri.toString(), name: asked.name ?? 'review', format, language };
  try {
    const { text } = await client.sendRequest<ReportResult>(reportRequest, params);
    await show(text, format);
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

async function pickFormat(): Promise<Format | undefined> {
  const items: readonly (QuickPickItem & { readonly format: Format })[] = [
    { label: l10n.t('Page'), description: 'HTML', detail: l10n.t('To read here, to print or to send'), format: 'html' },
    { label: 'Markdown', description: 'md', detail: l10n.t('To edit further, or to turn into a Word document'), format: 'md' },
    { label: 'JSON', description: 'json', detail: l10n.t('The figures, for other tools'), format: 'json' },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Collab: review'),
    placeHolder: l10n.t('Which form should the report have?'),
  });
  return picked?.format;
}

async function pickLanguage(): Promise<'en' | 'fr' | undefined> {
  const items = [
    { label: 'English', language: 'en' as const },
    { label: 'Français', language: 'fr' as const },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Collab: review'),
    placeHolder: l10n.t('Which language should the report be in?'),
  });
  return picked?.language;
}

async function show(text: string, format: Format): Promise<void> {
  if (format === 'html') {
    showPage(text);
    return;
  }
  const document = await workspace.openTextDocument({ content: text, language: format === 'md' ? 'markdown' : 'json' });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
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
