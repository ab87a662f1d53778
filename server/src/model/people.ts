import type { Entry } from '../syntax/tree';
import { grades, type Stance, stances } from '../syntax/vocabulary';
import type { Client, Member, Stakeholder, Team } from './model';
import type { Declared } from './outline';
import { Reading, rangeFrom } from './reading';
import type { Maker, NestedMaker, Resolving } from './resolving';
import { levelsFrom } from './skills';

/** Makes a team, first without what it is within. Its lead is looked for when somebody asks who it is (teams.ts). */
export function teamFrom(declared: Declared): Maker<Team> {
  const reading = new Reading(declared);
  const within = reading.refs('within');
  const lead = reading.refs('lead');
  return {
    declared,
    make: () => ({ ...reading.head, kind: 'team', within: null, broader: [], unresolved: reading.empty }),
    complete(team, project) {
      team.within = project.one<Team>(within);
      project.check(lead);
      team.unresolved = project.unresolved(team.unresolved);
    },
  };
}

/** Makes a member. */
export function memberFrom(declared: Declared): Maker<Member> {
  const reading = new Reading(declared);
  const personOf = personFrom(reading);
  const teams = reading.refs('team');
  const capacity = reading.one('capacity', capacityFrom) ?? { share: 1 };
  const { from, to: until } = reading.days('from', 'until');
  return {
    declared,
    make(project) {
      const person = personOf(project);
      const present = (from === null || from <= project.today) && (until === null || until >= project.today);
      const named = project.all<Team>(teams);
      const inTeams = new Set(named.flatMap((team) => [team, ...team.broader]));
      const unresolved = project.unresolved(reading.empty);
      return { ...reading.head, kind: 'member', ...person, teams: named, inTeams, capacity, from, until, present, unresolved };
    },
  };
}

/** Makes a stakeholder of a client. */
export function stakeholderFrom(declared: Declared): NestedMaker<Client, Stakeholder> {
  const reading = new Reading(declared);
  const personOf = personFrom(reading);
  const said = {
    influence: reading.choice('influence', grades),
    interest: reading.choice('interest', grades),
    decides: reading.has('decides'),
    engagement: reading.one('engagement', engagementFrom),
  };
  return {
    declared,
    make(client, project) {
      const person = personOf(project);
      return { ...reading.head, kind: 'stakeholder', ...person, client, ...said, unresolved: project.unresolved(reading.empty) };
    },
  };
}

function personFrom(reading: Reading): (project: Resolving) => Pick<Stakeholder, 'role' | 'has' | 'wants' | 'away' | 'levels'> {
  const role = reading.text('role');
  const away = reading.all('away', ({ date, toDate }) => rangeFrom(date, toDate ?? date)).toSorted((a, b) => a.from - b.from);
  const has = reading.refs('has');
  const wants = reading.refs('wants');
  return (project) => {
    const skills = project.skills(has);
    return { role, has: skills, wants: project.aims(wants), away, levels: levelsFrom(skills) };
  };
}

/** At most 100 %, at most 5 days a week; absolute days have no upper limit. */
function capacityFrom({ percent, days, perWeek }: Entry): Member['capacity'] | null {
  if (percent) return percent.value >= 1 && percent.value <= 100 ? { share: percent.value / 100 } : null;
  if (!days || days.value <= 0) return null;
  if (!perWeek) return { days: days.value };
  return days.value <= 5 ? { share: days.value / 5 } : null;
}

function engagementFrom({ word, toWord }: Entry): Stakeholder['engagement'] {
  const current = stanceFrom(word?.text);
  return current && { current, desired: stanceFrom(toWord?.text) };
}

function stanceFrom(word: string | undefined): Stance | null {
  return stances.find((stance) => stance === word) ?? null;
}
