import {
  type Block,
  empty,
  type Fact,
  lead,
  list,
  prose,
  type Rich,
  type Section,
  type StateMark,
  section,
  table,
  words,
} from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { InterventionReviewed } from '../interventions';
import type { AssessmentReviewed } from '../state';

/** Step 1. */
export function statePage({ assessments, interventions }: Review, say: Say): Section {
  const text = texts[say.language];
  const known = new Map(interventions.map((intervention) => [intervention.name, intervention]));
  const blocks = [lead(text.lead), ...(assessments.length === 0 ? [empty(text.none)] : [])];
  const sections = assessments.map((assessment, at) => assessmentPart(assessment, at + 1, known, say));
  return { ...section('state', text.title, blocks, sections), label: text.step };
}

type Known = ReadonlyMap<string, InterventionReviewed>;

function assessmentPart(assessment: AssessmentReviewed, at: number, known: Known, say: Say): Section {
  const text = texts[say.language];
  const { name, on, about, heard, strengths, pitfalls } = assessment;
  const id = `assessment-${at}`;
  const quotes = heard.flatMap(({ text: said, parties, on: day }) =>
    said === null ? [] : [{ markdown: said, who: [say.names(parties), ...(day ? [say.date(day)] : [])].join(', ') }],
  );
  const title = on ? text.assessment(say.name(name), say.date(on)) : say.name(name);
  return section(
    id,
    title,
    [...(about ? [prose(about)] : []), { kind: 'facts', facts: scopeFacts(assessment, say) }],
    [
      section(
        `${id}-heard`,
        text.heard,
        heard.length === 0 ? [empty(text.nobodyHeard)] : quotes.length === 0 ? [empty(text.nothingQuoted)] : [{ kind: 'quotes', quotes }],
      ),
      section(`${id}-strengths`, text.strengths, [
        strengths.length === 0 ? empty(text.noStrengths) : list(strengths.map((strength) => strengthLine(strength, say))),
      ]),
      section(`${id}-pitfalls`, text.pitfalls, [pitfalls.length === 0 ? empty(text.noPitfalls) : pitfallsTable(pitfalls, known, say)]),
    ],
  );
}

function scopeFacts({ scope, people, heardPeople, notHeard, heard }: AssessmentReviewed, say: Say): readonly Fact[] {
  const text = texts[say.language];
  const silent = heard.filter(({ text: said }) => said === null).flatMap(({ parties }) => parties);
  return [
    { term: text.scope, values: [[scope.length === 0 ? text.noScope : say.names(scope)]] },
    { term: text.heardOf, values: [[text.counts(heardPeople, people, say)]] },
    ...(notHeard.length > 0 ? [{ term: text.notHeard, values: [[say.names(say.sorted(notHeard))]] }] : []),
    ...(silent.length > 0 ? [{ term: text.heardUnquoted, values: [[say.names(silent)]] }] : []),
  ];
}

function strengthLine({ name, of }: AssessmentReviewed['strengths'][number], say: Say): Rich {
  return [say.name(name), ...(of.length > 0 ? [{ kind: 'quiet', text: say.names(of) } as const] : [])];
}

function pitfallsTable(pitfalls: AssessmentReviewed['pitfalls'], known: Known, say: Say): Block {
  const text = texts[say.language];
  const columns = [words(text.pitfall), words(text.about), words(text.severity), words(text.answer)];
  return table(
    text.pitfalls,
    columns,
    pitfalls.map(({ name, of, between, severity, answeredBy }) => [
      [say.name(name)],
      [of.length === 0 ? text.unsaid : between ? text.between(say.names(of)) : say.names(of)],
      [severity ? say.word.grade[severity] : text.unsaid],
      answeredBy.length === 0 ? [missing(text.unanswered)] : answeredBy.map((id) => answerMark(id, known.get(id), say)),
    ]),
  );
}

function answerMark(id: string, intervention: InterventionReviewed | undefined, say: Say): StateMark {
  const text = texts[say.language];
  if (intervention?.lapsed) return { kind: 'state', state: 'missing', text: text.lapsed(say.name(id)) };
  const status = intervention ? say.word.intervention[intervention.status] : '';
  return { kind: 'state', state: intervention?.status === 'done' ? 'pending' : 'good', text: `${say.name(id)} (${status})` };
}

function missing(text: string): StateMark {
  return { kind: 'state', state: 'missing', text };
}

const en = {
  step: 'Step 1',
  title: 'State of the collaboration',
  lead: 'What the people concerned say works, and what does not: the ground on which everything else is read.',
  none: 'The model holds no assessment: nobody has been heard yet, so strengths and pitfalls are unknown.',
  assessment: (name: string, on: string) => `${name}, ${on}`,
  scope: 'Scope',
  noScope: 'Not stated',
  heardOf: 'Heard',
  counts: (heard: number, people: number, say: Say) =>
    people === 0 ? 'Unknown: the scope names nobody' : `${heard} of ${say.plural(people, 'person', 'people')} in scope`,
  notHeard: 'Not heard',
  heardUnquoted: 'Heard, not quoted',
  heard: 'Who was heard',
  nobodyHeard: 'The assessment names nobody who was heard.',
  nothingQuoted: 'People were heard, but the model quotes none of them.',
  strengths: 'Strengths',
  noStrengths: 'The assessment names no strength.',
  pitfalls: 'Pitfalls',
  noPitfalls: 'The assessment names no pitfall.',
  pitfall: 'Pitfall',
  about: 'Concerns',
  severity: 'Severity',
  answer: 'Answered by',
  between: (names: string) => `between ${names}`,
  unsaid: 'not stated',
  unanswered: 'nothing yet',
  lapsed: (name: string) => `${name} (end date past)`,
};

const fr: typeof en = {
  step: 'Étape 1',
  title: 'État de la collaboration',
  lead: 'Ce qui marche et ce qui ne marche pas, d’après les intéressés : le terrain sur lequel se lit tout le reste.',
  none: 'Le modèle ne contient aucun état des lieux : personne n’a encore été entendu, points forts et écueils sont inconnus.',
  assessment: (name, on) => `${name}, ${on}`,
  scope: 'Périmètre',
  noScope: 'Non indiqué',
  heardOf: 'Entendus',
  counts: (heard, people, say) =>
    people === 0 ? 'Inconnu : le périmètre ne nomme personne' : `${heard} sur ${say.plural(people, 'personne', 'personnes')} du périmètre`,
  notHeard: 'Non entendus',
  heardUnquoted: 'Entendus, non cités',
  heard: 'Qui a été entendu',
  nobodyHeard: 'L’état des lieux ne nomme personne qui ait été entendu.',
  nothingQuoted: 'Des personnes ont été entendues, mais le modèle n’en cite aucune.',
  strengths: 'Points forts',
  noStrengths: 'L’état des lieux ne relève aucun point fort.',
  pitfalls: 'Écueils',
  noPitfalls: 'L’état des lieux ne relève aucun écueil.',
  pitfall: 'Écueil',
  about: 'Concerne',
  severity: 'Gravité',
  answer: 'Réponse',
  between: (names) => `entre ${names}`,
  unsaid: 'non indiqué',
  unanswered: 'aucune pour l’instant',
  lapsed: (name) => `${name} (date de fin passée)`,
};

const texts = { en, fr };
