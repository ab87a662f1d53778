import { addDeclaration } from '../../planning/edits';
import { quoted } from '../../rules/wording';
import type { Localised } from '../../text/localised';
import { mentionsOf } from '../naming';
import { headerAt, type Offer } from './action';
import { removeChunk } from './chunks';
import { movable, obstacle } from './moving';

/** Moves a declaration into the only other file that names it. */
export const usersFile: Offer = (where) => {
  const { file, checked } = where;
  const declaration = headerAt(where);
  const moved = declaration && movable(file, declaration);
  if (!moved?.declared) return [];
  const { snapshot } = checked.model;
  const [, ...uses] = mentionsOf(snapshot, { declared: moved.declared });
  const users = new Set(uses.map((use) => use.file));
  const [user, ...others] = users;
  const target = user === undefined ? undefined : snapshot.files.get(user);
  const anchor = target?.tree.declarations.at(-1);
  if (!target || !anchor || target === file || others.length > 0) return [];
  const title: Localised = {
    en: `Move ${quoted('en', moved.label)} to ${target.path}, where it is used`,
    fr: `Déplacer ${quoted('fr', moved.label)} dans ${target.path}, qui l’utilise`,
  };
  const action = { name: 'usersFile', kind: 'refactor.inline', title } as const;
  const disabled = obstacle(where, moved) ?? (target.tree.problems.length > 0 ? isFaulty(target.path) : null);
  const { chunk } = moved;
  if (disabled || !chunk) return [{ ...action, ...(disabled ? { disabled } : {}), edits: () => [] }];
  const text = chunk.text.replaceAll(/\r\n|\r/g, '\n');
  return [{ ...action, edits: () => [removeChunk(file, chunk), addDeclaration(target, anchor, text)] }];
};

function isFaulty(path: string): Localised {
  return { en: `${path} has a mistake: mend it first`, fr: `${path} comporte une erreur\u00A0: corrigez-la d’abord` };
}
