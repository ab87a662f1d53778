import { names } from '../../model/names';
import { type Declared, outlineOf } from '../../model/outline';
import { silencersOf } from '../../rules/silencers';
import type { Declaration } from '../../syntax/tree';
import type { Localised } from '../../text/localised';
import type { Where } from './action';
import { type Chunk, chunksOf } from './chunks';

/** What is declared at a place and could stand in another file. */
export interface Movable {
  readonly declaration: Declaration;
  readonly declared: Declared | null;
  /** Null where it shares a line with something else. */
  readonly chunk: Chunk | null;
  /** What people call it. */
  readonly label: string;
}

export function movable(file: Where['file'], declaration: Declaration): Movable {
  const declared = outlineOf(file).declared.find(({ node }) => node === declaration) ?? null;
  const chunk = chunksOf(file).find((each) => each?.declaration === declaration) ?? null;
  return { declaration, declared, chunk, label: declaration.title?.value || declared?.name || declaration.kind };
}

/** Why it cannot be moved without changing what something means; null where it can. */
export function obstacle({ checked: { model }, file }: Where, { declaration, declared, chunk }: Movable): Localised | null {
  if (file.tree.problems.length > 0) return reasons.faulty;
  if (!chunk) return reasons.shared;
  if (silencersOf(file).some(({ at, scopes }) => scopes.some(({ start, end }) => start <= at.start && end >= file.text.length)))
    return reasons.silenced;
  const known = names(model.snapshot);
  const all = [...model.snapshot.files.values()].flatMap((each) => outlineOf(each).declared);
  const alike = declared && all.some((other) => other !== declared && other.id === declared.id);
  const isOneOfSeveral = outlinesOf(declaration.kind, model) > 1;
  return alike || (declared && known.firstOf(declared)) || isOneOfSeveral ? reasons.repeated : null;
}

/** How many the project has of what it should have one of. */
function outlinesOf(kind: Declaration['kind'], { snapshot }: Where['checked']['model']): number {
  return [...snapshot.files.values()].reduce((count, file) => count + outlineOf(file).soles.filter((sole) => sole.kind === kind).length, 0);
}

const reasons = {
  faulty: { en: 'this file has a mistake: mend it first', fr: 'ce fichier comporte une erreur\u00A0: corrigez-la d’abord' },
  shared: { en: 'it shares a line with something else', fr: 'une même ligne contient autre chose' },
  silenced: {
    en: 'a comment keeps rules silent in this whole file, and would no longer speak for it',
    fr: 'un commentaire fait taire des règles dans tout ce fichier, et ne vaudrait plus pour elle',
  },
  repeated: {
    en: 'there is more than one of it: which of them counts would change',
    fr: 'il en existe plusieurs\u00A0: celle qui compte pourrait changer',
  },
} as const satisfies Readonly<Record<string, Localised>>;
