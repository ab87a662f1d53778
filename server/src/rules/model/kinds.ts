import type { Kind } from '../../syntax/vocabulary';
import type { Language, Localised } from '../../text/localised';

/** What a declaration of `kind` is, with its article. */
export function oneOfKind(kind: Kind): Localised {
  return words[kind];
}

/** `a member or a stakeholder`. */
export function eitherKind(language: Language, kinds: readonly Kind[]): string {
  return alternatives[language].format(kinds.map((kind) => words[kind][language]));
}

/** `a, b or c`. */
export function either(language: Language, items: readonly string[]): string {
  return alternatives[language].format(items);
}

const alternatives: Readonly<Record<Language, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  fr: new Intl.ListFormat('fr-FR', { type: 'disjunction' }),
};

const words: Readonly<Record<Kind, Localised>> = {
  organization: { en: 'the organization', fr: 'l’organisation' },
  period: { en: 'a period', fr: 'une période' },
  scale: { en: 'a scale', fr: 'une échelle' },
  competency: { en: 'a competency', fr: 'une compétence' },
  team: { en: 'a team', fr: 'une équipe' },
  member: { en: 'a member', fr: 'un membre' },
  link: { en: 'a link', fr: 'un lien' },
  client: { en: 'a client', fr: 'un client' },
  task: { en: 'a task', fr: 'une tâche' },
  assessment: { en: 'an assessment', fr: 'un état des lieux' },
  technique: { en: 'a technique', fr: 'une technique' },
  intervention: { en: 'an intervention', fr: 'une intervention' },
  need: { en: 'a need', fr: 'un besoin' },
  resource: { en: 'a resource', fr: 'une ressource' },
  stakeholder: { en: 'a stakeholder', fr: 'une partie prenante' },
  strength: { en: 'a strength', fr: 'un point fort' },
  pitfall: { en: 'a pitfall', fr: 'un écueil' },
};
