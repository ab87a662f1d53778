import { covers, openTasks } from '../../model/coverage';
import type { Assignee, Task } from '../../model/model';
import { isGarbled } from '../halfTyped';
import { leaveToOthersFix } from '../leaving';
import { at } from '../place';
import { defineSubjectRule } from '../rule';
import { subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly assignee: string;
}

export const outOfPlace = defineSubjectRule<Task, Values>({
  name: 'competency/out-of-place',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Of several people assigned to a task, each covers one of its requirements or wants to learn it.',
    fr: 'Quand une tâche est confiée à plusieurs personnes, chacune couvre l’une de ses exigences ou souhaite l’apprendre.',
  },
  why: {
    en: 'Somebody who neither brings what a task requires nor wants to learn it is there for another reason, and it is worth saying which. Often their days are missed elsewhere.',
    fr: 'Qui n’apporte rien de ce qu’exige une tâche et ne souhaite pas l’apprendre y est pour une autre raison, qu’il vaut la peine de dire. Souvent, ses jours manquent ailleurs.',
  },
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor"

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna, bob
}
`,
    good: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { wants user-research }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna, bob
}
`,
  },
  message: {
    en: ({ task, assignee }) => `${assignee} covers no requirement of ${quoted('en', task)} and wants to learn none of them`,
    fr: ({ task, assignee }) =>
      `${assignee} ne couvre aucune exigence de la tâche ${quoted('fr', task)} et ne souhaite en apprendre aucune`,
  },
  subjects: openTasks,
  judge(model, report) {
    return (task) => {
      if (task.assignees.length < 2 || task.requirements.length === 0 || task.unresolved.has('requires')) return;
      for (const assignee of task.assignees) {
        const { person, entry } = assignee;
        if (!isOutOfPlace(task, assignee) || isGarbled(model, person)) continue;
        report({
          at: at(task, entry.ref ?? entry),
          subjects: [task.id, person.id],
          evidence: {},
          values: { task: task.label, assignee: person.label },
        });
      }
    };
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    const assignee = task?.assignees.find(({ person }) => person.id === found.subjects[1]);
    const fix = task && assignee && leaveToOthersFix(model, task, assignee);
    return fix ? [{ ...fix, preferred: true }] : [];
  },
});

/** Who is absent covers nothing, but is not judged. */
function isOutOfPlace(task: Task, { person }: Assignee): boolean {
  if ((person.kind === 'member' && !person.present) || person.unresolved.has('has') || person.unresolved.has('wants')) return false;
  return task.requirements.every(
    (requirement) => !covers(person, requirement) && !person.wants.some(({ competency }) => competency === requirement.competency),
  );
}
