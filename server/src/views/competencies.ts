import { heldLevel, holders, levelOf, openTasksRequiring, stakeholdersWhoHold } from '../model/coverage';
import type { Competency, Model, Person } from '../model/model';
import { levelName, listed, plural } from '../rules/wording';
import type { Language } from '../text/localised';
import { type Branch, beside, branchOf } from './branch';

/** The competencies in project order: who holds each at the level that is needed, or below it, and the open tasks that require it. */
export function competenciesShown(model: Model, language: Language): readonly Branch[] {
  return model.competencies.map((competency) => competencyBranch(model, competency, language));
}

function competencyBranch(model: Model, competency: Competency, language: Language): Branch {
  const level = levelOf(model, competency);
  const count = holders(model, competency, level).length;
  const kind = count === 0 ? 'uncovered' : count === 1 ? 'single' : 'covered';
  const say = words[language];
  const wanted = competency.holders && competency.holders.count > count ? say.wanted(competency.holders.count) : null;
  const people: readonly Person[] = [...holders(model, competency, 1), ...stakeholdersWhoHold(model, competency, 1)];
  const detail = beside(say.holders(count, levelName(model.scale, level)), wanted, competency.critical && say.critical);
  return branchOf(model, kind, competency, detail, [
    ...people
      .toSorted((a, b) => heldLevel(b, competency) - heldLevel(a, competency))
      .map((person) => branchOf(model, person.kind, person, levelName(model.scale, heldLevel(person, competency)))),
    ...openTasksRequiring(model, competency).map((task) => {
      const required = task.requirements.find((requirement) => requirement.competency === competency)?.level ?? 0;
      const assignees = task.assignees.map(({ person }) => person.label);
      return branchOf(model, 'task', task, beside(say.requires(levelName(model.scale, required)), listed(language, assignees)));
    }),
  ]);
}

const words = {
  en: {
    holders: (count: number, level: string) => `${count} at ${level} or above`,
    wanted: (count: number) => `${count} wanted`,
    critical: 'critical',
    requires: (level: string) => `requires ${level}`,
  },
  fr: {
    holders: (count: number, level: string) => `${plural('fr', count, 'personne', 'personnes')} au niveau ${level} ou au-dessus`,
    wanted: (count: number) => plural('fr', count, 'souhaitée', 'souhaitées'),
    critical: 'critique',
    requires: (level: string) => `exige le niveau ${level}`,
  },
} as const;
