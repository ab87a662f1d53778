import { type CustomPatternMatcherFunc, createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Span } from '../text/span';
import { malformedFigure } from './figures';
import type { Problem } from './problems';
import * as problems from './problems';
import { blockText, titleText, unclosedTitleEnd } from './texts';
import { isReserved } from './vocabulary';

/** Any token of the language: what the grammar skips is one of these. */
export const Any = createToken({ name: 'Any', pattern: Lexer.NA });

const figure =
  /\d+\s+%|\d[\p{L}\p{M}\p{Nd}_%]*(?:(?:[.-](?=[\p{L}\p{Nd}_])|,(?=\d)|\/(?=\d+\/)|(?<=\d\/\d+)\/(?=\d))[\p{L}\p{M}\p{Nd}_%]*)*/uy;
// U+FFFD stands for what could not be read: the word it is in goes on, and the parser says it once for the file.
const name = /[\p{L}_\uFFFD][\p{L}\p{M}\p{Nd}_\uFFFD]*(?:-[\p{L}\p{M}\p{Nd}_\uFFFD]+)*/uy;
const notInvalid = /[\p{L}\uFFFD_\d\s\u0085{},."“”«»<>/-]/u;

/** A word: a name or a word of the language. Patterns with the flag `u` must be matched by hand, chevrotain drops the flag. */
export const Name = token('Name', (text, at) => {
  const word = sticky(name, text, at);
  if (word === null) return null;
  const joint = text[at + word.length];
  const second = joint === '.' || joint === '/' ? sticky(name, text, at + word.length + 1) : null;
  return second === null ? word : word + joint + second;
});
export const Reserved = derived('Reserved');
/** `owner.name`, with no white space around the dot. */
export const Qualified = derived('Qualified');
/** `network/silo`. */
export const RuleWord = derived('RuleWord');
/** What starts with a digit; told apart after it is read. */
const Figure = token('Figure', (text, at) => (isDigit(text.charCodeAt(at)) ? sticky(figure, text, at) : null));
export const DateWord = derived('DateWord');
export const Duration = derived('Duration');
export const Percent = derived('Percent');
export const Count = derived('Count');

export const TextBlock = token('TextBlock', (text, at) => (text.startsWith('"""', at) ? blockText(text, at) : null));
export const Title = token('Title', (text, at) => {
  const open = text[at];
  return open === '"' || open === '“' || open === '”' || open === '«' || open === '»' ? titleText(text, at) : null;
});

export const Open = createToken({ name: 'Open', pattern: '{', categories: [Any] });
export const Close = createToken({ name: 'Close', pattern: '}', categories: [Any] });
export const Comma = createToken({ name: 'Comma', pattern: ',', categories: [Any] });
export const Dot = createToken({ name: 'Dot', pattern: '.', categories: [Any] });
export const BothArrow = createToken({ name: 'BothArrow', pattern: '<->', categories: [Any] });
export const Arrow = createToken({ name: 'Arrow', pattern: '->', categories: [Any] });
/** A run of characters that mean nothing. */
export const Invalid = token('Invalid', (text, at) => {
  let end = at + 1;
  while (end < text.length && !notInvalid.test(text[end] ?? '')) end++;
  return text.slice(at, end);
});

const White = createToken({ name: 'White', pattern: /[\s\u0085]+/, group: Lexer.SKIPPED, line_breaks: true });
const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\n\r]*/, group: 'comments' });
const BlockComment = createToken({
  name: 'BlockComment',
  pattern: (text, at) => {
    if (!text.startsWith('/*', at)) return null;
    const close = text.indexOf('*/', at + 2);
    return matched(text.slice(at, close < 0 ? text.length : close + 2));
  },
  group: 'comments',
  line_breaks: true,
});

/** Every token type, in the order in which they are tried. */
const read = [White, Name, Figure, Comma, Open, Close, TextBlock, Title, LineComment, BlockComment, BothArrow, Arrow, Dot, Invalid];
/** Every token type that the grammar can meet. */
export const vocabulary: readonly TokenType[] = [
  Any,
  Name,
  Reserved,
  Qualified,
  RuleWord,
  DateWord,
  Duration,
  Percent,
  Count,
  TextBlock,
  Title,
  Open,
  Close,
  Comma,
  Dot,
  BothArrow,
  Arrow,
  Invalid,
];

const lexer = new Lexer(read, { positionTracking: 'onlyOffset', skipValidations: true });

