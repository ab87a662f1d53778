import { Command, type ErrorOptions, Help, type HelpContext } from 'commander';
import type { Language } from '../text/localised';
import { nearest } from '../text/nearest';
import { Misuse } from './misuse';
import { missingArgument, missingOption, missingValue, notUnderstood, tooManyArguments, unknownCommand, unknownOption } from './sentences';

/** A command of commander that speaks the reader's language: help in it, and every error as a `Misuse`. */
export class LocalCommand extends Command {
  constructor(
    private readonly language: Language,
    name?: string,
  ) {
    super(name);
  }

  override createCommand(name?: string): LocalCommand {
    return new LocalCommand(this.language, name);
  }

  override createHelp(): Help {
    return new LocalHelp(this.language);
  }

  override error(message: string, options?: ErrorOptions): never {
    throw new Misuse(this.#whatIsWrong(message, options?.code));
  }

  /** `help` of a command that there is not comes here with `error`. */
  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context === 'object' && context.error) throw new Misuse(this.#unknownCommand(this.args[1] ?? ''));
    return super.help(context as HelpContext);
  }

  #whatIsWrong(message: string, code: string | undefined) {
    const help = `collab ${this.parent ? `${this.name()} ` : ''}--help`;
    const name = /'([^']*)'/.exec(message)?.[1] ?? '';
    switch (code) {
      case 'commander.unknownOption':
        return unknownOption(name, nearest(name, this.#longOptions())[0], help);
      case 'commander.excessArguments': {
        const argument = this.args[this.registeredArguments.length] ?? '';
        if (this.parent) return tooManyArguments(argument, help);
        return this.#unknownCommand(argument);
      }
      case 'commander.missingArgument':
        return missingArgument(name, help);
      case 'commander.optionMissingArgument':
        return missingValue(name);
      case 'commander.missingMandatoryOptionValue':
        return missingOption(name, help);
      default:
        return notUnderstood(message, help);
    }
  }

  #unknownCommand(name: string) {
    const names = this.commands.map((command) => command.name());
    return unknownCommand(name, nearest(name, names)[0]);
  }

  #longOptions(): readonly string[] {
    return [...this.options, ...(this.parent?.options ?? [])].flatMap(({ long }) => long ?? []);
  }
}

class LocalHelp extends Help {
  override showGlobalOptions = true;

  constructor(private readonly language: Language) {
    super();
  }

  override commandUsage(command: Command): string {
    const { options, name } = usage[this.language];
    return super.commandUsage(command).replace('[options]', options).replace('[command]', name);
  }

  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace('[options]', usage[this.language].options);
  }

  override styleTitle(title: string): string {
    return titles[this.language][title] ?? title;
  }
}

const usage = {
  en: { options: '[OPTION...]', name: 'COMMAND' },
  fr: { options: '[OPTION...]', name: 'COMMANDE' },
} as const;

const titles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { 'Global Options:': 'Common options:' },
  fr: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Global Options:': 'Options communes :',
    'Commands:': 'Commandes :',
  },
};
