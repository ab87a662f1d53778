import { lineEndOf } from '../../planning/lineEnd';
import { quoted } from '../../rules/wording';
import type { Localised } from '../../text/localised';
import { type Action, headerAt, type Offer } from './action';
import { removeChunk } from './chunks';
import { movable, obstacle } from './moving';

/** Moves a declaration into a file of its own, beside the one it stands in; what is nested goes along, since it cannot stand without its owner. */
export const ownFile: Offer = (where) => {
  const { file, checked } = where;
  const declaration = headerAt(where);
  if (!declaration || declaration.kind === 'link' || file.tree.declarations.length < 2) return [];
  const moved = movable(file, declaration);
  const path = `${file.path.slice(0, file.path.lastIndexOf('/') + 1)}${declaration.name?.text ?? declaration.kind}.collab`;
  const title: Localised = { en: `Move ${quoted('en', moved.label)} to ${path}`, fr: `Déplacer ${quoted('fr', moved.label)} dans ${path}` };
  const action = { name: 'ownFile', kind: 'refactor.extract', title } as const;
  const disabled = checked.model.snapshot.files.has(path) ? isThere(path) : obstacle(where, moved);
  const { chunk } = moved;
  if (disabled || !chunk) return [{ ...action, ...(disabled ? { disabled } : {}), edits: () => [] } satisfies Action];
  const text = chunk.text + lineEndOf(file);
  return [{ ...action, edits: () => [removeChunk(file, chunk), { file: path, span: { start: 0, end: 0 }, text }] }];
};

function isThere(path: string): Localised {
  return { en: `there is a file ${path} already`, fr: `le fichier ${path} existe déjà` };
}
