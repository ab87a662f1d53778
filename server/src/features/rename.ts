import { names } from '../model/names';
import type { Declared } from '../model/outline';
import { scaleOf } from '../model/scale';
import type { Snapshot } from '../model/snapshot';
import { spaceOf } from '../model/spaces';
import { oneOfKind } from '../rules/model/kinds';
import { isName } from '../syntax/tokens';
import { isReserved } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Localised } from '../text/localised';
import type { Place, Span } from '../text/span';
import { givenAt, mentionsOf, nameOf, namingAt, referenceAt } from './naming';
import { changedMeaning } from './renaming';

/** A name that can be given anew. */
export interface Renameable {
  readonly name: string;
  readonly span: Span;
}

/** The name at `place`, or why it cannot be given anew: it is not the project that gives it; null where there is none. */
export function renameable(snapshot: Snapshot, place: Place): Renameable | Refused | null {
  const naming = namingAt(snapshot, place);
  if (!naming) return isBuiltInTechnique(snapshot, place) ? { refused: refusals.technique } : null;
  if (!givenAt(snapshot, naming.named)) return 'level' in naming.named ? { refused: refusals.level } : null;
  return { name: nameOf(snapshot, naming.named), span: naming.span };
}

function isBuiltInTechnique(snapshot: Snapshot, { file: path, offset }: Place): boolean {
  const file = snapshot.files.get(path);
  const reference = file && referenceAt(file, offset);
  const resolution = reference && names(snapshot).resolve(reference.ref, reference.kinds);
  return resolution ? 'builtIn' in resolution : false;
}

const refusals = {
  technique: {
    en: 'every project knows this technique: declare one of your own to give it another name',
    fr: 'tous les projets connaissent cette technique\u00A0: déclarez la vôtre pour l’appeler autrement',
  },
  level: {
    en: 'every project without a scale has this level: declare a scale to name levels',
    fr: 'ce niveau est celui des projets sans échelle\u00A0: déclarez une échelle pour nommer les niveaux',
  },
} as const satisfies Readonly<Record<string, Localised>>;

interface Refused {
  readonly refused: Localised;
}

export type Renamed = { readonly edits: readonly Edit[] } | Refused;

/** The edits that give what is named at `place` the name `to`, or why that cannot be; null where there is nothing to rename. */
export function rename(snapshot: Snapshot, place: Place, to: string): Renamed | null {
  const asked = renameable(snapshot, place);
  const naming = namingAt(snapshot, place);
  if (asked && 'refused' in asked) return asked;
  if (!asked || !naming) return null;
  const { named } = naming;
  const name = to.trim().normalize('NFC');
  if (name === nameOf(snapshot, named)) return { edits: [] };
  const refused = unfit(name) ?? ('declared' in named ? taken(snapshot, named.declared, name) : takenLevel(snapshot, name));
  if (refused) return { refused };
  const mentions = mentionsOf(snapshot, named).filter(({ isNumber }) => !isNumber);
  const edits = mentions.map(({ file, span }) => ({ file, span, text: name }));
  const changed = changedMeaning(snapshot, edits, { from: nameOf(snapshot, named), to: name });
  return changed ? { refused: changed } : { edits };
}

function unfit(name: string): Localised | null {
  if (isReserved(name)) return { en: `“${name}” is a reserved word`, fr: `« ${name} » est un mot réservé` };
  if (isName(name)) return null;
  return {
    en: `“${name}” is no name: a name starts with a letter and holds letters, digits, _ and single hyphens`,
    fr: `« ${name} » n’est pas un nom : un nom commence par une lettre et se compose de lettres, de chiffres, de _ et de traits d’union simples`,
  };
}

function taken(snapshot: Snapshot, declared: Declared, name: string): Localised | null {
  const other = names(snapshot)
    .find(name)
    .find(
      (each) => spaceOf(each.kind) === spaceOf(declared.kind) && (!each.owner || !declared.owner || each.owner.id === declared.owner.id),
    );
  return other
    ? {
        en: `“${name}” is already the name of ${oneOfKind(other.kind).en}, in ${other.file}`,
        fr: `« ${name} » est déjà pris : c’est le nom donné à ${oneOfKind(other.kind).fr}, dans ${other.file}`,
      }
    : null;
}

function takenLevel(snapshot: Snapshot, name: string): Localised | null {
  if (!scaleOf(snapshot).levels.some((level) => level.name === name)) return null;
  return { en: `“${name}” is already the name of a level`, fr: `« ${name} » est déjà pris : c’est le nom d’un niveau` };
}
