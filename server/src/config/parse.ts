import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import type { z } from 'zod';
import type { Localised } from '../text/localised';
import type { Span } from '../text/span';
import { type Config, type Configurable, configSchema, defaultConfig, type RuleSetting, ruleSchema } from './config';

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
  const errors: ParseError[] = [];
  // A byte-order mark is no JSON; a space in its place keeps every offset.
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  const [error] = errors;
  if (error) return broken({ span: { start: error.offset, end: error.offset + error.length }, message: syntaxMessage(error) });
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
  if (!written.success || issues.length > 0) {
    const problems = issues.flatMap((each) => problemsOf(each, tree)).sort((a, b) => a.span.start - b.span.start);
    return { config: defaultConfig, problems, unknownRules };
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

function problemsOf({ issue, path }: Issue, tree: Node): readonly ConfigProblem[] {
  const at = path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ span: keyAt(tree, [...at, key]), message: unknownKey(key) }));
  }
  if (issue.code === 'invalid_union') {
    // The alternatives are told apart by what stands there: the one that does not fail at its very start is meant.
    const meant = issue.errors.find((errors) => errors.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
    if (meant) return meant.flatMap((inner) => problemsOf({ issue: inner, path: [...path, ...inner.path] }, tree));
  }
  return [{ span: valueAt(tree, at), message: messageOf(issue) }];
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

function messageOf(issue: z.core.$ZodIssue): Localised {
  if (issue.code === 'invalid_type') return expected(issue.expected);
  if (issue.code === 'invalid_format') return expected('date');
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  if (issue.code === 'too_small') return { en: `expected ${issue.minimum} or more`, fr: `il faut ici ${issue.minimum} ou plus` };
  if (issue.code === 'too_big') return { en: `expected ${issue.maximum} or less`, fr: `il faut ici ${issue.maximum} ou moins` };
  return expected('setting');
}

const values: Readonly<Record<string, Localised>> = {
  object: { en: 'an object { … }', fr: 'un objet { … }' },
  record: { en: 'an object { … }', fr: 'un objet { … }' },
  array: { en: 'a list [ … ]', fr: 'une liste [ … ]' },
  string: { en: 'a text in quotes', fr: 'un texte entre guillemets droits' },
  number: { en: 'a number', fr: 'un nombre' },
  date: { en: 'a date such as "2026-04-10"', fr: 'une date telle que "2026-04-10"' },
  setting: {
    en: '"off", "error", "warning", "info", "hint" or an object with a severity and options',
    fr: '"off", "error", "warning", "info", "hint" ou un objet avec une gravité et des options',
  },
};

function expected(what: string): Localised {
  const value = values[what] ?? { en: what, fr: what };
  return { en: `expected ${value.en}`, fr: `il faut ici ${value.fr}` };
}

function oneOf(words: readonly string[]): Localised {
  const list = words.map((word) => `"${word}"`).join(', ');
  return { en: `expected one of ${list}`, fr: `il faut ici l’une de ces valeurs : ${list}` };
}

function unknownKey(key: string): Localised {
  return { en: `“${key}” is no key that can stand here`, fr: `la clé « ${key} » n’existe pas ici` };
}

function syntaxMessage({ error }: ParseError): Localised {
  const known = syntaxMessages[printParseErrorCode(error)];
  return known ?? { en: 'this is not valid JSON', fr: 'ceci n’est pas du JSON valide' };
}

const syntaxMessages: Readonly<Record<string, Localised>> = {
  PropertyNameExpected: { en: 'expected a key in quotes', fr: 'il faut ici une clé entre guillemets droits' },
  ValueExpected: { en: 'expected a value', fr: 'il manque une valeur' },
  ColonExpected: { en: 'expected “:”', fr: 'il manque « : »' },
  CommaExpected: { en: 'expected “,”', fr: 'il manque « , »' },
  CloseBraceExpected: { en: 'expected “}”', fr: 'il manque « } »' },
  CloseBracketExpected: { en: 'expected “]”', fr: 'il manque « ] »' },
  EndOfFileExpected: { en: 'nothing can follow the end of the object', fr: 'rien ne peut suivre la fin de l’objet' },
  InvalidCommentToken: { en: 'JSON has no comments', fr: 'le JSON n’admet pas de commentaires' },
  UnexpectedEndOfString: { en: 'this text is not closed', fr: 'ce texte n’est pas refermé' },
};
