import { type Domain, levelText } from './competencies';
import { type Declaration, fitsOneLine } from './layout';
import { dayOfPeriod, type Named } from './naming';
import { type Random, shares } from './random';
import { departments, familyNames, givenNames, roles, teamNames } from './words';

export interface Department extends Named {
  readonly teams: readonly Team[];
  readonly declaration: Declaration;
}

export interface Team extends Named {
  readonly domain: Domain;
  readonly members: readonly Person[];
  readonly declaration: Declaration;
}

export interface Person extends Named {
  /** The level, 1…5, of the competencies that are written wherever the person is. */
  readonly skills: ReadonlyMap<string, number>;
  readonly declaration: Declaration;
}

interface Counts {
  readonly departments: number;
  readonly teams: number;
  readonly members: number;
}

/** Departments of teams of 5 to 12 members each, as far as the counts allow. */
export function people(random: Random, named: (title: string) => Named, domains: readonly Domain[], counts: Counts): readonly Department[] {
  const sizes = teamSizes(random, counts);
  return shares(counts.teams, Array<number>(counts.departments).fill(1)).map((count) => {
    const self = named(random.pick(departments));
    const teams = sizes.splice(0, count).map((size) => team(random, named, self, random.pick(domains), domains, size));
    const lead = teams[0]?.members[0];
    const properties = lead === undefined ? [] : [`lead ${lead.name}`];
    return { ...self, teams, declaration: { head: `team ${self.name} "${self.title}"`, properties, details: [], annotatable: false } };
  });
}

function teamSizes(random: Random, { teams, members }: Counts): number[] {
  const sizes = [...shares(members, Array<number>(teams).fill(1))];
  for (let round = 0; round < teams * 2; round++) {
    const [from, to] = [random.between(0, teams - 1), random.between(0, teams - 1)];
    const [giver, taker] = [sizes[from], sizes[to]];
    if (from === to || giver === undefined || taker === undefined || giver <= 5 || taker >= 12) continue;
    sizes[from] = giver - 1;
    sizes[to] = taker + 1;
  }
  return sizes;
}

function team(
  random: Random,
  named: (title: string) => Named,
  within: Named,
  domain: Domain,
  domains: readonly Domain[],
  size: number,
): Team {
  const self = named(random.pick(teamNames));
  const members = Array.from({ length: size }, () => member(random, named, self, domain, random.pick(domains)));
  const lead = members[0] === undefined ? [] : [`lead ${members[0].name}`];
  const head = `team ${self.name} "${self.title}"`;
  return {
    ...self,
    domain,
    members,
    declaration: { head, properties: [`within ${within.name}`, ...lead], details: [], annotatable: true },
  };
}

function member(random: Random, named: (title: string) => Named, within: Named, domain: Domain, second: Domain): Person {
  const self = named(`${random.pick(givenNames)} ${random.pick(familyNames)}`);
  const names = new Set([...random.sample(domain.skills, random.between(1, 3)), random.pick(second.skills)]);
  const skills = new Map([...names].map((name) => [name, random.between(1, 5)]));
  const all = [...skills].map(([name, level]) => `${name} ${levelText(random, level)}`);
  const wanted = random.sample(domain.skills, 2).filter((name) => !skills.has(name));
  const head = `member ${self.name} "${self.title}"`;
  const itsTeam = `team ${within.name}`;
  const shown = fitsOneLine(head, [itsTeam, `has ${all.slice(0, 2).join(', ')}`]) ? 2 : 1;
  const always = [itsTeam, `has ${all.slice(0, shown).join(', ')}`];
  const share = capacity(random);
  const properties = fitsOneLine(head, [...always, share]) ? [...always, share] : always;
  const details = [
    `role "${random.pick(roles)}"`,
    ...(all.length > shown ? [`has ${all.slice(shown).join(', ')}`] : []),
    ...(wanted.length > 0
      ? [`wants ${wanted.map((name) => (random.chance(50) ? `${name} ${random.between(3, 5)}` : name)).join(', ')}`]
      : []),
    ...(random.chance(40) ? [away(random)] : []),
    ...(properties === always ? [share] : []),
  ];
  const known = new Map([...skills].slice(0, shown));
  return { ...self, skills: known, declaration: { head, properties, details: random.sample(details, details.length), annotatable: true } };
}

function capacity(random: Random): string {
  if (random.chance(60)) return `capacity ${random.pick([50, 60, 80, 90, 100])}%`;
  return random.chance(80) ? `capacity ${random.between(2, 5)}d per week` : `capacity ${random.between(20, 55)}d`;
}

function away(random: Random): string {
  const first = random.between(0, 70);
  const days = random.between(0, 12);
  return days === 0 ? `away ${dayOfPeriod(first)}` : `away ${dayOfPeriod(first)} to ${dayOfPeriod(first + days)}`;
}
