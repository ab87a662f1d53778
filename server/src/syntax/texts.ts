import { isReserved } from './vocabulary';

/** The title that starts at `at`, up to its closing quote or, unclosed, to the end of its line. */
export function titleText(text: string, at: number): string {
  const straight = text[at] === '"';
  let end = at + 1;
  while (end < text.length) {
    const unit = text[end] ?? '';
    if (unit === '\n' || unit === '\r') break;
    if (straight ? unit === '"' : '"”»“«'.includes(unit)) return text.slice(at, end + 1);
    end += straight && unit === '\\' && end + 1 < text.length && !'\r\n'.includes(text[end + 1] ?? '') ? 2 : 1;
  }
  return withoutStrayBrace(text.slice(at, end));
}

/** Where the content of an unclosed title ends in its `image`; null where the title is closed. */
export function unclosedTitleEnd(image: string): number | null {
  let at = 1;
  while (at < image.length) {
    if (image[at] === '"') return null;
    at += image[at] === '\\' ? 2 : 1;
  }
  return image.length;
}

/** What a title says: its quotes off, its escapes resolved. */
export function titleValue(image: string): string {
  if (!image.startsWith('"'))
    return image
      .slice(1)
      .replace(/["“”«»]$/, '')
      .trim();
  const end = unclosedTitleEnd(image) ?? image.length - 1;
  return image.slice(1, end).replace(/\\(["\\nt])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped));
}

/** The text block that starts at `at`, up to the next `"""`; unclosed, to the first line that starts a declaration, else to the end. */
export function blockText(text: string, at: number): string {
  const close = text.indexOf('"""', at + 3);
  if (close >= 0) return text.slice(at, close + 3);
  const lineStart = /(?:\r\n|\n|\r)([a-z]+)(?![\p{L}\p{M}\p{Nd}_-])/gu;
  lineStart.lastIndex = at + 3;
  for (let match = lineStart.exec(text); match; match = lineStart.exec(text)) {
    if (isReserved(match[1] ?? '')) return text.slice(at, match.index).trimEnd();
  }
  return text.slice(at).trimEnd();
}

/** What a text block says: quotes, empty first and last line, common indentation and trailing white space off. */
export function blockValue(image: string): string {
  const closed = image.length >= 6 && image.endsWith('"""');
  const lines = image.slice(3, closed ? -3 : undefined).split(/\r\n|\n|\r/);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const common = indents.reduce((a, b) => commonPrefix(a, b), indents[0] ?? '');
  const value = lines.map((line, index) => (index === 0 ? line : line.slice(Math.min(common.length, line.length))).trimEnd());
  if (value.length > 1 && value.at(-1) === '') value.pop();
  if (value.length > 1 && value[0] === '') value.shift();
  return value.join('\n');
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** An unclosed title leaves a brace at the end of its line to the block, unless the braces in it pair up. */
function withoutStrayBrace(title: string): string {
  const opened = title.split('{').length - title.split('}').length;
  return opened === 0 ? title : title.replace(/\s*[{}][{}\s]*$/, '');
}
