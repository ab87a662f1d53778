import type { InitializeParams } from 'vscode-languageserver';
import { z } from 'zod';
import { explainRuleCommand } from './protocol';

/** What the client has learnt of what helps to write. */
export interface WritersAbilities {
  /** Completions that replace the whole word or what stands before the cursor, as the user likes. */
  readonly insertReplace: boolean;
  /** Completions with stops to fill in. */
  readonly snippets: boolean;
  /** Completions that say more behind their label. */
  readonly labelDetails: boolean;
  /** Completions that are taken by the character that follows. */
  readonly commitCharacters: boolean;
  /** Texts that lead to the page of a rule. */
  readonly rulePages: boolean;
}

const ownSchema = z.object({ commands: z.array(z.string()).catch([]) }).catch({ commands: [] });

export function writersAbilitiesOf({ capabilities, initializationOptions }: InitializeParams): WritersAbilities {
  const item = capabilities.textDocument?.completion?.completionItem;
  return {
    insertReplace: item?.insertReplaceSupport ?? false,
    snippets: item?.snippetSupport ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    commitCharacters: item?.commitCharactersSupport ?? false,
    rulePages: ownSchema.parse(initializationOptions).commands.includes(explainRuleCommand),
  };
}
