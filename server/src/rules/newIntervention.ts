import { type Day, dateOf } from '../model/calendar';
import type { Entity, Member, Model, Party, Pitfall } from '../model/model';
import { addDeclaration, quotedTitle, topLevelAround } from '../planning/edits';
import { freshName, referenceTo } from '../planning/reference';
import type { Edit } from '../text/edit';

/** An intervention that a fix writes into the model. Its texts are in the language that the fix was asked for. */
export interface NewIntervention {
  /** Made unlike all others by a number. */
  readonly name: string;
  readonly title: string;
  readonly technique: string;
  /** A rule's name, or a pitfall. */
  readonly answers: string | Pitfall;
  readonly involves: readonly Party[];
  readonly owner: Member | null;
  readonly measure: string;
}

/** How long it runs where the period does not say. */
const usualDays = 90;

/** The edit that declares `intervention`: below the last one of the project, else below the last assessment, else at the end of the file of `near`. */
export function newIntervention(model: Model, intervention: NewIntervention, near: Entity): Edit | null {
  const anchor = model.interventions.at(-1) ?? model.assessments.at(-1);
  const last = anchor?.node ?? model.snapshot.files.get(near.file)?.tree.declarations.at(-1) ?? near.node;
  const around = topLevelAround(model.snapshot, (anchor ?? near).file, last);
  return around ? addDeclaration(around.file, around.declaration, textOf(model, intervention)) : null;
}

/** The last day that a fix gives an intervention that starts on `from`: that of the period, or 90 days later where that is past or there is none. */
export function lastDay(model: Model, from: Day): string {
  const end = model.period?.to;
  return dateOf(end !== undefined && end > from ? end : from + usualDays);
}

function textOf(model: Model, { name, title, technique, answers, involves, owner, measure }: NewIntervention): string {
  const reference = (entity: Entity, word: string) => referenceTo(model, entity, { kind: 'intervention', word });
  const answered = typeof answers === 'string' ? answers : reference(answers, 'answers');
  const people = involves.map((party) => reference(party, 'involves')).filter((written) => written !== null);
  const ownerName = owner && reference(owner, 'owner');
  const lines = [
    `technique ${technique}`,
    ...(answered ? [`answers ${answered}`] : []),
    ...(people.length > 0 ? [`involves ${people.join(', ')}`] : []),
    ...(ownerName ? [`owner ${ownerName}`] : []),
    `from ${dateOf(model.today)} to ${lastDay(model, model.today)}`,
    `measure ${quotedTitle(measure)}`,
  ];
  return [`intervention ${freshName(model, name)} ${quotedTitle(title)} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}
