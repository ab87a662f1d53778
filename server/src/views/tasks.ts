import { covers, heldLevel, peopleOn, uncovered } from '../model/coverage';
import type { Model, Person, Skill, Task } from '../model/model';
import { vocabulary } from '../reports/vocabulary';
import { inVocabulary, inWords, levelName, listed } from '../rules/wording';
import type { Language } from '../text/localised';
import { type Branch, beside, branchOf } from './branch';
import { kindOfTask } from './members';

/** The tasks in project order, those done last: who does them, and what they require. */
export function tasksShown(model: Model, language: Language): readonly Branch[] {
  const [open, done] = [true, false].map((wanted) => model.tasks.filter((task) => task.open === wanted));
  return [...(open ?? []), ...(done ?? [])].map((task) => taskBranch(model, task, language));
}

function taskBranch(model: Model, task: Task, language: Language): Branch {
  const say = words[language];
  const names = task.assignees.map(({ person }) => person.label);
  const covered = task.requirements.length - uncovered(task).length;
  const coverage = task.open && task.requirements.length > 0 && say.covered(covered, task.requirements.length);
  const who = names.length > 0 ? listed(language, names) : task.open && say.nobody;
  const due = task.open && task.due !== null && say.due(inWords(language, task.due));
  return branchOf(model, kindOfTask(task), task, beside(who, coverage, vocabulary[language].task[task.status], due), [
    ...task.assignees.map(({ person, percent }) =>
      branchOf(model, person.kind, person, beside(say.assigned, percent !== null && `${percent} %`)),
    ),
    ...task.participants.map(({ person, voice }) => branchOf(model, person.kind, person, inVocabulary(language, voice))),
    ...task.requirements.map((requirement) => requirementBranch(model, task, requirement, language)),
  ]);
}

function requirementBranch(model: Model, task: Task, requirement: Skill, language: Language): Branch {
  const say = words[language];
  const able = peopleOn(task).filter((person) => covers(person, requirement));
  const best = Math.max(0, ...peopleOn(task).map((person: Person) => heldLevel(person, requirement.competency)));
  const short = best === 0 ? say.nobodyHolds : say.highest(levelName(model.scale, best));
  const detail = beside(
    levelName(model.scale, requirement.level),
    able.length > 0
      ? listed(
          language,
          able.map(({ label }) => label),
        )
      : short,
  );
  return branchOf(model, able.length > 0 ? 'covered' : 'uncovered', requirement.competency, detail);
}

const words = {
  en: {
    covered: (covered: number, all: number) => `covers ${covered} of ${all}`,
    nobody: 'nobody assigned',
    due: (date: string) => `due ${date}`,
    assigned: 'assigned',
    nobodyHolds: 'nobody on it',
    highest: (level: string) => `highest on it: ${level}`,
  },
  fr: {
    covered: (covered: number, all: number) =>
      `${covered} compétence${covered < 2 ? '' : 's'} couverte${covered < 2 ? '' : 's'} sur ${all}`,
    nobody: 'confiée à personne',
    due: (date: string) => `pour le ${date}`,
    assigned: 'en charge',
    nobodyHolds: 'personne parmi ceux qui y travaillent',
    highest: (level: string) => `au mieux\u00A0: ${level}`,
  },
} as const;
