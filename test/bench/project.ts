import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lineCount } from './generate';

/** A generated project that lies in a folder, and where in it the benchmark types. */
export interface Project {
  readonly rootUri: string;
  readonly text: string;
  readonly lines: number;
  /** The file that is open: of the files of the teams, the one of middle length that others refer to. */
  readonly path: string;
  readonly uri: string;
  /** Where the name of a member ends whom the other file names. */
  readonly nameEnd: number;
  readonly otherUri: string;
  /** What is typed at the end of the open file, key by key. */
  readonly typed: string;
}

/** Writes the files into a folder that is new or empty. */
export function writeFiles(files: ReadonlyMap<string, string>, folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

export function projectIn(folder: string, files: ReadonlyMap<string, string>): Project {
  const teams = [...files].filter(([path]) => path.startsWith('teams/')).sort(([, one], [, other]) => lineCount(one) - lineCount(other));
  const fromTheMiddle = [...teams.slice(Math.floor(teams.length / 2)), ...teams];
  for (const [path, text] of fromTheMiddle) {
    const shared = memberNamedElsewhere(path, text, teams);
    if (shared === undefined) continue;
    const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;
    return {
      rootUri: pathToFileURL(folder).href,
      text,
      lines: lineCount(text),
      path,
      uri: uriOf(path),
      nameEnd: shared.nameEnd,
      otherUri: uriOf(shared.otherPath),
      typed: newTask(text),
    };
  }
  throw new Error('No team of this project is linked to another: the benchmark has nothing to change.');
}

interface Shared {
  readonly nameEnd: number;
  readonly otherPath: string;
}

function memberNamedElsewhere(path: string, text: string, files: readonly (readonly [string, string])[]): Shared | undefined {
  for (const match of text.matchAll(/^member (\S+)/gm)) {
    const other = files.find(([file, itsText]) => file !== path && itsText.includes(`> ${match[1]} `));
    if (other !== undefined) return { nameEnd: match.index + match[0].length, otherPath: other[0] };
  }
  return undefined;
}

/** A task in the words of the file, as somebody would type it. */
function newTask(text: string): string {
  const [first, second] = [...text.matchAll(/^member (\S+)/gm)].map(([, name]) => name);
  const skill = /requires (\S+)/.exec(text)?.[1] ?? 'research';
  return [
    '',
    'task typed-by-hand "Typed by hand" {',
    `  requires ${skill} 3`,
    `  assigned ${first}, ${second ?? first}`,
    '  effort 3d',
    '}',
    '',
  ].join('\n');
}
