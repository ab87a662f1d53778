import type { Connection } from 'vscode-languageserver';
import { definition } from '../features/definition';
import { references, uses } from '../features/references';
import { rename, renameable } from '../features/rename';
import { documentSymbols } from '../features/symbols';
import { formatEdits } from '../syntax/printEdits';
import { answerActions } from './actions';
import { asking } from './asking';
import type { Desk } from './desk';
import { quickFixes } from './quickFixes';
import type { Located } from './session';
import * as toLsp from './toLsp';
import { writersActions } from './writersActions';

/** Answers the editor's questions about what is in its files. */
export function answerQuestions(connection: Connection, desk: Desk, abilities: toLsp.Abilities): void {
  const { ask, askAt, linesOf } = asking(desk);

  connection.onDefinition(
    askAt((at, place) => definition(at.project.snapshot, place).map((found) => toLsp.location(found, desk.addresses(at.project)))),
  );
  connection.onReferences((params, token) =>
    askAt((at, place) => {
      const found = params.context?.includeDeclaration ? references(at.project.snapshot, place) : uses(at.project.snapshot, place);
      return found.map((each) => toLsp.location(each, desk.addresses(at.project)));
    })(params, token),
  );
  connection.onPrepareRename(
    askAt((at, place) => {
      const found = renameable(at.project.snapshot, place);
      if (found && 'refused' in found) return toLsp.refusal(found.refused[desk.languageOf(at.project)]);
      return found && { range: toLsp.range(linesOf(at), found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest((params, token) =>
    askAt((at, place) => {
      const renamed = rename(at.project.snapshot, place, params.newName);
      if (renamed && 'refused' in renamed) return toLsp.refusal(renamed.refused[desk.languageOf(at.project)]);
      return renamed && toLsp.workspaceEdit(renamed.edits, desk.addresses(at.project), abilities);
    })(params, token),
  );
  connection.onDocumentSymbol(
    ask((at) => documentSymbols(at.project.snapshot, at.file).map((symbol) => toLsp.documentSymbol(symbol, linesOf(at)))),
  );
  connection.onDocumentFormatting(
    ask((at) => formatted(at).map(({ span, text }) => ({ range: toLsp.range(linesOf(at), span), newText: text }))),
  );
  answerActions(connection, desk, [quickFixes(desk, abilities), writersActions(desk, abilities)]);

  function formatted({ project, file }: Located) {
    const source = project.snapshot.files.get(file);
    return source ? formatEdits(source.text, source.tree) : [];
  }
}
