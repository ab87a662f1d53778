import { names } from '../model/names';
import type { Declared } from '../model/outline';
import type { Snapshot } from '../model/snapshot';
import { spaceOf } from '../model/spaces';
import { isName } from '../syntax/tokens';
import { isReserved } from '../syntax/vocabulary';
import { applyEdits, type Edit } from '../text/edit';
import type { Localised } from '../text/localised';
import type { Place } from '../text/span';
import { type Naming, namingAt, namings } from './naming';

/** What can be renamed at `place`: the name as it stands; null where there is nothing to rename. */
export function renameable(snapshot: Snapshot, place: Place): Naming | null {
  return namingAt(snapshot, place);
}

/** The edits that give the declaration named at `place` the name `to`, or why that cannot be; null where there is nothing to rename. */
export function rename(
  snapshot: Snapshot,
  place: Place,
  to: string,
): { readonly edits: readonly Edit[] } | { readonly refused: Localised } | null {
  const naming = namingAt(snapshot, place);
  if (!naming) return null;
  const name = to.trim().normalize('NFC');
  const refused = refusal(snapshot, naming.declared, name);
  if (refused) return { refused };
  const edits = namings(snapshot, naming.declared).map((at) => ({ ...at, text: name }));
  return keepsMeaning(snapshot, naming.declared, edits, name) ? { edits } : { refused: confusing(name) };
}

/** Does every place that named `declared` name it still, once `edits` are made, and no other? */
function keepsMeaning(snapshot: Snapshot, declared: Declared, edits: readonly Edit[], name: string): boolean {
  let after = snapshot;
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const text = snapshot.files.get(file)?.text ?? '';
    after = after.with(
      file,
      applyEdits(
        text,
        edits.filter((edit) => edit.file === file),
      ),
    );
  }
  const { name: own } = declared.node;
  const before = edits.filter((edit) => edit.file === declared.file && edit.span.start < (own?.start ?? 0)).length;
  const offset = (own?.start ?? 0) + before * (name.length - (own ? own.end - own.start : 0));
  const renamed = namingAt(after, { file: declared.file, offset });
  return renamed !== null && renamed.declared.name === name && namings(after, renamed.declared).length === edits.length;
}

function confusing(name: string): Localised {
  return {
    en: `“${name}” would change what some references mean`,
    fr: `« ${name} » changerait le sens de certaines références`,
  };
}

function refusal(snapshot: Snapshot, declared: Declared, name: string): Localised | null {
  if (!isName(name)) {
    return {
      en: `“${name}” is no name: a name starts with a letter and holds letters, digits, _ and single hyphens`,
      fr: `« ${name} » n’est pas un nom : un nom commence par une lettre et se compose de lettres, de chiffres, de _ et de traits d’union simples`,
    };
  }
  if (isReserved(name)) return { en: `“${name}” is a reserved word`, fr: `« ${name} » est un mot réservé` };
  const taken =
    name === declared.name
      ? undefined
      : names(snapshot)
          .find(name)
          .find((other) => spaceOf(other.kind) === spaceOf(declared.kind) && clashes(other, declared));
  return taken
    ? {
        en: `“${name}” is taken: it names a ${taken.kind} in ${taken.file}`,
        fr: `« ${name} » est déjà pris : ce nom désigne « ${taken.kind} » dans ${taken.file}`,
      }
    : null;
}

function clashes(a: Declared, b: Declared): boolean {
  return !a.owner || !b.owner || a.owner.id === b.owner.id;
}
