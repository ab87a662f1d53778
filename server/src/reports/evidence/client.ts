import type { Grade, Stance, Voice } from '../../syntax/vocabulary';
import type { Say } from '../say';
import { competencyName, sentences, type Worded, worded } from './wording';

type Context = 'history' | 'need' | 'resource';

interface Untapped {
  readonly competency: string;
  readonly held: number;
  readonly tasks: readonly string[];
}

interface Engagement {
  readonly current: Stance;
  readonly desired: Stance | null;
}

export const clientEvidence: readonly Worded[] = [
  worded<{ missing: readonly Context[] }>('client/context-missing', {
    en: ([{ missing }, say]) => `Missing: ${say.listed(missing.map((word) => contexts.en[word]))}.`,
    fr: ([{ missing }, say]) => `Il manque ${say.listed(missing.map((word) => contexts.fr[word]))}.`,
  }),
  worded<{ decides: boolean }>('client/no-liaison', {
    en: ([{ decides }]) => `No link leads to a present member${decides ? ', though this stakeholder decides' : ''}.`,
    fr: ([{ decides }]) => `Aucun lien ne mène à un membre présent${decides ? ', alors que cette partie prenante décide' : ''}.`,
  }),
  worded<{ stakeholders: number }>('client/single-threaded', {
    en: ([{ stakeholders }, say]) => `${say.plural(stakeholders, 'stakeholder', 'stakeholders')}, linked to one member between them.`,
    fr: ([{ stakeholders }, say]) =>
      `${say.plural(stakeholders, 'partie prenante', 'parties prenantes')}, en lien avec un seul membre en tout.`,
  }),
  worded<{ hops: number | null }>('client/far-from-task', {
    en: ([{ hops }]) =>
      hops === null ? 'No chain of links leads to anyone there.' : `It takes ${hops} links to reach the nearest person there.`,
    fr: ([{ hops }]) =>
      hops === null
        ? 'Aucune chaîne de liens n’y mène.'
        : `Il faut ${hops} liens pour atteindre la personne la plus proche chez le client.`,
  }),
  worded<{ priority: Grade | null }>('client/need-unaddressed', {
    en: ([{ priority }, say]) =>
      sentences(['No task serves it', priority === null ? 'No priority is given' : `Its priority is ${say.word.grade[priority]}`]),
    fr: ([{ priority }, say]) =>
      sentences([
        'Aucune tâche n’y répond',
        priority === null ? 'Sa priorité n’est pas indiquée' : `Sa priorité est ${say.word.grade[priority]}`,
      ]),
  }),
  worded<{ tasks: readonly string[] }>('client/need-weakly-served', {
    en: ([{ tasks }, say]) => `Unassigned or not covered: ${say.titles(tasks)}.`,
    fr: ([{ tasks }, say]) => `Sans personne à qui la tâche soit confiée, ou non couverte : ${say.titles(tasks)}.`,
  }),
  worded<{ promised: Voice | null; best: Voice | null }>('client/left-out', {
    en: ([{ promised, best }, say]) => `Promised: ${voiceOf(promised, say)}; highest on open tasks: ${voiceOf(best, say)}.`,
    fr: ([{ promised, best }, say]) => `Promis : ${voiceOf(promised, say)} ; au mieux sur les tâches ouvertes : ${voiceOf(best, say)}.`,
  }),
  worded<Engagement>('client/engagement-gap', { en: engagementEn, fr: engagementFr }),
  worded<Engagement>('client/key-stakeholder-cold', { en: engagementEn, fr: engagementFr }),
  worded<{ competencies: readonly Untapped[] }>('client/potential-untapped', {
    en: ([{ competencies }, say]) =>
      sentences(
        competencies.map(
          ({ competency, held, tasks }) =>
            `${competencyName(competency, say)}, held at ${say.level(held)}${tasks.length > 0 ? `, is required by ${say.titles(tasks)}` : ''}`,
        ),
      ),
    fr: ([{ competencies }, say]) =>
      sentences(
        competencies.map(
          ({ competency, held, tasks }) =>
            `${competencyName(competency, say)}, niveau ${say.level(held)}${tasks.length > 0 ? ` : exigée par ${say.titles(tasks)}` : ''}`,
        ),
      ),
  }),
];

const contexts = {
  en: { history: 'its history', need: 'a need', resource: 'a resource' },
  fr: { history: 'l’histoire', need: 'un besoin', resource: 'une ressource' },
} as const;

function voiceOf(voice: Voice | null, say: Say): string {
  if (voice !== null) return say.term(voice);
  return say.language === 'fr' ? 'rien' : 'nothing';
}

function engagementEn([{ current, desired }, say]: readonly [Engagement, Say]): string {
  return desired === null
    ? `Engagement now: ${say.term(current)}.`
    : `Engagement now: ${say.term(current)}; desired: ${say.term(desired)}.`;
}

function engagementFr([{ current, desired }, say]: readonly [Engagement, Say]): string {
  return desired === null
    ? `Engagement actuel : ${say.term(current)}.`
    : `Engagement actuel : ${say.term(current)} ; souhaité : ${say.term(desired)}.`;
}
