/** The file system as the session needs it; `host/` has the one of Node. All paths are absolute. */
export interface Disk {
  /** The project of `folder` and every project below it. Rejects where the folder cannot be read. */
  projectsIn(folder: string): Promise<readonly DiskProject[]>;
  /** The root of the project that `folder` is in; null where no folder above has a configuration. */
  rootAbove(folder: string): Promise<string | null>;
  /** The text of a file; null where it is gone or cannot be read. */
  read(path: string): Promise<string | null>;
  /** Does a project with these globs leave out `path`, given relative to it? */
  leavesOut(globs: readonly string[], path: string): boolean;
  folderOf(path: string): string;
}

export interface DiskProject {
  readonly root: string;
  readonly config: string | null;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What is there and could not be read, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly reason: { readonly en: string; readonly fr: string } }[];
}
