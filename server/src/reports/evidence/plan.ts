import type { Say } from '../say';
import { type Worded, worded } from './wording';

/** What keeps an intervention from being followed up. */
export type Missing = 'owner' | 'to' | 'measure';

export const missingWords: Readonly<Record<Say['language'], Readonly<Record<Missing, string>>>> = {
  en: { owner: 'an owner', to: 'an end date', measure: 'a measure of success' },
  fr: { owner: 'un responsable', to: 'une date de fin', measure: 'un critère de réussite' },
};

export const planEvidence: readonly Worded[] = [
  worded<{ missing: readonly Missing[] }>('plan/incomplete', {
    en: ([{ missing }, say]) => `Missing: ${say.listed(missing.map((word) => missingWords.en[word]))}.`,
    fr: ([{ missing }, say]) => `Il manque ${say.listed(missing.map((word) => missingWords.fr[word]))}.`,
  }),
  worded<{ days: number }>('plan/lapsed', {
    en: ([{ days }, say]) => `Its end was ${say.days(days)} ago.`,
    fr: ([{ days }, say]) => `Son échéance est passée depuis ${say.days(days)}.`,
  }),
  worded<{ rule: string }>('plan/answers-nothing', {
    en: ([{ rule }]) => `The rule ${rule} finds nothing that concerns those whom the intervention involves.`,
    fr: ([{ rule }]) => `La règle ${rule} ne relève rien qui concerne les personnes que l’intervention associe.`,
  }),
  worded<{ mentor: number; mentee: number }>('plan/mentor-not-ahead', {
    en: ([{ mentor, mentee }, say]) => `Mentor: ${levelOf(mentor, say)}; mentee: ${levelOf(mentee, say)}.`,
    fr: ([{ mentor, mentee }, say]) =>
      `Niveau de qui accompagne : ${levelOf(mentor, say)} ; niveau de qui est accompagné : ${levelOf(mentee, say)}.`,
  }),
  worded<{ fitting: readonly string[] }>('plan/technique-mismatch', {
    en: ([{ fitting }, say]) => `Techniques that fit: ${say.names(fitting.map((name) => `technique:${name}`))}.`,
    fr: ([{ fitting }, say]) => `Techniques qui conviennent : ${say.names(fitting.map((name) => `technique:${name}`))}.`,
  }),
];

function levelOf(level: number, say: Say): string {
  if (level > 0) return say.level(level);
  return say.language === 'fr' ? 'sans évaluation' : 'not assessed';
}
