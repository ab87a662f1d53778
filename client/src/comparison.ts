import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ComparisonParams, type ComparisonResult, comparisonRequest } from '../../server/src/lsp/protocol';
import { showPage } from './pages';

/** Shows, for each fix at the cursor, which findings it would resolve and which it would add. */
export async function compareFixes(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'collab') return;
  const params: ComparisonParams = {
    uri: editor.document.uri.toString(),
    range: client.code2ProtocolConverter.asRange(editor.selection),
  };
  const { page } = await client.sendRequest<ComparisonResult>(comparisonRequest, params);
  if (page === null) void window.showInformationMessage(l10n.t('Nothing is found where the cursor stands.'));
  else await showPage(l10n.t('Fixes compared'), page);
}
