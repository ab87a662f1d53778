import type { Localised } from '../text/localised';
import type { RuleName } from './rule';

/** What each option of `rule` sets, in one clause, by the name of the option. */
export function optionTexts(rule: RuleName): Readonly<Record<string, Localised>> {
  return texts[rule] ?? {};
}

const people: Localised = {
  en: 'how many members there have to be for the rule to speak',
  fr: 'nombre de membres à partir duquel la règle parle',
};

const texts: Readonly<Partial<Record<RuleName, Readonly<Record<string, Localised>>>>> = {
  'assessment/missing': { people },
  'assessment/stale': {
    days: {
      en: 'after how many days the newest assessment is old',
      fr: 'nombre de jours au-delà duquel le dernier état des lieux a vieilli',
    },
  },
  'network/isolated-member': { people },
  'network/reporting-only': { people },
  'network/cut-member': { people },
  'network/bridge-link': {
    people: {
      en: 'how many members there have to be on each side of the link',
      fr: 'nombre de membres à partir duquel compte chaque côté du lien',
    },
  },
  'network/silo': {
    team: { en: 'how many members a team has to have', fr: 'nombre de membres à partir duquel une équipe est regardée' },
    people,
    below: {
      en: 'the E–I index below which a team keeps to itself: −1 with links only within it, 1 with links only to others',
      fr: 'indice E–I au-dessous duquel une équipe vit en vase clos : −1 sans lien vers l’extérieur, 1 sans lien en son sein',
    },
  },
  'network/overloaded-hub': {
    people,
    deviations: {
      en: 'how many standard deviations above the mean is too many',
      fr: 'nombre d’écarts types au-dessus de la moyenne au-delà duquel c’est trop',
    },
  },
  'network/dominant-broker': {
    people,
    share: {
      en: 'from which share of all betweenness one member dominates, 0 to 1',
      fr: 'part de toute l’intermédiarité à partir de laquelle un membre domine, de 0 à 1',
    },
  },
  'network/apart': {
    hops: { en: 'how many links two assignees may stand apart', fr: 'nombre de liens qui peuvent séparer deux personnes d’une même tâche' },
    perTask: { en: 'how many pairs of one task are reported at most', fr: 'nombre de paires signalées au plus pour une tâche' },
  },
  'network/one-sided': {
    strength: { en: 'from which strength of the link, 1 to 5', fr: 'intensité du lien à partir de laquelle la règle parle, de 1 à 5' },
  },
  'network/span-of-control': {
    warnAbove: {
      en: 'above how many members who report to one it is a warning',
      fr: 'nombre de rattachements au-delà duquel c’est un avertissement',
    },
    above: { en: 'above how many members who report to one the rule speaks', fr: 'nombre de rattachements au-delà duquel la règle parle' },
  },
  'network/newcomer-without-buddy': {
    days: { en: 'for how many days a member is new', fr: 'nombre de jours pendant lesquels un membre est nouveau' },
  },
  'competency/thin-coverage': {
    holders: {
      en: 'how many holders a critical competency needs where it does not say so itself',
      fr: 'nombre de personnes qu’il faut pour une compétence critique qui ne le dit pas elle-même',
    },
  },
  'competency/key-person': {
    tasks: {
      en: 'how many open tasks that could be covered there have to be',
      fr: 'nombre de tâches ouvertes et couvrables à partir duquel la règle parle',
    },
    share: {
      en: 'above which share of them one member is a key person, 0 to 1',
      fr: 'part de ces tâches au-delà de laquelle un membre est une personne clé, de 0 à 1',
    },
  },
  'competency/behind-a-border': {
    tasks: {
      en: 'how many open, assigned tasks have to require the competency',
      fr: 'nombre de tâches ouvertes et confiées à partir duquel une compétence est regardée',
    },
  },
  'workload/overloaded': {
    percent: {
      en: 'above which load a member is overloaded, in percent',
      fr: 'charge au-delà de laquelle un membre est surchargé, en pour cent',
    },
  },
  'workload/idle': {
    percent: {
      en: 'below which load a member has days to give, in percent',
      fr: 'charge au-dessous de laquelle un membre a des jours à offrir, en pour cent',
    },
  },
  'client/far-from-task': {
    hops: {
      en: 'how many links an assignee may stand from the nearest stakeholder',
      fr: 'nombre de liens qui peuvent séparer d’une partie prenante qui fait la tâche',
    },
  },
};
