import { dirname, extname, join, resolve } from 'node:path';
import type { ReportFormat } from '../config/config';
import { codeOf, reasonOf } from '../host/failure';
import { pathFrom } from '../host/scope';
import { createText, overwriteText } from '../host/texts';
import { reportOf, reports } from '../reports/catalogue';
import type { Report } from '../reports/report';
import { Misuse } from './misuse';
import { print } from './output';
import { judge, type Loaded, readAsked } from './projects';
import { cannotWrite, fileExists, notInFormat, severalProjects, unknownReport } from './sentences';
import type { Settings } from './settings';

export const reportFormats = ['html', 'md', 'json'] as const;
type Format = (typeof reportFormats)[number];

export interface ReportOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly force?: true;
}

/** Prints the report `name` on the project that `path` leads to, or writes it into a file; answers the exit code. */
export async function report(name: string, path: string, { format, output, force }: ReportOptions, settings: Settings): Promise<number> {
  const asked = reports.find((each) => each.name === name);
  if (!asked)
    throw new Misuse(
      unknownReport(
        name,
        reports.map((each) => each.name),
      ),
    );
  const named = format ?? formatCalled(extname(output ?? '').slice(1));
  if (named && !asked.formats.includes(named)) throw new Misuse(notInFormat(name, named, asked.formats));
  const { projects, isSound } = await readAsked([path], settings);
  const [loaded, ...more] = projects;
  if (!loaded || more.length > 0) throw new Misuse(severalProjects(projects.map(({ asked: { folder } }) => folder)));
  const { model, findings } = judge({ ...loaded, asked: { ...loaded.asked, only: null } }, settings);
  const { config } = loaded.configured;
  const text = reportOf(
    name,
    { snapshot: model.snapshot, model, findings, config },
    {
      format: named ?? usualFormat(asked, config.report.format),
      language: loaded.language,
      ...(config.report.audience === 'author' ? { fileUri: linksTo(loaded, output) } : {}),
    },
  );
  if (output === undefined) print(text);
  else await write(output, text, force ? overwriteText : createText);
  return isSound ? 0 : 2;
}

function formatCalled(name: string): Format | undefined {
  return reportFormats.find((format) => format === name);
}

/** What the configuration asks for, else Markdown, else the first that the report comes in. */
function usualFormat({ formats }: Report, configured: ReportFormat | null): string {
  return [configured, 'md' as const, ...formats].find((format) => format && formats.includes(format)) ?? 'json';
}

/** Links from the report to the lines of the model, as seen from where the report is written: they hold wherever both are moved. */
function linksTo({ asked: { project } }: Loaded, output: string | undefined): (file: string, line: number) => string {
  const from = output === undefined ? process.cwd() : dirname(resolve(output));
  return (file, line) => `${pathFrom(from, join(project.root, file)).split('/').map(encodeURIComponent).join('/')}#L${line}`;
}

async function write(path: string, text: string, put: typeof createText): Promise<void> {
  try {
    await put(path, text);
  } catch (error) {
    throw new Misuse(codeOf(error) === 'EEXIST' ? fileExists(path) : cannotWrite(path, reasonOf(error)), { cause: error });
  }
}
