import type { Client, Stakeholder } from '../../model/model';
import { grades } from '../../syntax/vocabulary';
import { compareNames } from '../subjects';

/** The stakeholders of `client`: who decides first, then by influence, then by interest, then by name. */
export function byWeight({ stakeholders }: Client): readonly Stakeholder[] {
  return stakeholders.toSorted(
    (a, b) =>
      Number(b.decides) - Number(a.decides) ||
      weight(b.influence) - weight(a.influence) ||
      weight(b.interest) - weight(a.interest) ||
      compareNames(a, b),
  );
}

/** Not stated weighs least. */
function weight(grade: Stakeholder['influence']): number {
  return grade === null ? -1 : grades.indexOf(grade);
}
