import { holders, openTasksRequiring, peopleOn, uncovered } from '../../model/coverage';
import type { Competency, Member, Model, Person, Task, Team } from '../../model/model';
import { asNow, type Candidate, candidateFor, compareCandidates, hopsFrom } from '../../planning/candidates';
import { bestFirst, bringInFix, bringInTitle, disabledFix, mostOffered } from '../assigning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareNames, idsOf, subject } from '../subjects';
import { whyNoDay } from '../trade';
import { listed } from '../wording';

interface Values {
  readonly competency: string;
  readonly team: string;
  readonly tasks: number;
  readonly others: readonly string[];
}

export const behindABorder = defineRule<Values, { tasks: number }>({
  name: 'competency/behind-a-border',
  severity: 'info',
  options: { tasks: 2 },
  summary: {
    en: 'Work that several teams could do does not stay within one.',
    fr: 'Un travail que plusieurs équipes sauraient faire ne reste pas dans une seule.',
  },
  why: {
    en: 'The border of a team is seldom the border of a competency. Whoever holds it elsewhere could help at a peak, review, or see how it is done otherwise.',
    fr: 'La frontière d’une équipe est rarement celle d’une compétence. Qui la maîtrise ailleurs pourrait aider lors d’un pic d’activité, relire, ou voir comment on fait autrement.',
  },
  source: 'Wenger, E. (1998). Communities of Practice. Cambridge University Press',
  examples: {
    bad: `competency user-research "User research"

team design "Design"

member anna "Anna Morel" { team design has user-research expert }
member bob "Bob Okafor" { has user-research proficient }

task interviews "Interviews" { requires user-research 4 assigned anna }
task survey "Survey" { requires user-research 3 assigned anna }
`,
    good: `competency user-research "User research"

team design "Design"

member anna "Anna Morel" { team design has user-research expert }
member bob "Bob Okafor" { has user-research proficient }

task interviews "Interviews" { requires user-research 4 assigned anna with bob }
task survey "Survey" { requires user-research 3 assigned anna }
`,
  },
  message: {
    en: ({ competency, team, tasks, others }) =>
      `${tasks === 1 ? `the task that requires ${competency} stays` : `all ${tasks} tasks that require ${competency} stay`} within the team ${team}; outside it ${listed('en', others)} ${others.length === 1 ? 'holds' : 'hold'} it as well`,
    fr: ({ competency, team, tasks, others }) =>
      `${tasks === 1 ? `la tâche qui exige ${competency} reste` : `les ${tasks} tâches qui exigent ${competency} restent`} dans l’équipe ${team} ; ailleurs, ${listed('fr', others)} ${others.length === 1 ? 'maîtrise' : 'maîtrisent'} aussi cette compétence`,
  },
  check(model, report, { tasks: fewest }) {
    for (const competency of model.competencies) {
      const border = borderOf(model, competency, fewest);
      if (!border) continue;
      const { team, tasks, others } = border;
      report({
        at: atName(competency),
        subjects: [competency.id, team.id],
        evidence: { tasks: idsOf(tasks), others: idsOf(others) },
        values: { competency: competency.label, team: team.label, tasks: tasks.length, others: others.map(({ label }) => label) },
        related: others.map((member) => ({
          at: atName(member),
          message: { en: `holds it outside the team ${team.label}`, fr: `maîtrise cette compétence hors de l’équipe ${team.label}` },
        })),
      });
    }
  },
  fixes(found, model) {
    const competency = subject(model, found, 'competency');
    const border = competency && borderOf(model, competency, 1);
    if (!border) return [];
    const offers = offersOf(model, border);
    const [task] = border.tasks;
    const [other] = border.others;
    if (offers.length === 0 && task && other) return [disabledFix(bringInTitle(task, other), whyNoDay(model, task, other))];
    return bestFirst(offers.slice(0, mostOffered).map((offer) => bringInFix(model, offer.task, offer.member)));
  },
});

interface Offer {
  readonly task: Task;
  readonly member: Member;
  readonly candidate: Candidate;
}

/** For each of the others the task that they rank highest for, of those where something is not covered first; the best ranked first. */
function offersOf(model: Model, { tasks, others }: Border): readonly Offer[] {
  const lacking = tasks.filter((task) => uncovered(task).length > 0);
  const asked = lacking.length > 0 ? lacking : tasks;
  const offers = others.flatMap((member) => {
    const near = hopsFrom(model, member);
    const each = asked.flatMap((task): readonly Offer[] => {
      const candidate = candidateFor(model, task, member, asNow(task), near);
      return candidate ? [{ task, member, candidate }] : [];
    });
    return each.sort(compareOffers).slice(0, 1);
  });
  return offers.sort(compareOffers);
}

function compareOffers(a: Offer, b: Offer): number {
  return compareCandidates(a.candidate, b.candidate) || compareNames(a.task, b.task);
}

interface Border {
  readonly team: Team;
  /** By name. */
  readonly tasks: readonly Task[];
  /** By name. */
  readonly others: readonly Member[];
}

/** Of the teams that all assignees share the first that others hold the competency outside of, the narrowest before the broader. */
function borderOf(model: Model, competency: Competency, fewest: number): Border | null {
  const tasks = openTasksRequiring(model, competency).filter(({ assignees }) => assignees.length > 0);
  if (tasks.length < fewest || tasks.some(({ unresolved }) => unresolved.has('assigned') || unresolved.has('with'))) return null;
  const teams = sharedTeams(model, tasks);
  if (teams.length === 0) return null;
  const highest = Math.max(
    ...tasks.flatMap(({ requirements }) => requirements.filter((each) => each.competency === competency).map(({ level }) => level)),
  );
  const able = holders(model, competency, highest);
  const called = new Set<Person>(tasks.flatMap((task) => peopleOn(task)));
  for (const team of teams) {
    const others = able.filter(({ inTeams, unresolved }) => !inTeams.has(team) && !unresolved.has('team'));
    const isBorder = others.length > 0 && !others.some((member) => called.has(member));
    if (isBorder) return { team, tasks: tasks.toSorted(compareNames), others: others.toSorted(compareNames) };
  }
  return null;
}

/** The teams that every assignee is in, all of them being present members: the narrowest first, equals as they are declared. */
function sharedTeams(model: Model, tasks: readonly Task[]): readonly Team[] {
  const people = tasks.flatMap(({ assignees }) => assignees.map(({ person }) => person));
  const members = people.filter((person) => person.kind === 'member').filter(({ present }) => present);
  const [first] = members;
  if (!first || members.length < people.length) return [];
  const inAll = new Set([...first.inTeams].filter((team) => members.every(({ inTeams }) => inTeams.has(team))));
  if (inAll.size === 0) return [];
  const shared = model.teams.filter((team) => inAll.has(team));
  const isNarrowest = (team: Team): boolean => !shared.some(({ broader }) => broader.includes(team));
  return [...shared.filter(isNarrowest), ...shared.filter((team) => !isNarrowest(team))];
}
