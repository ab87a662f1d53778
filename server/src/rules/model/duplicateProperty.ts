import type { DuplicateProperty } from '../../model/faults/fault';
import { removeItem, removeValues } from '../../planning/removal';
import type { Localised } from '../../text/localised';
import { defineFaultRule } from './faultRule';

export const duplicateProperty = defineFaultRule({
  name: 'model/duplicate-property',
  severity: 'error',
  summary: { en: 'What can be said once is said once.', fr: 'Ce qui se dit une fois n’est dit qu’une fois.' },
  why: {
    en: 'Of two roles, two priorities or two periods only the first counts, and the reader of the text cannot see which one was meant.',
    fr: 'De deux fonctions, deux priorités ou deux périodes, seule la première compte, et rien ne dit au lecteur laquelle était voulue.',
  },
  examples: {
    bad: 'member anna "Anna Morel" {\n  role "UX lead"\n  role "Researcher"\n}\n',
    good: 'member anna "Anna Morel" {\n  role "UX lead, researcher"\n}\n',
  },
  message: { en: ({ fault }) => messages[fault.what](fault).en, fr: ({ fault }) => messages[fault.what](fault).fr },
  related: ({ first }) => [
    { at: { file: first.file, span: first.span }, message: { en: 'this is what counts', fr: 'c’est ceci qui compte' } },
  ],
  fixes({ at, values: { fault } }, { snapshot }) {
    const file = snapshot.files.get(at.file);
    if (!file) return [];
    const edits =
      'type' in fault.second ? [removeItem(file, fault.second)] : removeValues(file, fault.node, fault.word, new Set([fault.second]));
    return [{ title: { en: `Remove ${fault.text}`, fr: `Supprimer ${fault.text}` }, preferred: fault.what !== 'declaration', edits }];
  },
});

const messages: Readonly<Record<DuplicateProperty['what'], (fault: DuplicateProperty) => Localised>> = {
  property: ({ text }) => ({
    en: `“${text}” stands here a second time; the first counts`,
    fr: `« ${text} » figure ici une seconde fois ; seule la première compte`,
  }),
  choice: ({ text, first }) => ({
    en: `“${text}” cannot stand beside “${first.text}”; the first counts`,
    fr: `« ${text} » ne peut s’ajouter à « ${first.text} » ; seul le premier compte`,
  }),
  declaration: ({ text }) => ({
    en: `a project has one ${text}; the first counts`,
    fr: `un projet n’a qu’${oneOf[text] ?? text} ; seule la première compte`,
  }),
  value: ({ text }) => ({ en: `“${text}” stands in this list twice`, fr: `« ${text} » figure deux fois dans cette liste` }),
};

const oneOf: Readonly<Record<string, string>> = { organization: 'une organisation', period: 'une période', scale: 'une échelle' };
