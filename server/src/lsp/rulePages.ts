import type { Connection } from 'vscode-languageserver';
import { z } from 'zod';
import { rules } from '../rules/catalogue';
import { manualPage } from '../rules/manual';
import type { Desk } from './desk';
import { type RulePageResult, rulePageRequest } from './protocol';

const pageSchema = z.object({ rule: z.string().optional() }).catch({});

/** Answers requests for the manual's page of a rule, in the editor's language. */
export function answerRulePages(connection: Connection, desk: Desk): void {
  connection.onRequest(rulePageRequest, (params: unknown): RulePageResult => {
    const asked = pageSchema.parse(params);
    const language = desk.languageOf(undefined);
    const rule = rules.find(({ name }) => name === asked.rule);
    return {
      rules: rules.map(({ name, summary }) => ({ name, summary: summary[language] })),
      page: rule ? manualPage(rule, language) : null,
    };
  });
}
