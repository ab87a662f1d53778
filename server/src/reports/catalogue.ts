import type { Language } from '../text/localised';
import { abridged } from './abridged';
import { client } from './client';
import { labelled } from './labelled';
import { matrix } from './matrix';
import { network } from './network';
import { plan } from './plan';
import { toCsv } from './render/csv';
import { toHtml } from './render/html';
import { toJson } from './render/json';
import { toMarkdown } from './render/markdown';
import type { FileUri } from './render/places';
import { toXlsx } from './render/xlsx';
import { formatsOf, type Report, type ReportData, type ReportInput } from './report';
import { review } from './review';
import { workload } from './workload';

/** All reports, in the order in which they are offered. */
export const reports: readonly Report[] = [review, matrix, network, workload, plan, client];

/** Does the report `name` show what the planner proposes? Then its input must have it. */
export function showsPlan(name: string): boolean {
  return name === review.name || name === plan.name;
}

export interface RenderOptions {
  /** One of the report’s formats. */
  readonly format: string;
  readonly language: Language;
  /** In an author’s copy the places of findings are links: where a line is opened. Absent: plain `file:line`. */
  readonly fileUri?: FileUri;
  /** Are names, roles and free texts of the input codes already? Then the report says so. */
  readonly pseudonymised?: boolean;
}

/**
 * The report `name` as a text: the same input gives the same.
 * @throws RangeError where `reports` has no such report, or it does not come as a text in that format.
 */
export function reportOf(name: string, input: ReportInput, { format, language, fileUri, pseudonymised }: RenderOptions): string {
  const known = reportIn(name, format);
  const report = pseudonymised ? labelled(known) : known;
  if (format === 'html') return toHtml(abridged(report.document(input, language)), fileUri ?? null);
  if (format === 'md') return toMarkdown(abridged(report.document(input, language)), fileUri ?? null);
  if (format === 'json') return toJson(report.data(input, language));
  const [principal] = report.sheets?.(input, language) ?? [];
  if (format === 'csv' && principal) return toCsv(principal);
  throw noReport(name, format);
}

/**
 * What the report `name` says, for other tools; figures are not rounded yet.
 * @throws RangeError where `reports` has no such report.
 */
export function dataOf(name: string, input: ReportInput, language: Language): ReportData {
  return reportIn(name, 'json').data(input, language);
}

/**
 * The tables of the report `name` as a workbook: the same input gives the same bytes.
 * @throws RangeError where `reports` has no such report, or it has no tables.
 */
export function workbookOf(
  name: string,
  input: ReportInput,
  { language, pseudonymised }: Pick<RenderOptions, 'language' | 'pseudonymised'>,
): Uint8Array {
  const known = reportIn(name, 'xlsx');
  return toXlsx((pseudonymised ? labelled(known) : known).sheets?.(input, language) ?? []);
}

/** Does the report `name` come in `format`? */
export function comesIn(name: string, format: string): boolean {
  return reports.some((report) => report.name === name && formatsOf(report).some((known) => known === format));
}

function reportIn(name: string, format: string): Report {
  const report = reports.find((each) => each.name === name);
  if (!report || !comesIn(name, format)) throw noReport(name, format);
  return report;
}

function noReport(name: string, format: string): RangeError {
  return new RangeError(`There is no report “${name}” in the format “${format}”.`);
}
