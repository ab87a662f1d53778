import type { Unreadable } from '../host/failure';

/** The file system as the session needs it. All paths are absolute. */
export interface Disk {
  /** The project of `folder` and every project below it; where the folder cannot be read, an empty one that says so. */
  projectsIn(folder: string): Promise<readonly DiskProject[]>;
  /** The root of the project that `folder` is in; null where no folder above has a configuration. */
  rootAbove(folder: string): Promise<string | null>;
  /** The text of a file; null where it is gone or cannot be read. */
  read(path: string): Promise<string | null>;
  isFolder(path: string): Promise<boolean>;
  /** Does a project with these globs leave out `file`, which is relative to it? */
  leavesOut(globs: readonly string[], file: string): boolean;
}

export interface DiskProject {
  readonly root: string;
  /** The text of its configuration; null without one. */
  readonly config: string | null;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What is there and could not be read. */
  readonly unreadable: readonly Unreadable[];
}
