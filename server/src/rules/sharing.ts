import { tasksWith } from '../model/coverage';
import type { Member, Model, Person, Task } from '../model/model';
import type { Language, Localised } from '../text/localised';
import { openTasksFor } from './liaisons';
import { compareText } from './subjects';
import { listed, plural } from './wording';

/** Two people, and how much they have in common. */
export interface Match {
  readonly from: Person;
  readonly to: Member;
  /** Open tasks that both are on, or that are for the client whose stakeholder one is. */
  readonly tasks: number;
  /** Competencies that both have been assessed in, the broader ones included. */
  readonly competencies: number;
  /** Teams that both are in. */
  readonly teams: number;
}

/** The members of `others` by how much they share with `person`: tasks, then competencies, then teams, then by name. */
export function matches(model: Model, person: Person, others: readonly Member[]): readonly Match[] {
  const theirs = tasksOf(model, person);
  return others
    .filter((other) => other !== person)
    .map((other) => matchOf(model, person, theirs, other))
    .sort(compareMatches);
}

/** Negative where the people of `a` share more than those of `b`; of equals the name of the second decides. */
export function compareMatches(a: Match, b: Match): number {
  return b.tasks - a.tasks || b.competencies - a.competencies || b.teams - a.teams || compareText(a.to.name, b.to.name);
}

/** For each of `from` the one of `to` with whom they share most, the best matched first. */
export function bestMatches(model: Model, from: readonly Person[], to: readonly Member[]): readonly Match[] {
  const best = from.map((person) => {
    const theirs = tasksOf(model, person);
    let first: Match | undefined;
    for (const other of to) {
      const match = other === person ? undefined : matchOf(model, person, theirs, other);
      if (match && (!first || compareMatches(match, first) < 0)) first = match;
    }
    return first;
  });
  return best.filter((match) => match !== undefined).sort((a, b) => compareMatches(a, b) || compareText(a.from.name, b.from.name));
}

/** What two people have in common, in a few words; null where that is nothing. */
export function inCommon({ tasks, competencies, teams }: Match): Localised | null {
  if (tasks + competencies + teams === 0) return null;
  return { en: inCommonIn('en', [tasks, competencies, teams]), fr: inCommonIn('fr', [tasks, competencies, teams]) };
}

function inCommonIn(language: Language, counts: readonly number[]): string {
  const { kinds, shared } = words[language];
  const named = kinds.map(([one, many], index) => ({ count: counts[index] ?? 0, one, many })).filter(({ count }) => count > 0);
  return shared(
    listed(
      language,
      named.map(({ count, one, many }) => plural(language, count, one, many)),
    ),
  );
}

/** Tasks, competencies, teams. */
const words = {
  en: {
    kinds: [
      ['task', 'tasks'],
      ['competency', 'competencies'],
      ['team', 'teams'],
    ],
    shared: (what: string) => `${what} in common`,
  },
  fr: {
    kinds: [
      ['tâche', 'tâches'],
      ['compétence', 'compétences'],
      ['équipe', 'équipes'],
    ],
    shared: (what: string) => `${what} en commun`,
  },
} as const;

function matchOf(model: Model, from: Person, theirs: ReadonlySet<Task>, to: Member): Match {
  return {
    from,
    to,
    tasks: countOf(tasksWith(model, to), (task) => theirs.has(task)),
    competencies: countOf(from.levels.keys(), (competency) => to.levels.has(competency)),
    teams: from.kind === 'member' ? countOf(from.inTeams, (team) => to.inTeams.has(team)) : 0,
  };
}

/** The open tasks that a person is on; of a stakeholder also those for their client. */
function tasksOf(model: Model, person: Person): ReadonlySet<Task> {
  const theirs = tasksWith(model, person).filter(({ open }) => open);
  return new Set(person.kind === 'stakeholder' ? [...theirs, ...openTasksFor(model, person.client)] : theirs);
}

function countOf<T>(items: Iterable<T>, test: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (test(item)) count++;
  return count;
}
