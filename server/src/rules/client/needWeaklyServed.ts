import { uncovered } from '../../model/coverage';
import { grouped } from '../../model/grouped';
import { memo } from '../../model/memo';
import type { Model, Need, Skill, Task } from '../../model/model';
import type { Localised } from '../../text/localised';
import { isHalfTyped } from '../halfTyped';
import { atName } from '../place';
import { defineRule, type Related } from '../rule';
import { idsOf } from '../subjects';
import { alternatives, levelName, listQuoted, quoted } from '../wording';

interface Values {
  readonly need: string;
  readonly owner: string;
  readonly tasks: readonly string[];
}

/** How many titles a message names. */
const mostTasks = 3;

export const needWeaklyServed = defineRule<Values>({
  name: 'client/need-weakly-served',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Every need that is worked on has a task that is done, or assigned to people who cover it.',
    fr: 'Tout besoin auquel répond une tâche en a une qui est terminée, ou confiée à des personnes qui la couvrent.',
  },
  why: {
    en: 'The need is on the plan, so everybody believes that it is seen to; yet as things stand, nothing on the plan will meet it.',
    fr: 'Le besoin figure au plan, et chacun le croit donc pris en charge ; or, en l’état, rien au plan n’y répondra.',
  },
  examples: {
    bad: `competency user-research "User research"

member bob "Bob Okafor"

client acme "Acme Transports" {
  need faster-booking "Booking in under two minutes"
}

task interviews "Interview twelve customers" {
  for faster-booking
  requires user-research competent
  assigned bob
}
`,
    good: `competency user-research "User research"

member bob "Bob Okafor" { has user-research competent }

client acme "Acme Transports" {
  need faster-booking "Booking in under two minutes"
}

task interviews "Interview twelve customers" {
  for faster-booking
  requires user-research competent
  assigned bob
}
`,
  },
  message: {
    en: ({ need, owner, tasks }) =>
      `no task for the need ${quoted('en', need)} (${owner}) is both assigned and covered: ${listQuoted('en', tasks, mostTasks)}`,
    fr: ({ need, owner, tasks }) =>
      `aucune tâche pour le besoin ${quoted('fr', need)} (${owner}) n’est à la fois confiée et couverte : ${listQuoted('fr', tasks, mostTasks)}`,
  },
  check(model, report) {
    for (const need of model.needs) {
      const tasks = tasksByNeed(model).get(need) ?? [];
      if (tasks.length === 0 || !tasks.every((task) => isWeak(model, task))) continue;
      report({
        at: atName(need),
        subjects: [need.id, need.owner.id],
        evidence: { tasks: idsOf(tasks) },
        values: { need: need.label, owner: need.owner.label, tasks: tasks.map(({ label }) => label) },
        related: tasks.map((task): Related => ({ at: atName(task), message: whatItLacks(model, task) })),
      });
    }
  },
});

const tasksByNeed = memo((model: Model) =>
  grouped(model.tasks, ({ serves }) => serves.filter((served): served is Need => served.kind === 'need')),
);

/** Is it open, and unassigned or not covered, whatever is meant by what is half typed? */
function isWeak(model: Model, task: Task): boolean {
  const isUnclear = ['assigned', 'with', 'requires', 'status'].some((word) => task.unresolved.has(word));
  if (!task.open || isUnclear) return false;
  return task.assignees.length === 0 || uncovered(task).some(({ competency }) => !isHalfTyped(model, competency));
}

function whatItLacks(model: Model, task: Task): Localised {
  if (task.assignees.length === 0) return { en: 'nobody is assigned to this task', fr: 'cette tâche n’est confiée à personne' };
  const missing = uncovered(task);
  const skill = (at: string) => (requirement: Skill) =>
    `${requirement.competency.label} ${at} ${levelName(model.scale, requirement.level)}`;
  return {
    en: `nobody on this task holds ${alternatives('en', missing.map(skill('at')))}`,
    fr: `personne, sur cette tâche, ne maîtrise ${alternatives('fr', missing.map(skill('au niveau')))}`,
  };
}
