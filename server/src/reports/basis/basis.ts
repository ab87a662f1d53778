import type { Group } from '../../rules/rule';
import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { type Names, sayIn } from '../say';
import { groupOf, type TracedFinding, tracedFindings } from './findings';
import { type Opening, openingOf } from './opening';

/** What every report opens with, and what its annex traces. */
export interface Basis {
  readonly language: Language;
  /** What people call the organization; null where the model declares none. */
  readonly title: string | null;
  readonly opening: Opening;
  /** By file, then place, then rule; `number` gives the order in which one reads them. */
  readonly findings: readonly TracedFinding[];
  /** What people call each thing that the report names, by its name. */
  readonly names: Names;
}

/** The basis of a report on some `groups`: the findings of those, and what is wrong with the files themselves. */
export function basisOf(input: ReportInput, language: Language, groups: readonly Group[]): Basis {
  const { model, findings } = input;
  const names = namesOf(model, language);
  const concerning = findings.filter(({ rule }) => [...groups, 'model'].includes(groupOf(rule.name)));
  const say = sayIn(language, names, model.scale.levels);
  return {
    language,
    title: model.organization?.label ?? null,
    opening: openingOf(input),
    findings: tracedFindings({ ...input, findings: concerning }, say).map(({ traced }) => traced),
    names,
  };
}
