import { client } from './clients';
import { competencies, levels } from './competencies';
import { type Declaration, fewestLines, layOut, layOutWhole, plain, textBlock } from './layout';
import { links } from './links';
import { type Named, namesOfOneProject, period } from './naming';
import { people, type Team } from './people';
import { randomFrom, shares } from './random';
import { review } from './review';
import { tasks } from './tasks';
import { sentences } from './words';

/** How much there is of a generated project. */
export interface Size {
  readonly files: number;
  /** Lines in all files together, met within 5 %. */
  readonly lines: number;
  readonly members: number;
  readonly links: number;
  readonly tasks: number;
}

export const sizes = {
  S: { files: 20, lines: 2_000, members: 100, links: 400, tasks: 150 },
  M: { files: 200, lines: 20_000, members: 2_000, links: 6_000, tasks: 800 },
  L: { files: 1_000, lines: 200_000, members: 10_000, links: 40_000, tasks: 20_000 },
  B: { files: 1_000, lines: 200_000, members: 10_000, links: 40_000, tasks: 20_000 },
} as const satisfies Readonly<Record<string, Size>>;

/**
 * A project of `.collab` files in canonical layout and without a `model/` error: text by path, the same for the same size and seed.
 * Throws a RangeError for a size whose figures do not go together.
 */
export function generate(size: Size, seed = 1): ReadonlyMap<string, string> {
  const random = randomFrom(seed);
  const named = namesOfOneProject();
  const counts = countsOf(size);
  const tree = competencies(random, named, counts.domains);
  const clients = Array.from({ length: counts.clients }, () => client(random, named, tree.domains));
  const departments = people(random, named, tree.domains, { ...counts, members: size.members });

  const files = new Map<string, string>();
  files.set(
    'organization.collab',
    layOutWhole('Who we are', [...organization(named), ...departments.map(({ declaration }) => declaration)]),
  );
  files.set('competencies.collab', layOutWhole('What we can do', tree.declarations));
  for (const { name, title, declaration } of clients) files.set(`clients/${name}.collab`, layOutWhole(title, [declaration]));
  for (const department of departments) {
    const found = review(random, named, department, random.pick(clients));
    files.set(`reviews/${department.name}.collab`, layOutWhole(`How ${department.title} works together`, found));
  }

  const parts = departments.flatMap((department) => department.teams.map((team) => ({ team, department })));
  const weights = parts.map(({ team }) => team.members.length);
  const linkShares = shares(size.links, weights);
  const taskShares = shares(size.tasks, weights);
  const taken = new Set<string>();
  const written = parts.map(({ team, department }, index) => {
    const itsClient = random.pick(clients);
    const neighbours = random.sample(department.teams, 3).filter((other) => other !== team);
    const itsLinks = links(random, team, { neighbours, client: itsClient, taken }, linkShares[index] ?? 0);
    const itsTasks = tasks(random, named, team, itsClient, taskShares[index] ?? 0);
    const declarations = [team.declaration, ...team.members.map(({ declaration }) => declaration), ...itsLinks, ...itsTasks];
    return { team, folder: department.name, declarations };
  });
  addTeamFiles(files, written, size);
  return files;
}

interface TeamPart {
  readonly team: Team;
  readonly folder: string;
  readonly declarations: readonly Declaration[];
}

/** The lines that are left are shared out over the files of the teams, by what stands in each of them. */
function addTeamFiles(files: Map<string, string>, parts: readonly TeamPart[], size: Size): void {
  const rest = [...parts];
  const groups = shares(parts.length, Array<number>(size.files - files.size).fill(1)).map((count) => rest.splice(0, count));
  const fewest = groups.map((group) => fewestLines(group.flatMap(({ declarations }) => declarations)));
  let fewestLeft = fewest.reduce((sum, lines) => sum + lines, 0);
  let linesLeft = size.lines - [...files.values()].reduce((sum, text) => sum + lineCount(text), 0);
  for (const [index, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const weight = fewest[index] ?? 0;
    const text = layOut(
      group.map(({ team }) => `Team ${team.title}`).join(' and '),
      group.flatMap(({ declarations }) => declarations),
      Math.round((linesLeft * weight) / fewestLeft),
    );
    files.set(`teams/${first.folder}/${first.team.name}.collab`, text);
    linesLeft -= lineCount(text);
    fewestLeft -= weight;
  }
}

/** How many line ends a text has. */
export function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

function countsOf({ files, members }: Size): { domains: number; clients: number; departments: number; teams: number } {
  const clients = Math.max(2, Math.round(members / 150));
  const departments = Math.max(2, Math.round(members / 72));
  const teamFiles = files - 2 - clients - departments;
  const teams = Math.max(teamFiles, Math.round(members / 9));
  if (teamFiles < 1) throw new RangeError(`${files} files are too few for ${members} members`);
  if (members < teams * 5) throw new RangeError(`${members} members are too few for ${files} files`);
  return { domains: Math.min(12, Math.max(3, Math.round(members / 40))), clients, departments, teams };
}

function organization(named: (title: string) => Named): readonly Declaration[] {
  const { name, title } = named('Agence Lumière');
  const steps = levels.map((level) => (level === 'competent' ? `${level} "Works alone"` : level));
  return [
    {
      head: `organization ${name} "${title}"`,
      properties: [
        `history ${textBlock(sentences.slice(0, 4))}`,
        'need steady-teams "Steady teams"',
        'resource archive "Archive of finished work"',
      ],
      details: [],
      annotatable: false,
    },
    plain(`period spring "Spring 2026" ${period.from} to ${period.to}`),
    {
      head: 'scale dreyfus',
      properties: [`levels ${steps.join(', ')}`, 'autonomous at competent', 'trains at proficient'],
      details: [],
      annotatable: false,
    },
  ];
}
