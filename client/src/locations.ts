import { commands, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ShowLocationsArguments } from '../../server/src/lsp/protocol';

/** Shows the places that a lens counts, as references are shown. */
export async function showLocations(client: LanguageClient, ...[uri, position, locations]: ShowLocationsArguments): Promise<void> {
  const { asPosition, asLocation } = client.protocol2CodeConverter;
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations.map(asLocation));
}
