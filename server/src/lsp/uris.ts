import { URI } from 'vscode-uri';

// Within the server every path is absolute, with `/`, and without one at its end but for the root itself.

/** The path of a `file:` URI; null for any other, and for what is none. */
export function pathOf(uri: string): string | null {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'file' ? slashed(parsed.fsPath) : null;
  } catch {
    return null;
  }
}

/** The URI of a file or folder. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** A path as the file system gives it, as it is written here. */
export function slashed(path: string): string {
  const written = windowsRoot.test(path) ? path.replaceAll('\\', '/') : path;
  return written.length > 1 ? written.replace(/\/$/, '') : written;
}

/** How an absolute path begins on Windows, as it does nowhere else. */
const windowsRoot = /^(?:[A-Za-z]:\\|\\\\)/;

/** Is `path` the folder itself, or below it? */
export function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of `file`, which is relative to `root`. */
export function joined(root: string, file: string): string {
  return root.endsWith('/') ? root + file : `${root}/${file}`;
}

/** `path`, which is below `root`, relative to it. */
export function within(root: string, path: string): string {
  return path.slice(root.endsWith('/') ? root.length : root.length + 1);
}

/** The folder that `path` stands in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}

/** The name of a file or folder. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What a text is called by itself. */
export function nameOf(uri: string): string {
  const { path } = URI.parse(uri);
  return lastPart(path) || path;
}

/** Is `path`, or a folder around it, one of `folders`? */
export function isIn(folders: ReadonlySet<string>, path: string): boolean {
  for (let here = path; ; here = folderOf(here)) {
    if (folders.has(here)) return true;
    if (here === folderOf(here)) return false;
  }
}

/** The one of `all` whose folder is the innermost around `path`; undefined where none is. */
export function deepest<Around>(all: Iterable<Around>, path: string, folder: (around: Around) => string): Around | undefined {
  let found: Around | undefined;
  for (const each of all) {
    if (isBelow(folder(each), path) && (!found || folder(each).length >= folder(found).length)) found = each;
  }
  return found;
}
