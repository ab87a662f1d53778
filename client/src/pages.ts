import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';

/** Pages that the server made and nobody keeps: shown as they read, without a network. */
const scheme = 'collab-page';
const written = new Map<string, string>();
const rewritten = new EventEmitter<Uri>();

export function servePages(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: rewritten.event,
    provideTextDocumentContent: ({ path }) => written.get(path) ?? '',
  });
}

/** Shows `markdown` beside the editor; a page of the same `title` makes room for it. */
export async function showPage(title: string, markdown: string): Promise<void> {
  const uri = Uri.from({ scheme, path: `/${title}.md` });
  written.set(uri.path, markdown);
  rewritten.fire(uri);
  await commands.executeCommand('markdown.showPreviewToSide', uri);
}
