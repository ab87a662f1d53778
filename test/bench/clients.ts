import type { Domain } from './competencies';
import { levelText } from './competencies';
import { type Declaration, nested, textBlock } from './layout';
import type { Named } from './naming';
import type { Random } from './random';
import { familyNames, givenNames, needs, organizationNames, resources, sentences, stakeholderRoles, trades } from './words';

export interface Client extends Named {
  readonly stakeholders: readonly string[];
  readonly needs: readonly string[];
  readonly resources: readonly string[];
  readonly declaration: Declaration;
}

export const voices = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
const grades = ['low', 'medium', 'high'] as const;
const stances = ['unaware', 'resistant', 'neutral', 'supportive', 'leading'] as const;

export function client(random: Random, named: (title: string) => Named, domains: readonly Domain[]): Client {
  const self = named(`${random.pick(organizationNames)} ${random.pick(trades)}`);
  const itsNeeds = random.sample(needs, random.between(2, 4)).map(named);
  const itsResources = random.sample(resources, random.between(1, 2)).map(named);
  const stakeholders = Array.from({ length: random.between(2, 4) }, () => named(`${random.pick(givenNames)} ${random.pick(familyNames)}`));
  const decider = random.between(0, stakeholders.length - 1);
  const properties = [
    `history ${textBlock(random.sample(sentences, 3))}`,
    ...itsNeeds.map((need) => nested(`need ${need.name} "${need.title}"`, [`priority ${random.pick(grades)}`])),
    ...itsResources.map((resource) => `resource ${resource.name} "${resource.title}"`),
    ...stakeholders.map((person, index) => stakeholder(random, person, random.pick(domains), index === decider ? ['decides'] : [])),
    `participation ${random.pick(voices)}`,
  ];
  return {
    ...self,
    stakeholders: stakeholders.map(({ name }) => name),
    needs: itsNeeds.map(({ name }) => name),
    resources: itsResources.map(({ name }) => name),
    declaration: { head: `client ${self.name} "${self.title}"`, properties, details: [], annotatable: false },
  };
}

function stakeholder(random: Random, { name, title }: Named, { skills }: Domain, decides: readonly string[]): string {
  const current = random.between(0, stances.length - 1);
  const desired = random.between(current, stances.length - 1);
  return nested(`stakeholder ${name} "${title}"`, [
    `role "${random.pick(stakeholderRoles)}"`,
    [`influence ${random.pick(grades)}`, `interest ${random.pick(grades)}`, ...decides].join(' '),
    `engagement ${stances[current]}${desired > current ? ` -> ${stances[desired]}` : ''}`,
    `has ${random.pick(skills)} ${levelText(random, random.between(2, 5))}`,
  ]);
}
