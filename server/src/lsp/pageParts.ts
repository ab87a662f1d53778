import { escaped } from '../features/markdown';
import { messageOf } from '../rules/answer';
import { gravestFirst } from '../rules/effect';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';

/** A table in Markdown: its head, how its columns stand (`---`, `--:`), its rows. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** Findings as a list in Markdown, the gravest first; `none` where there are none. */
export function findingList(findings: readonly Finding[], language: Language, none: string): string {
  if (findings.length === 0) return none;
  return findings
    .toSorted(gravestFirst)
    .map((finding) => `- ${capitalised(escaped(messageOf(finding, language)))}`)
    .join('\n');
}

/** A message as a sentence of its own begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
