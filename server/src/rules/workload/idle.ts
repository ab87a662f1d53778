import { covers, presentMembers, tasksAssignedTo } from '../../model/coverage';
import { grouped } from '../../model/grouped';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Task } from '../../model/model';
import { loadOf } from '../../model/workload';
import { assign, handOver } from '../../planning/assign';
import {
  alone,
  beside,
  type Candidate,
  candidateFor,
  compareCandidates,
  hopsFrom,
  insteadOf,
  type Proposal,
} from '../../planning/candidates';
import { bestFirst, mostOffered, tradeTitle } from '../assigning';
import { atName } from '../place';
import { defineSubjectRule, type Fix, type Spoken } from '../rule';
import { compareNames, compareText, subject } from '../subjects';
import { figure, listQuoted, percentSign, quoted } from '../wording';

interface Values {
  readonly member: string;
  readonly load: number;
  readonly tasks: readonly string[];
}

/** How many titles a message names. */
const mostTasks = 3;

export const idle = defineSubjectRule<Member, Values, { percent: number }>({
  name: 'workload/idle',
  severity: 'hint',
  options: { percent: 30 },
  summary: {
    en: 'Nobody has days free while work that they could do waits for somebody.',
    fr: 'Personne n’a de jours libres tant qu’un travail à sa portée attend quelqu’un.',
  },
  why: {
    en: 'Here are days, and there is work that this member could do: no change of plan costs less.',
    fr: 'D’un côté des jours libres, de l’autre un travail à la portée de ce membre : aucun changement de plan ne coûte moins cher.',
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
      `${member} has days free (a load of ${figure('en', load * 100)}${percentSign.en}) and could help with ${listQuoted('en', tasks, mostTasks)}`,
    fr: ({ member, load, tasks }) =>
      `${member} a des jours libres (charge de ${figure('fr', load * 100)}${percentSign.fr}) et pourrait contribuer à ${listQuoted('fr', tasks, mostTasks)}`,
  },
  subjects: presentMembers,
  judge(model, report, { percent: limit }, spoken) {
    const needy = needyTasks(model, spoken);
    return (member) => {
      const { available, load } = loadOf(model, member);
      if (available === null || available <= 0 || load === null || load * 100 >= limit - 1e-9) return;
      if (['has', 'capacity', 'away', 'from', 'until'].some((word) => member.unresolved.has(word))) return;
      const tasks = helpedBy(model, member, needy);
      if (tasks.length === 0) return;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { load, tasks: tasks.map(({ id }) => id) },
        values: { member: member.label, load, tasks: tasks.map(({ label }) => label) },
      });
    };
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    const ids = found.evidence.tasks as readonly string[];
    if (!member) return [];
    const tasks = ids.map((id) => taskById(model).get(id)).filter((task) => task !== undefined);
    const near = hopsFrom(model, member);
    const offers = tasks.flatMap((task) => offerOf(model, task, member, near) ?? []);
    offers.sort((a, b) => compareCandidates(a.candidate, b.candidate) || compareText(a.task.name, b.task.name));
    return bestFirst(offers.slice(0, mostOffered).map((offer) => takeOver(model, offer)));
  },
});

/** The tasks that call for somebody. */
interface Needy {
  /** By name. */
  readonly tasks: readonly Task[];
  /** Those that require a competency, by their positions in `tasks`, and at which level. */
  readonly requiring: ReadonlyMap<Competency, readonly { readonly position: number; readonly level: number }[]>;
}

/** What the rules of unassigned and under-qualified tasks and of overloaded members speak of. */
function needyTasks(model: Model, spoken: Spoken): Needy {
  const named = [...spoken('competency/unassigned'), ...spoken('competency/under-qualified')].flatMap(
    ({ subjects: [id] }) => taskById(model).get(id ?? '') ?? [],
  );
  const members = new Set(spoken('workload/overloaded').map(({ subjects: [id] }) => id));
  const theirs = model.members
    .filter(({ id }) => members.has(id))
    .flatMap((member) => tasksAssignedTo(model, member).filter(({ open }) => open));
  const tasks = [...new Set([...named, ...theirs])].sort(compareNames);
  const required = tasks.flatMap(({ requirements }, position) =>
    requirements.map(({ competency, level }) => ({ competency, position, level })),
  );
  return { tasks, requiring: grouped(required, ({ competency }) => [competency]) };
}

const taskById = memo((model: Model): ReadonlyMap<string, Task> => new Map(model.tasks.map((task) => [task.id, task])));

/** Those of which `member` covers a requirement and is no assignee, by name. */
function helpedBy(model: Model, member: Member, { tasks, requiring }: Needy): readonly Task[] {
  const mine = tasksAssignedTo(model, member);
  const found = new Set<number>();
  for (const [competency, held] of member.levels) {
    for (const { position, level } of requiring.get(competency) ?? []) if (level <= held) found.add(position);
  }
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((position) => tasks[position] ?? [])
    .filter((task) => !mine.includes(task));
}

interface Offer {
  readonly task: Task;
  readonly candidate: Candidate;
  readonly proposal: Proposal;
}

/** Of a task that nobody does: all of it; that one person does: their part, where nothing is lost by it; else a share beside the others. */
function offerOf(model: Model, task: Task, member: Member, near: (task: Task) => number): Offer | null {
  const [only, ...others] = task.assignees;
  const covered = only ? task.requirements.filter((requirement) => covers(only.person, requirement)) : [];
  const takesAll = only !== undefined && others.length === 0 && covered.every((requirement) => covers(member, requirement));
  const proposal = !only ? alone : takesAll ? insteadOf(task, only.person) : beside(task);
  const candidate = candidateFor(model, task, member, proposal, near);
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
