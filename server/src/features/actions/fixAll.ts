import type { Offer } from './action';
import { certainFix, together } from './mending';

/** Mends all that can be mended in a file without a choice: names, figures, what is unused. Never who does what. */
export const fixAll: Offer = (where) => [
  {
    name: 'fixAll',
    kind: 'source.fixAll.collab',
    title: { en: 'Mend all that is certain in this file', fr: 'Corriger tout ce qui est certain dans ce fichier' },
    edits() {
      const { checked, file } = where;
      return together(
        checked.findings.filter(({ found: { at } }) => at.file === file.path).flatMap((each) => certainFix(each, where) ?? []),
      );
    },
  },
];
