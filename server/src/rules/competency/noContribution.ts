import { involved, isUnderWay } from '../../model/answers';
import { covers, openTasks, openTasksRequiring, presentMembers, tasksWith } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Member, Model, Party, Task } from '../../model/model';
import { linksOf } from '../../model/network';
import { alone, asNow, candidateFor, compareCandidates, hopsFrom } from '../../planning/candidates';
import { assignFix, bestFirst, bringInFix, giveVerb, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { atName } from '../place';
import { defineSubjectRule } from '../rule';
import { compareText, subject } from '../subjects';

interface Values {
  readonly member: string;
}

export const noContribution = defineSubjectRule<Member, Values>({
  name: 'competency/no-contribution',
  severity: 'info',
  options: {},
  summary: {
    en: 'Every member is on a task, mentors somebody or is part of an intervention.',
    fr: 'Chaque membre participe à une tâche, accompagne quelqu’un ou prend part à une intervention.',
  },
  why: {
    en: 'Either the model leaves out what this member does, or the plan leaves out this member. Both are worth knowing.',
    fr: 'Soit le modèle omet ce que fait ce membre, soit le plan ne lui prévoit rien. Dans les deux cas, mieux vaut le savoir.',
  },
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

task interviews "Interview twelve customers" { assigned anna }
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

task interviews "Interview twelve customers" { assigned anna with bob }
`,
  },
  message: {
    en: ({ member }) => `${member} is on no open task, mentors nobody and is part of no intervention`,
    fr: ({ member }) => `${member} ne participe à aucune tâche ouverte, n’accompagne personne et ne prend part à aucune intervention`,
  },
  subjects: (model) => (openTasks(model).length === 0 ? [] : presentMembers(model)),
  judge(model, report) {
    return (member) => {
      if (contributes(model, member) || hasUnclearLinks(model, member)) return;
      report({ at: atName(member), subjects: [member.id], evidence: {}, values: { member: member.label } });
    };
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const near = hopsFrom(model, member);
    const offers = mostCovered(model, member).flatMap((task) => {
      const candidate = candidateFor(model, task, member, task.assignees.length > 0 ? asNow(task) : alone, near);
      return candidate ? [{ task, candidate }] : [];
    });
    offers.sort((a, b) => compareCandidates(a.candidate, b.candidate) || compareText(a.task.name, b.task.name));
    return bestFirst(
      offers.slice(0, mostOffered).map(({ task, candidate }) => {
        return task.assignees.length > 0 ? bringInFix(model, task, member) : assignFix(model, task, candidate, alone, giveVerb(task));
      }),
    );
  },
});

/** The open tasks of which `member` covers most; those that require nothing where there are too few. */
function mostCovered(model: Model, member: Member): readonly Task[] {
  const covered = new Map<Task, number>();
  for (const competency of member.levels.keys()) {
    for (const task of openTasksRequiring(model, competency)) {
      if (!covered.has(task)) covered.set(task, task.requirements.filter((requirement) => covers(member, requirement)).length);
    }
  }
  const counts = [...covered.values()].filter((count) => count > 0).sort((a, b) => b - a);
  const fewest = counts[mostOffered - 1] ?? 1;
  const tasks = [...covered].filter(([, count]) => count >= fewest).map(([task]) => task);
  return tasks.length >= mostOffered ? tasks : [...tasks, ...openTasks(model).filter(({ requirements }) => requirements.length === 0)];
}

function contributes(model: Model, member: Member): boolean {
  if (tasksWith(model, member).some(({ open }) => open) || inInterventions(model).has(member)) return true;
  return linksOf(model, member).some(
    ({ relation, from, to, mutual }) => relation === 'mentors' && from !== to && (from === member || mutual),
  );
}

/** Everyone who is part of an intervention that is not done, its owner included. */
const inInterventions = memo((model: Model): ReadonlySet<Party> => {
  const open = model.interventions.filter(isUnderWay);
  return new Set(open.flatMap((intervention) => [...involved(model, intervention), ...(intervention.owner ? [intervention.owner] : [])]));
});
