import { dirname, extname, join, resolve } from 'node:path';
import { type Audience, type ReportFormat, reportFormats } from '../config/config';
import { codeOf, reasonOf } from '../host/failure';
import { pathFrom } from '../host/scope';
import { createText, overwriteText } from '../host/texts';
import { reportOf, reports, workbookOf } from '../reports/catalogue';
import { formatsOf, type Report } from '../reports/report';
import { Misuse } from './misuse';
import { print } from './output';
import { judge, type Loaded, readAsked } from './projects';
import { cannotWrite, fileExists, notInFormat, severalProjects, unknownReport, workbookOnTerminal } from './sentences';
import type { Settings } from './settings';

export interface ReportOptions {
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly audience?: Audience;
  readonly force?: true;
}

/** Prints the report `name` on the project that `path` leads to, or writes it into a file; answers the exit code. */
export async function report(
  name: string,
  path: string,
  { format, output, audience, force }: ReportOptions,
  settings: Settings,
): Promise<number> {
  const asked = reports.find((each) => each.name === name);
  if (!asked)
    throw new Misuse(
      unknownReport(
        name,
        reports.map((each) => each.name),
      ),
    );
  const named = format ?? formatCalled(extname(output ?? '').slice(1));
  if (named && !formatsOf(asked).includes(named)) throw new Misuse(notInFormat(name, named, formatsOf(asked)));
  const { projects, isSound } = await readAsked([path], settings);
  const [loaded, ...more] = projects;
  if (!loaded || more.length > 0) throw new Misuse(severalProjects(projects.map(({ asked: { folder } }) => folder)));
  const { model, findings } = judge({ ...loaded, asked: { ...loaded.asked, only: null } }, settings);
  const { config } = loaded.configured;
  const { language } = loaded;
  const chosen = named ?? usualFormat(asked, config.report.format);
  if (chosen === 'xlsx' && output === undefined && process.stdout.isTTY) throw new Misuse(workbookOnTerminal);
  const input = { snapshot: model.snapshot, model, findings, config };
  const links = (audience ?? config.report.audience) === 'author' ? { fileUri: linksTo(loaded, output) } : {};
  const made = chosen === 'xlsx' ? workbookOf(name, input, language) : reportOf(name, input, { format: chosen, language, ...links });
  if (output === undefined) print(made);
  else await write(output, made, force ? overwriteText : createText);
  return isSound ? 0 : 2;
}

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

async function write(path: string, made: string | Uint8Array, put: typeof createText): Promise<void> {
  try {
    await put(path, made);
  } catch (error) {
    throw new Misuse(codeOf(error) === 'EEXIST' ? fileExists(path) : cannotWrite(path, reasonOf(error)), { cause: error });
  }
}
