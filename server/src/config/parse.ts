import { findNodeAtLocation, getNodeValue, type JSONPath, type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { z } from 'zod';
import type { Localised } from '../text/localised';
import type { Span } from '../text/span';
import { type Config, type Configurable, configSchema, defaultConfig, type RuleSetting, ruleSchema } from './config';
import { expected, messageOf, repeatedKey, tooDeep, unknownKey, unreadable } from './sentences';

/** What is wrong with a `collab.config.json`, and where. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Localised;
}

/** A rule that the configuration names and that does not exist. */
export interface UnknownRule {
  /** Of its key, quotes included. */
  readonly span: Span;
  readonly rule: string;
}

/** A `collab.config.json` as it was read. */
export interface Configured {
  /** The defaults where something is wrong with the file. */
  readonly config: Config;
  /** For one of these nothing of the file is in force. In text order. */
  readonly problems: readonly ConfigProblem[];
  readonly unknownRules: readonly UnknownRule[];
}

/** A project without `collab.config.json`. */
export const unconfigured: Configured = { config: defaultConfig, problems: [], unknownRules: [] };

/** What the text of a `collab.config.json` asks for, of `rules` among other things. */
export function parseConfig(text: string, rules: readonly Configurable[]): Configured {
  try {
    // A byte-order mark is no JSON; a space in its place keeps every offset.
    return read(text.replace(/^\uFEFF/, ' '), rules);
  } catch (error) {
    if (error instanceof RangeError) return broken({ span: { start: 0, end: text.length }, message: tooDeep });
    throw error;
  }
}

function read(text: string, rules: readonly Configurable[]): Configured {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error) return broken(unreadable(text, error));
  if (!tree) return broken({ span: { start: 0, end: 0 }, message: expected('object') });

  const written = configSchema.safeParse(getNodeValue(tree));
  const asked = written.success ? (written.data.rules ?? {}) : rulesIn(tree);
  const settings = new Map<string, RuleSetting>();
  const issues: Issue[] = written.success ? [] : written.error.issues.map((issue) => ({ issue, path: issue.path }));
  for (const rule of rules) {
    if (!Object.hasOwn(asked, rule.name)) continue;
    const setting = ruleSchema(rule).safeParse(asked[rule.name]);
    if (setting.success) settings.set(rule.name, setting.data);
    else issues.push(...setting.error.issues.map((issue) => ({ issue, path: ['rules', rule.name, ...issue.path] })));
  }

  const known = new Set(rules.map(({ name }) => name));
  const unknownRules = Object.keys(asked)
    .filter((name) => !known.has(name))
    .map((rule) => ({ rule, span: keyAt(tree, ['rules', rule]) }));
  const problems = [...repeatsIn(tree), ...issues.flatMap((each) => problemsOf(each, tree, rules))];
  if (!written.success || problems.length > 0) {
    return { config: defaultConfig, problems: problems.sort((a, b) => a.span.start - b.span.start), unknownRules };
  }
  return { config: configOf(written.data, settings), problems: [], unknownRules };
}

function broken(problem: ConfigProblem): Configured {
  return { config: defaultConfig, problems: [problem], unknownRules: [] };
}

function configOf(written: z.infer<typeof configSchema>, rules: ReadonlyMap<string, RuleSetting>): Config {
  return {
    today: written.today ?? null,
    language: written.language ?? null,
    exclude: written.exclude ?? [],
    rules,
    report: { audience: written.report?.audience ?? null, format: written.report?.format ?? null },
  };
}

/** What a file that is not valid as a whole says of rules. */
function rulesIn(tree: Node): Readonly<Record<string, unknown>> {
  const node = findNodeAtLocation(tree, ['rules']);
  return node?.type === 'object' ? getNodeValue(node) : {};
}

interface Issue {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** The keys that stand in one object a second time: JSON would take the last of them in silence. */
function repeatsIn(node: Node): readonly ConfigProblem[] {
  const known = new Set<string>();
  return (node.children ?? []).flatMap((child) => {
    const key: string | undefined = child.type === 'property' ? child.children?.[0]?.value : undefined;
    const repeats = key !== undefined && known.has(key) ? [{ span: spanOf(child.children?.[0] ?? child), message: repeatedKey(key) }] : [];
    if (key !== undefined) known.add(key);
    return [...repeats, ...repeatsIn(child)];
  });
}

function problemsOf({ issue, path }: Issue, tree: Node, rules: readonly Configurable[]): readonly ConfigProblem[] {
  const at = path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ span: keyAt(tree, [...at, key]), message: unknownKey(key, keysAt(at, rules)) }));
  }
  if (issue.code === 'invalid_union') {
    // The alternatives are told apart by what stands there: the one that does not fail at its very start is meant.
    const meant = issue.errors.find((errors) => errors.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
    if (meant) return meant.flatMap((inner) => problemsOf({ issue: inner, path: [...path, ...inner.path] }, tree, rules));
  }
  return [{ span: valueAt(tree, at), message: messageOf(issue) }];
}

/** The keys that can stand in the object at `path`. */
function keysAt([first, rule]: readonly (string | number)[], rules: readonly Configurable[]): readonly string[] {
  if (first === undefined) return Object.keys(configSchema.shape);
  if (first === 'report') return Object.keys(configSchema.shape.report.unwrap().shape);
  return ['severity', ...Object.keys(rules.find(({ name }) => name === rule)?.options ?? {})];
}

function keyAt(tree: Node, path: JSONPath): Span {
  const key = findNodeAtLocation(tree, path)?.parent?.children?.[0];
  return spanOf(key ?? tree);
}

function valueAt(tree: Node, path: JSONPath): Span {
  return spanOf(findNodeAtLocation(tree, path) ?? tree);
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}
