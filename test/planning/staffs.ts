import { type Random, randomFrom } from '../bench/random';

/** A team and its work in plain figures: what the tests give to the planner as text, and to others as numbers. */
export interface Staff {
  readonly members: readonly StaffMember[];
  readonly stakeholders: readonly StaffPerson[];
  readonly tasks: readonly StaffTask[];
}

export interface StaffPerson {
  readonly name: string;
  /** Levels, 1…5, by competency. */
  readonly has: ReadonlyMap<string, number>;
}

export interface StaffMember extends StaffPerson {
  readonly wants: readonly string[];
  readonly present: boolean;
  /** Days of the period; null: nothing limits them. */
  readonly days: number | null;
  /** As it is written. */
  readonly capacity: string;
}

export interface StaffTask {
  readonly name: string;
  readonly requires: ReadonlyMap<string, number>;
  /** Days that count in the period. */
  readonly days: number;
  /** As it is written. */
  readonly effort: string;
  readonly priority: 'high' | 'medium' | 'low' | null;
  readonly assigned: readonly { readonly name: string; readonly percent: number | null }[];
  readonly with: readonly string[];
}

interface Size {
  readonly members: number;
  readonly tasks: number;
  readonly competencies: number;
}

/** 20 working days. */
const period = { from: '2026-04-06', to: '2026-05-01', days: 20 };

/** The same staff for the same seed. Without a period, only absolute capacities limit anybody. */
export function randomStaff(seed: number, { members, tasks, competencies }: Size): Staff {
  const random = randomFrom(seed);
  const known = Array.from({ length: competencies }, (_, at) => `skill-${at + 1}`);
  const people = Array.from({ length: members }, (_, at) => memberOf(random, `member-${at + 1}`, known));
  const stakeholders = Array.from({ length: random.between(0, 2) }, (_, at) => ({
    name: `client-${at + 1}`,
    has: skillsOf(random, known),
  }));
  return {
    members: people,
    stakeholders,
    tasks: Array.from({ length: tasks }, (_, at) => taskOf(random, `task-${at + 1}`, known, people, stakeholders)),
  };
}

/** As an analyst would write it. */
export function staffText({ members, stakeholders, tasks }: Staff): string {
  const skills = (levels: ReadonlyMap<string, number>) => [...levels].map(([name, level]) => `${name} ${level}`).join(', ');
  const has = (levels: ReadonlyMap<string, number>) => (levels.size > 0 ? ` has ${skills(levels)}` : '');
  const known = new Set([...members, ...stakeholders].flatMap((person) => [...person.has.keys()]));
  for (const { requires } of tasks) for (const name of requires.keys()) known.add(name);
  for (const { wants } of members) for (const name of wants) known.add(name);
  return [
    `period ${period.from} to ${period.to}`,
    ...[...known].sort().map((name) => `competency ${name}`),
    'client acme {',
    '  need urgent { priority high }',
    '  need usual { priority medium }',
    '  need some-day { priority low }',
    ...stakeholders.map((person) => `  stakeholder ${person.name} {${has(person.has)} }`),
    '}',
    ...members.map(({ name, wants, present, capacity, has: levels }) => {
      const wanted = wants.length > 0 ? ` wants ${wants.join(', ')}` : '';
      return `member ${name} {${capacity}${has(levels)}${wanted}${present ? '' : ' until 2026-01-31'} }`;
    }),
    ...tasks.map(({ name, requires, effort, priority, assigned, with: others }) => {
      const need = { high: ' for urgent, some-day', medium: ' for usual', low: ' for some-day' } as const;
      const percent = (each: { readonly percent: number | null }) => (each.percent === null ? '' : ` ${each.percent}%`);
      return [
        `task ${name} {`,
        priority === null ? '' : need[priority],
        requires.size > 0 ? ` requires ${skills(requires)}` : '',
        effort,
        assigned.length > 0 ? ` assigned ${assigned.map((each) => each.name + percent(each)).join(', ')}` : '',
        others.length > 0 ? ` with ${others.join(', ')}` : '',
        ' }',
      ].join('');
    }),
    '',
  ].join('\n');
}

function memberOf(random: Random, name: string, known: readonly string[]): StaffMember {
  return {
    name,
    has: skillsOf(random, known),
    wants: random.sample(known, random.between(0, 1)),
    present: random.chance(90),
    ...random.pick<Pick<StaffMember, 'days' | 'capacity'>>([
      { days: 20, capacity: '' },
      { days: 10, capacity: ' capacity 50%' },
      { days: 8, capacity: ' capacity 2d per week' },
      { days: 7, capacity: ' capacity 7d' },
      { days: 15, capacity: ' away 2026-04-13 to 2026-04-19' },
      { days: 0, capacity: ' away 2026-04-01 to 2026-05-31' },
    ]),
  };
}

function taskOf(
  random: Random,
  name: string,
  known: readonly string[],
  members: readonly StaffMember[],
  stakeholders: readonly StaffPerson[],
): StaffTask {
  const people = [...members, ...members, ...members, ...stakeholders].map((person) => person.name);
  const assigned = [...new Set(random.sample(people, random.between(0, 3)))];
  const percents = random.pick<readonly (number | null)[]>([
    [null, null, null],
    [null, null, null],
    [60, 20, 20],
    [50, null, null],
    [95, 5, null],
    [30, 30, 30],
  ]);
  const effort = random.pick([
    { days: 0, effort: '' },
    { days: 3, effort: ' effort 3d' },
    { days: 5.5, effort: ' effort 5.5d' },
    { days: 8, effort: ' effort 8d' },
    { days: 12, effort: ' effort 12d' },
    // Half of it lies before the period.
    { days: 6, effort: ' effort 12d from 2026-03-30 due 2026-04-10' },
  ]);
  return {
    name,
    requires: new Map(random.sample(known, random.between(0, 3)).map((skill) => [skill, random.between(2, 4)])),
    ...effort,
    priority: random.pick(['high', 'medium', 'low', null]),
    assigned: assigned.map((each, at) => ({ name: each, percent: percents[at] ?? null })),
    with: [...new Set(random.sample(people, random.chance(20) ? 1 : 0))],
  };
}

function skillsOf(random: Random, known: readonly string[]): ReadonlyMap<string, number> {
  return new Map(random.sample(known, random.between(0, 3)).map((name) => [name, random.between(1, 5)]));
}
