import { heldLevel } from '../model/coverage';
import type { Competency, Model, Person } from '../model/model';

/** How many competencies a task is made to require at once. */
const most = 3;

/** What all of `people` hold at the autonomous level or above, no broader one beside a narrower: held highest first, then by name. */
export function sharedAtWork({ scale }: Model, people: readonly Person[]): readonly Competency[] {
  const held = (competency: Competency): number => Math.min(...people.map((person) => heldLevel(person, competency)));
  const [first] = people;
  const shared = [...(first?.levels.keys() ?? [])].filter((competency) => held(competency) >= scale.autonomous);
  const narrowest = shared.filter((competency) => !shared.some(({ broader }) => broader.includes(competency)));
  return narrowest.sort((a, b) => held(b) - held(a) || (a.name < b.name ? -1 : 1)).slice(0, most);
}
