import { posix, resolve } from 'node:path';
import { configFile } from '../config/config';
import { type Configured, parseConfig, unconfigured } from '../config/parse';
import { notThere } from '../host/failure';
import { pathFrom } from '../host/scope';
import { readText } from '../host/texts';
import { dateOf, dayOf, today } from '../model/calendar';
import { Snapshot } from '../model/snapshot';
import type { Checked } from '../rules/answer';
import { rules } from '../rules/catalogue';
import { checkProject, fixesOf } from '../rules/check';
import { effectOf } from '../rules/effect';
import type { AnyRule, Finding } from '../rules/rule';
import { LineIndex } from '../text/lineIndex';
import type { Language, Localised } from '../text/localised';
import { type Asked, asked, isAsked } from './asked';
import { Misuse } from './misuse';
import { complain, remark } from './output';
import { systemLanguage } from './reader';
import { configNotValid, leftOutUnread, noConfigFile, ruleFailed } from './sentences';
import type { Settings } from './settings';

/** A project that is asked about, read, with what is in force in it. */
export interface Loaded {
  readonly asked: Asked;
  readonly configured: Configured;
  /** The configuration's text; null without one. */
  readonly configText: string | null;
  /** As seen from the project's folder. */
  readonly configPath: string;
  readonly language: Language;
}

/** What `paths` lead to. */
export interface Reading {
  /** In the order asked for. */
  readonly projects: readonly Loaded[];
  /** That of the first project: what is said of none of them is said in it. */
  readonly language: Language;
  /** What could not be read, and which configurations are not valid. */
  readonly faults: readonly Localised[];
  /** Are there none? */
  readonly isSound: boolean;
}

/** Reads what is asked about, and names on standard error what is wrong with it. Throws `Misuse` where a path leads nowhere. */
export async function readAsked(paths: readonly string[], settings: Settings): Promise<Reading> {
  const reading = await read(paths, settings);
  nameFaults(reading);
  return reading;
}

/** The same, without a word. */
export async function read(paths: readonly string[], settings: Settings): Promise<Reading> {
  const given = await givenConfig(settings);
  const found = await asked(paths, (own) => configuredBy(given?.text ?? own).config.exclude);
  const projects = found.map((each) => load(each, given, settings));
  const language = projects[0]?.language ?? settings.language ?? systemLanguage();
  const faults = projects.flatMap(faultsOf);
  return { projects, language, faults, isSound: faults.length === 0 };
}

/**
 * Reads the one project that `path` leads to: the only one there, else the one that starts there, without those below it.
 * Throws `Misuse` with what `several` says where there is none such.
 */
export async function readOne(
  path: string,
  settings: Settings,
  several: (folders: readonly string[]) => Localised,
): Promise<{ readonly loaded: Loaded; readonly isSound: boolean }> {
  const { projects } = await read([path], settings);
  const [first, ...more] = projects;
  const loaded = more.length > 0 ? projects.find(({ asked: { project } }) => project.root === resolve(path)) : first;
  if (!loaded) throw new Misuse(several(projects.map(({ asked: { folder } }) => folder)));
  const faults = faultsOf(loaded);
  nameFaults({ faults, language: loaded.language });
  return { loaded, isSound: faults.length === 0 };
}

/** An answer about a project as it stands among those about others. */
export function inFolder<Of extends { readonly version: 1 }>({ version, ...rest }: Of, { asked: { folder } }: Loaded) {
  return { version, project: folder, ...rest };
}

/** Says each fault once. */
export function nameFaults({ faults, language }: Pick<Reading, 'faults' | 'language'>): void {
  for (const fault of new Set(faults.map((says) => says[language]))) remark(language, fault);
}

/** `loaded` with other texts in the place of its own. */
export function withFiles(loaded: Loaded, files: readonly (readonly [path: string, text: string])[]): Loaded {
  const { asked: part } = loaded;
  return { ...loaded, asked: { ...part, project: { ...part.project, files: files.map(([path, text]) => ({ path, text })) } } };
}

/** The model of a project, and the findings in what is asked about; those in its configuration are always among them. */
export function judge({ asked: part, configured, configText, configPath, language }: Loaded, settings: Settings): Checked {
  const snapshot = Snapshot.of(part.project.files.map(({ path, text }) => [path, text] as const));
  const date = settings.today ?? configured.config.today;
  const day = (date === null ? null : dayOf(date)) ?? today();
  const watch = { onFault: ({ name }: AnyRule, error: unknown) => complain(language, ruleFailed(name), error, settings) };
  const { model, findings } = checkProject(snapshot, configured, day, watch);
  const standing = findings.map((finding) => inConfiguration(finding, configPath));
  return {
    model,
    today: dateOf(day),
    findings: standing.filter(({ found: { at } }) => at.file === configPath || isAsked(part, at.file)),
    linesOf: (file) => snapshot.files.get(file)?.lines ?? new LineIndex(file === configPath ? (configText ?? '') : ''),
    fixesOf: (finding, inLanguage) => fixesOf(finding, model, inLanguage, watch),
    effectOf: (edits) => effectOf({ model, findings }, edits, configured),
  };
}

/** The path of a project's file as seen from where the command runs. */
export function shownPath({ asked: { folder } }: Loaded, file: string): string {
  return posix.join(folder, file);
}

/** A configuration in place of every project's own. */
interface Given {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

async function givenConfig({ config }: Settings): Promise<Given | null> {
  if (config === null) return null;
  const path = resolve(config);
  const text = await readText(path);
  if (typeof text === 'string') return { path, text };
  throw new Misuse(noConfigFile(config, text?.reason ?? notThere));
}

function configuredBy(text: string | null): Configured {
  return text === null ? unconfigured : parseConfig(text, rules);
}

function load(part: Asked, given: Given | null, settings: Settings): Loaded {
  const configText = given?.text ?? part.project.config;
  const configured = configuredBy(configText);
  return {
    asked: part,
    configured,
    configText,
    configPath: given ? pathFrom(part.project.root, given.path) : configFile,
    language: settings.language ?? configured.config.language ?? systemLanguage(),
  };
}

/** What keeps the answer about a project from being whole. */
function faultsOf(loaded: Loaded): readonly Localised[] {
  const { asked: part, configured, configText, configPath } = loaded;
  const unread = part.project.unreadable.map(({ path, reason }) =>
    leftOutUnread(shownPath(loaded, pathFrom(part.project.root, path)), reason),
  );
  const [problem] = configured.problems;
  if (!problem) return unread;
  const line = new LineIndex(configText ?? '').lineOf(problem.span.start) + 1;
  return [...unread, configNotValid(shownPath(loaded, configPath), line, problem.message)];
}

/** The rules know the configuration by its usual name. */
function inConfiguration(finding: Finding, configPath: string): Finding {
  const { at } = finding.found;
  return at.file === configFile ? { ...finding, found: { ...finding.found, at: { ...at, file: configPath } } } : finding;
}
