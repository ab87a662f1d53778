import { type ParseError, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import type { z } from 'zod';
import type { Localised } from '../text/localised';
import { nearest } from '../text/nearest';
import type { ConfigProblem } from './parse';

/** What is wrong with a value that is not of its schema. */
export function messageOf(issue: z.core.$ZodIssue): Localised {
  if (issue.code === 'invalid_type') return expected(issue.expected);
  if (issue.code === 'invalid_format') return expected('date');
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  if (issue.code === 'too_small') return { en: `expected ${issue.minimum} or more`, fr: `il faut ici ${issue.minimum} ou plus` };
  if (issue.code === 'too_big') return { en: `expected ${issue.maximum} or less`, fr: `il faut ici ${issue.maximum} ou moins` };
  return expected('setting');
}

export function expected(what: string): Localised {
  const value = values[what] ?? { en: what, fr: what };
  return { en: `expected ${value.en}`, fr: `il faut ici ${value.fr}` };
}

/** A key that is none of `known`: a slip, or one that a newer version brings. */
export function unknownKey(key: string, known: readonly string[]): Localised {
  const [meant] = nearest(key, known);
  if (meant !== undefined) {
    return {
      en: `“${key}” is no key that can stand here: is “${meant}” meant?`,
      fr: `la clé « ${key} » n’existe pas ici : s’agit-il de « ${meant} » ?`,
    };
  }
  return {
    en: `“${key}” is no key that this version of Collab knows here; it knows ${known.map((each) => `“${each}”`).join(', ')}`,
    fr: `cette version de Collab ne connaît pas ici la clé « ${key} » ; elle connaît ${known.map((each) => `« ${each} »`).join(', ')}`,
  };
}

export function repeatedKey(key: string): Localised {
  return { en: `“${key}” stands here a second time`, fr: `la clé « ${key} » figure ici une seconde fois` };
}

export const tooDeep: Localised = {
  en: 'this is nested too deeply to be a configuration',
  fr: 'ce fichier comporte trop de niveaux imbriqués pour être une configuration',
};

/** Why `text` cannot be read at all, and where. */
export function unreadable(text: string, error: ParseError): ConfigProblem {
  const at = { start: error.offset, end: error.offset + error.length };
  if (text.trim() === '') return { span: { start: 0, end: 0 }, message: syntax.empty };
  const comma = /,\s*$/.exec(text.slice(0, at.start));
  if (comma && /[}\]]/.test(text.charAt(at.start))) return { span: { start: comma.index, end: comma.index + 1 }, message: syntax.comma };
  return { span: at, message: syntaxMessage(text, error) };
}

function syntaxMessage(text: string, { error, offset }: ParseError): Localised {
  if (text.charAt(offset) === '\uFFFD') return syntax.encoding;
  if (!/^\s*[[{]/.test(text)) return syntax.noJson;
  if (/['‘’“”«»\p{L}]/u.test(text.charAt(offset))) return syntax.quotes;
  return byCode[printParseErrorCode(error)] ?? syntax.invalid;
}

const syntax = {
  empty: { en: 'the file is empty: the least that it holds is { }', fr: 'le fichier est vide : il contient au moins { }' },
  comma: { en: 'nothing follows this comma: remove it', fr: 'rien ne suit cette virgule : il faut la supprimer' },
  encoding: {
    en: 'a character that cannot be read: save the file as UTF-8',
    fr: 'un caractère illisible : enregistrez le fichier en UTF-8',
  },
  noJson: { en: 'this is not JSON: the file starts with “{”', fr: 'ceci n’est pas du JSON : le fichier commence par « { »' },
  quotes: { en: 'texts stand between straight quotes, "…"', fr: 'les textes s’écrivent entre guillemets droits, "…"' },
  invalid: { en: 'this is not valid JSON', fr: 'ceci n’est pas du JSON valide' },
} satisfies Readonly<Record<string, Localised>>;

const byCode: Readonly<Record<string, Localised>> = {
  PropertyNameExpected: { en: 'expected a key in quotes', fr: 'il faut ici une clé entre guillemets droits' },
  ValueExpected: { en: 'expected a value', fr: 'il manque une valeur' },
  ColonExpected: { en: 'expected “:”', fr: 'il manque « : »' },
  CommaExpected: { en: 'expected “,”', fr: 'il manque « , »' },
  CloseBraceExpected: { en: 'expected “}”', fr: 'il manque « } »' },
  CloseBracketExpected: { en: 'expected “]”', fr: 'il manque « ] »' },
  EndOfFileExpected: { en: 'nothing can follow the end of the object', fr: 'rien ne peut suivre la fin de l’objet' },
  InvalidCommentToken: {
    en: 'JSON has no comments: remove this one',
    fr: 'le JSON n’admet pas de commentaires : il faut supprimer celui-ci',
  },
  UnexpectedEndOfString: { en: 'this text is not closed', fr: 'ce texte n’est pas refermé' },
  InvalidEscapeCharacter: {
    en: 'a backslash in a text is written twice, \\\\',
    fr: 'dans un texte, une barre oblique inverse s’écrit deux fois, \\\\',
  },
};

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

function oneOf(words: readonly string[]): Localised {
  const list = words.map((word) => `"${word}"`).join(', ');
  return { en: `expected one of ${list}`, fr: `il faut ici l’une de ces valeurs : ${list}` };
}
