import { type Client, voices } from './clients';
import type { Declaration } from './layout';
import { dayOfPeriod, type Named, period } from './naming';
import type { Person, Team } from './people';
import type { Random } from './random';
import { objects, verbs } from './words';

/** When a task is, in days from the first of the period. */
interface Dated extends Named {
  readonly due: number;
}

/** The work of one team for one client; a task comes after others of the same team. */
export function tasks(random: Random, named: (title: string) => Named, team: Team, client: Client, count: number): readonly Declaration[] {
  const earlier: Dated[] = [];
  return Array.from({ length: count }, () => {
    const self = named(`${random.pick(verbs)} ${random.pick(objects)}`);
    const from = random.between(0, period.days - 15);
    const due = from + random.between(5, 14);
    const before = random.sample(
      earlier.filter((task) => task.due < from),
      1,
    );
    earlier.push({ ...self, due });
    const able = random.sample(team.members, random.between(1, 2));
    const levels = new Map(able.map((person) => requirement(random, person, team)));
    const [main, ...others] = [...levels].map(([name, level]) => `${name} ${level}`);
    const dates = `from ${dayOfPeriod(from)} due ${dayOfPeriod(due)}`;
    const details = [
      `for ${purpose(random, client)}`,
      ...(others.length > 0 ? [`requires ${others.join(', ')}`] : []),
      ...(random.chance(40) ? [`with ${random.pick(client.stakeholders)} ${random.pick(voices)}`] : []),
      ...before.map(({ name }) => `after ${name}`),
      ...(random.chance(25) ? [`uses ${random.pick(client.resources)}`] : []),
      ...(random.chance(40) ? [`status ${random.pick(['planned', 'active', 'active', 'blocked', 'done'])}`] : []),
    ];
    const properties = [`requires ${main}`, `effort ${random.between(1, 12)}d`, ...assigned(random, team, able)];
    return { head: `task ${self.name} "${self.title}"`, properties, details: inOrder(random, dates, details), annotatable: true };
  });
}

/** Four tasks in five give their dates before everything else. */
function inOrder(random: Random, dates: string, details: readonly string[]): readonly string[] {
  const rest = random.sample(details, details.length);
  return random.chance(80) ? [dates, ...rest] : [...rest, dates];
}

function purpose(random: Random, client: Client): string {
  const need = random.pick(client.needs);
  if (random.chance(20)) return client.name;
  return random.chance(50) ? need : `${client.name}.${need}`;
}

/** What one of the team can do; now and then more than that. */
function requirement(random: Random, { skills }: Person, { domain }: Team): readonly [competency: string, level: number] {
  if (random.chance(2)) return [random.pick(domain.skills), random.between(2, 5)];
  const [name, level] = random.pick([...skills]);
  return [name, random.chance(96) ? random.between(1, level) : Math.min(5, level + 1)];
}

/** One task in thirty has nobody; most have those who can do it, some have whoever was there. */
function assigned(random: Random, { members }: Team, able: readonly Person[]): readonly string[] {
  if (random.chance(3)) return [];
  const [first, second] = (random.chance(95) ? able : random.sample(members, able.length)).map(({ name }) => name);
  if (second === undefined) return [`assigned ${first}${random.chance(20) ? ' 50%' : ''}`];
  return [random.chance(40) ? `assigned ${first} 60%, ${second} 40%` : `assigned ${first}, ${second}`];
}
