import { removeItem } from '../../planning/removal';
import { defineFaultRule } from './faultRule';

export const selfLink = defineFaultRule({
  name: 'model/self-link',
  severity: 'warning',
  summary: { en: 'Every link is between two.', fr: 'Chaque lien relie deux extrémités distinctes.' },
  why: {
    en: 'A link from someone to themselves says nothing of how people work together and counts in no figure.',
    fr: 'Un lien de quelqu’un vers soi-même ne dit rien du travail en commun et n’entre dans aucun chiffre.',
  },
  examples: {
    bad: 'member anna "Anna Morel"\nlink anna -> anna\n',
    good: 'member anna "Anna Morel"\nmember bob "Bob Okafor"\nlink anna -> bob\n',
  },
  message: {
    en: ({ fault: { declared } }) => `both ends of this link are “${declared.name}”`,
    fr: ({ fault: { declared } }) => `les deux extrémités de ce lien sont « ${declared.name} »`,
  },
  fixes({ at, values: { fault } }, { snapshot }) {
    const file = snapshot.files.get(at.file);
    return file
      ? [{ title: { en: 'Remove this link', fr: 'Supprimer ce lien' }, preferred: true, edits: [removeItem(file, fault.node)] }]
      : [];
  },
});
