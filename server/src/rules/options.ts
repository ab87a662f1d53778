import type { Localised } from '../text/localised';

/** What the thresholds of rules mean. One that means something of its own in a rule stands under `rule.option`. */
const meanings: Readonly<Record<string, Localised>> = {
  people: { en: 'with fewer members in the net, nothing is said', fr: 'en deçà de ce nombre de membres dans le réseau, la règle se tait' },
  'assessment/missing.people': { en: 'with fewer members, nothing is said', fr: 'en deçà de ce nombre de membres, la règle se tait' },
  'network/bridge-link.people': {
    en: 'with fewer members on either side of the link, nothing is said',
    fr: 'en deçà de ce nombre de membres d’un côté du lien, la règle se tait',
  },
  'assessment/stale.days': {
    en: 'how old, in days, the newest assessment may be',
    fr: 'l’âge, en jours, que peut avoir le dernier état des lieux',
  },
  'network/newcomer-without-buddy.days': {
    en: 'how long, in days, somebody counts as a newcomer',
    fr: 'le nombre de jours pendant lesquels une arrivée compte comme récente',
  },
  team: { en: 'smaller teams are not judged', fr: 'les équipes plus petites ne sont pas examinées' },
  below: {
    en: 'the E–I index below which the links of a team are said to stay within it (−1 to 1)',
    fr: 'l’indice E–I en dessous duquel les liens d’une équipe sont dits rester en son sein (−1 à 1)',
  },
  deviations: {
    en: 'how many standard deviations above the mean are too many',
    fr: 'le nombre d’écarts types au-dessus de la moyenne à partir duquel c’est trop',
  },
  'network/dominant-broker.share': {
    en: 'the share of the betweenness from which one member is said to stand between the others (0 to 1)',
    fr: 'la part de l’intermédiarité à partir de laquelle un membre est dit être un passage obligé entre les autres (0 à 1)',
  },
  'competency/key-person.share': {
    en: 'the share of tasks that may hang on one member (0 to 1)',
    fr: 'la part des tâches qui peut reposer sur un seul membre (0 à 1)',
  },
  hops: { en: 'how many links may lie between people', fr: 'le nombre de liens qui peuvent séparer les personnes' },
  perTask: { en: 'how many pairs are named for one task', fr: 'le nombre de paires nommées par tâche' },
  strength: {
    en: 'from which strength on a link is expected to be returned',
    fr: 'l’intensité à partir de laquelle on attend qu’un lien soit réciproque',
  },
  above: { en: 'how many people may report to one member', fr: 'le nombre de personnes qui peuvent être rattachées à un même membre' },
  warnAbove: { en: 'above this number it is a warning', fr: 'au-delà de ce nombre, c’est un avertissement' },
  holders: {
    en: 'how many holders a critical competency needs where it does not say so itself',
    fr: 'le nombre de personnes qui doivent maîtriser une compétence critique, quand elle ne le dit pas elle-même',
  },
  'competency/key-person.tasks': { en: 'with fewer such tasks, nothing is said', fr: 'en deçà de ce nombre de tâches, la règle se tait' },
  'competency/behind-a-border.tasks': {
    en: 'with fewer tasks of the kind, nothing is said',
    fr: 'en deçà de ce nombre de tâches, la règle se tait',
  },
  'workload/overloaded.percent': {
    en: 'the load, in percent of the available days, that is not too much yet',
    fr: 'la charge, en pour cent des jours disponibles, qui n’est pas encore excessive',
  },
  'workload/idle.percent': {
    en: 'the load, in percent of the available days, under which somebody has room',
    fr: 'la charge, en pour cent des jours disponibles, en dessous de laquelle il reste de la place',
  },
};

/** What `option` of `rule` means, in a clause; undefined for one that is not described. */
export function optionMeaning(rule: string, option: string): Localised | undefined {
  return meanings[`${rule}.${option}`] ?? meanings[option];
}
