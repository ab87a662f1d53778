import type { Member, Model, Person, Task } from '../../model/model';
import { addProperties } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { sharedAtWork } from '../../planning/shared';
import { levelName, listed } from '../../rules/wording';
import { propertyOf } from '../../syntax/tree';
import type { Localised } from '../../text/localised';
import { fold } from '../fold';
import { type Action, headerAt, type Offer } from './action';

/** Makes a task that was given by job title say what it requires: what those of that title share, else what its assignees do. */
export const requirements: Offer = (where) => {
  const { model } = where.checked;
  const node = headerAt(where);
  const task = model.tasks.find((each) => each.node === node);
  if (!task || propertyOf(task.node, 'requires')) return [];
  const action = { name: 'requirements', kind: 'refactor.rewrite', title } as const;
  const assignees = task.assignees.map(({ person }) => person);
  if (assignees.length === 0) return [{ ...action, disabled: reasons.nobody, edits: () => [] }];
  const required = requiredBy(model, assignees);
  const level = levelName(model.scale, model.scale.autonomous);
  if (required.length === 0) return [{ ...action, disabled: nothingShared(level), edits: () => [] }];
  return [{ ...action, title: requiring(required, level), edits: () => edits(where.file, task, required, level) }];
};

interface Required {
  readonly name: string;
  readonly label: string;
}

function requiredBy(model: Model, assignees: readonly Person[]): readonly Required[] {
  const alike = ofTheSameRole(model, assignees);
  const shared = sharedAtWork(model, alike);
  const found = shared.length > 0 ? shared : sharedAtWork(model, assignees);
  return found.flatMap((competency) => {
    const name = referenceTo(model, competency, { kind: 'task', word: 'requires' });
    return name ? [{ name, label: competency.label }] : [];
  });
}

/** The assignees, and all present members who have the job title of one of them. */
function ofTheSameRole({ members }: Model, assignees: readonly Person[]): readonly Person[] {
  const roles = new Set(assignees.flatMap(({ role }) => (role === null ? [] : [fold(role)])));
  const has = ({ role, present }: Member): boolean => present && role !== null && roles.has(fold(role));
  return [...new Set([...assignees, ...members.filter(has)])];
}

function edits(
  file: Parameters<typeof addProperties>[0],
  task: Task,
  required: readonly Required[],
  level: string,
): ReturnType<Action['edits']> {
  const text = `requires ${required.map(({ name }) => `${name} ${level}`).join(', ')}`;
  return addProperties(file, task.node, [{ word: 'requires', text }]);
}

const title: Localised = { en: 'Say which competencies it requires', fr: 'Dire quelles compétences elle exige' };

function requiring(required: readonly Required[], level: string): Localised {
  const labels = required.map(({ label }) => label);
  return {
    en: `Say that it requires ${listed('en', labels)} at ${level}`,
    fr: `Dire qu’elle exige ${listed('fr', labels)} au niveau ${level}`,
  };
}

const reasons = {
  nobody: { en: 'nobody is assigned to it', fr: 'elle n’est confiée à personne' },
} as const;

function nothingShared(level: string): Localised {
  return {
    en: `those who are assigned to it share no competency at ${level} or above`,
    fr: `celles et ceux qui en sont chargés n’ont aucune compétence commune au niveau ${level} ou au-dessus`,
  };
}
