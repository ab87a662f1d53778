import { readFile, writeFile } from 'node:fs/promises';
import { isGone, reasonOf, type Unreadable } from './failure';

/**
 * The text of the file at `path`: UTF-8, without its byte-order mark, U+FFFD where it is not valid.
 * Null where the file is gone; never throws.
 */
export async function readText(path: string): Promise<string | Unreadable | null> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    return isGone(error) ? null : { path, reason: reasonOf(error) };
  }
}

/** UTF-8, without its byte-order mark; U+FFFD where it is not valid. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Puts `text` in the place of what the file at `path` holds; a byte-order mark stays. Throws what the file system does. */
export async function replaceText(path: string, text: string): Promise<void> {
  await writeFile(path, markOf(await readFile(path)) + text);
}

/** Writes a file that is not there yet. Throws where it is, and what the file system does. */
export async function createText(path: string, text: string | Uint8Array): Promise<void> {
  await writeFile(path, text, { flag: 'wx' });
}

/** Writes a file, whatever it held. Throws what the file system does. */
export async function overwriteText(path: string, text: string | Uint8Array): Promise<void> {
  await writeFile(path, text);
}

/** Writes a file for its owner’s eyes, one that is not there yet unless it may be overwritten. Throws what the file system does. */
export async function writePrivate(path: string, text: string, existing: 'refused' | 'overwritten'): Promise<void> {
  await writeFile(path, text, { flag: existing === 'refused' ? 'wx' : 'w', mode: 0o600 });
}

/** The byte-order mark that the file at `path` starts with, else nothing. Throws what the file system does. */
export async function markAt(path: string): Promise<string> {
  return markOf(await readFile(path));
}

/** The byte-order mark that `bytes` start with, else nothing. */
export function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
}

const decoder = new TextDecoder('utf-8');
