import type { PersonFit } from '../planning/fits';
import { percent, percentSign } from '../rules/wording';
import type { Language } from '../text/localised';

/** What somebody would bring to a task, in a few words: `covers 2 of 2 · load 70 → 85 %`. */
export function fitInWords({ covered, required, load, available }: PersonFit, language: Language): string {
  const say = phrases[language];
  const parts = [
    ...(required > 0 ? [say.covers(covered, required)] : []),
    ...(load ? [say.load + change(load, language)] : []),
    ...(available ? [] : [say.away]),
  ];
  return parts.join(' · ');
}

function change({ before, after }: NonNullable<PersonFit['load']>, language: Language): string {
  const [was, is] = [percent(language, before), percent(language, after)];
  return `${was === is ? is : `${was} → ${is}`}${percentSign[language]}`;
}

const phrases = {
  en: {
    covers: (covered: number, required: number) => `covers ${covered} of ${required}`,
    load: 'load ',
    away: 'no day available',
  },
  fr: {
    covers: (covered: number, required: number) => `couvre ${covered} sur ${required}`,
    load: 'charge ',
    away: 'aucun jour disponible',
  },
} as const;
