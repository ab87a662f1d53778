import type { Connection } from 'vscode-languageserver';
import type { Desk } from './desk';
import { answerFileRenames } from './fileRenames';
import { answerHovers } from './hovers';
import type { Abilities } from './toLsp';
import { answerTyping } from './typing';

/** Answers what helps somebody who writes: while they type, where they point, when they rename files. */
export function answerWriters(connection: Connection, desk: Desk, abilities: Abilities): void {
  answerTyping(connection, desk, abilities);
  answerHovers(connection, desk, abilities);
  answerFileRenames(connection, desk, abilities);
}
