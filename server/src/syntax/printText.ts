/**
 * A text block with its lines moved to `margin`, and quotes that close it on a line of their own to `indent`; a block of one line as it stands.
 * What it says stays the same.
 */
export function textBlock(image: string, indent: string, margin: string, eol: string): string {
  const [first = '', ...others] = image.slice(3, -3).split(/\r\n|\n|\r/);
  const last = others.pop();
  if (last === undefined) return image;
  const common = sharedIndentation([...others, last]);
  const moved = others.map((line) => (isBlank(line) ? '' : margin + line.slice(common).trimEnd()));
  // White space may part a quote of the text from the quotes that close it.
  const closing = isBlank(last) ? indent : margin + last.slice(common);
  return [`"""${first.trimEnd()}`, ...moved, `${closing}"""`].join(eol);
}

/** How many characters of white space all lines with text start with alike. */
function sharedIndentation(lines: readonly string[]): number {
  const [start, ...others] = lines.filter((line) => !isBlank(line)).map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let common = start ?? '';
  for (const other of others) while (!other.startsWith(common)) common = common.slice(0, -1);
  return common.length;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
