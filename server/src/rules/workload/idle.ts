import { covers, presentMembers, tasksAssignedTo } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Task } from '../../model/model';
import { loadOf } from '../../model/workload';
import { assign, handOver } from '../../planning/assign';
import { alone, beside, type Candidate, candidateFor, compareCandidates, insteadOf, type Proposal } from '../../planning/candidates';
import { bestFirst, mostOffered, tradeTitle } from '../assigning';
import { atName } from '../place';
import { defineRule, type Fix, type Spoken } from '../rule';
import { compareNames, compareText, idsOf, subject } from '../subjects';
import { figure, listQuoted, percentSign, quoted } from '../wording';

interface Values {
  readonly member: string;
  readonly load: number;
  readonly tasks: readonly string[];
}

/** How many titles a message names. */
const mostTasks = 3;

export const idle = defineRule<Values, { percent: number }>({
  name: 'workload/idle',
  severity: 'hint',
  options: { percent: 30 },
  summary: {
    en: 'Nobody has free days for what others cannot get to or cannot do.',
    fr: 'Personne n’a de jours libres pour ce à quoi d’autres ne parviennent pas.',
  },
  why: {
    en: 'Here are days, and there is work that this member could do: it is the cheapest change a plan can make.',
    fr: 'Ici des jours, là un travail que ce membre saurait faire : c’est le changement le moins cher d’un plan.',
  },
  examples: {
    bad: `period spring 2026-04-01 to 2026-04-30

competency user-research "User research"

member bob "Bob Okafor" { has user-research proficient }

task interviews "Interviews" { requires user-research competent effort 5d }
`,
    good: `period spring 2026-04-01 to 2026-04-30

competency user-research "User research"

member bob "Bob Okafor" { has user-research proficient }

task interviews "Interviews" { requires user-research competent effort 5d assigned bob }
`,
  },
  message: {
    en: ({ member, load, tasks }) =>
      `with a load of ${figure('en', load * 100)}${percentSign.en}, ${member} covers requirements of ${listQuoted('en', tasks, mostTasks)}`,
    fr: ({ member, load, tasks }) =>
      `avec une charge de ${figure('fr', load * 100)}${percentSign.fr}, ${member} couvre des exigences de ${listQuoted('fr', tasks, mostTasks)}`,
  },
  check(model, report, { percent: limit }, spoken) {
    const needy = needyTasks(model, spoken);
    for (const member of presentMembers(model)) {
      const { available, load } = loadOf(model, member);
      if (available === null || available <= 0 || load === null || load * 100 >= limit - 1e-9) continue;
      if (['has', 'capacity', 'away', 'from', 'until'].some((word) => member.unresolved.has(word))) continue;
      const tasks = helpedBy(model, member, needy);
      if (tasks.length === 0) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { load, tasks: idsOf(tasks) },
        values: { member: member.label, load, tasks: tasks.map(({ label }) => label) },
      });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    const ids = found.evidence.tasks as readonly string[];
    if (!member) return [];
    const tasks = ids.map((id) => taskById(model).get(id)).filter((task) => task !== undefined);
    const offers = tasks.flatMap((task) => offerOf(model, task, member) ?? []);
    offers.sort((a, b) => compareCandidates(a.candidate, b.candidate) || compareText(a.task.name, b.task.name));
    return bestFirst(offers.slice(0, mostOffered).map((offer) => takeOver(model, offer)));
  },
});

/** The tasks that call for somebody, by each competency that they require. */
type Needy = ReadonlyMap<Competency, ReadonlySet<Task>>;

/** What the rules of unassigned and under-qualified tasks and of overloaded members speak of. */
function needyTasks(model: Model, spoken: Spoken): Needy {
  const tasks = [...spoken('competency/unassigned'), ...spoken('competency/under-qualified')].map(({ subjects: [id] }) =>
    taskById(model).get(id ?? ''),
  );
  const members = new Set(spoken('workload/overloaded').map(({ subjects: [id] }) => id));
  const theirs = model.members
    .filter(({ id }) => members.has(id))
    .flatMap((member) => tasksAssignedTo(model, member).filter(({ open }) => open));
  const needy = new Map<Competency, Set<Task>>();
  for (const task of [...tasks, ...theirs]) {
    for (const { competency } of task?.requirements ?? []) {
      const known = needy.get(competency) ?? new Set();
      needy.set(competency, task ? known.add(task) : known);
    }
  }
  return needy;
}

const taskById = memo((model: Model): ReadonlyMap<string, Task> => new Map(model.tasks.map((task) => [task.id, task])));

/** Those of which `member` covers a requirement and is no assignee, by name. */
function helpedBy(model: Model, member: Member, needy: Needy): readonly Task[] {
  const mine = tasksAssignedTo(model, member);
  const tasks = [...member.levels.keys()].flatMap((competency) => [...(needy.get(competency) ?? [])]);
  const helped = [...new Set(tasks)].filter(
    (task) => !mine.includes(task) && task.requirements.some((requirement) => covers(member, requirement)),
  );
  return helped.sort(compareNames);
}

interface Offer {
  readonly task: Task;
  readonly candidate: Candidate;
  readonly proposal: Proposal;
}

/** Of a task that nobody does: all of it; that one person does: their part, where nothing is lost by it; else a share beside the others. */
function offerOf(model: Model, task: Task, member: Member): Offer | null {
  const [only, ...others] = task.assignees;
  const covered = only ? task.requirements.filter((requirement) => covers(only.person, requirement)) : [];
  const takesAll = only !== undefined && others.length === 0 && covered.every((requirement) => covers(member, requirement));
  const proposal = !only ? alone : takesAll ? insteadOf(task, only.person) : beside(task);
  const candidate = candidateFor(model, task, member, proposal);
  return candidate && { task, candidate, proposal };
}

function takeOver(model: Model, { task, candidate, proposal }: Offer): Fix | null {
  const [member] = candidate.members;
  const [only] = task.assignees;
  const isHandOver = only !== undefined && member !== undefined && !proposal([member]).some(({ person }) => person === only.person);
  const edits = isHandOver ? handOver(model, task, only, member) : assign(model, task, proposal(candidate.members));
  const isShared = only !== undefined && !isHandOver;
  const verb = {
    en: (who: string) => `${isShared ? 'Share' : 'Give'} ${quoted('en', task.label)} ${isShared ? 'with' : 'to'} ${who}`,
    fr: (who: string) => `${isShared ? 'Partager' : 'Confier'} ${quoted('fr', task.label)} ${isShared ? 'avec' : 'à'} ${who}`,
  };
  return edits && { title: tradeTitle(task, candidate, verb), preferred: false, edits };
}
