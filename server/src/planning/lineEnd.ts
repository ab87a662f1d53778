import type { SourceFile } from '../model/snapshot';

/** The line end that the file uses. */
export function lineEndOf(file: SourceFile): string {
  return /\r\n|\n|\r/.exec(file.text)?.[0] ?? '\n';
}
