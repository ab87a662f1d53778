import type { Connection, FileRename, WorkspaceEdit } from 'vscode-languageserver';
import { excludedElsewhere } from '../config/change';
import { configFile } from '../config/config';
import type { Edit } from '../text/edit';
import type { Desk } from './desk';
import type { Happened, Project } from './session';
import * as toLsp from './toLsp';
import { isBelow, pathOf, within } from './uris';

/** Keeps projects whole when files and folders are renamed: a configuration that names them follows, and what they say is known at once. */
export function answerFileRenames(connection: Connection, desk: Desk, abilities: toLsp.Abilities): void {
  connection.workspace.onWillRenameFiles(async ({ files }): Promise<WorkspaceEdit | null> => {
    await desk.settled();
    const edits = desk.session.projects
      .flatMap((project) => ({ project, edits: editsOf(project, files) }))
      .filter((each) => each.edits.length > 0);
    const all = edits.map((each) => toLsp.workspaceEdit(each.edits, desk.addresses(each.project), abilities));
    if (all.length === 0) return null;
    return abilities.versionedEdits
      ? { documentChanges: all.flatMap(({ documentChanges }) => documentChanges ?? []) }
      : { changes: Object.assign({}, ...all.map(({ changes }) => changes)) };
  });

  connection.workspace.onDidRenameFiles(({ files }) => {
    const happened = files.flatMap(({ oldUri, newUri }): readonly Happened[] => {
      const from = pathOf(oldUri);
      const to = pathOf(newUri);
      return [
        ...(from === null ? [] : [{ path: from, what: 'gone' } as const]),
        ...(to === null ? [] : [{ path: to, what: 'made' } as const]),
      ];
    });
    void desk.enqueue(() => desk.session.refresh(happened));
  });
}

/** What follows in the configuration of `project`, as far as files stay in it. */
function editsOf({ root, isAlone, configText }: Project, files: readonly FileRename[]): readonly Edit[] {
  if (isAlone || configText === null) return [];
  return files.flatMap(({ oldUri, newUri }) => {
    const from = pathOf(oldUri);
    const to = pathOf(newUri);
    if (from === null || to === null || from === root || !isBelow(root, from) || !isBelow(root, to)) return [];
    return excludedElsewhere(configText, within(root, from), within(root, to)).map((edit) => ({ ...edit, file: configFile }));
  });
}
