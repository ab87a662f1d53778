import { join } from 'node:path';
import { certainFixes, editsOf } from '../features/actions/mending';
import { reasonOf } from '../host/failure';
import { readText, replaceText } from '../host/texts';
import type { SourceFile } from '../model/snapshot';
import type { Fix } from '../rules/rule';
import { applyEdits } from '../text/edit';
import { endingAlike } from '../text/lineEnds';
import type { Localised } from '../text/localised';
import { remark } from './output';
import { judge, type Loaded, type Reading, shownPath, withFiles } from './projects';
import { cannotWrite, changedMeanwhile, leftAsIs, mendedFile, nothingMended } from './sentences';
import type { Settings } from './settings';

/**
 * Writes every fix that is certain into the files that are asked about, each once, and says on standard error how many in which;
 * answers what they hold then. What a fix brings to light is not mended. A file that cannot be written whole stays as it is.
 */
export async function mend(reading: Reading, settings: Settings): Promise<Reading> {
  const projects: Loaded[] = [];
  let [isSound, count] = [reading.isSound, 0];
  for (const loaded of reading.projects) {
    const written = new Map<string, string>();
    for (const { file, fixes } of mendable(loaded, settings)) {
      const text = await mendFile(loaded, file, fixes);
      if (text === null) isSound = false;
      else written.set(file.path, text);
    }
    count += written.size;
    projects.push(
      withFiles(
        loaded,
        loaded.asked.project.files.map(({ path, text }) => [path, written.get(path) ?? text]),
      ),
    );
  }
  if (count === 0 && isSound) remark(reading.language, nothingMended[reading.language]);
  return { ...reading, projects, isSound };
}

interface Mendable {
  readonly file: SourceFile;
  /** At least one. */
  readonly fixes: readonly Fix[];
}

function mendable(loaded: Loaded, settings: Settings): readonly Mendable[] {
  // What a configuration that is not valid excludes is not known, and must not be written to.
  if (loaded.configured.problems.length > 0) return [];
  const { language } = loaded;
  const checked = judge(loaded, settings);
  return [...checked.model.snapshot.files.values()].flatMap((file) => {
    const fixes = certainFixes(file.path, { checked, language, watch: {} });
    return fixes.length > 0 ? [{ file, fixes }] : [];
  });
}

/** What the file holds now; null where it stays as it is, and standard error says why. */
async function mendFile(loaded: Loaded, file: SourceFile, fixes: readonly Fix[]): Promise<string | null> {
  const { language } = loaded;
  const shown = shownPath(loaded, file.path);
  const place = join(loaded.asked.project.root, file.path);
  const mended = applyEdits(file.text, endingAlike(file.text, editsOf(fixes)));
  const obstacle = (await obstacleAt(place, shown, file)) ?? (await replaced(place, shown, mended));
  remark(language, (obstacle ?? mendedFile(shown, fixes.length))[language]);
  return obstacle ? null : mended;
}

/** Why writing the file would lose something; null where it would not. */
async function obstacleAt(place: string, shown: string, { text, lines, tree }: SourceFile): Promise<Localised | null> {
  const unread = tree.problems.find(({ span }) => text.charAt(span.start) === '\uFFFD');
  if (unread) return leftAsIs(shown, lines.lineOf(unread.span.start) + 1, unread.message);
  return (await readText(place)) === text ? null : changedMeanwhile(shown);
}

/** Why the file could not be written; null where it was. */
async function replaced(place: string, shown: string, text: string): Promise<Localised | null> {
  try {
    await replaceText(place, text);
    return null;
  } catch (error) {
    return cannotWrite(shown, reasonOf(error));
  }
}
