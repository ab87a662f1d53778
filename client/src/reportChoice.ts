import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import { z } from 'zod';

const names = ['review', 'matrix', 'network', 'workload', 'plan', 'client'] as const;
const formats = ['html', 'md', 'json', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** What a caller of the command may settle beforehand; the rest is asked. `target` is `beside`, or the URI of the file to write. */
const choiceSchema = z
  .object({
    name: z.enum(names),
    format: z.enum(formats),
    language: z.enum(['en', 'fr']),
    audience: z.enum(['author', 'client']),
    target: z.string(),
  })
  .partial();

/** A report as it is wanted: which, in which form and language, for whom, and where to; null: beside the text. */
export interface ReportChoice {
  readonly name: (typeof names)[number];
  readonly format: Format;
  readonly language: 'en' | 'fr';
  readonly audience: 'author' | 'client';
  readonly file: Uri | null;
}

/** Asks for what `settled` leaves open; undefined where a question is dismissed. `folder` is where files are offered to be written. */
export async function chooseReport(settled: unknown, folder: Uri | undefined): Promise<ReportChoice | undefined> {
  const known = choiceSchema.safeParse(settled ?? {}).data ?? {};
  const name = known.name ?? (await pick(reportItems(), l10n.t('Which report?')));
  const format = name && (known.format ?? (await pick(formatItems(name), l10n.t('Which form should the report have?'))));
  const language = format && (known.language ?? (await pick(languageItems, l10n.t('Which language should the report be in?'))));
  if (!name || !format || !language) return undefined;
  const audience = known.audience ?? (bearsLinks(format) ? await pick(audienceItems(), l10n.t('Whom is the report for?')) : 'client');
  const target = audience && (known.target ?? (await pickTarget(name, format, folder)));
  if (!audience || !target) return undefined;
  return { name, format, language, audience, file: target === 'beside' ? null : Uri.parse(target) };
}

function bearsLinks(format: Format): boolean {
  return format === 'html' || format === 'md';
}

type Item<Value> = QuickPickItem & { readonly value: Value };

async function pick<Value extends string>(items: readonly Item<Value>[], placeHolder: string): Promise<Value | undefined> {
  const picked = await window.showQuickPick(items, { title: l10n.t('Collab: report'), placeHolder });
  return picked?.value;
}

function reportItems(): readonly Item<ReportChoice['name']>[] {
  return [
    { label: l10n.t('Review'), detail: l10n.t('The state of the collaboration, for the meeting with the client'), value: 'review' },
    { label: l10n.t('Competency matrix'), detail: l10n.t('Who can do what'), value: 'matrix' },
    { label: l10n.t('Network'), detail: l10n.t('Who works with whom'), value: 'network' },
    { label: l10n.t('Workload'), detail: l10n.t('Who has how much'), value: 'workload' },
    { label: l10n.t('Reassignment plan'), detail: l10n.t('What to reassign, before and after'), value: 'plan' },
    { label: l10n.t('Client'), detail: l10n.t('What the client is in'), value: 'client' },
  ];
}

/** A review is prose: it has no tables for a spreadsheet. */
function formatItems(name: ReportChoice['name']): readonly Item<Format>[] {
  const tables: readonly Item<Format>[] = [
    { label: l10n.t('Workbook'), description: 'xlsx', detail: l10n.t('All tables, for a spreadsheet'), value: 'xlsx' },
    { label: 'CSV', description: 'csv', detail: l10n.t('The main table, for other tools'), value: 'csv' },
  ];
  return [
    { label: l10n.t('Page'), description: 'HTML', detail: l10n.t('To read here, to print or to send'), value: 'html' },
    { label: 'Markdown', description: 'md', detail: l10n.t('To edit further, or to turn into a Word document'), value: 'md' },
    ...(name === 'review' ? [] : tables),
    { label: 'JSON', description: 'json', detail: l10n.t('The figures, for other tools'), value: 'json' },
  ];
}

const languageItems: readonly Item<'en' | 'fr'>[] = [
  { label: 'English', value: 'en' },
  { label: 'Français', value: 'fr' },
];

function audienceItems(): readonly Item<ReportChoice['audience']>[] {
  return [
    { label: l10n.t('For its author'), detail: l10n.t('Places are links to the line'), value: 'author' },
    { label: l10n.t('For the client'), detail: l10n.t('Places are named, without links'), value: 'client' },
  ];
}

/** A workbook can only be written. */
async function pickTarget(name: string, format: Format, folder: Uri | undefined): Promise<string | undefined> {
  const beside: Item<'beside' | 'file'> = { label: l10n.t('Open it beside the text'), value: 'beside' };
  const file: Item<'beside' | 'file'> = { label: l10n.t('Write it into a file…'), value: 'file' };
  const where = format === 'xlsx' ? 'file' : await pick([beside, file], l10n.t('Where should the report go?'));
  if (where !== 'file') return where;
  const defaultUri = folder && Uri.joinPath(folder, `${name}.${format}`);
  const chosen = await window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [format.toUpperCase()]: [format] } });
  return chosen?.toString();
}
