import { dirname, extname, join, resolve } from 'node:path';
import { type Audience, type ReportFormat, reportFormats } from '../config/config';
import { codeOf, reasonOf } from '../host/failure';
import { pathFrom } from '../host/scope';
import { createText, overwriteText, writePrivate } from '../host/texts';
import { pseudonymised } from '../model/pseudonyms';
import { editsOf } from '../planning/plan';
import { dataOf, reportOf, reports, showsPlan, workbookOf } from '../reports/catalogue';
import { toJson } from '../reports/render/json';
import { formatsOf, type Report, type ReportData, type ReportInput } from '../reports/report';
import { Misuse } from './misuse';
import { print } from './output';
import { proposal } from './plan';
import { inFolder, judge, type Loaded, readAsked, readOne, withFiles } from './projects';
import { cannotWrite, fileExists, keyInReport, notInFormat, severalProjects, unknownReport, workbookOnTerminal } from './sentences';
import type { Settings } from './settings';

export interface ReportOptions {
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly audience?: Audience;
  /** Where the key goes that leads from codes back to people. */
  readonly pseudonymise?: string;
  readonly force?: true;
}

/** Prints the report `name` on the project that `path` leads to, or writes it into a file; answers the exit code. */
export async function report(name: string, path: string, options: ReportOptions, settings: Settings): Promise<number> {
  const { output, pseudonymise, force } = options;
  const asked = reports.find((each) => each.name === name);
  if (!asked)
    throw new Misuse(
      unknownReport(
        name,
        reports.map((each) => each.name),
      ),
    );
  const named = options.format ?? formatCalled(extname(output ?? '').slice(1));
  if (named && !formatsOf(asked).includes(named)) throw new Misuse(notInFormat(name, named, formatsOf(asked)));
  if (output !== undefined && pseudonymise !== undefined && resolve(output) === resolve(pseudonymise)) throw new Misuse(keyInReport);
  if (named === 'json' && pseudonymise === undefined) return reportData(name, path, options, settings);
  const { loaded, isSound } = await readOne(path, settings, severalProjects);
  const format = named ?? usualFormat(asked, loaded.configured.config.report.format);
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) throw new Misuse(workbookOnTerminal);
  const hidden =
    pseudonymise === undefined ? null : pseudonymised(loaded.asked.project.files.map((file) => [file.path, file.text] as const));
  const made = await drawn(name, hidden === null ? loaded : withFiles(loaded, hidden.files), { ...options, format }, settings);
  if (hidden && pseudonymise !== undefined) {
    const key = `${JSON.stringify(hidden.key, null, 2)}\n`;
    await written(pseudonymise, () => writePrivate(pseudonymise, key, force ? 'overwritten' : 'refused'));
  }
  await handOut(made, options);
  return isSound ? 0 : 2;
}

/** One answer for other tools; of several projects each, with its folder, in a list. */
async function reportData(name: string, path: string, options: ReportOptions, settings: Settings): Promise<number> {
  const { projects, isSound } = await readAsked([path], settings);
  const answers: ReportData[] = [];
  for (const loaded of projects) {
    const answer = dataOf(name, await inputOf(name, loaded, settings), loaded.language);
    answers.push(projects.length > 1 ? inFolder(answer, loaded) : answer);
  }
  const [only, ...more] = answers;
  await handOut(toJson(only && more.length === 0 ? only : answers), options);
  return isSound ? 0 : 2;
}

async function handOut(made: string | Uint8Array, { output, force }: ReportOptions): Promise<void> {
  if (output === undefined) print(made);
  else await written(output, () => (force ? overwriteText : createText)(output, made));
}

type Chosen = ReportOptions & { readonly format: ReportFormat };

async function drawn(
  name: string,
  loaded: Loaded,
  { format, output, audience, pseudonymise }: Chosen,
  settings: Settings,
): Promise<string | Uint8Array> {
  const input = await inputOf(name, loaded, settings);
  const { language } = loaded;
  const isPseudonymised = pseudonymise !== undefined;
  const hasLinks = (audience ?? input.config.report.audience) === 'author' && !isPseudonymised;
  const options = { format, language, pseudonymised: isPseudonymised, ...(hasLinks ? { fileUri: linksTo(loaded, output) } : {}) };
  return format === 'xlsx' ? workbookOf(name, input, options) : reportOf(name, input, options);
}

/** All of the project, whatever part of it is asked about. */
async function inputOf(name: string, part: Loaded, settings: Settings): Promise<ReportInput> {
  const loaded = { ...part, asked: { ...part.asked, only: null } };
  const checked = judge(loaded, settings);
  const { model, findings } = checked;
  const { config } = loaded.configured;
  const proposed = showsPlan(name) ? await proposal({ loaded, checked }, secondsFor[name] ?? 0, settings) : null;
  const effect = proposed && checked.effectOf(editsOf(model, proposed.tasks));
  return { snapshot: model.snapshot, model, findings, config, ...(proposed && effect && { proposal: { plan: proposed, effect } }) };
}

/** How long the planner may take: a review says more than its plan. */
const secondsFor: Readonly<Record<string, number>> = { plan: 30, review: 10 };

function formatCalled(name: string): ReportFormat | undefined {
  return reportFormats.find((format) => format === name);
}

/** What the configuration asks for, where the report comes in it, else Markdown. */
function usualFormat(report: Report, configured: ReportFormat | null): ReportFormat {
  return configured && formatsOf(report).includes(configured) ? configured : 'md';
}

/** Links from the report to the lines of the model, as seen from where the report is written: they hold wherever both are moved. */
function linksTo({ asked: { project } }: Loaded, output: string | undefined): (file: string, line: number) => string {
  const from = output === undefined ? process.cwd() : dirname(resolve(output));
  return (file, line) => `${pathFrom(from, join(project.root, file)).split('/').map(encodeURIComponent).join('/')}#L${line}`;
}

/** Throws `Misuse` where `path` cannot be written. */
async function written(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new Misuse(codeOf(error) === 'EEXIST' ? fileExists(path) : cannotWrite(path, reasonOf(error)), { cause: error });
  }
}
