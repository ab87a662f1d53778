import { presentMembers, tasksAssignedTo } from '../model/coverage';
import type { Member, Model, Task } from '../model/model';
import { loadOf, shares } from '../model/workload';
import { vocabulary } from '../reports/vocabulary';
import { levelName, percent, percentSign } from '../rules/wording';
import type { Language, Localised } from '../text/localised';
import { type Branch, beside, branchOf } from './branch';

/** The members, by what people call them: with their load, what they hold, the highest first, and what is confided to them. */
export function membersShown(model: Model, language: Language): readonly Branch[] {
  const { compare } = new Intl.Collator(language);
  const present = new Set(presentMembers(model));
  return model.members
    .map((member) => memberBranch(model, member, language, present.has(member)))
    .sort((a, b) => compare(a.label, b.label));
}

function memberBranch(model: Model, member: Member, language: Language, isPresent: boolean): Branch {
  const held = member.has.toSorted((a, b) => b.level - a.level);
  return branchOf(model, 'member', member, beside(member.role, isPresent ? loadInWords(model, member, language) : absent[language]), [
    ...held.map(({ competency, level }) => branchOf(model, 'competency', competency, levelName(model.scale, level))),
    ...tasksAssignedTo(model, member).map((task) => branchOf(model, kindOfTask(task), task, taskDetail(task, member, language))),
  ]);
}

/** The load as a percentage; what is assigned in days where nothing limits it, or no day is available. */
export function loadInWords(model: Model, member: Member, language: Language): string {
  const { load, assigned } = loadOf(model, member);
  if (load !== null && Number.isFinite(load)) return `${percent(language, load)}${percentSign[language]}`;
  return assigned === 0 ? '' : daysShort(assigned, language);
}

export function kindOfTask({ open }: Task): 'task' | 'taskDone' {
  return open ? 'task' : 'taskDone';
}

function taskDetail(task: Task, member: Member, language: Language): string {
  const part = shares(task)[task.assignees.findIndex(({ person }) => person === member)] ?? 0;
  const days = task.open && task.effort !== null ? daysShort(task.effort * part, language) : null;
  return beside(vocabulary[language].task[task.status], days);
}

/** `3.5 d`, `3,5 j`. */
export function daysShort(days: number, language: Language): string {
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(days)}\u00A0${dayLetter[language]}`;
}

const dayLetter: Localised = { en: 'd', fr: 'j' };
const absent: Localised = { en: 'not here today', fr: 'absence ce jour' };
