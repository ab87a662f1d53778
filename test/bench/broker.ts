import { generate, type Size } from './generate';

const name = 'in-the-middle';

/** A project of the size in which one member stands between the teams: they are linked to every third member of each. */
export function generateWithBroker(size: Size, seed = 1): ReadonlyMap<string, string> {
  const ties = Math.round(size.members / 3);
  const files = generate({ ...size, files: size.files - 1, members: size.members - 1, links: size.links - ties }, seed);
  const members = [...files.values()].flatMap((text) => [...text.matchAll(/^member (\S+)/gm)].map(([, member = '']) => member));
  const links = members.filter((_, at) => at % 3 === 0).slice(0, ties);
  const written = links.map((member) => `link ${name} <-> ${member} collaborates monthly`);
  return new Map([...files, ['broker.collab', `member ${name} "Camille Lenoir"\n\n${written.join('\n')}\n`]]);
}
