import type { Client } from './clients';
import type { Declaration } from './layout';
import { dayOfPeriod, type Named } from './naming';
import type { Department } from './people';
import type { Random } from './random';
import { measures, pitfalls, strengths } from './words';

const answers = [
  { technique: 'pairing', rule: 'competency/single-holder' },
  { technique: 'liaison-role', rule: 'network/silo' },
  { technique: 'delegation', rule: 'workload/overloaded' },
  { technique: 'retrospective', rule: 'competency/latent' },
] as const;

/** The assessment of one department and the interventions that answer what it found. */
export function review(
  random: Random,
  named: (title: string) => Named,
  { title, name, teams }: Department,
  client: Client,
): readonly Declaration[] {
  const self = named(`${title} spring review`);
  const found = random.sample(pitfalls, random.between(2, 4)).map(named);
  const strength = named(random.pick(strengths));
  const people = teams.flatMap(({ members }) => members.map((member) => member.name));
  const heard = random.sample(people, 3);
  const on = random.between(-20, 20);
  const properties = [
    `scope ${name}, ${client.name}`,
    `heard ${heard.join(', ')} on ${dayOfPeriod(on - 7)}`,
    `strength ${strength.name} "${strength.title}" of ${random.pick(teams).name}`,
    ...found.map((pitfall) => pitfallText(random, pitfall, teams.length > 1 ? random.sample(teams, 2) : teams)),
  ];
  const head = `assessment ${self.name} "${self.title}" on ${dayOfPeriod(on)}`;
  const assessment = { head, properties, details: [], annotatable: false };
  return [assessment, ...found.slice(1).map((pitfall) => intervention(random, named, pitfall, people))];
}

function pitfallText(random: Random, { name, title }: Named, where: readonly Named[]): string {
  const place = where.map((team) => team.name).join(', ');
  return `pitfall ${name} "${title}" ${where.length > 1 ? 'between' : 'of'} ${place} severity ${random.pick(['low', 'medium', 'high'])}`;
}

function intervention(random: Random, named: (title: string) => Named, pitfall: Named, people: readonly string[]): Declaration {
  const self = named(`Answer to ${pitfall.title}`);
  const { technique, rule } = random.pick(answers);
  const involved = random.sample(people, 3);
  const from = random.between(0, 40);
  return {
    head: `intervention ${self.name} "${self.title}"`,
    properties: [
      `technique ${technique}`,
      `answers ${pitfall.name}, ${rule}`,
      `involves ${involved.join(', ')}`,
      `owner ${involved[0]}`,
      `from ${dayOfPeriod(from)} to ${dayOfPeriod(from + random.between(20, 45))}`,
      `measure "${random.pick(measures)}"`,
    ],
    details: ['status active'],
    annotatable: false,
  };
}
