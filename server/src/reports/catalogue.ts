import type { Language } from '../text/localised';
import { toHtml } from './render/html';
import { toJson } from './render/json';
import { toMarkdown } from './render/markdown';
import type { FileUri } from './render/places';
import type { Made, Report, ReportInput } from './report';
import { review } from './review';

/** All reports, in the order in which they are offered. */
export const reports: readonly Report[] = [review];

export interface RenderOptions {
  /** One of the report’s formats. */
  readonly format: string;
  readonly language: Language;
  /** In an author’s copy the places of findings are links: where a line is opened. Absent: plain `file:line`. */
  readonly fileUri?: FileUri;
}

/**
 * The report `name` in a format: the same input gives the same bytes.
 * @throws RangeError where `reports` has no such report, or it does not come in that format.
 */
export function reportOf(name: string, input: ReportInput, { format, language, fileUri }: RenderOptions): string {
  const report = reports.find((each) => each.name === name);
  const render = report?.formats.some((each) => each === format) ? renderers.get(format) : undefined;
  if (!report || !render) throw new RangeError(`There is no report “${name}” in the format “${format}”.`);
  return render(report.made(input, language), fileUri ?? null);
}

const renderers: ReadonlyMap<string, (made: Made, fileUri: FileUri | null) => string> = new Map([
  ['html', (made, fileUri) => toHtml(made.document(), fileUri)],
  ['md', (made, fileUri) => toMarkdown(made.document(), fileUri)],
  ['json', ({ data }) => toJson(data)],
]);
