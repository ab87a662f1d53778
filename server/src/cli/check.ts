import { toJson } from '../reports/render/json';
import { checkAnswer, detailedAnswer, isAtLeast } from '../rules/answer';
import type { Severity } from '../rules/rule';
import { type Answered, atEveryChange } from './atEveryChange';
import { compare, readBaseline, writeBaseline } from './baseline';
import { github } from './checkGithub';
import { junitXml } from './checkJunit';
import { sarif } from './checkSarif';
import { findingsText, type Judged, summaryText } from './checkText';
import { mend } from './mend';
import { Misuse } from './misuse';
import { painter, print, remark } from './output';
import { inFolder, judge, type Reading, readAsked } from './projects';
import { expiredEntry, severalForBaseline, vanishedEntry, watchedAsText } from './sentences';
import type { Settings } from './settings';

export const checkFormats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  /** The mildest finding that makes the exit code 1. */
  readonly failOn: Severity | 'never';
  /** A file of known findings, which do not count. */
  readonly baseline?: string;
  /** The file to record the findings in. */
  readonly writeBaseline?: string;
  /** In JSON, say of each fix which findings it resolves and adds. */
  readonly verbose?: true;
  /** Write the fixes that are certain into the files first. */
  readonly fix?: true;
  /** Answer anew at every change, until somebody interrupts. */
  readonly watch?: true;
}

/** Prints every finding in what `paths` lead to; answers the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, settings: Settings): Promise<number> {
  if (!options.watch) return (await checkOnce(await readAsked(paths, settings), options, settings)).code;
  if (options.format !== 'text') throw new Misuse(watchedAsText(options.format));
  return atEveryChange(paths, settings, (reading) => checkOnce(reading, options, settings));
}

async function checkOnce(asFound: Reading, options: CheckOptions, settings: Settings): Promise<Answered> {
  const reading = options.fix ? await mend(asFound, settings) : asFound;
  return { code: await checkCode(reading, options, settings), reading };
}

async function checkCode(reading: Reading, options: CheckOptions, settings: Settings): Promise<number> {
  const all = reading.projects.map((loaded): Judged => ({ loaded, checked: judge(loaded, settings) }));
  const judged = await withBaseline(all, options);
  print(answer(judged, reading, options, settings));
  if (!reading.isSound) return 2;
  const { failOn } = options;
  const fails = failOn !== 'never' && judged.some(({ checked }) => checked.findings.some(({ severity }) => isAtLeast(severity, failOn)));
  return fails ? 1 : 0;
}

function answer(judged: readonly Judged[], reading: Reading, { format, failOn, verbose }: CheckOptions, settings: Settings): string {
  switch (format) {
    case 'text':
      return text(judged, reading, settings);
    case 'json':
      return json(judged, verbose ? detailedAnswer : checkAnswer);
    case 'sarif':
      return sarif(judged);
    case 'github':
      return github(judged);
    case 'junit':
      return junitXml(judged, failOn);
  }
}

/** Writes the baseline that is asked for, and leaves out the findings that one records. */
async function withBaseline(judged: readonly Judged[], { baseline, writeBaseline: target }: CheckOptions): Promise<readonly Judged[]> {
  const [only, ...more] = judged;
  if (!only || (baseline === undefined && target === undefined)) return judged;
  if (more.length > 0) throw new Misuse(severalForBaseline(judged.map(({ loaded }) => loaded.asked.folder)));
  const { findings, today } = only.checked;
  if (target !== undefined) await writeBaseline(target, findings, today);
  if (baseline === undefined) return judged;
  const compared = compare(findings, await readBaseline(baseline), today);
  const { language } = only.loaded;
  for (const { rule, subjects, owner, expires } of compared.expired)
    remark(language, expiredEntry(rule, subjects[0] ?? rule, owner, expires)[language]);
  for (const { rule, subjects } of compared.vanished) remark(language, vanishedEntry(rule, subjects[0] ?? rule)[language]);
  return [{ ...only, checked: { ...only.checked, findings: compared.counted } }];
}

/** One answer; of several projects each, with its folder, in a list. */
function json(judged: readonly Judged[], answerOf: typeof checkAnswer | typeof detailedAnswer): string {
  const [only, ...more] = judged;
  if (only && more.length === 0) return toJson(answerOf(only.checked, only.loaded.language));
  return toJson(judged.map(({ loaded, checked }) => inFolder(answerOf(checked, loaded.language), loaded)));
}

function text(judged: readonly Judged[], { language }: Reading, { color }: Settings): string {
  const paint = painter(color);
  return judged.map((each) => findingsText(each, paint)).join('') + summaryText(judged, language, paint);
}
