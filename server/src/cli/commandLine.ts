import { Option } from 'commander';
import { version } from '../../../package.json';
import { audiences, reportFormats } from '../config/config';
import { dayOf } from '../model/calendar';
import { severities } from '../rules/rule';
import { type Language, languages } from '../text/localised';
import { type CheckOptions, check, checkFormats } from './check';
import { explain, explainAll } from './explain';
import { format } from './format';
import { type HelpTexts, helpTexts } from './help';
import { LocalCommand } from './localCommand';
import { lsp } from './lsp';
import { Misuse } from './misuse';
import { print } from './output';
import { type PlanOptions, plan, planFormats } from './plan';
import { type ReportOptions, report } from './report';
import { noCommand, noSuchChoice, noSuchDate, noSuchSeconds } from './sentences';
import { colors, type Settings } from './settings';
import { type WhatIfOptions, whatIf, whatIfFormats } from './whatif';

/** All commands and their options; help and errors are in `language`. A command that ran hands its exit code to `exit`. */
export function commandLine(language: Language, exit: (code: number) => void): LocalCommand {
  const texts = helpTexts[language];
  const program = new LocalCommand(language, 'collab');
  program
    .description(texts.program)
    .version(version, '-V, --version', texts.version)
    .helpOption('-h, --help', texts.help)
    .helpCommand(`help [${texts.command}]`, texts.helpCommand)
    .configureOutput({ writeOut: print })
    .exitOverride()
    .addOption(choice('--lang', languages, texts.lang))
    .addOption(new Option(`--today <${texts.date}>`, texts.today).argParser(date))
    .option(`--config <${texts.file}>`, texts.config)
    .addOption(choice('--color', colors, texts.color))
    .option('--debug', texts.debug)
    .action(() => {
      throw new Misuse(noCommand);
    });
  addCheck(program, texts, exit);
  addFormat(program, texts, exit);
  addReport(program, texts, exit);
  addPlan(program, texts, exit);
  addWhatIf(program, texts, exit);
  addRules(program, texts, language);
  addLsp(program, texts);
  return program;
}

function addCheck(program: LocalCommand, texts: HelpTexts, exit: (code: number) => void): void {
  program
    .command('check')
    .summary(texts.check)
    .description(`${texts.check} ${texts.checkMore}`)
    .argument(`[${texts.path}...]`, texts.checkPath)
    .addOption(choice('--format', checkFormats, texts.checkFormat))
    .addOption(choice('--fail-on', [...severities, 'never'], texts.failOn))
    .option(`--baseline <${texts.file}>`, texts.baseline)
    .option(`--write-baseline <${texts.file}>`, texts.writeBaseline)
    .option('--verbose', texts.verbose)
    .option('--fix', texts.fix)
    .option('--watch', texts.watch)
    .action(async (paths: readonly string[], options: Partial<CheckOptions>, command: LocalCommand) => {
      exit(await check(orHere(paths), { format: 'text', failOn: 'error', ...options }, settingsOf(command)));
    });
}

function addFormat(program: LocalCommand, texts: HelpTexts, exit: (code: number) => void): void {
  program
    .command('format')
    .summary(texts.format)
    .description(`${texts.format} ${texts.formatMore}`)
    .argument(`[${texts.path}...]`, texts.formatPath)
    .option('--check', texts.formatCheck)
    .action(async (paths: readonly string[], options: { readonly check?: true }, command: LocalCommand) => {
      exit(await format(orHere(paths), { mode: options.check ? 'check' : 'write' }, settingsOf(command)));
    });
}

function addReport(program: LocalCommand, texts: HelpTexts, exit: (code: number) => void): void {
  program
    .command('report')
    .summary(texts.report)
    .description(`${texts.report} ${texts.reportMore}`)
    .argument(`<${texts.name}>`, texts.reportName)
    .argument(`[${texts.path}]`, texts.reportPath)
    .addOption(choice('--format', reportFormats, texts.reportFormat))
    .option(`-o, --output <${texts.file}>`, texts.output)
    .addOption(choice('--audience', audiences, texts.audience))
    .option(`--pseudonymise <${texts.file}>`, texts.pseudonymise)
    .option('--force', texts.force)
    .action(async (name: string, path: string | undefined, options: ReportOptions, command: LocalCommand) => {
      exit(await report(name, path ?? '.', options, settingsOf(command)));
    });
}

function addPlan(program: LocalCommand, texts: HelpTexts, exit: (code: number) => void): void {
  program
    .command('plan')
    .summary(texts.plan)
    .description(`${texts.plan} ${texts.planMore}`)
    .argument(`[${texts.path}]`, texts.reportPath)
    .addOption(choice('--format', planFormats, texts.planFormat))
    .option('--write', texts.planWrite)
    .addOption(new Option(`--time-limit <${texts.seconds}>`, texts.timeLimit).argParser(secondsFrom))
    .action(async (path: string | undefined, options: Partial<PlanOptions>, command: LocalCommand) => {
      exit(await plan(path ?? '.', { format: 'text', timeLimit: 30, ...options }, settingsOf(command)));
    });
}

function addWhatIf(program: LocalCommand, texts: HelpTexts, exit: (code: number) => void): void {
  program
    .command('whatif')
    .summary(texts.whatIf)
    .description(`${texts.whatIf} ${texts.whatIfMore}`)
    .argument(`[${texts.path}]`, texts.reportPath)
    .addOption(choice('--format', whatIfFormats, texts.checkFormat))
    .addOption(repeated(`--without <${texts.name}>`, texts.without))
    .addOption(repeated(`--add <${texts.skill}>`, texts.add))
    .addOption(repeated(`--move <${texts.move}>`, texts.moveMore))
    .action(async (path: string | undefined, options: Partial<WhatIfOptions>, command: LocalCommand) => {
      exit(await whatIf(path ?? '.', { format: 'text', without: [], add: [], move: [], ...options }, settingsOf(command)));
    });
}

function addRules(program: LocalCommand, texts: HelpTexts, language: Language): void {
  program
    .command('explain')
    .description(texts.explain)
    .argument(`<${texts.rule}>`)
    .action((name: string) => explain(name, language));
  program
    .command('rules')
    .description(texts.rules)
    .action(() => explainAll(language));
}

function addLsp(program: LocalCommand, texts: HelpTexts): void {
  program
    .command('lsp')
    .description(texts.lsp)
    .requiredOption('--stdio', texts.stdio)
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(lsp);
}

function choice(flag: string, values: readonly string[], description: string): Option {
  return new Option(`${flag} <${values.join('|')}>`, description).argParser((value: string) => {
    if (values.includes(value)) return value;
    throw new Misuse(noSuchChoice(flag, value, values));
  });
}

/** May be given several times. */
function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] = []) => [...before, value]);
}

function secondsFrom(value: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (seconds > 0 && seconds <= mostSeconds) return seconds;
  throw new Misuse(noSuchSeconds(value, mostSeconds));
}

/** A day. */
const mostSeconds = 86_400;

function date(value: string): string {
  if (dayOf(value) === null) throw new Misuse(noSuchDate(value));
  return value;
}

function orHere(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ['.'];
}

interface GlobalOptions {
  readonly lang?: Language;
  readonly today?: string;
  readonly config?: string;
  readonly color?: Settings['color'];
  readonly debug?: true;
}

function settingsOf(command: LocalCommand): Settings {
  const { lang = null, today = null, config = null, color = 'auto', debug = false } = command.optsWithGlobals<GlobalOptions>();
  return { language: lang, today, config, color, debug };
}
