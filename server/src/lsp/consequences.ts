import { escaped } from '../features/markdown';
import { messageOf } from '../rules/answer';
import { type Effect, effectOf, gravestFirst } from '../rules/effect';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Span } from '../text/span';
import { type Considered, findingsAt, mending } from './offers';
import { capitalised, markdownTable } from './pageParts';

/** How many fixes of one finding are compared. */
const mostCompared = 8;

/** A page that says of each fix at `span` of `file` which findings it resolves and which it adds. Markdown; null where nothing is found there. */
export function comparison(considered: Considered, file: string, span: Span): string | null {
  const findings = findingsAt(considered, file, span);
  if (findings.length === 0) return null;
  const { title } = texts[considered.language];
  return [`# ${title}`, ...findings.flatMap((finding) => section(considered, finding))].join('\n\n').concat('\n');
}

function section(considered: Considered, finding: Finding): readonly string[] {
  const { checked, configured, language } = considered;
  const text = texts[language];
  const rows = mending(considered, finding)
    .slice(0, mostCompared)
    .map(({ fix }) => {
      if (fix.disabled) return [fix.title[language], fix.disabled[language], ''];
      const { resolved, added } = effectOf(checked, fix.edits, configured);
      return [fix.title[language], ...[resolved, added].map((changed) => listOf(changed, language))];
    });
  const heading = [`## ${capitalised(escaped(messageOf(finding, language)))}`, `\`${finding.rule.name}\``];
  if (rows.length === 0) return [...heading, text.none];
  const table = [text.columns, text.columns.map(() => '---'), ...rows.map(([fix = '', ...cells]) => [escaped(fix), ...cells])];
  return [...heading, markdownTable(table)];
}

function listOf(findings: Effect['resolved'], language: Language): string {
  const items = findings
    .toSorted(gravestFirst)
    .map((finding) => `${texts[language].severities[finding.severity]}${escaped(messageOf(finding, language))}`);
  return items.length === 0 ? '–' : items.join('<br>');
}

const texts = {
  en: {
    title: 'What the fixes here would change',
    columns: ['Fix', 'Resolves', 'Adds'],
    none: 'No fix is known for this finding.',
    severities: { error: '**error:** ', warning: '', info: '', hint: '' },
  },
  fr: {
    title: 'Ce que changeraient les corrections proposées ici',
    columns: ['Correction', 'Résout', 'Ajoute'],
    none: 'Aucune correction n’est connue pour ce constat.',
    severities: { error: '**erreur\u00A0:** ', warning: '', info: '', hint: '' },
  },
} as const;
