import type { Checked } from '../rules/answer';
import { judge, type Loaded, readOne } from './projects';
import type { Settings } from './settings';

/** The one project that `path` leads to, all of it, whatever part of it is asked about. */
export interface OneProject {
  readonly loaded: Loaded;
  readonly checked: Checked;
  /** Could all of it be read, and is its configuration valid? */
  readonly isSound: boolean;
}

/** Throws `Misuse` where `path` leads to several projects, and is the folder of none. */
export async function oneProject(path: string, settings: Settings): Promise<OneProject> {
  const { loaded: found, isSound } = await readOne(path, settings, severalProjects);
  const loaded: Loaded = { ...found, asked: { ...found.asked, only: null } };
  return { loaded, checked: judge(loaded, settings), isSound };
}

function severalProjects(folders: readonly string[]) {
  const list = folders.join(', ');
  return {
    en: `one project is planned at a time, and there are ${folders.length}: name one of ${list}`,
    fr: `un seul projet se planifie à la fois, et il y en a ${folders.length} : indiquez l’un de ceux-ci : ${list}`,
  };
}
