import { l10n, SnippetString, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type InsertableParams, type InsertableResult, insertableRequest } from '../../server/src/lsp/protocol';

/** Asks which declaration is wanted, and puts it in at the cursor or below what stands there, to be filled in. */
export async function insertTemplate(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'collab') {
    void window.showInformationMessage(l10n.t('Open a .collab file first.'));
    return;
  }
  const params: InsertableParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const insertable = (await client.sendRequest<InsertableResult | null>(insertableRequest, params)) ?? [];
  const items = insertable.map((each) => ({
    label: each.kind,
    description: each.label === each.kind ? '' : each.label,
    detail: each.meaning,
    each,
  }));
  const placeHolder = l10n.t('What is to be declared?');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  if (!picked) return;
  const { snippet, position } = picked.each;
  await editor.insertSnippet(new SnippetString(snippet), client.protocol2CodeConverter.asPosition(position));
}
