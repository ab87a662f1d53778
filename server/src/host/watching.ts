import { type FSWatcher, watch } from 'node:fs';
import { configFile } from '../config/config';
import { isGone } from './failure';
import { isCollabFile } from './scope';

/** Folders that are watched. */
export interface Watching {
  /** Watches these folders from now on, and no others; one that is gone is left out. Throws what the file system does. */
  renew(folders: readonly string[]): void;
  close(): void;
}

/** Calls `onChange` where something comes or goes in a folder, or a `.collab` file, a configuration or one that `alsoNamed` changes. */
export function watching(alsoNamed: readonly string[], onChange: () => void): Watching {
  const names: ReadonlySet<string> = new Set([configFile, ...alsoNamed]);
  const watchers: FSWatcher[] = [];
  const close = (): void => {
    for (const watcher of watchers.splice(0)) watcher.close();
  };
  return {
    // All are opened anew: a folder that was taken away and made again is another one.
    renew(folders) {
      close();
      for (const folder of new Set(folders)) {
        const watcher = open(folder, (event, name) => {
          if (event === 'rename' || name === null || isCollabFile(name) || names.has(name)) onChange();
        });
        if (!watcher) continue;
        watcher.on('error', onChange);
        watchers.push(watcher);
      }
    },
    close,
  };
}

/** Null where the folder is gone. */
function open(folder: string, onEvent: (event: 'rename' | 'change', name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, onEvent);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
