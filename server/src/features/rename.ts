import { edited } from '../model/edited';
import { memo } from '../model/memo';
import { names } from '../model/names';
import { type Declared, type Outline, outlineOf } from '../model/outline';
import { referencesIn } from '../model/references';
import { scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { spaceOf } from '../model/spaces';
import { oneOfKind } from '../rules/model/kinds';
import { isName } from '../syntax/tokens';
import { isReserved, type Kind, wordsOf } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Localised } from '../text/localised';
import type { Location, Place, Span } from '../text/span';
import { levelsIn } from './levels';
import { givenAt, meantBy, mentionsOf, nameOf, namingAt } from './naming';

/** A name that can be given anew. */
export interface Renameable {
  readonly name: string;
  readonly span: Span;
}

/** The name at `place`; null where there is none, or it is not the project that gives it. */
export function renameable(snapshot: Snapshot, place: Place): Renameable | null {
  const naming = namingAt(snapshot, place);
  if (!naming || !givenAt(snapshot, naming.named)) return null;
  return { name: nameOf(snapshot, naming.named), span: naming.span };
}

export type Renamed = { readonly edits: readonly Edit[] } | { readonly refused: Localised };

/** The edits that give what is named at `place` the name `to`, or why that cannot be; null where there is nothing to rename. */
export function rename(snapshot: Snapshot, place: Place, to: string): Renamed | null {
  const naming = namingAt(snapshot, place);
  if (!naming || !givenAt(snapshot, naming.named)) return null;
  const { named } = naming;
  const name = to.trim().normalize('NFC');
  if (name === nameOf(snapshot, named)) return { edits: [] };
  const refused = unfit(name) ?? ('declared' in named ? taken(snapshot, named.declared, name) : takenLevel(snapshot, name));
  if (refused) return { refused };
  const mentions = mentionsOf(snapshot, named).filter(({ isNumber }) => !isNumber);
  const edits = mentions.map(({ file, span }) => ({ file, span, text: name }));
  const changed = changedMeaning(snapshot, edits, [name, nameOf(snapshot, named)]);
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

/** Why `edits` cannot be made: after them some reference would mean another thing than before, or nothing. What means nothing now may come to mean something. */
function changedMeaning(snapshot: Snapshot, edits: readonly Edit[], [name, old]: readonly [string, string]): Localised | null {
  const after = edited(snapshot, edits);
  for (const file of snapshot.inOrder()) {
    const text = file.text.normalize('NFC');
    if (!text.includes(name) && !text.includes(old)) continue;
    const was = meaningsIn(snapshot, file);
    const is = meaningsIn(after, after.files.get(file.path) ?? file);
    const wrong = was.find(({ meaning }, index) => was.length !== is.length || (meaning !== null && meaning !== is[index]?.meaning));
    if (wrong)
      return wordsOf(wrong.block).has(name)
        ? opensProperty(name, wrong.block)
        : confusing(name, { file: file.path, span: wrong.span }, file);
  }
  return null;
}

interface Meaning {
  /** Tells declarations and levels apart, whatever they are called; null where nothing is meant. */
  readonly meaning: string | null;
  readonly span: Span;
  readonly block: Kind;
}

/** What the references of a file mean, in text order. */
function meaningsIn(snapshot: Snapshot, file: SourceFile): readonly Meaning[] {
  const references = referencesIn(file).map((reference): Meaning => {
    const declared = meantBy(snapshot, reference);
    const source = declared && snapshot.files.get(declared.file);
    const meaning = declared && source ? `${declared.file} ${placesIn(outlineOf(source)).get(declared)}` : null;
    return { meaning, span: reference.ref, block: reference.node.kind };
  });
  const levels = levelsIn(snapshot, file).map(
    ({ level, block, start, end }): Meaning => ({
      meaning: level === null ? null : `level ${level}`,
      span: { start, end },
      block,
    }),
  );
  return [...references, ...levels];
}

const placesIn = memo(({ declared }: Outline): ReadonlyMap<Declared, number> => new Map(declared.map((each, index) => [each, index])));

function opensProperty(name: string, block: Kind): Localised {
  const { en, fr } = oneOfKind(block);
  return {
    en: `“${name}” opens a property in ${en}: nothing of that name can be referred to there`,
    fr: `« ${name} » ouvre une propriété dans ${fr} : on ne peut rien y désigner par ce nom`,
  };
}

function confusing(name: string, { file, span }: Location, { lines }: SourceFile): Localised {
  const line = lines.lineOf(span.start) + 1;
  return {
    en: `“${name}” would change what line ${line} of ${file} refers to`,
    fr: `« ${name} » changerait ce que désigne la ligne ${line} de ${file}`,
  };
}
