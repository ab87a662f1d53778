import junit from 'junit-report-builder';
import { inOrder, isAtLeast, messageOf, rangeOf } from '../rules/answer';
import type { Finding, Severity } from '../rules/rule';
import type { Judged } from './checkText';
import { shownPath } from './projects';

/** Findings as a JUnit report: a suite a file, a case a finding, a failure where it is at or above `failOn`; a file without findings is a case that passes. */
export function junitXml(judged: readonly Judged[], failOn: Severity | 'never'): string {
  const report = junit.newBuilder().name('Collab');
  for (const each of judged) addProject(report, each, failOn);
  return `${report.build()}\n`;
}

function addProject(report: ReturnType<typeof junit.newBuilder>, { loaded, checked }: Judged, failOn: Severity | 'never'): void {
  const byFile = new Map<string, Finding[]>([...checked.model.snapshot.files.keys()].sort().map((file) => [file, []]));
  for (const finding of inOrder(checked.findings))
    byFile.set(finding.found.at.file, [...(byFile.get(finding.found.at.file) ?? []), finding]);
  for (const [file, findings] of byFile) {
    const path = shownPath(loaded, file);
    const suite = report.testSuite().name(path);
    if (findings.length === 0) suite.testCase().className(path).name('Collab');
    for (const finding of findings) {
      const { line, column } = rangeOf(checked.linesOf(file), finding.found.at.span).start;
      const message = messageOf(finding, loaded.language);
      const testCase = suite.testCase().className(path).name(`${finding.rule.name} ${line}:${column}`).file(path);
      if (failOn !== 'never' && isAtLeast(finding.severity, failOn)) testCase.failure(message, finding.severity);
      else testCase.standardOutput(`${finding.severity}: ${message}`);
    }
  }
}
