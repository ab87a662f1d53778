import { commands, type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import {
  compareFixesCommand,
  explainRuleCommand,
  type InitializationOptions,
  type PageParams,
  pageNotification,
  type ShowLocationsArguments,
  showLocationsCommand,
} from '../../server/src/lsp/protocol';
import { offerTasks } from './checkTask';
import { compareFixes } from './comparison';
import { insertTemplate } from './insertTemplate';
import { showLocations } from './locations';
import { newTeamModel } from './newModel/newModel';
import { servePages, showPage } from './pages';
import { planWhatIsAtHand } from './plan';
import { followProjects } from './projects';
import { generateReport, openLine, openLineCommand } from './report';
import { explainRule, linkRules, serveRulePages } from './rulePages';
import { showStatus } from './status';
import { branchForms } from './views/branches';
import { showFindings } from './views/findings';
import { liveView } from './views/live/panel';
import { type Row, showTree } from './views/tree';
import { whatIf } from './whatIf';

let client: LanguageClient | undefined;

/** Starts the language server; answers its client, for tests. */
export async function activate(context: ExtensionContext): Promise<LanguageClient> {
  const started = new LanguageClient('collab', 'Collab', server(context), options());
  client = started;
  const projects = followProjects(started);
  const live = liveView(context, started, projects);
  context.subscriptions.push(
    started,
    projects,
    showStatus(projects),
    live,
    commands.registerCommand('collab.openLiveView', () => live.open()),
    commands.registerCommand('collab.newTeamModel', newTeamModel),
    offerTasks(context.extensionUri),
    showFindings(started, projects),
    ...branchForms().map((form) => showTree(started, projects, form)),
    commands.registerCommand('collab.explainFinding', ({ about }: Row) => explainRule(started, about)),
    commands.registerCommand('collab.generateReport', (choice: unknown) => generateReport(started, choice)),
    commands.registerCommand(openLineCommand, openLine),
    commands.registerCommand(explainRuleCommand, (rule: unknown) => explainRule(started, rule)),
    commands.registerCommand(showLocationsCommand, (...asked: ShowLocationsArguments) => showLocations(started, ...asked)),
    serveRulePages(started),
    servePages(),
    started.onNotification(pageNotification, ({ title, markdown }: PageParams) => showPage(title, markdown)),
    commands.registerCommand('collab.insertTemplate', () => insertTemplate(started)),
    commands.registerCommand('collab.whatIf', () => whatIf(started)),
    commands.registerCommand(compareFixesCommand, () => compareFixes(started)),
    commands.registerCommand('collab.restartServer', () => started.restart()),
    commands.registerCommand('collab.showOutput', () => started.outputChannel.show()),
  );
  await started.start();
  return started;
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function server(context: ExtensionContext): ServerOptions {
  return { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
}

function options(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commands: [compareFixesCommand, explainRuleCommand, showLocationsCommand],
    language: workspace.getConfiguration('collab').get('language', 'auto'),
    pages: true,
  };
  return {
    // Not what a comparison or a preview shows of a text: there it would be a project by itself.
    documentSelector: [
      { language: 'collab', scheme: 'file' },
      { language: 'collab', scheme: 'untitled' },
    ],
    synchronize: { configurationSection: 'collab' },
    middleware: { ...linkRules, ...planWhatIsAtHand },
    markdown: { isTrusted: { enabledCommands: [explainRuleCommand] } },
    diagnosticPullOptions: { onChange: true },
    initializationOptions,
  };
}
