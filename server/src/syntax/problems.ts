import type { Localised } from '../text/localised';
import type { Span } from '../text/span';

/** A departure from the grammar, said in the language's own words. */
export interface Problem {
  readonly span: Span;
  readonly message: Localised;
  /** What would mend it, where that is one small edit. */
  readonly fix?: Mend;
}

export interface Mend {
  readonly title: Localised;
  readonly span: Span;
  readonly text: string;
}

const say = (en: string, fr: string): Localised => ({ en, fr });
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const putIn = (text: string, at: number): Mend => ({
  title: say(`Insert ${text.trim()}`, `Insérer ${text.trim()}`),
  span: { start: at, end: at },
  text,
});
const replace = (span: Span, text: string): Mend => ({
  title: say(`Replace with ${shown(text)}`, `Remplacer par ${shown(text)}`),
  span,
  text,
});
const remove = (span: Span): Mend => ({ title: say('Remove', 'Supprimer'), span, text: '' });

/** What the grammar can ask for, as a reader would say it. */
export const expected = {
  name: say('a name', 'un nom'),
  ref: say('a name', 'un nom'),
  title: say('a title in quotes', 'un titre entre guillemets droits'),
  text: say('a text in quotes', 'un texte entre guillemets droits'),
  level: say('a level', 'un niveau'),
  date: say('a date such as 2026-04-02', 'une date telle que 2026-04-02'),
  duration: say('a duration such as 6d, 4h or 2w', 'une durée telle que 6d, 4h ou 2w'),
  capacity: say('a share such as 80% or a duration such as 4d per week', 'une part telle que 80% ou une durée telle que 4d per week'),
  number: say('a whole number', 'un nombre entier'),
  at: say('“at” and a level', '« at » et un niveau'),
  on: say('“on” and a date', '« on » et une date'),
  to: say('“to” and a date', '« to » et une date'),
  week: say('“per week”', '« per week »'),
  rule: say('a rule’s name or a pitfall', 'le nom d’une règle ou un écueil'),
  arrow: say('“->” or “<->”', '« -> » ou « <-> »'),
  stance: say('a stance', 'une posture'),
} as const satisfies Record<string, Localised>;

export type Expected = keyof typeof expected;

/** Something is missing after the text at `after`. */
export function missing(what: Expected, after: Span & { readonly text: string }): Problem {
  const it = expected[what];
  return {
    span: { start: after.start, end: after.end },
    message: say(`expected ${it.en} after “${shown(after.text)}”`, `il manque ${it.fr} après « ${shown(after.text)} »`),
  };
}

/** One token is missing, and which one is known. */
export function missingToken(token: string, after: Span & { readonly text: string }, insert: string): Problem {
  return {
    span: { start: after.start, end: after.end },
    message: say(`expected “${token}” after “${shown(after.text)}”`, `il manque « ${token} » après « ${shown(after.text)} »`),
    fix: putIn(insert, after.end),
  };
}

export function unexpected(span: Span, text: string): Problem {
  return { span, message: say(`“${shown(text)}” has no place here`, `« ${shown(text)} » n’a pas sa place ici`), fix: remove(span) };
}

/** A word that is none of the few that can stand here. */
export function oneOf(words: readonly string[], span: Span, text: string, nearest: string | undefined): Problem {
  return {
    span,
    message: say(`“${shown(text)}” is not one of ${words.join(', ')}`, `« ${shown(text)} » ne fait pas partie de : ${words.join(', ')}`),
    ...(nearest === undefined ? {} : { fix: replace(span, nearest) }),
  };
}

/** None of the few words that can stand after `after` does. */
export function missingWord(words: readonly string[], after: Span & { readonly text: string }): Problem {
  return {
    span: { start: after.start, end: after.end },
    message: say(
      `expected one of ${words.join(', ')} after “${shown(after.text)}”`,
      `il manque l’un de ces mots après « ${shown(after.text)} » : ${words.join(', ')}`,
    ),
  };
}

/** A word that opens nothing here, close to one that does. */
export function misspelt(span: Span, text: string, meant: string): Problem {
  return {
    span,
    message: say(
      `“${shown(text)}” is not a word of the language; did you mean “${meant}”?`,
      `« ${shown(text)} » n’est pas un mot du langage ; vouliez-vous écrire « ${meant} » ?`,
    ),
    fix: replace(span, meant),
  };
}

/** A word that opens no property of the block it stands in. */
export function noProperty(span: Span, text: string, kind: string): Problem {
  return {
    span,
    message: say(`“${shown(text)}” is not a property of “${kind}”`, `« ${shown(text)} » n’est pas une propriété de « ${kind} »`),
  };
}