export interface Tokens {
  readonly tokens: IToken[];
  /** Comments, in text order. */
  readonly comments: readonly IToken[];
  /** What is wrong inside single tokens, in text order. */
  readonly problems: readonly Problem[];
}

/** The tokens of `text`; every character is in a token, a comment or white space. */
export function tokenize(text: string): Tokens {
  const { tokens, groups } = lexer.tokenize(text);
  const comments = groups.comments ?? [];
  const found: Problem[] = [];
  for (const token of tokens) {
    if (token.tokenType === Name) {
      if (isReserved(token.image)) retype(token, Reserved);
      else if (token.image.includes('.')) retype(token, Qualified);
      else if (token.image.includes('/')) retype(token, RuleWord);
    } else if (token.tokenType === Figure) tellFigure(token, found);
    else if (token.tokenType === Title) checkTitle(token, found);
    else if (token.tokenType === TextBlock && !isClosedBlock(token))
      found.push(problems.unclosedTextBlock(openQuotes(token), endOf(token)));
  }
  for (const comment of comments) {
    if (!comment.image.startsWith('/*') || (comment.image.length >= 4 && comment.image.endsWith('*/'))) continue;
    found.push(problems.unclosedComment({ start: comment.startOffset, end: comment.startOffset + 2 }, endOf(comment)));
  }
  return { tokens, comments, problems: found.sort((a, b) => a.span.start - b.span.start) };
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOfToken(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

/** Does the block of text end with its own quotes? */
export function isClosedBlock(token: IToken): boolean {
  return token.image.length >= 6 && token.image.endsWith('"""');
}

/** The text of a figure, or what it was meant to be. */
export function figureText(token: IToken): string {
  return (token.payload as string | undefined) ?? token.image;
}

function openQuotes(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + 3 };
}

function tellFigure(token: IToken, found: Problem[]): void {
  const direct = figureType(token.image);
  if (direct) {
    retype(token, direct);
    return;
  }
  const meant = malformedFigure(token.image);
  const type = meant === null ? undefined : figureType(meant);
  if (meant !== null && type) {
    retype(token, type);
    token.payload = meant;
    found.push(problems.malformed(spanOfToken(token), token.image, meant));
  } else if (/^\d+[.,]\d+$/.test(token.image)) {
    retype(token, Count);
    token.payload = '';
    found.push(problems.noWholeNumber(spanOfToken(token), token.image));
  } else {
    retype(token, Name);
    found.push(problems.digitFirst(spanOfToken(token), token.image));
  }
}

function figureType(text: string): TokenType | undefined {
  if (/^\d+$/.test(text)) return Count;
  if (/^\d+(?:\.\d+)?[dhw]$/.test(text)) return Duration;
  if (/^\d+\s*%$/.test(text)) return Percent;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return DateWord;
  return undefined;
}

function checkTitle(token: IToken, found: Problem[]): void {
  const { image, startOffset } = token;
  if (!image.startsWith('"')) {
    const inner = image
      .slice(1)
      .replace(/["“”«»]$/, '')
      .trim();
    found.push(problems.curlyQuotes(spanOfToken(token), `"${inner.replaceAll('"', '\\"')}"`));
    return;
  }
  const end = unclosedTitleEnd(image) ?? image.length - 1;
  for (let at = 1; at < end; at++) {
    if (image[at] !== '\\') continue;
    if (!'"\\nt'.includes(image[at + 1] ?? ' '))
      found.push(
        problems.badEscape({ start: startOffset + at, end: startOffset + Math.min(at + 2, image.length) }, image.slice(at, at + 2)),
      );
    at++;
  }
  if (unclosedTitleEnd(image) !== null) found.push(problems.unclosedTitle(spanOfToken(token)));
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function matched(image: string): RegExpExecArray {
  return [image] as unknown as RegExpExecArray;
}

function token(label: string, match: (text: string, at: number) => string | null): TokenType {
  const pattern: CustomPatternMatcherFunc = (text, at) => {
    const image = match(text, at);
    return image === null ? null : matched(image);
  };
  return createToken({ name: label, pattern, line_breaks: true, categories: [Any] });
}

function derived(label: string): TokenType {
  return createToken({ name: label, pattern: Lexer.NA, categories: [Any] });
}

/** Is `text` one name, and nothing else? */
export function isName(text: string): boolean {
  return sticky(name, text, 0) === text && !text.includes('\uFFFD');
}
