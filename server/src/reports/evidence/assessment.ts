import type { Grade } from '../../syntax/vocabulary';
import { type Worded, worded } from './wording';

export const assessmentEvidence: readonly Worded[] = [
  worded<{ members: number }>('assessment/missing', {
    en: ([{ members }, say]) => `${say.plural(members, 'member', 'members')}, and no assessment in the project.`,
    fr: ([{ members }, say]) => `${say.plural(members, 'membre', 'membres')}, et aucun état des lieux dans le projet.`,
  }),
  worded<{ scope: number; heard: number }>('assessment/not-heard', {
    en: ([{ scope, heard }, say]) =>
      `Of ${say.plural(scope, 'person', 'people')} in scope, ${heard} ${heard === 1 ? 'was' : 'were'} heard.`,
    fr: ([{ scope, heard }, say]) =>
      `Sur ${say.plural(scope, 'personne', 'personnes')} du périmètre, ${heard} ${heard < 2 ? 'a été entendue' : 'ont été entendues'}.`,
  }),
  worded<{ days: number }>('assessment/stale', {
    en: ([{ days }, say]) => `The newest assessment is ${say.days(days)} old.`,
    fr: ([{ days }, say]) => `Le dernier état des lieux date de ${say.days(days)}.`,
  }),
  worded<{ severity: Grade | null }>('assessment/pitfall-unanswered', {
    en: ([{ severity }, say]) =>
      severity === null ? 'The assessment does not state its severity.' : `Severity stated by the assessment: ${say.word.grade[severity]}.`,
    fr: ([{ severity }, say]) =>
      severity === null
        ? 'L’état des lieux n’en indique pas la gravité.'
        : `Gravité indiquée par l’état des lieux : ${say.word.grade[severity]}.`,
  }),
];
