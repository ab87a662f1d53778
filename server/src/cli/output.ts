import { styleText } from 'node:util';
import type { Language, Localised } from '../text/localised';
import type { Color, Settings } from './settings';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green';

/** Puts a text in a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** A part of the answer. Nothing else goes to standard output. */
export function print(part: string | Uint8Array): void {
  process.stdout.write(part);
}

/** A remark or an error, in one line on standard error. */
export function remark(language: Language, text: string): void {
  process.stderr.write(`collab${language === 'fr' ? ' :' : ':'} ${visible(text)}\n`);
}

/** A defect of the program, in one line on standard error; where it comes from only for those who asked. */
export function complain(language: Language, says: Localised, error: unknown, { debug }: Pick<Settings, 'debug'>): void {
  remark(language, says[language]);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** Paints standard output: as asked, else where it is a terminal that shows colours. FORCE_COLOR and NO_COLOR count as they do for Node. */
export function painter(color: Color): Paint {
  return isColored(color) ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** `text` in one line, its tabs two columns wide; characters that would act on the terminal are shown, not obeyed. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replaceAll(/[\n\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(acting, shown);
}

/** A reader that stops reading, such as `head`, is no error. */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

// Controls, and what turns the direction of what follows.
const acting = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function shown(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

function isColored(color: Color): boolean {
  if (color !== 'auto') return color === 'always';
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return !NO_COLOR && process.stdout.isTTY === true && TERM !== 'dumb';
}
