import type { Model, Person } from '../model/model';
import { vocabulary } from '../reports/vocabulary';
import { messageOf } from '../rules/answer';
import { type Finding, type Group, groups, type Severity, severities } from '../rules/rule';
import { subjectsOf } from '../rules/subjects';
import type { Language } from '../text/localised';
import { type Spot, spotOf } from './spot';

/** All findings of a project, and what they can be grouped by. */
export interface FindingsShown {
  /** The steps and the client, in the order of reports; those without a finding too. */
  readonly groups: readonly { readonly group: Group; readonly label: string }[];
  /** Whom some finding is about, by what people call them. */
  readonly people: readonly { readonly id: string; readonly label: string }[];
  /** By group, then the gravest first, then by file and place. */
  readonly findings: readonly FindingShown[];
}

export interface FindingShown {
  readonly rule: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly message: string;
  /** Ids of the members and stakeholders that it is about. */
  readonly people: readonly string[];
  readonly subjects: readonly string[];
  readonly at: Spot;
}

export function findingsShown(model: Model, findings: readonly Finding[], language: Language): FindingsShown {
  const labels = new Map<string, string>();
  const shown = findings.map((finding): FindingShown => {
    const people = peopleIn(model, finding);
    for (const { id, label } of people) labels.set(id, label);
    return {
      rule: finding.rule.name,
      group: groupOf(finding),
      severity: finding.severity,
      message: messageOf(finding, language),
      people: people.map(({ id }) => id),
      subjects: finding.found.subjects,
      at: spotOf(model, finding.found.at),
    };
  });
  const { compare } = new Intl.Collator(language);
  return {
    groups: groups.map((group) => ({ group, label: vocabulary[language].group[group] })),
    people: [...labels].map(([id, label]) => ({ id, label })).sort((a, b) => compare(a.label, b.label)),
    findings: shown.toSorted(byGroupThenSeverity),
  };
}

/** Those that it names, and the ends of the links that it names. */
function peopleIn(model: Model, { found }: Finding): readonly Person[] {
  const people = subjectsOf(model, found).flatMap((entity) => (entity.kind === 'link' ? [entity.from, entity.to] : [entity]));
  return [...new Set(people)].filter((entity): entity is Person => entity.kind === 'member' || entity.kind === 'stakeholder');
}

function groupOf({ rule: { name } }: Finding): Group {
  return name.slice(0, name.indexOf('/')) as Group;
}

function byGroupThenSeverity(a: FindingShown, b: FindingShown): number {
  return groups.indexOf(a.group) - groups.indexOf(b.group) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
