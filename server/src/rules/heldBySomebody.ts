import { presentPeople } from '../model/coverage';
import { memo } from '../model/memo';
import type { Competency, Model, Skill } from '../model/model';

/** Does a present member or a stakeholder hold what `requirement` asks, at its level? */
export function isHeldBySomebody(model: Model, { competency, level }: Skill): boolean {
  return (highestHeld(model).get(competency) ?? 0) >= level;
}

const highestHeld = memo((model: Model): ReadonlyMap<Competency, number> => {
  const highest = new Map<Competency, number>();
  for (const { levels } of presentPeople(model)) {
    for (const [competency, level] of levels) {
      if (level > (highest.get(competency) ?? 0)) highest.set(competency, level);
    }
  }
  return highest;
});
