import { presentPeople } from '../model/coverage';
import { memo } from '../model/memo';
import type { Competency, Entity, Model } from '../model/model';
import { names } from '../model/names';
import { numberOf } from '../model/scale';
import { entriesOf } from '../syntax/tree';
import { mayBeMeant } from './meant';

/**
 * Does somebody hold `competency` at a level that is not yet written, not in the scale, or under a name that is misspelt? How high it is
 * held is then not known. A narrower competency that is so written counts as well.
 */
export function isHalfTyped(model: Model, competency: Competency): boolean {
  return withoutLevel(model).has(competency) || mayBeMeant(model, competency, 'has');
}

/** Does the text of `entity` depart from the grammar somewhere? What it seems to lack may be just what is meant there. */
export function isGarbled({ snapshot }: Model, { file, node }: Entity): boolean {
  const problems = snapshot.files.get(file)?.tree.problems ?? [];
  return problems.some(({ span }) => node.start <= span.start && span.start <= node.end);
}

const withoutLevel = memo((model: Model): ReadonlySet<Entity> => {
  const found = new Set<Entity>();
  for (const person of presentPeople(model)) {
    if (!person.unresolved.has('has')) continue;
    for (const { ref, level } of entriesOf(person.node, 'has')) {
      const resolution =
        ref && (level === undefined || numberOf(model.scale, level) === null) ? names(model.snapshot).resolve(ref, ['competency']) : null;
      const competency = resolution && 'declared' in resolution ? model.entity(resolution.declared) : undefined;
      if (competency?.kind !== 'competency') continue;
      for (const each of [competency, ...competency.broader]) found.add(each);
    }
  }
  return found;
});
