import { URI } from 'vscode-uri';

/** The path of a `file:` URI, without a slash at its end; null for any other. */
export function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return null;
  return parsed.fsPath.length > 1 ? parsed.fsPath.replace(/[\\/]$/, '') : parsed.fsPath;
}

/** The URI of a file or folder by its absolute path. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The absolute path of `file`, relative with `/`, in `root`. */
export function joined(root: string, file: string): string {
  return `${root.replace(/[\\/]$/, '')}/${file}`;
}
