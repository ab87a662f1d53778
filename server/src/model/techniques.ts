import type { Localised } from '../text/localised';

/** A technique that every project knows; one that it declares by the same name replaces it. */
export interface BuiltInTechnique {
  readonly name: string;
  readonly label: Localised;
  /** Names of the rules whose findings it is known to answer. */
  readonly answers: readonly string[];
  /** Does it answer pitfalls, whatever they are about? */
  readonly answersPitfalls: boolean;
}

const learning = [
  'competency/single-holder',
  'competency/key-person',
  'competency/thin-coverage',
  'competency/under-qualified',
  'competency/undoable',
  'competency/no-trainer',
];
const bridging = ['network/silo', 'network/fragmented', 'network/bridge-link', 'network/cut-member', 'network/apart'];

/** In the order of docs/rules.md. */
export const builtInTechniques: readonly BuiltInTechnique[] = [
  technique('mentoring', { en: 'Mentoring', fr: 'Mentorat' }, learning),
  technique('pairing', { en: 'Pairing', fr: 'Travail en binôme' }, learning),
  technique('shadowing', { en: 'Shadowing', fr: 'Observation en situation' }, learning),
  technique('rotation', { en: 'Rotation', fr: 'Rotation des postes' }, learning),
  technique('training', { en: 'Training', fr: 'Formation' }, learning),
  technique('knowledge-transfer', { en: 'Knowledge transfer', fr: 'Transfert de connaissances' }, learning),
  technique('train-the-trainer', { en: 'Train the trainer', fr: 'Formation de formateurs' }, ['competency/no-trainer']),
  technique('buddy', { en: 'Buddy', fr: 'Parrainage' }, ['network/newcomer-without-buddy', 'network/isolated-member']),
  // Galbraith’s continuum of lateral links.
  technique('liaison-role', { en: 'Liaison role', fr: 'Rôle de liaison' }, bridging),
  technique('task-force', { en: 'Task force', fr: 'Groupe de travail' }, bridging),
  technique('cross-team-critique', { en: 'Cross-team critique', fr: 'Revue croisée entre équipes' }, bridging),
  technique('delegation', { en: 'Delegation', fr: 'Délégation' }, [
    'network/overloaded-hub',
    'network/span-of-control',
    'network/dominant-broker',
    'workload/overloaded',
  ]),
  technique('community-of-practice', { en: 'Community of practice', fr: 'Communauté de pratique' }, [
    'competency/behind-a-border',
    'competency/latent',
    'competency/dormant',
  ]),
  technique('mediation', { en: 'Mediation', fr: 'Médiation' }, ['network/strained']),
  { name: 'retrospective', label: { en: 'Retrospective', fr: 'Rétrospective' }, answers: [], answersPitfalls: true },
  technique('co-design', { en: 'Co-design', fr: 'Conception participative' }, [
    'client/left-out',
    'client/potential-untapped',
    'client/engagement-gap',
  ]),
  technique('stakeholder-interview', { en: 'Stakeholder interview', fr: 'Entretien avec une partie prenante' }, [
    'client/engagement-gap',
    'client/key-stakeholder-cold',
    'client/context-missing',
    'assessment/not-heard',
  ]),
  technique('second-liaison', { en: 'Second liaison', fr: 'Deuxième liaison' }, [
    'client/single-threaded',
    'client/no-liaison',
    'client/far-from-task',
  ]),
];

/** The built-in technique of that name; undefined where there is none. */
export function builtInTechnique(name: string): BuiltInTechnique | undefined {
  return byName.get(name);
}

const byName = new Map(builtInTechniques.map((each) => [each.name, each]));

function technique(name: string, label: Localised, answers: readonly string[]): BuiltInTechnique {
  return { name, label, answers, answersPitfalls: false };
}
