import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type Nameable,
  type Supposable,
  type SupposableParams,
  type SupposedById,
  type SuppositionParams,
  type SuppositionResult,
  supposableRequest,
  suppositionRequest,
} from '../../server/src/lsp/protocol';
import { showPage } from './pages';
import { modelAtHand } from './report';
import { working } from './working';

/** Asks what is to be supposed, first of who or what the cursor stands in, and shows what would follow. Nothing is written unasked. */
export async function whatIf(client: LanguageClient): Promise<void> {
  const uri = modelAtHand();
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open a folder that holds .collab files first.'));
    return;
  }
  const supposed: SupposedById[] = [];
  try {
    for (;;) {
      const next = await ask(await supposable(client, uri));
      if (!next) return;
      supposed.push(next);
      const again = await show(client, uri, supposed);
      if (!again) return;
    }
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

function supposable(client: LanguageClient, uri: Uri): Promise<Supposable> {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const position = editor && client.code2ProtocolConverter.asPosition(editor.selection.active);
  const params: SupposableParams = { uri: uri.toString(), ...(position ? { position } : {}) };
  return client.sendRequest<Supposable>(supposableRequest, params);
}

interface Choice extends QuickPickItem {
  ask(): Promise<SupposedById | undefined>;
}

/** What the cursor stands in is not asked for again. */
async function ask(model: Supposable): Promise<SupposedById | undefined> {
  const member = model.members.find(({ id }) => id === model.at);
  const person = model.people.find(({ id }) => id === model.at);
  const task = model.tasks.find(({ id }) => id === model.at);
  const without: Choice = {
    label: member ? l10n.t('{0} were no longer there', member.label) : l10n.t('A member were no longer there…'),
    ask: async () => {
      const who = member ?? (await pick(model.members, l10n.t('Who would no longer be there?')));
      return who && { what: 'without', member: who.id };
    },
  };
  const add: Choice = {
    label: person ? l10n.t('{0} held a competency…', person.label) : l10n.t('Somebody held a competency…'),
    ask: async () => {
      const who = person ?? (await pick(model.people, l10n.t('Who would hold a competency?')));
      const what = who && (await pick(model.competencies, l10n.t('Which competency?')));
      const level = what && (await pickLevel(model.levels));
      return who && what && level ? { what: 'add', person: who.id, competency: what.id, level } : undefined;
    },
  };
  const move: Choice = {
    label: task
      ? l10n.t('Somebody else did “{0}”…', task.label)
      : person
        ? l10n.t('{0} did a task…', person.label)
        : l10n.t('Somebody else did a task…'),
    ask: async () => {
      const which = task ?? (await pick(model.tasks, l10n.t('Which task?')));
      const who = which && (person ?? (await pick(model.people, l10n.t('Who would do it?'))));
      return which && who ? { what: 'move', task: which.id, person: who.id } : undefined;
    },
  };
  const choices = task ? [move, without, add] : [without, add, move];
  const chosen = await window.showQuickPick(choices, { title: l10n.t('What if…'), placeHolder: l10n.t('What would be otherwise?') });
  return chosen?.ask();
}

async function pick(all: readonly Nameable[], placeHolder: string): Promise<Nameable | undefined> {
  const items = all.map((each) => ({ label: each.label, description: each.label === each.name ? '' : each.name, each }));
  const picked = await window.showQuickPick(items, { title: l10n.t('What if…'), placeHolder, matchOnDescription: true });
  return picked?.each;
}

async function pickLevel(levels: readonly string[]): Promise<number | undefined> {
  const items = levels.map((label, index) => ({ label, description: String(index + 1), level: index + 1 }));
  const picked = await window.showQuickPick(items, { title: l10n.t('What if…'), placeHolder: l10n.t('At which level?') });
  return picked?.level;
}

/** Is something more to be supposed? */
async function show(client: LanguageClient, uri: Uri, supposed: readonly SupposedById[]): Promise<boolean> {
  const params: SuppositionParams = { uri: uri.toString(), supposed };
  const followed = await working(l10n.t('Collab: working out what would follow…'), (token) =>
    client.sendRequest<SuppositionResult>(suppositionRequest, params, token),
  );
  if (!followed) return false;
  const { page, edit } = followed;
  await showPage(l10n.t('What if…'), page);
  const [more, write] = [l10n.t('Suppose More…'), l10n.t('Write It into the Model')];
  const chosen = await window.showInformationMessage(l10n.t('Nothing has been written.'), more, write);
  if (chosen === write) {
    const written = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (written) await workspace.applyEdit(written);
  }
  return chosen === more;
}
