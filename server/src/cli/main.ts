import './requireNode';

import { CommanderError } from 'commander';
import { commandLine } from './commandLine';
import { Misuse } from './misuse';
import { complain, endQuietlyWithReader } from './output';
import { askedLanguage, systemLanguage } from './reader';
import { unexpected } from './sentences';

void run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  endQuietlyWithReader();
  const language = askedLanguage(args) ?? systemLanguage();
  const exit = (code: number): void => {
    process.exitCode = code;
  };
  try {
    await commandLine(language, exit).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    exit(2);
    const message = error instanceof Error ? error.message : String(error);
    complain(language, error instanceof Misuse ? error.says : unexpected(message), error, { debug: args.includes('--debug') });
  }
}
