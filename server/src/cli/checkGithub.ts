import { inOrder, messageOf, rangeOf } from '../rules/answer';
import type { Severity } from '../rules/rule';
import type { Judged } from './checkText';
import { shownPath } from './projects';

/** Findings as GitHub's workflow commands: each is shown at its line of a pull request. */
export function github(judged: readonly Judged[]): string {
  return judged.flatMap(commandsOf).join('');
}

function commandsOf({ loaded, checked }: Judged): readonly string[] {
  return inOrder(checked.findings).map((finding) => {
    const { rule, severity, found } = finding;
    const { start, end } = rangeOf(checked.linesOf(found.at.file), found.at.span);
    const properties = {
      file: shownPath(loaded, found.at.file),
      line: start.line,
      endLine: end.line,
      // Columns are taken only of a place within one line.
      ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
      title: rule.name,
    };
    const settings = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${commands[severity]} ${settings.join(',')}::${data(messageOf(finding, loaded.language))}\n`;
  });
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
