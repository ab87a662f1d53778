import type { Client } from './clients';
import { type Declaration, plain } from './layout';
import { dayOfPeriod } from './naming';
import type { Person, Team } from './people';
import type { Random } from './random';

interface Surroundings {
  /** Other teams that this one has to do with. */
  readonly neighbours: readonly Team[];
  readonly client: Client;
  /** The links of the whole project, by what makes them the same; those made here are added. */
  readonly taken: Set<string>;
}

const frequencies = ['daily', 'weekly', 'monthly', 'quarterly', 'rarely'] as const;

/** `count` links that start in the team, no two alike: four in five inside it, the others to its neighbours and to its client. */
export function links(random: Random, team: Team, { neighbours, client, taken }: Surroundings, count: number): readonly Declaration[] {
  const written: Declaration[] = [];
  const add = (from: string, arrow: '->' | '<->', to: string, kind: string, rest: readonly string[] = []): void => {
    const ends = arrow === '<->' && to < from ? [to, from] : [from, to];
    const key = [...ends, arrow, kind].join(' ');
    if (from === to || taken.has(key)) return;
    taken.add(key);
    written.push(plain(['link', from, arrow, to, kind, ...rest].join(' ')));
  };
  const [lead, ...others] = team.members;
  if (lead !== undefined) {
    for (const other of others) if (written.length < count) add(other.name, '->', lead.name, 'reports');
  }
  for (const neighbour of neighbours) if (written.length < count) add(team.name, '<->', neighbour.name, 'liaises', ['monthly']);
  const strangers = neighbours.flatMap(({ members }) => members);
  for (let attempt = 0; written.length < count; attempt++) {
    if (attempt > 20 * count) throw new RangeError(`team ${team.name} has too few people for ${count} different links`);
    const from = random.pick(team.members);
    const roll = random.between(1, 100);
    if (roll <= 80 && !isCrowded(written.length, team)) inside(random, add, from, random.pick(team.members));
    else if (roll <= 92 && strangers.length > 0) across(random, add, from.name, random.pick(strangers).name);
    else liaison(random, add, from.name, random.pick(client.stakeholders));
  }
  return written;
}

type Add = (from: string, arrow: '->' | '<->', to: string, kind: string, rest?: readonly string[]) => void;

/** Whether the team has so many links that different ones are hard to find inside it. */
function isCrowded(links: number, { members }: Team): boolean {
  return links > members.length * (members.length - 1) * 2;
}

function inside(random: Random, add: Add, from: Person, to: Person): void {
  const roll = random.between(1, 100);
  if (roll <= 60) add(from.name, '<->', to.name, 'collaborates', [random.pick(frequencies), ...strength(random)]);
  else if (roll <= 75) add(from.name, '->', to.name, 'advises', [random.pick(frequencies)]);
  else if (roll <= 90) add(from.name, '->', to.name, 'informs', [random.pick(frequencies), ...(random.chance(8) ? ['strained'] : [])]);
  else mentoring(random, add, from, to);
}

/** The one who is ahead mentors, in a competency of theirs. */
function mentoring(random: Random, add: Add, one: Person, other: Person): void {
  const ahead = [...one.skills].find(([name, level]) => level > (other.skills.get(name) ?? 0));
  if (ahead !== undefined) add(one.name, '->', other.name, 'mentors', [`in ${ahead[0]}`, `since ${dayOfPeriod(-random.between(1, 200))}`]);
}

function across(random: Random, add: Add, from: string, to: string): void {
  add(from, '<->', to, random.pick(['collaborates', 'liaises', 'collaborates']), [random.pick(frequencies), ...strength(random)]);
}

function liaison(random: Random, add: Add, from: string, to: string): void {
  add(from, '->', to, random.pick(['liaises', 'informs', 'advises', 'collaborates']), [random.pick(frequencies)]);
}

function strength(random: Random): readonly string[] {
  return random.chance(50) ? [`strength ${random.between(1, 5)}`] : [];
}
