import { type Declaration, plain } from './layout';
import type { Named } from './naming';
import type { Random } from './random';
import { domains, practices } from './words';

/** The competencies that the people of one trade have. */
export interface Domain extends Named {
  /** The narrowest ones, two levels below the domain. */
  readonly skills: readonly string[];
}

export const levels = ['novice', 'beginner', 'competent', 'proficient', 'expert'] as const;

export interface Competencies {
  readonly domains: readonly Domain[];
  readonly declarations: readonly Declaration[];
}

/** The competency tree: domain, topic, practice. */
export function competencies(random: Random, named: (title: string) => Named, count: number): Competencies {
  const declarations: Declaration[] = [];
  const made = domains.slice(0, count).map(([title, topics]) => {
    const domain = named(title);
    declarations.push(plain(`competency ${domain.name} "${domain.title}"`));
    const skills = topics.flatMap((topicTitle) => {
      const topic = named(topicTitle);
      declarations.push(competency(topic, [`within ${domain.name}`]));
      return practices.map((practice) => {
        const skill = named(`${topicTitle} ${practice}`);
        declarations.push(competency(skill, [`within ${topic.name}`, ...demands(random)]));
        return skill.name;
      });
    });
    return { ...domain, skills };
  });
  return { domains: made, declarations };
}

/** A level of the scale as an author writes it: by number or by name. */
export function levelText(random: Random, level: number): string {
  return random.chance(50) ? String(level) : (levels[level - 1] ?? String(level));
}

function competency({ name, title }: Named, properties: readonly string[]): Declaration {
  return { head: `competency ${name} "${title}"`, properties, details: [], annotatable: false };
}

function demands(random: Random): readonly string[] {
  if (random.chance(10)) return ['critical', `holders ${random.between(2, 4)} at proficient`];
  return random.chance(10) ? [`ref "http://data.europa.eu/esco/skill/${random.between(100_000, 999_999)}"`] : [];
}
