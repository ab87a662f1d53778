import type { Offer } from './action';
import { certainFixes, editsOf } from './mending';

/** Mends all that can be mended in a file without a choice: names, figures, what is unused. Never who does what. */
export const fixAll: Offer = (where) => [
  {
    name: 'fixAll',
    kind: 'source.fixAll.collab',
    title: { en: 'Mend all that is certain in this file', fr: 'Corriger tout ce qui est certain dans ce fichier' },
    edits: () => editsOf(certainFixes(where.file.path, where)),
  },
];
