import { declareIt } from './declareIt';
import { defineFaultRule } from './faultRule';
import { nearestNames } from './nearestNames';

export const unknownName = defineFaultRule({
  name: 'model/unknown-name',
  severity: 'error',
  summary: { en: 'Every name that is referred to is declared.', fr: 'Tout nom auquel on se réfère est déclaré.' },
  why: {
    en: 'A misspelt name is a person, a task or a need that the model loses sight of.',
    fr: 'Un nom mal orthographié, c’est une personne, une tâche ou un besoin que le modèle perd de vue.',
  },
  examples: {
    bad: 'member bob "Bob Okafor"\nteam web "Web" { lead bobb }\n',
    good: 'member bob "Bob Okafor"\nteam web "Web" { lead bob }\n',
  },
  message: {
    en: ({ fault: { part, text, ref } }) =>
      part === 'name' ? `“${ref.owner?.text}” has nothing called “${text}”` : `nothing is called “${text}”`,
    fr: ({ fault: { part, text, ref } }) =>
      part === 'name' ? `rien dans « ${ref.owner?.text} » ne s’appelle « ${text} »` : `rien ne s’appelle « ${text} »`,
  },
  fixes({ at, values: { fault } }, { snapshot }) {
    return [...nearestNames(snapshot, at.file, fault), ...declareIt(snapshot, at.file, fault)];
  },
});
