import { scaleOf } from '../../model/scale';
import { plural } from '../../rules/wording';
import { touches } from '../../text/span';
import { levelsIn } from '../levels';
import type { Offer } from './action';

/** Writes the levels of a file by their names, where the cursor is on one that is written as a number. */
export const levelNames: Offer = ({ checked: { model }, file, span }) => {
  const numbers = levelsIn(model.snapshot, file).filter(({ isNumber, level }) => isNumber && level !== null);
  if (!numbers.some((each) => touches(each, span.start))) return [];
  const { levels } = scaleOf(model.snapshot);
  const title = {
    en: `Write ${plural('en', numbers.length, 'level', 'levels')} of this file by name`,
    fr: `Écrire ${plural('fr', numbers.length, 'niveau', 'niveaux')} de ce fichier par leur nom`,
  };
  const edits = numbers.map(({ start, end, level }) => ({
    file: file.path,
    span: { start, end },
    text: levels[(level ?? 0) - 1]?.name ?? '',
  }));
  return [{ name: 'levelNames', kind: 'refactor.rewrite', title, edits: () => edits }];
};
