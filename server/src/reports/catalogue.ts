import type { Language } from '../text/localised';
import type { Document } from './document';
import { matrix } from './matrix';
import { network } from './network';
import { toHtml } from './render/html';
import { toJson } from './render/json';
import { toMarkdown } from './render/markdown';
import type { FileUri } from './render/places';
import type { Report, ReportInput } from './report';
import { review } from './review';
import { workload } from './workload';

/** All reports, in the order in which they are offered. */
export const reports: readonly Report[] = [review, matrix, network, workload];

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
  const report = reports.find((each) => each.name === name && each.formats.some((known) => known === format));
  const made = report?.made(input, language);
  if (made && format === 'json') return toJson(made.data);
  const document = made?.document();
  const draw = drawings.get(format);
  if (!document || !draw) throw new RangeError(`There is no report “${name}” in the format “${format}”.`);
  return draw(document, fileUri ?? null);
}

const drawings: ReadonlyMap<string, (document: Document, fileUri: FileUri | null) => string> = new Map([
  ['html', toHtml],
  ['md', toMarkdown],
]);
