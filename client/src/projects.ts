import { commands, type Disposable, type Event, EventEmitter } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type CheckedParams,
  type CheckingParams,
  checkedNotification,
  checkingNotification,
  droppedNotification,
  type RootParams,
} from '../../server/src/lsp/protocol';

/** The projects that the server knows, and what it last said of each. */
export interface Projects extends Disposable {
  /** Those that hold a model, by root. */
  readonly withModel: readonly CheckedParams[];
  readonly isChecking: boolean;
  /** Some project was checked, begins to be, or is no longer there. */
  readonly onDidChange: Event<void>;
}

/** Set where some project holds a model: what the views and commands are shown by. */
const hasModel = 'collab.hasModel';

export function followProjects(client: LanguageClient): Projects {
  const checked = new Map<string, CheckedParams>();
  const checking = new Set<string>();
  const changed = new EventEmitter<void>();
  const withModel = (): readonly CheckedParams[] =>
    [...checked.values()].filter(({ files }) => files > 0).sort((a, b) => (a.root < b.root ? -1 : 1));
  const told = (): void => {
    void commands.executeCommand('setContext', hasModel, withModel().length > 0);
    changed.fire();
  };
  const listening = [
    client.onNotification(checkingNotification, ({ root, state }: CheckingParams) => {
      if (state === 'begun') checking.add(root);
      else checking.delete(root);
      told();
    }),
    client.onNotification(checkedNotification, (params: CheckedParams) => {
      checking.delete(params.root);
      checked.set(params.root, params);
      told();
    }),
    client.onNotification(droppedNotification, ({ root }: RootParams) => {
      checking.delete(root);
      checked.delete(root);
      told();
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) return;
      checking.clear();
      checked.clear();
      told();
    }),
  ];
  return {
    get withModel() {
      return withModel();
    },
    get isChecking() {
      return checking.size > 0;
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const each of [...listening, changed]) each.dispose();
    },
  };
}
