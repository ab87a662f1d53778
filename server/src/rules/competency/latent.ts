import { covers, heldLevel, openTasksRequiring, presentMembers, tasksWith, uncovered } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Skill, Task } from '../../model/model';
import { alone, asNow, candidateFor, hopsFrom } from '../../planning/candidates';
import { referenceTo } from '../../planning/reference';
import { assignFix, bestFirst, bringInFix, bringInTitle, disabledFix, giveVerb, mostOffered } from '../assigning';
import { newLinkFix } from '../newLink';
import { atName } from '../place';
import { defineSubjectRule, type Fix } from '../rule';
import { compareNames, compareText, subject } from '../subjects';
import { whyNoDay } from '../trade';
import { levelName, listed, listQuoted } from '../wording';

interface Values {
  readonly member: string;
  readonly competencies: readonly { readonly competency: string; readonly level: string }[];
  readonly tasks: readonly string[];
}

/** How many titles a message names. */
const mostTasks = 3;

export const latent = defineSubjectRule<Member, Values>({
  name: 'competency/latent',
  severity: 'hint',
  options: {},
  summary: {
    en: 'Whoever can do what open tasks require is on one of them.',
    fr: 'Qui sait faire ce qu’exigent des tâches ouvertes participe à l’une d’elles.',
  },
  why: {
    en: 'A competency that is there and not called on is the cheapest reserve a team has: for review, for holidays, for the next peak.',
    fr: 'Une compétence présente et non sollicitée est la réserve la moins chère d’une équipe : pour relire, pour remplacer, pour le prochain pic d’activité.',
  },
  examples: {
    bad: `competency facilitation "Facilitation"

member anna "Anna Morel" { has facilitation expert }
member bob "Bob Okafor" { has facilitation competent }

task workshop "Kick-off workshop" {
  requires facilitation competent
  assigned anna
}
`,
    good: `competency facilitation "Facilitation"

member anna "Anna Morel" { has facilitation expert }
member bob "Bob Okafor" { has facilitation competent }

task workshop "Kick-off workshop" {
  requires facilitation competent
  assigned anna
  with bob
}
`,
  },
  message: {
    en: ({ member, competencies, tasks }) =>
      `${member} holds ${listed('en', competencies.map(skill))} and is on none of the tasks that require ${competencies.length > 1 ? 'them' : 'it'}: ${listQuoted('en', tasks, mostTasks)}`,
    fr: ({ member, competencies, tasks }) =>
      `${member} maîtrise ${listed('fr', competencies.map(skill))} sans participer à aucune des tâches qui exigent ${competencies.length > 1 ? 'ces compétences' : 'cette compétence'} : ${listQuoted('fr', tasks, mostTasks)}`,
  },
  subjects: presentMembers,
  judge(model, report) {
    return (member) => {
      if (member.unresolved.has('has')) return;
      const found = latentIn(model, member);
      if (found.length === 0) return;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: {
          competencies: found.map(({ competency, held, ids }) => ({ competency: competency.name, held, tasks: ids })),
        },
        values: {
          member: member.label,
          competencies: found.map(({ competency, held }) => ({ competency: competency.label, level: levelName(model.scale, held) })),
          tasks: labelsOf(found),
        },
      });
    };
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const latencies = latentIn(model, member);
    return bestFirst([
      ...joinFixes(model, member, mostUseful(member, latencies)),
      ...latencies.map((latency) => backupFix(model, member, latency)),
    ]);
  },
});

function skill({ competency, level }: Values['competencies'][number]): string {
  return `${competency} (${level})`;
}

