import type { Group, Severity } from '../rules/rule';
import type { Grade, InterventionStatus, LinkKind, TaskStatus } from '../syntax/vocabulary';
import type { Language } from '../text/localised';

/** The words of the language as they stand in a report. */
export interface Vocabulary {
  /** Of an influence, a priority, a severity. */
  readonly grade: Readonly<Record<Grade, string>>;
  readonly interest: Readonly<Record<Grade, string>>;
  readonly task: Readonly<Record<TaskStatus, string>>;
  readonly intervention: Readonly<Record<InterventionStatus, string>>;
  /** What two who are linked do. */
  readonly link: Readonly<Record<LinkKind, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** The steps and the client. */
  readonly group: Readonly<Record<Group, string>>;
}

const en: Vocabulary = {
  grade: { low: 'low', medium: 'medium', high: 'high' },
  interest: { low: 'low', medium: 'medium', high: 'high' },
  task: { planned: 'planned', active: 'active', blocked: 'blocked', done: 'done' },
  intervention: { planned: 'planned', active: 'active', done: 'done' },
  link: {
    collaborates: 'collaboration',
    advises: 'advice',
    informs: 'information',
    mentors: 'mentoring',
    reports: 'reporting',
    liaises: 'liaison',
  },
  severity: { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' },
  severities: { error: 'Errors', warning: 'Warnings', info: 'Info', hint: 'Hints' },
  group: {
    model: 'The files themselves',
    assessment: 'State of the collaboration',
    network: 'Internal net',
    competency: 'Competencies',
    workload: 'Workload',
    client: 'Client',
    plan: 'Interventions',
  },
};

const fr: Vocabulary = {
  grade: { low: 'faible', medium: 'moyenne', high: 'forte' },
  interest: { low: 'faible', medium: 'moyen', high: 'fort' },
  task: { planned: 'prévue', active: 'en cours', blocked: 'bloquée', done: 'terminée' },
  intervention: { planned: 'prévue', active: 'en cours', done: 'terminée' },
  link: {
    collaborates: 'collaboration',
    advises: 'conseil',
    informs: 'information',
    mentors: 'accompagnement',
    reports: 'hiérarchie',
    liaises: 'liaison',
  },
  severity: { error: 'Erreur', warning: 'Avertissement', info: 'Information', hint: 'Piste' },
  severities: { error: 'Erreurs', warning: 'Avertissements', info: 'Informations', hint: 'Pistes' },
  group: {
    model: 'Les fichiers eux-mêmes',
    assessment: 'État de la collaboration',
    network: 'Réseau interne',
    competency: 'Compétences',
    workload: 'Charge',
    client: 'Client',
    plan: 'Interventions',
  },
};

export const vocabulary: Readonly<Record<Language, Vocabulary>> = { en, fr };
