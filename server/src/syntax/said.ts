import { blockValue, titleValue } from './texts';
import { endOf, Name, Qualified, TextBlock, Title, tokenize } from './tokens';
import type { Text, Word } from './tree';
import * as vocabulary from './vocabulary';

/** Every name and every text that stands in a file, whether a declaration holds it or not; words of the language are no names. */
export interface Said {
  readonly names: readonly Word[];
  readonly texts: readonly Text[];
}

export function saidIn(text: string): Said {
  const names: Word[] = [];
  const texts: Text[] = [];
  for (const token of tokenize(text).tokens) {
    const { tokenType, startOffset: start, image } = token;
    if (tokenType === Name || tokenType === Qualified) {
      let at = start;
      for (const part of image.split('.')) {
        if (!languageWords.has(part)) names.push({ start: at, end: at + part.length, text: part.normalize('NFC') });
        at += part.length + 1;
      }
    }
    if (tokenType === Title) texts.push({ start, end: endOf(token), value: titleValue(image) });
    if (tokenType === TextBlock) texts.push({ start, end: endOf(token), value: blockValue(image) });
  }
  return { names, texts };
}

const languageWords: ReadonlySet<string> = new Set([
  ...vocabulary.topKinds,
  ...vocabulary.nestedKinds,
  ...Object.values(vocabulary.propertiesByKind).flatMap((properties) => Object.keys(properties)),
  ...vocabulary.grades,
  ...vocabulary.voices,
  ...vocabulary.stances,
  ...vocabulary.taskStatuses,
  ...vocabulary.interventionStatuses,
  ...['to', 'at', 'per', 'week'],
]);
