import { dateOf } from '../../model/calendar';
import { openTasks, presentMembers } from '../../model/coverage';
import type { Assessment, Model } from '../../model/model';
import { rules } from '../../rules/catalogue';
import type { Options, Severity } from '../../rules/rule';
import { compareText, idsOf } from '../../rules/subjects';
import type { ReportInput } from '../report';
import { newestFirst, notHeard, peopleInScope } from '../review/state';
import { dateOrNull } from '../texts';
import { thresholdsOf } from './findings';

/** What a report rests on. */
export interface Opening {
  /** Of the newest assessment; null without a dated one. */
  readonly dataDate: string | null;
  /** The newest assessment, dated or not; null without one. */
  readonly assessment: string | null;
  readonly today: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly scale: {
    readonly name: string | null;
    readonly levels: readonly { readonly level: number; readonly name: string; readonly title: string | null }[];
    readonly autonomous: number;
    readonly trains: number;
  };
  /** The files read, by path. */
  readonly files: readonly string[];
  readonly people: {
    /** Members present today; `absent` are those before their first day or after their last. */
    readonly members: number;
    readonly absent: number;
    readonly stakeholders: number;
    readonly teams: number;
    readonly clients: number;
  };
  /** Every rule, by name, as it was set. */
  readonly rules: readonly RuleInForce[];
  readonly notAssessed: NotAssessed;
}

export interface RuleInForce {
  readonly rule: string;
  readonly severity: Severity | 'off';
  readonly thresholds: Options;
  /** Does the configuration set it otherwise than by default? */
  readonly changed: boolean;
}

/** What the data does not say, so that nobody takes silence for good news. */
export interface NotAssessed {
  /** People in the scope of the newest assessment whom it did not hear. */
  readonly notHeard: readonly string[];
  /** Present members outside that scope; null where it states none, or there is no assessment. */
  readonly outsideScope: readonly string[] | null;
  /** Present members of whom no competency is known. */
  readonly withoutCompetencies: readonly string[];
  /** Open tasks that say no effort: their days count nowhere. */
  readonly tasksWithoutEffort: readonly string[];
  /** Open tasks that require no competency. */
  readonly tasksWithoutRequirements: readonly string[];
}

export function openingOf({ model, snapshot, config }: ReportInput): Opening {
  const members = presentMembers(model);
  const { name, levels, autonomous, trains } = model.scale;
  const newest = newestFirst(model)[0];
  return {
    dataDate: dateOrNull(newest?.on ?? null),
    assessment: newest?.id ?? null,
    today: dateOf(model.today),
    period: model.period && { from: dateOf(model.period.from), to: dateOf(model.period.to) },
    scale: { name, levels: levels.map((level, at) => ({ level: at + 1, name: level.name, title: level.title })), autonomous, trains },
    files: snapshot.inOrder().map(({ path }) => path),
    people: {
      members: members.length,
      absent: model.members.length - members.length,
      stakeholders: model.stakeholders.length,
      teams: model.teams.length,
      clients: model.clients.length,
    },
    rules: rules
      .map((rule): RuleInForce => {
        const severity = config.rules.get(rule.name)?.severity ?? rule.severity;
        const thresholds = thresholdsOf(rule, config);
        const moved = Object.entries(rule.options).some(([option, value]) => thresholds[option] !== value);
        return { rule: rule.name, severity, thresholds, changed: severity !== rule.severity || moved };
      })
      .sort((a, b) => compareText(a.rule, b.rule)),
    notAssessed: notAssessed(model, newest),
  };
}

function notAssessed(model: Model, newest: Assessment | undefined): NotAssessed {
  const members = presentMembers(model);
  const scope = newest && peopleInScope(model, newest);
  return {
    notHeard: newest ? idsOf(notHeard(model, newest)) : [],
    outsideScope: scope && scope.size > 0 ? idsOf(members.filter((member) => !scope.has(member))) : null,
    withoutCompetencies: idsOf(members.filter(({ has }) => has.length === 0)),
    tasksWithoutEffort: idsOf(openTasks(model).filter(({ effort }) => effort === null)),
    tasksWithoutRequirements: idsOf(openTasks(model).filter(({ requirements }) => requirements.length === 0)),
  };
}
