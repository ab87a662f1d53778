import { resolve } from 'node:path';
import { solveInThread } from '../../server/src/host/solver';
import { modelOf } from '../../server/src/model/build';
import { dayOf } from '../../server/src/model/calendar';
import { Snapshot } from '../../server/src/model/snapshot';
import { rankedStaffing } from '../../server/src/planning/greedy';
import { inWholePercents } from '../../server/src/planning/percents';
import { compareFigures, figuresOf, programmeOf } from '../../server/src/planning/programme';
import { levels } from '../../server/src/planning/solve';
import { period } from './naming';
import { type Random, randomFrom } from './random';
import { type Figure, figure } from './statistics';

/** How long plans take, and how good they are. */
export interface PlanFigures {
  readonly figures: readonly Figure[];
  /** What is said of each size besides: how many plans were proved, up to which objective. */
  readonly notes: readonly string[];
}

interface Case {
  readonly name: string;
  readonly members: number;
  readonly tasks: number;
  /** In seconds. */
  readonly limit: number;
  readonly runs: number;
  /** In milliseconds: what the median must not exceed. */
  readonly aim: number;
}

const cases: readonly Case[] = [
  { name: 'plan of 20 members and 200 tasks, until proved', members: 20, tasks: 200, limit: 30, runs: 15, aim: 2_000 },
  { name: 'plan of 100 members and 1,000 tasks, in 2 s', members: 100, tasks: 1_000, limit: 2, runs: 5, aim: 2_250 },
  { name: 'plan of 100 members and 1,000 tasks, in 30 s', members: 100, tasks: 1_000, limit: 30, runs: 2, aim: 30_250 },
];

/** Throws where a plan is worse than the ranking of the quick fixes. */
export async function planFigures(seed: number): Promise<PlanFigures> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const each of cases) {
    const samples: number[] = [];
    const proved = levels.map(() => 0);
    for (let run = 0; run < each.runs; run++) {
      const model = modelOf(Snapshot.of([['plan.collab', workforce(seed * 1_000 + run, each)]]), dayOf('2026-04-10') ?? 0);
      const programme = programmeOf(model);
      const ranked = rankedStaffing(model, programme);
      const begun = performance.now();
      const solved = await solveInThread(programme, ranked, { entry: resolve('dist', 'solver.js'), seconds: each.limit });
      samples.push(performance.now() - begun);
      for (const [at, level] of levels.entries()) if (solved.levels[level].proved) proved[at] = (proved[at] ?? 0) + 1;
      const [found, greedy] = [solved.staffing, inWholePercents(programme, ranked)].map((staffing) => figuresOf(programme, staffing));
      if (solved.by !== 'solver' || !found || !greedy || compareFigures(found, greedy) > 0)
        throw new Error(`${each.name}: worse than the ranking.`);
    }
    figures.push(figure(each.name, samples, { of: 'median', limit: each.aim, words: `median ≤ ${each.aim / 1000} s` }));
    notes.push(`${each.name}: of ${each.runs}, proved ${levels.map((level, at) => `${level} ${proved[at]}`).join(', ')}`);
  }
  return { figures, notes };
}

/** A quarter’s work: three days in four of all members are taken, one task in four is with somebody who cannot do it, one in twenty with nobody. */
function workforce(seed: number, { members, tasks }: Pick<Case, 'members' | 'tasks'>): string {
  const random = randomFrom(seed);
  const skills = Array.from({ length: Math.max(12, Math.round(members / 3)) }, (_, at) => `skill-${at + 1}`);
  const people = Array.from({ length: members }, (_, at) => {
    const has = random.sample(skills, random.between(2, 4)).map((skill) => [skill, random.between(1, 5)] as const);
    return { name: `member-${at + 1}`, has, capacity: random.pick([60, 80, 100, 100, 100]), wants: random.pick(skills) };
  });
  // 65 days at 88 % on average; the days of a task are drawn around its part of three quarters of them.
  const mean = (members * 65 * 0.88 * 0.75) / tasks;
  return [
    `period ${period.from} to ${period.to}`,
    ...skills.map((skill) => `competency ${skill}`),
    'client acme { need urgent { priority high } need usual { priority medium } need some-day }',
    ...people.map(({ name, has, capacity, wants }) => {
      const skillsIn = has.map(([skill, level]) => `${skill} ${level}`).join(', ');
      return `member ${name} { capacity ${capacity}% has ${skillsIn} wants ${wants} }`;
    }),
    ...Array.from({ length: tasks }, (_, at) => taskText(random, `task-${at + 1}`, people, mean)),
    '',
  ].join('\n');
}

interface Worker {
  readonly name: string;
  readonly has: readonly (readonly [skill: string, level: number])[];
}

function taskText(random: Random, name: string, people: readonly Worker[], mean: number): string {
  const able = random.pick(people);
  const needed = random.sample(able.has, random.between(1, 2)).map(([skill, level]) => `${skill} ${random.between(1, level)}`);
  const doers = [random.chance(75) ? able : random.pick(people), ...(random.chance(30) ? [random.pick(people)] : [])];
  const assigned = random.chance(95) ? ` assigned ${[...new Set(doers.map((doer) => doer.name))].join(', ')}` : '';
  const effort = Math.max(1, Math.round(mean * random.pick([0.4, 0.7, 1, 1, 1.3, 1.6]) * 2)) / 2;
  return `task ${name} { for ${random.pick(['urgent', 'usual', 'some-day'])} requires ${needed.join(', ')} effort ${effort}d${assigned} }`;
}
