import type { Kind } from '../syntax/vocabulary';

/** Within a space a name means one thing (docs/language.md §4). Links, periods, scales and their levels stand outside all of them. */
export type Space = 'parties' | 'competencies' | 'work' | 'techniques';

/** The space that the names of declarations of `kind` are in. */
export function spaceOf(kind: Kind): Space | undefined {
  return spaces[kind];
}

const spaces: Readonly<Partial<Record<Kind, Space>>> = {
  organization: 'parties',
  team: 'parties',
  member: 'parties',
  client: 'parties',
  stakeholder: 'parties',
  competency: 'competencies',
  task: 'work',
  need: 'work',
  resource: 'work',
  assessment: 'work',
  strength: 'work',
  pitfall: 'work',
  intervention: 'work',
  technique: 'techniques',
};
