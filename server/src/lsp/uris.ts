import { sep } from 'node:path';
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
  const written = sep === '\\' ? path.replaceAll(sep, '/') : path;
  return written.length > 1 ? written.replace(/\/$/, '') : written;
}

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
