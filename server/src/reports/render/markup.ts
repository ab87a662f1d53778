/** HTML that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

export type MarkupValue = string | number | Markup | readonly MarkupValue[] | null;

/** A template of HTML: what is put into it is text, unless it is markup already; null is nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(parts.map((part, at) => (at === 0 ? part : written(values[at - 1] ?? null) + part)).join(''));
}

function written(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapedHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(written).join('');
}

/** `text` with a sign in place of what no page can show. */
export function showable(text: string): string {
  return Array.from(text, (character) => (isControl(character) ? '\uFFFD' : character)).join('');
}

/** Also within an attribute in double quotes. */
function escapedHtml(text: string): string {
  return showable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code < 32 && character !== '\n' && character !== '\t') || (code >= 127 && code < 160);
}
