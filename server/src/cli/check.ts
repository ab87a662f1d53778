import { toJson } from '../reports/render/json';
import { type CheckAnswer, checkAnswer, isAtLeast } from '../rules/answer';
import type { Severity } from '../rules/rule';
import { findingsText, type Judged, summaryText } from './checkText';
import { painter, print } from './output';
import { judge, type Reading, readAsked } from './projects';
import type { Settings } from './settings';

export const checkFormats = ['text', 'json'] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  /** The mildest finding that makes the exit code 1. */
  readonly failOn: Severity | 'never';
}

/** Prints every finding in what `paths` lead to; answers the exit code. */
export async function check(paths: readonly string[], { format, failOn }: CheckOptions, settings: Settings): Promise<number> {
  const reading = await readAsked(paths, settings);
  const judged = reading.projects.map((loaded) => ({ loaded, checked: judge(loaded, settings) }));
  print(format === 'json' ? json(judged) : text(judged, reading, settings));
  if (!reading.isSound) return 2;
  const fails = failOn !== 'never' && judged.some(({ checked }) => checked.findings.some(({ severity }) => isAtLeast(severity, failOn)));
  return fails ? 1 : 0;
}

/** One answer; of several projects each, with its folder, in a list. */
function json(judged: readonly Judged[]): string {
  const [only, ...more] = judged;
  return toJson(only && more.length === 0 ? answerTo(only) : judged.map(inFolder));
}

function inFolder(judged: Judged): object {
  const { version, ...rest } = answerTo(judged);
  return { version, project: judged.loaded.asked.folder, ...rest };
}

function answerTo({ loaded, checked }: Judged): CheckAnswer {
  return checkAnswer(checked, loaded.language);
}

function text(judged: readonly Judged[], { language }: Reading, { color }: Settings): string {
  const paint = painter(color);
  return judged.map((each) => findingsText(each, paint)).join('') + summaryText(judged, language, paint);
}
