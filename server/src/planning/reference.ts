import type { Entity, Model } from '../model/model';
import { names } from '../model/names';
import type { Ref, Word } from '../syntax/tree';
import { formOf, isReserved, type Kind, wordsOf } from '../syntax/vocabulary';

/** A place where a reference can stand: behind `word` in the block of `kind`, or an end of a link. */
export interface ReferencePlace {
  readonly kind: Kind;
  readonly word: string | 'ends';
}

/** The ends of a link take these. */
const endKinds: readonly Kind[] = ['member', 'stakeholder', 'team'];

/** How `entity` is written at `place`: by its bare name, else with its owner; null where neither would mean it. */
export function referenceTo(model: Pick<Model, 'snapshot'>, entity: Pick<Entity, 'id' | 'name'>, place: ReferencePlace): string | null {
  const kinds = place.word === 'ends' ? endKinds : (formOf(place.kind, place.word)?.kinds ?? []);
  const [, qualified = entity.name] = entity.id.split(':');
  for (const written of new Set([entity.name, qualified])) {
    // Such a word would end what came before it and open a property.
    if (wordsOf(place.kind).has(written)) continue;
    const resolution = names(model.snapshot).resolve(asRef(written), kinds);
    if (resolution && 'declared' in resolution && resolution.declared.id === entity.id) return written;
  }
  return null;
}

/** `base`, or `base-2`, `base-3` … where the project has such a name already. */
export function freshName(model: Model, base: string): string {
  const known = names(model.snapshot);
  const isFree = (name: string) => !isReserved(name) && known.find(name).length === 0;
  let name = base;
  for (let count = 2; !isFree(name); count++) name = `${base}-${count}`;
  return name;
}

function asRef(written: string): Ref {
  const [first = '', second] = written.split('.');
  const word = (text: string): Word => ({ text, start: 0, end: text.length });
  return { start: 0, end: written.length, owner: second === undefined ? null : word(first), name: word(second ?? first) };
}
