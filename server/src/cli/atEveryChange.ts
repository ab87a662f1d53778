import { basename, dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, reasonOf } from '../host/failure';
import { isCollabFile } from '../host/scope';
import { watching } from '../host/watching';
import { listed } from '../rules/wording';
import { Misuse } from './misuse';
import { print, remark } from './output';
import { nameFaults, type Reading, read, shownPath } from './projects';
import { cannotWatch, changedFiles, tooManyWatched, waitingForChanges } from './sentences';
import type { Settings } from './settings';

/** An answer that has been printed. */
export interface Answered {
  readonly code: number;
  /** What it is about: what the files hold now. */
  readonly reading: Reading;
}

type Answer = (reading: Reading) => Promise<Answered>;

/** So long after a change an answer is made, in milliseconds: several files are often written at once. */
const pause = 100;
/** So long after a path led nowhere it is tried again. */
const retry = 1000;

/**
 * Answers, and answers anew whenever what `paths` lead to reads otherwise, until somebody interrupts; answers the exit code of the last
 * answer. Throws `Misuse` where there is no first answer; a later one that cannot be given is named on standard error and counts as 2.
 */
export async function atEveryChange(paths: readonly string[], settings: Settings, answer: Answer): Promise<number> {
  const signal = interruption();
  const changes = changesUntil(signal);
  const watched = watchedReading(paths, settings, changes.tell);
  try {
    let last = await first(await watched.read(), answer);
    while (await changes.next()) {
      try {
        last = await renewed(last, await watched.read(), answer);
      } catch (error) {
        last = lost(last, error);
        await wait(retry, undefined, { signal }).catch(() => undefined);
        changes.tell();
      }
    }
    return last.code;
  } finally {
    watched.close();
  }
}

async function first(reading: Reading, answer: Answer): Promise<Answered> {
  nameFaults(reading);
  const answered = await answer(reading);
  remark(reading.language, waitingForChanges[reading.language]);
  return answered;
}

async function renewed(last: Answered, reading: Reading, answer: Answer): Promise<Answered> {
  const changed = changedBetween(last.reading, reading);
  if (changed.length === 0) return last;
  nameFaults(reading);
  remark(reading.language, changedFiles(listed(reading.language, changed))[reading.language]);
  print('\n');
  return answer(reading);
}

/** What the paths led to is gone, so that all of it is new when it is there again. */
function lost({ reading }: Answered, error: unknown): Answered {
  if (!(error instanceof Misuse)) throw error;
  if (reading.projects.length > 0) remark(reading.language, error.says[reading.language]);
  return { code: 2, reading: { ...reading, projects: [] } };
}

/** Aborted when somebody ends the program; who does so again ends it at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** `next` waits until a change has been told since it last answered; it answers false once `signal` is aborted. */
function changesUntil(signal: AbortSignal) {
  let [isTold, wake] = [false, () => {}];
  signal.addEventListener('abort', () => wake());
  return {
    tell(): void {
      isTold = true;
      wake();
    },
    async next(): Promise<boolean> {
      if (!isTold && !signal.aborted)
        await new Promise<void>((resolved) => {
          wake = resolved;
        });
      await wait(pause, undefined, { signal }).catch(() => undefined);
      isTold = false;
      return !signal.aborted;
    },
  };
}

/** Reads what `paths` lead to, and tells of every change since. */
function watchedReading(paths: readonly string[], settings: Settings, onChange: () => void) {
  const config = settings.config === null ? [] : [resolve(settings.config)];
  const around = [...paths.filter((path) => !isCollabFile(path)).map((path) => resolve(path)), ...config.map((path) => dirname(path))];
  const watched = watching(
    config.map((path) => basename(path)),
    onChange,
  );
  const watch = (folders: readonly string[]): void => {
    try {
      watched.renew(folders);
    } catch (error) {
      throw new Misuse(codeOf(error) === 'ENOSPC' ? tooManyWatched : cannotWatch(reasonOf(error)), { cause: error });
    }
  };
  return {
    close: watched.close,
    /** Folders are watched before they are read, so that no change is missed. */
    async read(): Promise<Reading> {
      for (let folders: readonly string[] = around; ; ) {
        watch(folders);
        const reading = await read(paths, settings);
        const found = [...around, ...reading.projects.flatMap(({ asked }) => asked.project.folders)];
        if (found.every((folder) => folders.includes(folder))) return reading;
        folders = found;
      }
    },
  };
}

/** The files, as seen from where the command runs, that are not what they were. */
function changedBetween(before: Reading, now: Reading): readonly string[] {
  const [then, those] = [textsOf(before), textsOf(now)];
  const paths = [...new Set([...then.keys(), ...those.keys()])];
  return paths.filter((path) => then.get(path) !== those.get(path));
}

/** By path; what cannot be read has none. */
function textsOf({ projects }: Reading): ReadonlyMap<string, string> {
  return new Map(
    projects.flatMap((loaded) => {
      const { configText, configPath, asked } = loaded;
      const texts = asked.project.files.map(({ path, text }) => [shownPath(loaded, path), text] as const);
      return configText === null ? texts : [[shownPath(loaded, configPath), configText] as const, ...texts];
    }),
  );
}
