import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { reasonOf } from '../host/failure';
import { type Excludes, type Project, projectOf, projectsIn, readProject } from '../host/projects';
import { isCollabFile, isWithin, kindOf, pathFrom, rootAbove } from '../host/scope';
import { Misuse } from './misuse';
import { leadsNowhere, noCollabFile } from './sentences';

/** A project, and what of it is asked about. */
export interface Asked {
  readonly project: Project;
  /** Its folder as seen from where the command runs, with `/`; absolute where it was asked for so. */
  readonly folder: string;
  /** Files and folders, relative to the project's folder; null: all of it. */
  readonly only: readonly string[] | null;
}

/** Is the answer about this file of the project? */
export function isAsked({ only }: Asked, file: string): boolean {
  return only === null || only.some((path) => file === path || file.startsWith(`${path}/`));
}

/**
 * The projects that `paths` lead to, each once, in that order. Of a project with a configuration all is read, whatever part of it is asked about:
 * its files share one scope. Files without one are a project with those of their folder that are asked about too.
 * Throws `Misuse` where a path is neither a folder nor a `.collab` file, or cannot be read.
 */
export async function asked(paths: readonly string[], excludes: Excludes): Promise<readonly Asked[]> {
  const found = new Map<string, Asked>();
  const reading = new Map<string, Promise<Project>>();
  const readOnce = (root: string): Promise<Project> => {
    const known = reading.get(root) ?? readProject(root, excludes);
    reading.set(root, known);
    return known;
  };
  for (const path of paths) {
    try {
      const at = resolve(path);
      const folderOf = (root: string): string => (isAbsolute(path) ? root.split(sep).join('/') : pathFrom(process.cwd(), root));
      const kind = await kindOf(at);
      if (kind === 'other' || (kind === 'file' && !isCollabFile(at))) throw new Misuse(noCollabFile(path));
      const parts = kind === 'folder' ? await partsOfFolder(at, excludes) : [await partOfFile(at, readOnce)];
      for (const part of parts) {
        const { root } = part.project;
        found.set(root, joined(found.get(root), { ...part, folder: folderOf(root) }));
      }
    } catch (error) {
      throw error instanceof Misuse ? error : new Misuse(leadsNowhere(path, reasonOf(error)));
    }
  }
  return [...found.values()];
}

type Part = Pick<Asked, 'project' | 'only'>;

async function partOfFile(file: string, readOnce: (root: string) => Promise<Project>): Promise<Part> {
  const root = await rootAbove(dirname(file));
  if (root !== null) {
    const project = await readOnce(root);
    const path = pathFrom(root, file);
    if (project.files.some((one) => one.path === path)) return { project, only: [path] };
  }
  return { project: await projectOf(dirname(file), [file]), only: null };
}

async function partsOfFolder(folder: string, excludes: Excludes): Promise<readonly Part[]> {
  const root = await rootAbove(folder);
  if (root !== null && root !== folder) {
    const [around, ...below] = await projectsIn(root, excludes);
    const path = pathFrom(root, folder);
    const holdsSome = around?.files.some((file) => file.path.startsWith(`${path}/`));
    const inside = below.filter((project) => isWithin(folder, project.root)).map(whole);
    if (around && holdsSome) return [{ project: around, only: [path] }, ...inside];
    if (inside.length > 0) return inside;
  }
  return (await projectsIn(folder, excludes)).map(whole);
}

function whole(project: Project): Part {
  return { project, only: null };
}

/** What two paths ask about one project. */
function joined(before: Asked | undefined, { project, folder, only }: Asked): Asked {
  if (!before) return { project, folder, only };
  const known = new Set(before.project.files.map(({ path }) => path));
  const files = [...before.project.files, ...project.files.filter(({ path }) => !known.has(path))];
  const unreadable = [...new Map([...before.project.unreadable, ...project.unreadable].map((one) => [one.path, one])).values()];
  return {
    project: { ...before.project, files, unreadable },
    folder: before.folder,
    only: before.only === null || only === null ? null : [...before.only, ...only],
  };
}
