import { commands, type Diagnostic, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import { explainRuleCommand, type RulePageParams, type RulePageResult, rulePageRequest } from '../../server/src/lsp/protocol';

/** Pages are documents of a scheme of their own: they are made by the server and shown without a network. */
const scheme = 'collab-rule';

export function serveRulePages(client: LanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => (await ask(client, path.slice(1).replace(/\.md$/, ''))).page ?? '',
  });
}

/** Shows the manual's page of `rule`; asks for one where it is not given. */
export async function explainRule(client: LanguageClient, rule: unknown): Promise<void> {
  const name = typeof rule === 'string' ? rule : await pickRule(client);
  if (!name) return;
  await commands.executeCommand('markdown.showPreviewToSide', Uri.from({ scheme, path: `/${name}.md` }));
}

/** The code of a finding leads to the page of its rule, be the document asked about or the whole workspace. */
export const linkRules: Middleware = {
  provideDiagnostics: async (document, previousResultId, token, next) => {
    const report = await next(document, previousResultId, token);
    if (report?.kind === 'full') linkAll(report.items);
    return report;
  },
  provideWorkspaceDiagnostics: (resultIds, token, report, next) =>
    next(resultIds, token, (part) => {
      for (const each of part?.items ?? []) if (each.kind === 'full') linkAll(each.items);
      report(part);
    }),
};

function linkAll(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    if (typeof diagnostic.code !== 'string') continue;
    const target = Uri.from({ scheme: 'command', path: explainRuleCommand, query: JSON.stringify([diagnostic.code]) });
    diagnostic.code = { value: diagnostic.code, target };
  }
}

async function pickRule(client: LanguageClient): Promise<string | undefined> {
  const { rules } = await ask(client);
  const items = rules.map(({ name, summary }) => ({ label: name, detail: summary }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which rule should be explained?'), matchOnDetail: true });
  return picked?.label;
}

function ask(client: LanguageClient, rule?: string): Promise<RulePageResult> {
  const params: RulePageParams = rule === undefined ? {} : { rule };
  return client.sendRequest<RulePageResult>(rulePageRequest, params);
}
