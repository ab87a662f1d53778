import type { PlaceMark } from '../document';

/** Where a line of a file is opened: `path` as findings give it, `line` from 1. */
export type FileUri = (path: string, line: number) => string;

export function placeText({ file, line }: PlaceMark): string {
  return line === null ? file : `${file}:${line}`;
}

/** Null in a copy without links, or where the line is not known. */
export function placeUri({ file, line }: PlaceMark, fileUri: FileUri | null): string | null {
  return line === null ? null : (fileUri?.(file, line) ?? null);
}
