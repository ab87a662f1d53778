import { join } from 'node:path';
import { reasonOf } from '../host/failure';
import { decode, markOf, replaceText } from '../host/texts';
import { parse } from '../syntax/parse';
import { print as canonical } from '../syntax/print';
import type { Problem } from '../syntax/problems';
import { LineIndex } from '../text/lineIndex';
import type { Language } from '../text/localised';
import { isAsked } from './asked';
import { Misuse } from './misuse';
import { print, remark } from './output';
import { type Reading, readAsked, shownPath } from './projects';
import { systemLanguage } from './reader';
import { cannotWrite, inputAlone, leftAsIs, standardInput } from './sentences';
import type { Settings } from './settings';

export interface FormatOptions {
  readonly mode: 'write' | 'check';
}

/**
 * Puts files in the canonical layout and prints the paths of those that change; to check, writes nothing and answers 1 where one would.
 * Answers the exit code: 1 also where a file with a syntax error was left as it is.
 */
export async function format(paths: readonly string[], { mode }: FormatOptions, settings: Settings): Promise<number> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new Misuse(inputAlone);
    return formatInput(mode, settings.language ?? systemLanguage());
  }
  const reading = await readAsked(paths, settings);
  // What a configuration that is not valid excludes is not known, and must not be written to.
  if (reading.projects.some(({ configured }) => configured.problems.length > 0)) return 2;
  const code = await formatFiles(reading, mode);
  return reading.isSound ? code : 2;
}

async function formatFiles({ projects, language }: Reading, mode: FormatOptions['mode']): Promise<number> {
  let code = 0;
  for (const loaded of projects) {
    const { project } = loaded.asked;
    for (const { path, text } of project.files.filter((file) => isAsked(loaded.asked, file.path))) {
      const shown = shownPath(loaded, path);
      const tree = parse(text);
      const [problem] = tree.problems;
      if (problem) {
        name(problem, shown, text, language);
        code = 1;
        continue;
      }
      const formatted = canonical(text, tree);
      if (formatted === text) continue;
      if (mode === 'check') code = 1;
      else await write(join(project.root, path), formatted, shown);
      print(`${shown}\n`);
    }
  }
  return code;
}

async function formatInput(mode: FormatOptions['mode'], language: Language): Promise<number> {
  const bytes = await readInput();
  const text = decode(bytes);
  const tree = parse(text);
  const [problem] = tree.problems;
  if (problem) {
    name(problem, standardInput[language], text, language);
    if (mode === 'write') process.stdout.write(bytes);
    return 1;
  }
  const formatted = canonical(text, tree);
  if (mode === 'write') print(markOf(bytes) + formatted);
  return mode === 'check' && formatted !== text ? 1 : 0;
}

function name({ span, message }: Problem, path: string, text: string, language: Language): void {
  const line = new LineIndex(text).lineOf(span.start) + 1;
  remark(language, leftAsIs(path, line, message)[language]);
}

async function write(path: string, text: string, shown: string): Promise<void> {
  try {
    await replaceText(path, text);
  } catch (error) {
    throw new Misuse(cannotWrite(shown, reasonOf(error)), { cause: error });
  }
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
