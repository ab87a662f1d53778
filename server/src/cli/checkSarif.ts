import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import { type Checked, inOrder, messageOf, rangeOf } from '../rules/answer';
import { rules } from '../rules/catalogue';
import { manualPage } from '../rules/manual';
import type { AnyRule, Finding, Severity } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Location } from '../text/span';
import type { Judged } from './checkText';
import { shownPath } from './projects';

/** Findings as SARIF 2.1.0, one run a project, as code hosts take them in. */
export function sarif(judged: readonly Judged[]): string {
  const log = new SarifBuilder();
  for (const each of judged) log.addRun(runOf(each));
  return `${log.buildSarifJsonString({ indent: true })}\n`;
}

function runOf(judged: Judged): SarifRunBuilder {
  const { language } = judged.loaded;
  const run = new SarifRunBuilder({ columnKind: 'utf16CodeUnits' }).initSimple({ toolDriverName: 'Collab', toolDriverVersion: version });
  for (const rule of rules) run.addRule(ruleOf(rule, language));
  for (const finding of inOrder(judged.checked.findings)) run.addResult(resultOf(finding, judged));
  return run;
}

function ruleOf(rule: AnyRule, language: Language): SarifRuleBuilder {
  const described: Partial<ReportingDescriptor> = {
    help: { text: rule.why[language], markdown: manualPage(rule, language) },
    defaultConfiguration: { level: levels[rule.severity] },
  };
  return new SarifRuleBuilder(described).initSimple({
    ruleId: rule.name,
    shortDescriptionText: rule.summary[language],
    fullDescriptionText: rule.why[language],
  });
}

function resultOf(finding: Finding, { loaded, checked }: Judged): SarifResultBuilder {
  const { rule, severity, found } = finding;
  const place = (at: Location) => physical(at, shownPath(loaded, at.file), checked);
  const more: Partial<Result> = {
    relatedLocations: (found.related ?? []).map(({ at, message }, index) => ({
      id: index + 1,
      physicalLocation: place(at),
      message: { text: message[loaded.language] },
    })),
    // What a finding stands at is the same wherever its line moves to.
    partialFingerprints: { 'subjects/v1': [rule.name, ...found.subjects].join(' ') },
    properties: { severity, subjects: found.subjects, evidence: found.evidence },
  };
  const result = new SarifResultBuilder(more).initSimple({
    level: levels[severity],
    messageText: messageOf(finding, loaded.language),
    ruleId: rule.name,
  });
  const { artifactLocation, region } = place(found.at);
  result.setLocationArtifactUri(artifactLocation);
  result.setLocationRegion(region);
  return result;
}

function physical(at: Location, path: string, { linesOf }: Checked) {
  const { start, end } = rangeOf(linesOf(at.file), at.span);
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
