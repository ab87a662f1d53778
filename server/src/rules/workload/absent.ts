import { workingDays } from '../../model/calendar';
import { openTasks } from '../../model/coverage';
import type { Person, Task } from '../../model/model';
import { workingDaysLeft } from '../../model/workload';
import { handOver } from '../../planning/assign';
import { candidates, insteadOf } from '../../planning/candidates';
import { bestFirst, disabledFix, mostOffered, tradeTitle } from '../assigning';
import { leaveToOthersFix } from '../leaving';
import { at } from '../place';
import { defineSubjectRule } from '../rule';
import { subject } from '../subjects';
import { whyNobody } from '../trade';
import { quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly assignee: string;
}

export const absent = defineSubjectRule<Task, Values>({
  name: 'workload/absent',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Whoever is assigned is there between the task’s dates.',
    fr: 'Toute personne à qui une tâche est confiée est présente entre ses dates.',
  },
  why: {
    en: 'A task whose assignee is away from its first day to its last will wait or change hands, whatever the plan says.',
    fr: 'Une tâche confiée à une personne absente du premier au dernier jour attendra ou changera de mains, quoi qu’en dise le plan.',
  },
  examples: {
    bad: `member anna "Anna Morel" { away 2026-05-11 to 2026-05-15 }
member bob "Bob Okafor"

task interviews "Interviews" { from 2026-05-11 due 2026-05-15 assigned anna }
`,
    good: `member anna "Anna Morel" { away 2026-05-11 to 2026-05-14 }

task interviews "Interviews" { from 2026-05-11 due 2026-05-15 assigned anna }
`,
  },
  message: {
    en: ({ task, assignee }) => `${assignee} has no available day between the dates of ${quoted('en', task)}`,
    fr: ({ task, assignee }) => `${assignee} n’a aucun jour disponible entre les dates de la tâche ${quoted('fr', task)}`,
  },
  subjects: openTasks,
  judge(_, report) {
    return (task) => {
      for (const { person, entry } of task.assignees) {
        if (!isAway(task, person)) continue;
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
    if (!task || !assignee) return [];
    const there = task.assignees.map(({ person }) => person);
    const offered = candidates(model, task, insteadOf(task, assignee.person)).filter(
      ({ members: [taker] }) => taker && !there.includes(taker),
    );
    const reassign = offered.slice(0, mostOffered).map((candidate) => {
      const [taker] = candidate.members;
      const edits = taker ? handOver(model, task, assignee, taker) : null;
      return edits && { title: tradeTitle(task, candidate, verb), preferred: false, edits };
    });
    // Where nobody else can come, somebody who is on the task already may have days for it.
    const canStay = there.some((person) => person !== assignee.person && !isAway(task, person));
    const fixes = bestFirst(reassign.length === 0 && canStay ? [leaveToOthersFix(model, task, assignee)] : reassign);
    return fixes.length > 0 ? fixes : [disabledFix(nobody, whyNobody(model, task, task.requirements))];
  },
});

const verb = { en: (who: string) => `Reassign to ${who}`, fr: (who: string) => `Confier plutôt à ${who}` };
const nobody = { en: 'Reassign to another member', fr: 'Confier plutôt à un autre membre' };

/** Where no working day lies between the dates, nobody can be missed on one. */
function isAway({ from, due, unresolved }: Task, person: Person): boolean {
  if (from === null || due === null || unresolved.has('from') || unresolved.has('due') || person.unresolved.has('away')) return false;
  const range = { from, to: due };
  return workingDays(range) > 0 && workingDaysLeft(person, range) === 0;
}
