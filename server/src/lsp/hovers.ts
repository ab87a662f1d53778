import type { CancellationToken, Connection, Hover as LspHover } from 'vscode-languageserver';
import { type Hover, hover } from '../features/hover';
import type { Language, Localised } from '../text/localised';
import { asking } from './asking';
import type { Desk } from './desk';
import { inTime } from './inTime';
import { explainRuleCommand } from './protocol';
import { dayFor } from './reading';
import type { Project } from './session';
import * as toLsp from './toLsp';

/** Answers what there is to say of what stands at a place: what the names tell, and what the model adds. */
export function answerHovers(connection: Connection, desk: Desk, { rulePages }: toLsp.Abilities): void {
  const { askAt, linesOf } = asking(desk);

  connection.onHover((params, token) =>
    askAt(async (at, place): Promise<LspHover | null> => {
      const { project } = at;
      const language = desk.languageOf(project);
      const lines = linesOf(at);
      const found = hover(project.snapshot, place, { language, today: dayFor(project.configured) });
      if (!found) return null;
      const parts = [found.markdown, await standingOf(project, found, token), pageOf(found, language)];
      const said = parts.filter((part) => part !== '').join('\n\n');
      // Two lists that meet are one.
      return toLsp.hover({ ...found, markdown: said.replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n') }, lines);
    })(params, token),
  );

  /** What only a model tells; nothing where the analysis does not answer, or not in time. */
  async function standingOf({ root }: Project, { declared }: Hover, token: CancellationToken): Promise<string> {
    if (!declared) return '';
    const question = { of: 'standing', file: declared.file, ordinal: declared.ordinal } as const;
    const told = await inTime(desk.thread.ask(root, { ask: 'writing', question }, token), patience);
    return typeof told === 'string' ? told : '';
  }

  /** A link to the page of a rule, for a client that has a command to show it. */
  function pageOf({ rule }: Hover, language: Language): string {
    if (rule === null || !rulePages) return '';
    return `[${page[language]}](command:${explainRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))})`;
  }
}

/** How long, in milliseconds, the rest may wait for what the whole project tells. */
const patience = 2000;

const page: Localised = { en: 'The page of the rule', fr: 'La page de la règle' };