/** Nothing at the top of a file starts like this. */
export function noDeclaration(span: Span, text: string): Problem {
  return {
    span,
    message: say(
      `“${shown(text)}” opens no declaration: one starts with a word such as member, task or link`,
      `« ${shown(text)} » n’ouvre aucune déclaration : une déclaration commence par un mot tel que member, task ou link`,
    ),
  };
}

/** A text that goes without its quotes up to the end of the line. */
export function unquoted(span: Span, text: string): Problem {
  return {
    span,
    message: say('a text stands between straight quotes', 'un texte s’écrit entre guillemets droits'),
    fix: replace(span, `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`),
  };
}

export function multilineTitle(span: Span): Problem {
  return {
    span,
    message: say(
      'expected a title on one line, in straight quotes "…"',
      'il faut ici un titre sur une seule ligne, entre guillemets droits "…"',
    ),
  };
}

export function brokenArrow(span: Span, text: string): Problem {
  return {
    span,
    message: say(
      `“${shown(text)}” is no arrow: a link is drawn with -> or <->`,
      `« ${shown(text)} » n’est pas une flèche : un lien s’écrit avec -> ou <->`,
    ),
    ...(text.startsWith('<') ? {} : { fix: replace(span, '->') }),
  };
}

export function trailingComma(span: Span): Problem {
  return { span, message: say('a comma with nothing after it', 'une virgule que rien ne suit'), fix: remove(span) };
}

export function unclosedBlock(open: Span, end: number): Problem {
  return { span: open, message: say('this “{” is not closed', 'ce « { » n’est pas refermé'), fix: putIn('\n}', end) };
}

export function extraBrace(span: Span): Problem {
  return { span, message: say('this “}” closes nothing', 'ce « } » ne referme rien'), fix: remove(span) };
}

export function reservedName(span: Span, text: string): Problem {
  return {
    span,
    message: say(`“${text}” is a reserved word and cannot be a name`, `« ${text} » est un mot réservé et ne peut pas servir de nom`),
  };
}

export function spacedDot(span: Span, whole: string): Problem {
  return {
    span,
    message: say('the dot goes without spaces around it', 'le point s’écrit sans espace avant ni après'),
    fix: replace(span, whole),
  };
}

export function misplaced(span: Span, word: string, before: string): Problem {
  return { span, message: say(`“${word}” stands before ${before}`, `« ${word} » se place avant ${before}`) };
}

export function unclosedTitle(span: Span): Problem {
  return {
    span,
    message: say('this title is not closed at the end of its line', 'ce titre n’est pas refermé à la fin de sa ligne'),
    fix: putIn('"', span.end),
  };
}

export function badEscape(span: Span, text: string): Problem {
  return {
    span,
    message: say(
      `“${text}” means nothing in a title: only \\" \\\\ \\n \\t do`,
      `« ${text} » ne veut rien dire dans un titre : seuls \\" \\\\ \\n \\t sont admis`,
    ),
    fix: putIn('\\', span.start),
  };
}

export function curlyQuotes(span: Span, straight: string): Problem {
  return {
    span,
    message: say('a title stands between straight quotes "…"', 'un titre s’écrit entre guillemets droits "…"'),
    fix: replace(span, straight),
  };
}

export function unclosedTextBlock(open: Span, end: number): Problem {
  return { span: open, message: say('this text is not closed by """', 'ce texte n’est pas refermé par """'), fix: putIn('\n"""\n', end) };
}

export function unclosedComment(open: Span, end: number): Problem {
  return {
    span: open,
    message: say('this comment is not closed by */', 'ce commentaire n’est pas refermé par */'),
    fix: putIn(' */', end),
  };
}

/** A run of digits and letters that is no date, duration, share or number; `meant` is what it should read. */
export function malformed(span: Span, text: string, meant: string): Problem {
  return {
    span,
    message: say(`“${shown(text)}” should read “${meant}”`, `« ${shown(text)} » devrait s’écrire « ${meant} »`),
    fix: replace(span, meant),
  };
}

export function noWholeNumber(span: Span, text: string): Problem {
  return { span, message: say(`“${shown(text)}” is not a whole number`, `« ${shown(text)} » n’est pas un nombre entier`) };
}

export function digitFirst(span: Span, text: string): Problem {
  return {
    span,
    message: say(
      `“${shown(text)}” is neither a date, a duration, a share nor a number, and a name starts with a letter`,
      `« ${shown(text)} » n’est ni une date, ni une durée, ni une part, ni un nombre, et un nom commence par une lettre`,
    ),
  };
}

export function unreadable(span: Span): Problem {
  return {
    span,
    message: say('a character that cannot be read: save the file as UTF-8', 'un caractère illisible : enregistrez le fichier en UTF-8'),
  };
}

export function notText(span: Span): Problem {
  return { span, message: say('this is not a text file', 'ce fichier n’est pas un fichier texte') };
}
