import type { Kind } from '../syntax/vocabulary';
import type { Localised } from '../text/localised';

/** What each word of the language says, for hover and completion. Words that mean different things in different blocks are written `block.word`. */
export const words: Readonly<Record<string, Localised>> = {
  organization: {
    en: 'The organization itself: its history, needs and resources.',
    fr: 'L’organisation elle-même : son histoire, ses besoins, ses ressources.',
  },
  period: { en: 'The days that the model plans.', fr: 'Les jours que le modèle planifie.' },
  scale: {
    en: 'The levels at which competencies are held, lowest first.',
    fr: 'Les niveaux de maîtrise des compétences, du plus bas au plus haut.',
  },
  competency: { en: 'Something that people can do.', fr: 'Un savoir-faire.' },
  team: { en: 'A group of members.', fr: 'Un groupe de membres.' },
  member: { en: 'A person of the organization.', fr: 'Une personne de l’organisation.' },
  link: {
    en: 'How two people, or two teams, work with each other.',
    fr: 'La manière dont deux personnes, ou deux équipes, travaillent ensemble.',
  },
  client: {
    en: 'A client: its history, needs, resources and stakeholders.',
    fr: 'Un client : son histoire, ses besoins, ses ressources et ses parties prenantes.',
  },
  task: {
    en: 'A piece of work: what it requires, who does it, for whom, when.',
    fr: 'Un travail à faire : ce qu’il exige, qui s’en charge, pour qui, quand.',
  },
  assessment: {
    en: 'What was observed of the collaboration, on a day.',
    fr: 'Ce qui a été observé de la collaboration, à une date donnée.',
  },
  technique: {
    en: 'A way to intervene, and the rules whose findings it is known to answer.',
    fr: 'Une manière d’intervenir, et les règles aux constats desquelles elle répond.',
  },
  'intervention.technique': { en: 'The technique that the intervention applies.', fr: 'La technique que l’intervention met en œuvre.' },
  intervention: {
    en: 'What is planned against a gap: which technique, who, when, measured how.',
    fr: 'Ce qui est prévu face à un écart : quelle technique, qui, quand, mesuré comment.',
  },
  need: { en: 'What the client, or the organization, needs.', fr: 'Ce dont le client, ou l’organisation, a besoin.' },
  resource: { en: 'What the client, or the organization, can bring in.', fr: 'Ce que le client, ou l’organisation, peut apporter.' },
  stakeholder: { en: 'A person on the client’s side.', fr: 'Une personne du côté du client.' },
  strength: { en: 'What goes well, observed.', fr: 'Un point fort observé.' },
  pitfall: { en: 'What stands in the way, observed.', fr: 'Un écueil observé.' },
  about: { en: 'A free text, in Markdown.', fr: 'Un texte libre, en Markdown.' },
  history: { en: 'Where it comes from.', fr: 'L’histoire : d’où l’on vient, ce que l’on a vécu.' },
  priority: { en: 'low, medium or high.', fr: 'low (basse), medium (moyenne) ou high (haute).' },
  role: { en: 'The job title, as people say it.', fr: 'L’intitulé du poste, tel qu’on le dit.' },
  has: { en: 'Competencies held, each with its level.', fr: 'Les compétences que la personne a, chacune avec son niveau.' },
  wants: {
    en: 'Competencies the person wants to develop: latent potential.',
    fr: 'Les compétences que la personne souhaite développer : son potentiel latent.',
  },
  away: {
    en: 'A day away, or from one day to another, both included.',
    fr: 'Un jour d’absence, ou une absence d’un jour à un autre, tous deux compris.',
  },
  influence: { en: 'low, medium or high.', fr: 'low (faible), medium (moyenne) ou high (forte).' },
  interest: { en: 'low, medium or high.', fr: 'low (faible), medium (moyen) ou high (fort).' },
  decides: { en: 'The person decides.', fr: 'La personne décide.' },
  engagement: {
    en: 'Where the person stands, and after -> where they should: unaware, resistant, neutral, supportive, leading.',
    fr: 'La posture actuelle et, après ->, celle que l’on souhaite : unaware, resistant, neutral, supportive, leading.',
  },
  participation: {
    en: 'What the client was promised: inform, consult, involve, collaborate, empower.',
    fr: 'Ce qui a été promis au client : inform, consult, involve, collaborate, empower.',
  },
  levels: { en: 'The names of the levels, lowest first.', fr: 'Les noms des niveaux, du plus bas au plus haut.' },
  autonomous: { en: 'From this level on a person works alone.', fr: 'À partir de ce niveau, on travaille en autonomie.' },
  trains: { en: 'From this level on a person can train others.', fr: 'À partir de ce niveau, on peut former les autres.' },
  within: {
    en: 'The broader competency, or team, that this one is part of.',
    fr: 'La compétence, ou l’équipe, plus large dont celle-ci fait partie.',
  },
  ref: { en: 'Where the competency is defined: an address or a code.', fr: 'Où la compétence est définie : une adresse ou un code.' },
  critical: { en: 'The organization cannot do without it.', fr: 'L’organisation ne peut pas s’en passer.' },
  holders: {
    en: 'How many people should hold it, and at which level.',
    fr: 'Combien de personnes doivent la maîtriser, et à quel niveau.',
  },
  lead: { en: 'Who leads the team.', fr: 'Qui est à la tête de l’équipe.' },
  'member.team': { en: 'The teams the member is in.', fr: 'Les équipes dont le membre fait partie.' },
  capacity: {
    en: 'How much of the working time is available: a share, days per week, or days in the period.',
    fr: 'La part disponible du temps de travail : un pourcentage, des jours par semaine ou des jours sur la période.',
  },
  from: { en: 'The first day.', fr: 'Le premier jour.' },
  until: { en: 'The last day in the organization.', fr: 'Le dernier jour dans l’organisation.' },
  due: { en: 'The last day.', fr: 'La date d’échéance.' },
  to: { en: 'The last day.', fr: 'Le dernier jour.' },
  collaborates: { en: 'They work together.', fr: 'Ils travaillent ensemble.' },
  advises: { en: 'The first advises the second.', fr: 'Le premier conseille le second.' },
  informs: { en: 'The first informs the second.', fr: 'Le premier informe le second.' },
  mentors: { en: 'The first mentors the second.', fr: 'Le premier accompagne le second.' },
  reports: { en: 'The first reports to the second.', fr: 'Le premier est rattaché au second.' },
  liaises: { en: 'They keep the link between two groups.', fr: 'Ils assurent la liaison entre deux groupes.' },
  daily: { en: 'Every day.', fr: 'Tous les jours.' },
  weekly: { en: 'Every week.', fr: 'Toutes les semaines.' },
  monthly: { en: 'Every month.', fr: 'Tous les mois.' },
  quarterly: { en: 'Every quarter.', fr: 'Tous les trimestres.' },
  rarely: { en: 'Now and then.', fr: 'De temps en temps.' },
  'link.strength': { en: 'From 1, weak, to 5, strong.', fr: 'L’intensité, de 1 (faible) à 5 (forte).' },
  strained: { en: 'The relation is strained.', fr: 'La relation est tendue.' },
  in: { en: 'The competency that the link is about.', fr: 'La compétence sur laquelle porte le lien.' },
  since: { en: 'The day it began.', fr: 'Le jour où il a commencé.' },
  for: {
    en: 'The needs, clients or organization that the task serves.',
    fr: 'Les besoins, les clients ou l’organisation que sert la tâche.',
  },
  requires: {
    en: 'Competencies the task needs, each with its level.',
    fr: 'Les compétences qu’exige la tâche, chacune avec son niveau.',
  },
  effort: { en: 'How much work: 6d, 4h, 2w.', fr: 'L’effort que demande la tâche : 6d (jours), 4h (heures), 2w (semaines).' },
  assigned: {
    en: 'Who does it, each with a share where it is not equal.',
    fr: 'Qui s’en charge, avec la part de chacun si elle n’est pas égale.',
  },
  with: {
    en: 'Who takes part without doing the work, and how: inform, consult, involve, collaborate, empower.',
    fr: 'Qui participe sans réaliser, et comment : inform, consult, involve, collaborate, empower.',
  },
  uses: { en: 'Resources the task draws on.', fr: 'Les ressources que la tâche utilise.' },
  after: { en: 'Tasks that must be finished first.', fr: 'Les tâches à terminer d’abord.' },
  'task.status': {
    en: 'planned, active, blocked or done.',
    fr: 'planned (prévue), active (en cours), blocked (bloquée) ou done (terminée).',
  },
  'intervention.status': { en: 'planned, active or done.', fr: 'planned (prévue), active (en cours) ou done (terminée).' },
  on: { en: 'The day.', fr: 'Le jour.' },
  scope: { en: 'Whom the assessment is about.', fr: 'Sur qui porte l’état des lieux.' },
  heard: { en: 'Who was heard, when, and what they said.', fr: 'Qui a été entendu, quand, et ce qui a été dit.' },
  of: { en: 'Whom it is about.', fr: 'Les personnes concernées.' },
  between: { en: 'Between whom it stands.', fr: 'Les personnes ou les équipes entre lesquelles cela se joue.' },
  severity: { en: 'low, medium or high.', fr: 'low (faible), medium (moyenne) ou high (forte).' },
  answers: { en: 'The rules and pitfalls that are answered.', fr: 'Les règles et les écueils auxquels cela répond.' },
  source: { en: 'The publication it comes from.', fr: 'La publication d’où elle vient.' },
  involves: { en: 'Who takes part.', fr: 'Qui participe.' },
  owner: { en: 'The member who sees to it.', fr: 'Le membre qui en est responsable.' },
  measure: { en: 'How one will know that it worked.', fr: 'Ce qui montrera que cela a marché.' },
};

