import type { Kind } from '../syntax/vocabulary';

/** The entities of a model are made in this order: each refers to what was made before it, and to others of its own stage. */
export const stages = [
  'competencies',
  'owners',
  'teams',
  'members',
  'links',
  'tasks',
  'assessments',
  'techniques',
  'interventions',
] as const;

export type Stage = (typeof stages)[number];

/** When declarations of `kind` become entities; undefined where they become none. What is nested is made with what is around it. */
export function stageOf(kind: Kind): Stage | undefined {
  return byKind[kind];
}

const byKind: Readonly<Partial<Record<Kind, Stage>>> = {
  competency: 'competencies',
  organization: 'owners',
  client: 'owners',
  need: 'owners',
  resource: 'owners',
  stakeholder: 'owners',
  team: 'teams',
  member: 'members',
  link: 'links',
  task: 'tasks',
  assessment: 'assessments',
  strength: 'assessments',
  pitfall: 'assessments',
  technique: 'techniques',
  intervention: 'interventions',
};
