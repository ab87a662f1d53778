import { covers, presentMembers } from '../../model/coverage';
import type { Assignee, Member, Model, Task } from '../../model/model';
import { loadOf } from '../../model/workload';
import { handOver } from '../../planning/assign';
import { type Candidate, candidates, compareCandidates, insteadOf } from '../../planning/candidates';
import { bestFirst, disabledFix, mostOffered, tradeTitle } from '../assigning';
import { atName } from '../place';
import { defineSubjectRule, type Fix } from '../rule';
import { compareText, subject } from '../subjects';
import { inDays, percent, percentSign, quoted } from '../wording';

interface Values {
  readonly member: string;
  readonly available: number;
  readonly assigned: number;
  /** assigned ÷ available; null without an available day. */
  readonly load: number | null;
}

export const overloaded = defineSubjectRule<Member, Values, { percent: number }>({
  name: 'workload/overloaded',
  severity: 'warning',
  options: { percent: 100 },
  summary: {
    en: 'Nobody is assigned more days than they have in the period.',
    fr: 'Personne ne se voit confier plus de jours qu’il n’en a dans la période.',
  },
  why: {
    en: 'More work than days is a plan that will not be kept: something will be late, and which thing is left to chance.',
    fr: 'Plus de travail que de jours, c’est un plan qui ne sera pas tenu : quelque chose sera en retard, et le hasard choisira quoi.',
  },
  examples: {
    bad: `period spring 2026-04-01 to 2026-04-30

member anna "Anna Morel"
member bob "Bob Okafor"

task interviews "Interview twelve customers" { effort 15d assigned anna }
task report "Write the report" { effort 10d assigned anna }
`,
    good: `period spring 2026-04-01 to 2026-04-30

member anna "Anna Morel"
member bob "Bob Okafor"

task interviews "Interview twelve customers" { effort 15d assigned anna }
task report "Write the report" { effort 10d assigned bob }
`,
  },
  message: {
    en: ({ member, available, assigned, load }) =>
      `${member} has ${inDays('en', assigned)} of work for ${inDays('en', available)} available${load === null ? '' : ` (${percent('en', load)}${percentSign.en})`}`,
    fr: ({ member, available, assigned, load }) =>
      `${member} a ${inDays('fr', assigned)} de travail pour ${inDays('fr', available)} disponible${available < 2 ? '' : 's'}${load === null ? '' : ` (${percent('fr', load)}${percentSign.fr})`}`,
  },
  subjects: presentMembers,
  judge(model, report, { percent: limit }) {
    return (member) => {
      const { available, assigned, load, tasks } = loadOf(model, member);
      // A sum of shares may lie a hair above what it stands for.
      if (available === null || load === null || load * 100 <= limit + 1e-9 || isUnclear(member, tasks)) return;
      const finite = Number.isFinite(load) ? load : null;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: {
          availableDays: available,
          assignedDays: assigned,
          load: finite,
          tasks: tasks.map(({ task, days }) => ({ task: task.id, days })),
        },
        values: { member: member.label, available, assigned, load: finite },
        related: tasks.slice(0, mostOffered).map(({ task, days }) => ({
          at: atName(task),
          message: { en: `${inDays('en', days)} of it`, fr: `dont ${inDays('fr', days)}` },
        })),
      });
    };
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const offers = offersOf(model, member).slice(0, mostOffered);
    if (offers.length === 0) return [disabledFix(nobody, nobodyCovers)];
    return bestFirst(offers.map((offer) => handOverFix(model, offer)));
  },
});

const nobody = { en: 'Hand a task to somebody else', fr: 'Confier une tâche à quelqu’un d’autre' };
const nobodyCovers = {
  en: 'Nobody else who covers as much of one of these tasks has a day left for it',
  fr: 'Personne d’autre n’a de jour disponible pour l’une de ces tâches en couvrant autant de ses exigences',
};

/** How many days somebody has is not known while their days are half typed, nor how many are assigned while a task's are. */
function isUnclear(member: Member, tasks: readonly { readonly task: Task }[]): boolean {
  const daysUnclear = ['capacity', 'away', 'from', 'until'].some((word) => member.unresolved.has(word));
  return daysUnclear || tasks.some(({ task }) => ['effort', 'from', 'due', 'assigned'].some((word) => task.unresolved.has(word)));
}

interface Offer {
  readonly task: Task;
  readonly assignee: Assignee;
  readonly candidate: Candidate;
  /** Does handing the task over leave the member within their available days? */
  readonly removes: boolean;
}

/** For each task of `member` the one who can best take over their part: those tasks first that remove the overload. */
function offersOf(model: Model, member: Member): readonly Offer[] {
  const { available, assigned, tasks } = loadOf(model, member);
  const offers = tasks.flatMap(({ task, days }): readonly Offer[] => {
    const assignee = task.assignees.find(({ person }) => person === member);
    const covered = task.requirements.filter((requirement) => covers(member, requirement));
    const candidate = candidates(model, task, insteadOf(task, member)).find(
      ({ members: [taker] }) =>
        taker !== undefined &&
        !task.assignees.some(({ person }) => person === taker) &&
        covered.every((requirement) => covers(taker, requirement)),
    );
    return assignee && candidate ? [{ task, assignee, candidate, removes: available !== null && assigned - days <= available + 1e-9 }] : [];
  });
  return offers.sort(
    (a, b) => Number(b.removes) - Number(a.removes) || compareCandidates(a.candidate, b.candidate) || compareText(a.task.name, b.task.name),
  );
}

function handOverFix(model: Model, { task, assignee, candidate }: Offer): Fix | null {
  const [taker] = candidate.members;
  const edits = taker ? handOver(model, task, assignee, taker) : null;
  const verb = {
    en: (who: string) => `Hand ${quoted('en', task.label)} to ${who}`,
    fr: (who: string) => `Confier ${quoted('fr', task.label)} à ${who}`,
  };
  return edits && { title: tradeTitle(task, candidate, verb), preferred: false, edits };
}