const kindLabels: Readonly<Record<Kind, Localised>> = {
  organization: { en: 'organization', fr: 'organisation' },
  period: { en: 'period', fr: 'période' },
  scale: { en: 'scale', fr: 'échelle' },
  competency: { en: 'competency', fr: 'compétence' },
  team: { en: 'team', fr: 'équipe' },
  member: { en: 'member', fr: 'membre' },
  link: { en: 'link', fr: 'lien' },
  client: { en: 'client', fr: 'client' },
  task: { en: 'task', fr: 'tâche' },
  assessment: { en: 'assessment', fr: 'état des lieux' },
  technique: { en: 'technique', fr: 'technique' },
  intervention: { en: 'intervention', fr: 'intervention' },
  need: { en: 'need', fr: 'besoin' },
  resource: { en: 'resource', fr: 'ressource' },
  stakeholder: { en: 'stakeholder', fr: 'partie prenante' },
  strength: { en: 'strength', fr: 'point fort' },
  pitfall: { en: 'pitfall', fr: 'écueil' },
};

/** What people call a declaration of `kind`. */
export function kindLabel(kind: Kind): Localised {
  return kindLabels[kind];
}

/** What `word` says in the block of `kind`. */
export function wordMeaning(kind: string, word: string): Localised | undefined {
  const own = `${kind}.${word}`;
  if (Object.hasOwn(words, own)) return words[own];
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** What a word of a closed list says; undefined where there is nothing to say. */
export function valueMeaning(word: string): Localised | undefined {
  return Object.hasOwn(values, word) ? values[word] : undefined;
}

/** A level as people say it. */
export function levelLabel(level: number, { levels }: { readonly levels: readonly unknown[] }): Localised {
  return { en: `level ${level} of ${levels.length}`, fr: `niveau ${level} sur ${levels.length}` };
}

/** What reaching a threshold of the scale means. */
export const thresholds = [
  { from: 'autonomous', says: { en: 'Works alone', fr: 'Travaille en autonomie' } },
  { from: 'trains', says: { en: 'Can train others', fr: 'Peut former les autres' } },
] as const;

const values: Readonly<Record<string, Localised>> = {
  low: { en: 'The lowest of three grades.', fr: 'Le plus bas de trois degrés.' },
  medium: { en: 'The middle one of three grades.', fr: 'Le degré du milieu, sur trois.' },
  high: { en: 'The highest of three grades.', fr: 'Le plus haut de trois degrés.' },
  inform: { en: 'They are kept informed.', fr: 'On les tient au courant.' },
  consult: { en: 'They are asked for their views.', fr: 'On recueille leur avis.' },
  involve: {
    en: 'Their concerns are taken up throughout the work.',
    fr: 'Leurs préoccupations sont prises en compte tout au long du travail.',
  },
  collaborate: { en: 'They are partners in every decision.', fr: 'Ils sont partenaires de chaque décision.' },
  empower: { en: 'The decision is theirs.', fr: 'La décision leur revient.' },
  unaware: { en: 'Does not know of the work.', fr: 'N’a pas connaissance du travail engagé.' },
  resistant: { en: 'Knows of the work and is against it.', fr: 'Connaît le travail engagé et s’y oppose.' },
  neutral: { en: 'Neither for nor against.', fr: 'Ni pour, ni contre.' },
  supportive: { en: 'Is for it.', fr: 'Y est favorable.' },
  leading: { en: 'Takes an active part in its success.', fr: 'Contribue activement à sa réussite.' },
  planned: { en: 'Not begun.', fr: 'Pas encore commencé.' },
  active: { en: 'Under way.', fr: 'En cours.' },
  blocked: { en: 'Held up.', fr: 'À l’arrêt.' },
  done: { en: 'Finished.', fr: 'Terminé.' },
  '->': { en: 'From the first to the second.', fr: 'Du premier vers le second.' },
  '<->': { en: 'Both ways.', fr: 'Dans les deux sens.' },
  to: { en: 'Up to and including which day.', fr: 'Jusqu’à quel jour inclus.' },
  on: { en: 'On which day.', fr: 'Quel jour.' },
  at: { en: 'At which level.', fr: 'À quel niveau.' },
  'per week': { en: 'In every week.', fr: 'Par semaine.' },
  week: { en: 'In every week.', fr: 'Par semaine.' },
};
