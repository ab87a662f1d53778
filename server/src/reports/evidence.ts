import type { Evidence } from '../rules/rule';
import type { Grade } from '../syntax/vocabulary';
import type { LocalisedWith } from '../text/localised';
import type { Say } from './say';

/** The numbers behind a finding as a sentence; null where the rule has none to give. */
export function evidenceInWords(rule: string, evidence: Evidence, say: Say): string | null {
  return wordings.get(rule)?.[say.language]([evidence, say]) ?? null;
}

type Words<E> = LocalisedWith<readonly [evidence: E, say: Say]>;

/** The evidence of a rule has the shape that the reference of rules gives: `E` is what is read of it. */
function wording<E>(rule: string, words: Words<E>): readonly [string, Words<Evidence>] {
  return [rule, words as unknown as Words<Evidence>];
}

interface Requirement {
  readonly competency: string;
  readonly required: number;
  readonly held: number;
}

interface Latent {
  readonly competency: string;
  readonly held: number;
  readonly tasks: readonly string[];
}

interface Overload {
  readonly availableDays: number;
  readonly assignedDays: number;
  readonly load: number | null;
  readonly tasks: readonly { readonly task: string; readonly days: number }[];
}

const wordings: ReadonlyMap<string, Words<Evidence>> = new Map([
  wording<{ severity: Grade | null }>('assessment/pitfall-unanswered', {
    en: ([{ severity }, say]) =>
      severity === null ? 'The assessment does not say how grave it is.' : `The assessment calls its severity ${say.word.grade[severity]}.`,
    fr: ([{ severity }, say]) =>
      severity === null ? 'L’état des lieux n’en dit pas la gravité.' : `L’état des lieux en juge la gravité ${say.word.grade[severity]}.`,
  }),
  wording<{ members: number }>('network/isolated-member', {
    en: ([{ members }]) => `Among ${members} members, no link with any of the others.`,
    fr: ([{ members }]) => `Parmi ${members} membres, aucun lien avec l’un des autres.`,
  }),
  wording<{ parts: readonly (readonly string[])[] }>('network/cut-member', {
    en: ([{ parts }, say]) => `Without this member, ${say.listed(parts.map((part) => partOf(part, say)))} are no longer linked.`,
    fr: ([{ parts }, say]) => `Sans ce membre, ${say.listed(parts.map((part) => partOf(part, say)))} ne sont plus reliés.`,
  }),
  wording<{ members: number; internal: number; external: number; ei: number; chance: number }>('network/silo', {
    en: ([{ members, internal, external, ei, chance }, say]) =>
      `${members} members, ${say.plural(internal, 'tie', 'ties')} within the team and ${external} to the outside: an E–I index of ${say.figure(ei)}, where chance alone would give ${say.figure(chance)}.`,
    fr: ([{ members, internal, external, ei, chance }, say]) =>
      `${members} membres, ${say.plural(internal, 'lien', 'liens')} dans l’équipe et ${external} vers l’extérieur : un indice E–I de ${say.figure(ei)}, là où le seul hasard donnerait ${say.figure(chance)}.`,
  }),
  wording<{ required: number; nearest: readonly { readonly person: string; readonly held: number }[] }>('competency/undoable', {
    en: ([{ required, nearest }, say]) =>
      nearest.length === 0
        ? `It is asked for at ${say.level(required)}; nobody has been assessed in it.`
        : `It is asked for at ${say.level(required)}; nearest: ${say.listed(nearest.map(({ person, held }) => `${say.name(person)} (${say.level(held)})`))}.`,
    fr: ([{ required, nearest }, say]) =>
      nearest.length === 0
        ? `Elle est demandée au niveau ${say.level(required)} ; personne n’y a été évalué.`
        : `Elle est demandée au niveau ${say.level(required)} ; au plus près : ${say.listed(nearest.map(({ person, held }) => `${say.name(person)} (${say.level(held)})`))}.`,
  }),
  wording<{ requirements: readonly Requirement[] }>('competency/under-qualified', {
    en: ([{ requirements }, say]) =>
      sentences(
        requirements.map(({ competency, required, held }) =>
          held === 0
            ? `${nameOf(competency, say)}: ${say.level(required)} is asked for, nobody on the task has been assessed in it`
            : `${nameOf(competency, say)}: ${say.level(required)} is asked for, ${say.level(held)} is the highest on the task`,
        ),
      ),
    fr: ([{ requirements }, say]) =>
      sentences(
        requirements.map(({ competency, required, held }) =>
          held === 0
            ? `${nameOf(competency, say)} : il faut le niveau ${say.level(required)}, personne sur la tâche n’y a été évalué`
            : `${nameOf(competency, say)} : il faut le niveau ${say.level(required)}, le plus haut sur la tâche est ${say.level(held)}`,
        ),
      ),
  }),
  wording<{ level: number; tasks: readonly string[]; critical: boolean }>('competency/single-holder', {
    en: ([{ level, tasks, critical }, say]) =>
      `Held at ${say.level(level)} by one person. ${tasks.length === 0 ? 'No open task requires it today' : `Open tasks that require it: ${say.titles(tasks)}`}.${critical ? ' The model marks it as critical.' : ''}`,
    fr: ([{ level, tasks, critical }, say]) =>
      `Détenue au niveau ${say.level(level)} par une seule personne. ${tasks.length === 0 ? 'Aucune tâche ouverte ne la requiert aujourd’hui' : `Tâches ouvertes qui la requièrent : ${say.titles(tasks)}`}.${critical ? ' Le modèle la marque comme critique.' : ''}`,
  }),
  wording<{ competencies: readonly Latent[] }>('competency/latent', {
    en: ([{ competencies }, say]) =>
      sentences(competencies.map(({ competency, held, tasks }) => `${nameOf(competency, say)}, held at ${say.level(held)}, is required by ${say.titles(tasks)}`)),
    fr: ([{ competencies }, say]) =>
      sentences(competencies.map(({ competency, held, tasks }) => `${nameOf(competency, say)}, niveau ${say.level(held)}, est requis par ${say.titles(tasks)}`)),
  }),
  wording<Overload>('workload/overloaded', {
    en: ([{ availableDays, assignedDays, load, tasks }, say]) =>
      `${say.days(assignedDays)} assigned, ${say.figure(availableDays, 1)} available${load === null ? '' : `, a load of ${say.percent(load)}`}. ${sentences([say.listed(tasks.map(({ task, days }) => `${say.name(task)} (${say.days(days)})`))])}`,
    fr: ([{ availableDays, assignedDays, load, tasks }, say]) =>
      `${say.days(assignedDays)} attribués, ${say.figure(availableDays, 1)} disponibles${load === null ? '' : `, soit une charge de ${say.percent(load)}`}. ${sentences([say.listed(tasks.map(({ task, days }) => `${say.name(task)} (${say.days(days)})`))])}`,
  }),
  wording<{ decides: boolean }>('client/no-liaison', {
    en: ([{ decides }]) => `No link leads to a present member${decides ? ', though this stakeholder decides' : ''}.`,
    fr: ([{ decides }]) => `Aucun lien ne mène à un membre présent${decides ? ', alors que cette partie prenante décide' : ''}.`,
  }),
  wording<{ priority: Grade | null }>('client/need-unaddressed', {
    en: ([{ priority }, say]) => `No task is for it. ${priority === null ? 'No priority is given' : `Its priority is ${say.word.grade[priority]}`}.`,
    fr: ([{ priority }, say]) => `Aucune tâche n’y répond. ${priority === null ? 'Sa priorité n’est pas indiquée' : `Sa priorité est ${say.word.grade[priority]}`}.`,
  }),
  wording<{ missing: readonly Missing[] }>('plan/incomplete', {
    en: ([{ missing }, say]) => `Missing: ${say.listed(missing.map((word) => missingWords.en[word]))}.`,
    fr: ([{ missing }, say]) => `Il manque ${say.listed(missing.map((word) => missingWords.fr[word]))}.`,
  }),
]);

/** What keeps an intervention from being followed up. */
export type Missing = 'owner' | 'to' | 'measure';

export const missingWords: LocalisedMissing = {
  en: { owner: 'an owner', to: 'an end date', measure: 'a measure of success' },
  fr: { owner: 'un responsable', to: 'une date de fin', measure: 'un critère de réussite' },
};

type LocalisedMissing = Readonly<Record<Say['language'], Readonly<Record<Missing, string>>>>;

/** Evidence names a competency by its bare name. */
function nameOf(competency: string, say: Say): string {
  return say.name(`competency:${competency}`);
}

/** A part of the net: by name while it is small. */
function partOf(part: readonly string[], say: Say): string {
  if (part.length <= 3) return say.names(part);
  return say.language === 'fr' ? `un groupe de ${part.length} personnes` : `a group of ${part.length}`;
}

function sentences(clauses: readonly string[]): string {
  return `${clauses.join('. ')}.`;
}
