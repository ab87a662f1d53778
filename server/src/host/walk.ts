import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { configFile } from '../config/config';
import { isGone, reasonOf, type Unreadable } from './failure';
import { inParallel } from './inParallel';
import { isCollabFile, isToolsFolder, isWithin, pathFrom } from './scope';

/** How many calls of the file system are under way at a time. */
export const bound = 32;

/** What a project's folder holds. Every path is absolute. */
export interface Walked {
  /** All folders that are part of it, itself included. */
  readonly folders: readonly string[];
  /** `.collab` files; none of them twice, by whatever links. */
  readonly files: readonly string[];
  /** Folders with a configuration of their own: other projects. */
  readonly nested: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** A place on the way: where it was met, and where it really is. */
interface Step {
  readonly path: string;
  readonly real: string;
}

/**
 * Everything below `root` that `isLeftOut` (told paths relative to it) does not leave out. Symbolic links are followed after all else, so that
 * what they lead to is known by its own path; one that leads to where the walk has been, or above `root`, is not followed.
 * Throws where `root` itself cannot be read.
 */
export async function walk(root: string, isLeftOut: (path: string) => boolean): Promise<Walked> {
  const from: Step = { path: root, real: await realpath(root) };
  const top = await readdir(root, { withFileTypes: true });
  const trip = new Trip(from, isLeftOut);
  await trip.go([trip.enter(from, top)]);
  return trip;
}

class Trip implements Walked {
  readonly folders: string[] = [];
  readonly files: string[] = [];
  readonly nested: string[] = [];
  readonly unreadable: Unreadable[] = [];
  readonly #been = new Set<string>();
  #links: string[] = [];

  constructor(
    private readonly root: Step,
    private readonly isLeftOut: (path: string) => boolean,
  ) {}

  /** Walks on from the folders found so far, then along the links met, until there is nothing left. */
  async go(found: readonly (readonly Step[])[]): Promise<void> {
    let folders = found.flat();
    while (folders.length > 0) folders = (await inParallel(folders, bound, (folder) => this.#open(folder))).flat();
    const links = this.#links.sort();
    this.#links = [];
    // One after the other: what one leads to decides whether the next is followed.
    for (const link of links) await this.go([await this.#follow(link)]);
  }

  /** Takes in what a folder holds; answers the folders in it. */
  enter(folder: Step, entries: readonly Dirent[]): readonly Step[] {
    this.#been.add(folder.real);
    this.folders.push(folder.path);
    const folders: Step[] = [];
    for (const entry of entries) {
      const path = join(folder.path, entry.name);
      if (this.isLeftOut(pathFrom(this.root.path, path))) continue;
      if (entry.isSymbolicLink()) this.#links.push(path);
      else if (entry.isFile() && isCollabFile(entry.name)) this.#takeFile({ path, real: join(folder.real, entry.name) });
      else if (entry.isDirectory() && !isToolsFolder(entry.name)) folders.push({ path, real: join(folder.real, entry.name) });
    }
    return folders;
  }

  async #open(folder: Step): Promise<readonly Step[]> {
    if (this.#been.has(folder.real)) return [];
    try {
      const entries = await readdir(folder.path, { withFileTypes: true });
      if (!entries.some(({ name }) => name === configFile)) return this.enter(folder, entries);
      this.#been.add(folder.real);
      this.nested.push(folder.path);
    } catch (error) {
      this.#miss(folder.path, error);
    }
    return [];
  }

  async #follow(link: string): Promise<readonly Step[]> {
    try {
      const real = await realpath(link);
      const target = await stat(real);
      if (target.isFile() && isCollabFile(link)) this.#takeFile({ path: link, real });
      const leads = target.isDirectory() && !isToolsFolder(basename(link)) && !isWithin(real, this.root.real);
      return leads ? [{ path: link, real }] : [];
    } catch (error) {
      this.#miss(link, error);
      return [];
    }
  }

  #takeFile({ path, real }: Step): void {
    if (this.#been.has(real)) return;
    this.#been.add(real);
    this.files.push(path);
  }

  /** What vanishes on the way, and links that lead nowhere, are simply not there. */
  #miss(path: string, error: unknown): void {
    if (!isGone(error)) this.unreadable.push({ path, reason: reasonOf(error) });
  }
}
