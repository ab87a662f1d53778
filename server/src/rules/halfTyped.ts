import { presentPeople } from '../model/coverage';
import type { FaultName } from '../model/faults/fault';
import { faultsIn } from '../model/faults/faults';
import { memo } from '../model/memo';
import type { AnyEntity, Competency, End, Entity, Model, Person } from '../model/model';
import { names } from '../model/names';
import { numberOf } from '../model/scale';
import { entriesOf } from '../syntax/tree';

/**
 * Does somebody hold `competency` at a level that is not yet written, or not in the scale? How high it is held is then not known.
 * A narrower competency that is so written counts as well.
 */
export function isHalfTyped(model: Model, competency: Competency): boolean {
  return withoutLevel(model).has(competency);
}

/** Is something in the project misspelt or half typed? What is not found may then be there all the same. */
export const isAnythingUnclear = memo(({ snapshot }: Model): boolean =>
  [...snapshot.files.values()].some(
    ({ path, tree }) => tree.problems.length > 0 || faultsIn(snapshot, path).some(({ fault }) => unclear.has(fault)),
  ),
);

const unclear: ReadonlySet<FaultName> = new Set<FaultName>([
  'unknown-name',
  'wrong-kind',
  'ambiguous-name',
  'unknown-level',
  'invalid-value',
]);

/** Does the text of `entity` depart from the grammar somewhere? What it seems to lack may be just what is meant there. */
export function isGarbled({ snapshot }: Model, { file, node }: Entity): boolean {
  const problems = snapshot.files.get(file)?.tree.problems ?? [];
  return problems.some(({ span }) => node.start <= span.start && span.start <= node.end);
}

/** Is it not known whether `entity` counts: of a member, whether they are here; of a task or an intervention, whether it is done? */
export function isUnclear({ kind, unresolved }: AnyEntity): boolean {
  switch (kind) {
    case 'member':
      return unresolved.has('from') || unresolved.has('until');
    case 'task':
    case 'intervention':
      return unresolved.has('status');
    default:
      return false;
  }
}

/** Is a link of `end` half typed or misspelt? To whom it is linked is then not known. */
export function hasUnclearLinks(model: Model, end: End): boolean {
  return model.looseEnds.has(end);
}

const withoutLevel = memo(
  (model: Model): ReadonlySet<Entity> => new Set(presentPeople(model).flatMap((person) => halfTypedBy(model, person))),
);

/** The competencies that `person` holds at a level that is not yet written, or not in the scale; the broader ones of these as well. */
export function halfTypedBy(model: Model, person: Person): readonly Competency[] {
  if (!person.unresolved.has('has')) return [];
  return entriesOf(person.node, 'has').flatMap(({ ref, level }) => {
    const resolution =
      ref && (level === undefined || numberOf(model.scale, level) === null) ? names(model.snapshot).resolve(ref, ['competency']) : null;
    const competency = resolution && 'declared' in resolution ? model.entity(resolution.declared) : undefined;
    return competency?.kind === 'competency' ? [competency, ...competency.broader] : [];
  });
}
