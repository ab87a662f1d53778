import type { Language } from '../text/localised';
import { mostCards } from './basis/finding';
import { type Opening, openingOf } from './basis/opening';
import { namesOf } from './names';
import { type PlanAnswer, planAnswer } from './planAnswer';
import type { Report, ReportInput } from './report';
import { type ClientReviewed, clientsReviewed, type NeedReviewed, needsReviewed } from './review/clients';
import { type CompetencyReviewed, competenciesReviewed } from './review/competencies';
import { type ReviewedFinding, reviewedFindings } from './review/findings';
import { type Heritage, heritagesOf } from './review/heritage';
import { type InterventionReviewed, interventionsReviewed } from './review/interventions';
import { type Net, netOf } from './review/net';
import { reviewDocument } from './review/pages/review';
import { type AssessmentReviewed, assessmentsReviewed } from './review/state';
import { type Summary, summaryOf } from './review/summary';
import { type MemberReviewed, membersReviewed, type TaskReviewed, tasksReviewed } from './review/tasks';
import { type Names, sayIn } from './say';

/**
 * The état des lieux of a collaboration, for the meeting with the client: `collab report review --format json`.
 * Names are qualified by kind and sorted by name, unless said otherwise; figures have 3 decimals; null is unknown or absent;
 * dates are `YYYY-MM-DD`; texts of the model are Markdown, sentences are in `language`.
 */
export interface Review {
  readonly version: 1;
  readonly report: 'review';
  readonly language: Language;
  /** What people call the organization; null where the model declares none. */
  readonly title: string | null;
  readonly opening: Opening;
  readonly summary: Summary;
  /** Step 1: newest first. */
  readonly assessments: readonly AssessmentReviewed[];
  /** Step 2. */
  readonly heritages: readonly Heritage[];
  readonly net: Net;
  /** Step 3. */
  readonly competencies: readonly CompetencyReviewed[];
  readonly tasks: readonly TaskReviewed[];
  /** What the planner proposes; null where it was not asked. */
  readonly plan: PlanAnswer | null;
  readonly members: readonly MemberReviewed[];
  /** The organization’s own needs and the tasks for each; those of a client stand with it. */
  readonly needs: readonly NeedReviewed[];
  readonly clients: readonly ClientReviewed[];
  /** Step 4. */
  readonly interventions: readonly InterventionReviewed[];
  /** By file, then place, then rule; `number` gives the order in which one reads them. */
  readonly findings: readonly ReviewedFinding[];
  /** What people call each thing that the review names, by its name. */
  readonly names: Names;
}

export const review: Report = {
  name: 'review',
  data: (input, language) => reviewOf(input, language),
  document: (input, language) => reviewDocument(reviewOf(input, language, mostCards)),
};

/** The review of a project as the JSON format gives it, figures not yet rounded; fixes of the findings whose number is at most `mostFixed`. */
export function reviewOf(input: ReportInput, language: Language, mostFixed = Number.POSITIVE_INFINITY): Review {
  const { model, proposal } = input;
  const names = namesOf(model, language);
  const findings = reviewedFindings(input, sayIn(language, names, model.scale.levels), mostFixed);
  const interventions = interventionsReviewed(model, findings);
  return {
    version: 1,
    report: 'review',
    language,
    title: model.organization?.label ?? null,
    opening: openingOf(input),
    summary: summaryOf(findings, interventions),
    assessments: assessmentsReviewed(model),
    heritages: heritagesOf(model),
    net: netOf(model),
    competencies: competenciesReviewed(model),
    tasks: tasksReviewed(model),
    plan: proposal ? planAnswer(proposal.plan, proposal.effect) : null,
    members: membersReviewed(model),
    needs: model.organization ? needsReviewed(model, model.organization) : [],
    clients: clientsReviewed(model),
    interventions,
    findings,
    names,
  };
}
