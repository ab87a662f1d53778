import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import type { Client, Model, Need, Organization, Stakeholder } from '../model/model';
import { linksOf } from '../model/network';
import { vocabulary } from '../reports/vocabulary';
import { plural } from '../rules/wording';
import type { Language } from '../text/localised';
import { type Branch, beside, branchOf } from './branch';
import { kindOfTask } from './members';

/** The organization, where it states needs, and the clients, in project order: needs with the tasks that serve them, then stakeholders. */
export function clientsShown(model: Model, language: Language): readonly Branch[] {
  const organization = model.organization && model.organization.needs.length > 0 ? [model.organization] : [];
  return [...organization, ...model.clients].map((owner) => ownerBranch(model, owner, language));
}

function ownerBranch(model: Model, owner: Organization | Client, language: Language): Branch {
  const stakeholders = owner.kind === 'client' ? owner.stakeholders : [];
  const needs = owner.needs.length > 0 ? words[language].needs(owner.needs.length) : words[language].noNeeds;
  return branchOf(model, owner.kind, owner, needs, [
    ...owner.needs.map((need) => needBranch(model, need, language)),
    ...stakeholders.map((stakeholder) => stakeholderBranch(model, stakeholder, language)),
  ]);
}

function needBranch(model: Model, need: Need, language: Language): Branch {
  const tasks = tasksByPurpose(model).get(need) ?? [];
  const say = words[language];
  const priority = need.priority && say.priority(vocabulary[language].grade[need.priority]);
  const detail = beside(priority, tasks.length === 0 ? say.noTask : say.tasks(tasks.length));
  const branches = tasks.map((task) => branchOf(model, kindOfTask(task), task, vocabulary[language].task[task.status]));
  return branchOf(model, 'need', need, detail, branches);
}

function stakeholderBranch(model: Model, stakeholder: Stakeholder, language: Language): Branch {
  const say = words[language];
  const members = [
    ...new Set(linksOf(model, stakeholder).flatMap(({ from, to }) => [from, to].filter((end) => end.kind === 'member' && end.present))),
  ];
  const known = members.length === 0 ? say.knownToNobody : null;
  return branchOf(
    model,
    'stakeholder',
    stakeholder,
    beside(stakeholder.role, stakeholder.decides && say.decides, known),
    members.map((member) => branchOf(model, 'member', member, say.linked)),
  );
}

const tasksByPurpose = memo((model: Model) => grouped(model.tasks, ({ serves }) => serves));

const words = {
  en: {
    needs: (count: number) => plural('en', count, 'need', 'needs'),
    noNeeds: 'no need stated',
    priority: (grade: string) => `${grade} priority`,
    tasks: (count: number) => plural('en', count, 'task', 'tasks'),
    noTask: 'no task',
    decides: 'decides',
    knownToNobody: 'linked to nobody',
    linked: 'linked',
  },
  fr: {
    needs: (count: number) => plural('fr', count, 'besoin', 'besoins'),
    noNeeds: 'aucun besoin indiqué',
    priority: (grade: string) => `priorité ${grade}`,
    tasks: (count: number) => plural('fr', count, 'tâche', 'tâches'),
    noTask: 'aucune tâche',
    decides: 'décide',
    knownToNobody: 'sans lien avec l’équipe',
    linked: 'en lien',
  },
} as const;
