import { answersTo } from '../../model/answers';
import type { Assessment, Model, Party, Person } from '../../model/model';
import { membersOf } from '../../model/teams';
import { idsOf } from '../../rules/subjects';
import type { Grade } from '../../syntax/vocabulary';
import { byName, dateOrNull, idsInOrder, textOf } from '../texts';

/** Step 1, the state of the collaboration: one assessment. */
export interface AssessmentReviewed {
  readonly name: string;
  readonly on: string | null;
  readonly about: string | null;
  readonly scope: readonly string[];
  /** How many people the scope holds, and how many of them were heard. */
  readonly people: number;
  readonly heardPeople: number;
  readonly notHeard: readonly string[];
  /** In text order. */
  readonly heard: readonly {
    readonly parties: readonly string[];
    readonly on: string | null;
    /** What was said; Markdown. */
    readonly text: string | null;
  }[];
  readonly strengths: readonly { readonly name: string; readonly of: readonly string[] }[];
  readonly pitfalls: readonly {
    readonly name: string;
    readonly severity: Grade | null;
    readonly of: readonly string[];
    readonly between: boolean;
    /** The interventions that name it, whatever their state. */
    readonly answeredBy: readonly string[];
  }[];
}

/** The assessments, newest first; those without a date last. */
export function assessmentsReviewed(model: Model): readonly AssessmentReviewed[] {
  return newestFirst(model).map((assessment) => {
    const people = peopleInScope(model, assessment);
    const missed = notHeard(model, assessment);
    return {
      name: assessment.id,
      on: dateOrNull(assessment.on),
      about: textOf(assessment, 'about'),
      scope: idsInOrder(assessment.scope),
      people: people.size,
      heardPeople: people.size - missed.length,
      notHeard: idsOf(missed),
      heard: assessment.heard.map(({ parties, on, text }) => ({ parties: idsInOrder(parties), on: dateOrNull(on), text })),
      strengths: assessment.strengths.map(({ id, of }) => ({ name: id, of: idsInOrder(of) })).sort(byName),
      pitfalls: assessment.pitfalls
        .map((pitfall) => ({
          name: pitfall.id,
          severity: pitfall.severity,
          of: idsInOrder(pitfall.of),
          between: pitfall.between,
          answeredBy: idsOf(answersTo(model, pitfall)),
        }))
        .sort(byName),
    };
  });
}

export function newestFirst(model: Model): readonly Assessment[] {
  return [...model.assessments].sort((a, b) => (b.on ?? Number.NEGATIVE_INFINITY) - (a.on ?? Number.NEGATIVE_INFINITY) || 0);
}

/** Who is in the scope: directly, by their team, or as a stakeholder of a client in it. Absent members are nobody to hear. */
export function peopleInScope(model: Model, { scope }: Assessment): ReadonlySet<Person> {
  return new Set(scope.flatMap((party) => peopleOf(model, party)));
}

/** Those in the scope whom no `heard` names, directly or by their team or client. */
export function notHeard(model: Model, assessment: Assessment): readonly Person[] {
  const heard = new Set(assessment.heard.flatMap(({ parties }) => parties.flatMap((party) => peopleOf(model, party))));
  return [...peopleInScope(model, assessment)].filter((person) => !heard.has(person));
}

function peopleOf(model: Model, party: Party): readonly Person[] {
  if (party.kind === 'team') return membersOf(model, party).filter(({ present }) => present);
  if (party.kind === 'client') return party.stakeholders;
  if (party.kind === 'member') return party.present ? [party] : [];
  return party.kind === 'stakeholder' ? [party] : [];
}
