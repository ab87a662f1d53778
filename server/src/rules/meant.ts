import { faultsIn } from '../model/faults/faults';
import { memo } from '../model/memo';
import type { Entity, Model } from '../model/model';
import { nearest } from '../text/nearest';

/** Properties of which a misspelt reference is taken for what it may have meant. */
const words = ['ends', 'for', 'answers', 'has', 'assigned', 'with', 'uses', 'involves', 'heard'] as const;
export type MeantIn = (typeof words)[number];

/** How many misspelt references are looked at: where there are more, the names themselves are missing. */
const mostMisspelt = 50;

/**
 * Is there a misspelt reference, in a property named `word` (of a link: `ends`), of which `entity` is the likeliest meaning?
 * The misspelling is a fault of its own; that `entity` goes without what it says is not a second one.
 */
export function mayBeMeant(model: Model, entity: Entity, word: MeantIn): boolean {
  return likeliest(model)[word].has(entity.name);
}

/** Is a link of `entity` half typed, or may it be what a misspelt end of one means? To whom it is linked is then not known. */
export function hasUnclearLinks(model: Model, entity: Entity): boolean {
  return entity.unresolved.has('ends') || mayBeMeant(model, entity, 'ends');
}

const likeliest = memo((model: Model): Readonly<Record<MeantIn, ReadonlySet<string>>> => {
  const misspelt = misspeltIn(model);
  const meant = (word: MeantIn, ...entities: readonly (readonly Entity[])[]): ReadonlySet<string> => {
    const texts = misspelt.get(word) ?? [];
    const names = texts.length === 0 ? [] : new Set(entities.flat().map(({ name }) => name));
    // A name that changed where it is declared is misspelt in many places alike.
    const found = [...new Set(texts.slice(0, mostMisspelt))].map((text) => nearest(text, names)[0]);
    return new Set(found.filter((name) => name !== undefined));
  };
  const { members, stakeholders, teams, clients, needs, pitfalls, competencies, resources } = model;
  return {
    ends: meant('ends', members, stakeholders),
    for: meant('for', needs, clients),
    answers: meant('answers', pitfalls),
    has: meant('has', competencies),
    assigned: meant('assigned', members, stakeholders),
    with: meant('with', members, stakeholders),
    uses: meant('uses', resources),
    involves: meant('involves', members, stakeholders, teams, clients),
    heard: meant('heard', members, stakeholders, teams, clients),
  };
});

/** The bare names of the references that mean nothing, by the word of their property. */
function misspeltIn({ snapshot }: Model): ReadonlyMap<MeantIn, readonly string[]> {
  const found = new Map<MeantIn, string[]>();
  for (const path of snapshot.files.keys()) {
    for (const fault of faultsIn(snapshot, path)) {
      if (fault.fault !== 'unknown-name' || fault.part === 'owner') continue;
      const word = words.find((each) => each === fault.word);
      if (!word) continue;
      const texts = found.get(word) ?? [];
      texts.push(fault.text.split('.').at(-1) ?? '');
      found.set(word, texts);
    }
  }
  return found;
}
