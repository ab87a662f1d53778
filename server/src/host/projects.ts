import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { configFile } from '../config/config';
import { isGone, reasonOf, type Unreadable } from './failure';
import { inParallel } from './inParallel';
import { leftOut, pathFrom } from './scope';
import { readText } from './texts';
import { bound, walk } from './walk';

/** A project as it is on disk. */
export interface Project {
  /** The absolute path of its folder. */
  readonly root: string;
  /** The text of its configuration; null without one, or where it cannot be read. */
  readonly config: string | null;
  /** Its `.collab` files, by path, by code unit. */
  readonly files: readonly TextFile[];
  /** What is there and could not be read, the configuration included. */
  readonly unreadable: readonly Unreadable[];
  /** All its folders, its own included: where its files come and go. Absolute. */
  readonly folders: readonly string[];
  /** The folders below it that start projects of their own. Absolute. */
  readonly nested: readonly string[];
}

export interface TextFile {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The globs that a configuration excludes, from its text; null: there is none. */
export type Excludes = (config: string | null) => readonly string[];

/**
 * The project of `folder`, then every project that starts below it, by path. A folder that holds but other projects is none itself.
 * Throws where `folder` cannot be read.
 */
export async function projectsIn(folder: string, excludes: Excludes): Promise<readonly Project[]> {
  const first = await readProject(folder, excludes);
  const known = new Set([await realpath(folder)]);
  const below: Project[] = [];
  const waiting = [...first.nested];
  for (const root of waiting) {
    try {
      // Links may lead to one folder by several ways, or from one project into another and back.
      const real = await realpath(root);
      if (known.has(real)) continue;
      known.add(real);
      const project = await readProject(root, excludes);
      below.push(project);
      waiting.push(...project.nested);
    } catch (error) {
      if (!isGone(error)) below.push(unreadProject(root, error));
    }
  }
  below.sort((a, b) => compareText(a.root, b.root));
  const isProject = first.config !== null || first.files.length > 0 || first.unreadable.length > 0 || below.length === 0;
  return isProject ? [first, ...below] : below;
}

/** The one project that starts in `root`. Throws where that folder cannot be read. */
export async function readProject(root: string, excludes: Excludes): Promise<Project> {
  const path = join(root, configFile);
  const config = await readText(path);
  const text = typeof config === 'string' ? config : null;
  const { files, folders, nested, unreadable } = await walk(root, leftOut(excludes(text)));
  const read = await readFiles(root, files);
  return {
    root,
    config: text,
    ...read,
    unreadable: [...(isUnreadable(config) ? [config] : []), ...unreadable, ...read.unreadable],
    folders,
    nested,
  };
}

/** Those of the files at `paths` (absolute) that are there, as a project of `root` without a configuration. */
export async function projectOf(root: string, paths: readonly string[]): Promise<Project> {
  return { root, config: null, ...(await readFiles(root, paths)), folders: [root], nested: [] };
}

function unreadProject(root: string, error: unknown): Project {
  return { root, config: null, files: [], unreadable: [{ path: root, reason: reasonOf(error) }], folders: [], nested: [] };
}

async function readFiles(root: string, paths: readonly string[]): Promise<Pick<Project, 'files' | 'unreadable'>> {
  const read = await inParallel(paths, bound, async (path) => ({ path: pathFrom(root, path), content: await readText(path) }));
  const files = read.flatMap(({ path, content }) => (typeof content === 'string' ? [{ path, text: content }] : []));
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, unreadable: read.map(({ content }) => content).filter(isUnreadable) };
}

function isUnreadable(read: string | Unreadable | null): read is Unreadable {
  return read !== null && typeof read !== 'string';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
