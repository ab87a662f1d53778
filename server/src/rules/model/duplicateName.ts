import { freshName } from '../../planning/reference';
import { defineFaultRule } from './faultRule';
import { oneOfKind } from './kinds';

export const duplicateName = defineFaultRule({
  name: 'model/duplicate-name',
  severity: 'error',
  summary: { en: 'Every name is declared once.', fr: 'Chaque nom est déclaré une seule fois.' },
  why: {
    en: 'Of two declarations of one name only the first counts; what the second says is lost.',
    fr: 'De deux déclarations d’un même nom, seule la première compte ; ce que dit la seconde est perdu.',
  },
  examples: {
    bad: 'member anna "Anna Morel"\nmember anna "Anna Petit"\n',
    good: 'member anna "Anna Morel"\nmember anna-petit "Anna Petit"\n',
  },
  message: {
    en: ({ fault: { declared, first } }) => `“${declared.name}” is already the name of ${oneOfKind(first.kind).en}`,
    fr: ({ fault: { declared, first } }) => `« ${declared.name} » est déjà le nom d’${oneOfKind(first.kind).fr.replace(/^l’/, 'une ')}`,
  },
  related: ({ first }) => [
    {
      at: { file: first.file, span: first.node.name ?? first.node.keyword },
      message: { en: 'first declared here', fr: 'première déclaration ici' },
    },
  ],
  fixes({ at, values: { fault } }, model) {
    const name = freshName(model, `${fault.declared.name}-2`);
    return [{ title: { en: `Rename to ${name}`, fr: `Renommer en ${name}` }, preferred: true, edits: [{ ...at, text: name }] }];
  },
});