interface Latency {
  readonly competency: Competency;
  readonly held: number;
  /** The open tasks whose requirement of it the member covers, by name. */
  readonly tasks: readonly Task[];
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

/** What `member` could do for open tasks and is on none of, by the name of the competency. */
function latentIn(model: Model, member: Member): readonly Latency[] {
  const found: Latency[] = [];
  const byCompetency = coverable(model);
  let used: ReadonlySet<Competency> | undefined;
  for (const [competency, held] of member.levels) {
    const could = held < model.scale.autonomous ? undefined : byCompetency.get(competency)?.[held - 1];
    if (!could || could.tasks.length === 0) continue;
    used ??= usedBy(model, member);
    if (!used.has(competency)) found.push({ competency, held, ...could });
  }
  return found.length < 2 ? found : found.sort((a, b) => compareNames(a.competency, b.competency));
}

/** The competencies that the open tasks which `member` is on require. */
function usedBy(model: Model, member: Member): ReadonlySet<Competency> {
  const used = new Set<Competency>();
  for (const { open, requirements } of tasksWith(model, member)) {
    if (open) for (const { competency } of requirements) used.add(competency);
  }
  return used;
}

function labelsOf([first, ...others]: readonly Latency[]): readonly string[] {
  if (!first || others.length === 0) return first?.labels ?? [];
  return [...new Set([first, ...others].flatMap(({ tasks }) => tasks))].map(({ label }) => label);
}

type Coverable = Pick<Latency, 'tasks' | 'ids' | 'labels'>;

/** By competency, what somebody who holds it at each level could cover, from level 1 on: one list for all who hold it so high. */
const coverable = memo((model: Model): ReadonlyMap<Competency, readonly Coverable[]> => {
  const known = new Map<Competency, readonly Coverable[]>();
  for (const competency of model.competencies) {
    const all = requiring(model, competency);
    if (all.length === 0) continue;
    const atLevel = (level: number): Coverable => {
      const tasks = all.filter((each) => each.level <= level).map(({ task }) => task);
      return { tasks, ids: tasks.map(({ id }) => id), labels: tasks.map(({ label }) => label) };
    };
    known.set(
      competency,
      model.scale.levels.map((_, below) => atLevel(below + 1)),
    );
  }
  return known;
});

/** The open tasks that require a competency, and at which level, by name. */
function requiring(model: Model, competency: Competency): readonly { readonly task: Task; readonly level: number }[] {
  return openTasksRequiring(model, competency)
    .filter(({ unresolved }) => !isUnclear(unresolved))
    .map((task) => ({ task, level: task.requirements.find((required) => required.competency === competency)?.level ?? 0 }))
    .sort((a, b) => compareNames(a.task, b.task));
}

/** Who is on the task is not known. */
function isUnclear(unresolved: ReadonlySet<string>): boolean {
  return unresolved.has('assigned') || unresolved.has('with');
}

/** The tasks on which most of what is latent would be used, those first of which it covers what nobody on them does, then by name. */
function mostUseful(member: Member, latencies: readonly Latency[]): readonly Task[] {
  const tasks = [...new Set(latencies.flatMap(({ tasks: theirs }) => theirs))];
  const used = (task: Task) => latencies.filter((latency) => latency.tasks.includes(task)).length;
  const missing = (task: Task) => uncovered(task).filter((requirement: Skill) => covers(member, requirement)).length;
  return tasks.sort((a, b) => used(b) - used(a) || missing(b) - missing(a) || compareText(a.name, b.name));
}

/** Puts `member` on the tasks where they have a day left, the most useful first; disabled where they have none for any. */
function joinFixes(model: Model, member: Member, tasks: readonly Task[]): readonly (Fix | null)[] {
  const near = hopsFrom(model, member);
  const joined = tasks.flatMap((task) => {
    const isFree = task.assignees.length === 0;
    const candidate = candidateFor(model, task, member, isFree ? alone : asNow(task), near);
    if (!candidate) return [];
    return [isFree ? assignFix(model, task, candidate, alone, giveVerb(task)) : bringInFix(model, task, member)];
  });
  const [first] = tasks;
  return joined.length > 0 || !first
    ? joined.slice(0, mostOffered)
    : [disabledFix(bringInTitle(first, member), whyNoDay(model, first, member))];
}

/** A mentors link between the member and whoever on the tasks holds most below or above them: the higher one mentors. */
function backupFix(model: Model, member: Member, { competency, held, tasks }: Latency): Fix | null {
  const doing = tasks
    .flatMap(({ assignees }) => assignees.map(({ person }) => person))
    .filter((person) => heldLevel(person, competency) !== held);
  const [other] = doing.sort((a, b) => heldLevel(b, competency) - heldLevel(a, competency) || compareText(a.name, b.name));
  const topic = referenceTo(model, competency, { kind: 'link', word: 'in' });
  if (!other || !topic) return null;
  const [mentor, mentee] = heldLevel(other, competency) > held ? [other, member] : [member, other];
  const title = {
    en: `Name ${member.label} as a backup for ${other.label} in ${competency.label}`,
    fr: `Désigner ${member.label} comme relais avec ${other.label} pour ${competency.label}`,
  };
  return newLinkFix(model, [{ from: mentor, arrow: '->', to: mentee, how: `mentors in ${topic}` }], title, 'other');
}
