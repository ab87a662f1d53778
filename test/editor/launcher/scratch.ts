import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
  readonly path: string;
  /** A folder of that name inside, made if it is not there. */
  readonly folder: (name: string) => string;
  readonly remove: () => void;
}

/** A fresh folder under the system's temporary one. Its path is short: those of the server's sockets end at 107 characters. */
export function scratchFolder(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'collab-'));
  return {
    path,
    folder(name) {
      const folder = join(path, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
