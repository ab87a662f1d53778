import { access, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { configFile } from '../config/config';

export function isCollabFile(path: string): boolean {
  return path.endsWith('.collab');
}

/**
 * Tells what of a project's folder is no part of the project: what one of `globs` matches, folders of installed packages, and hidden
 * folders, which hold what tools keep for themselves. Paths are relative to the folder, with `/`; a folder left out leaves out all below it.
 */
export function leftOut(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) => glob.replace(/^\.?\//, '').replace(/\/$/, '')).filter((glob) => glob !== '');
  const matches = patterns.length === 0 ? () => false : picomatch(patterns, { dot: true, nonegate: true, windows: false });
  return (path) => {
    const parts = path.split('/');
    return parts.some((part, at) => (at < parts.length - 1 && isToolsFolder(part)) || matches(parts.slice(0, at + 1).join('/')));
  };
}

/** Is a folder of this name never part of a project, unless it is asked for by its own path? */
export function isToolsFolder(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..');
}

/** What stands at `path`, links followed. Throws what the file system does where nothing does. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  const found = await stat(path);
  return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
}

/** The nearest folder, from `folder` upwards, that holds a configuration: the root of the project that `folder` is in. Null without one. */
export async function rootAbove(folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    if (await exists(join(here, configFile))) return here;
    if (here === dirname(here)) return null;
  }
}

/** Is `path` the folder itself or below it? Both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** `path` as seen from `folder`, with `/`; `.` for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/') || '.';
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
