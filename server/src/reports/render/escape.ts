import { showable } from './markup';

/** White space at which a line may break: a no-break space keeps what it keeps together. */
const breakable = /[^\S\u00A0\u202F]+/g;

/** Plain text as Pandoc Markdown, which shows it letter by letter: nothing in it is markup, there or in CommonMark. One line. */
export function escaped(text: string): string {
  return showable(text)
    .replace(breakable, ' ')
    .replace(/[\\`*_[\]{}<>|~^$@#&]/g, '\\$&')
    .replace(/-(?=-)|(?<=-)-/g, '\\-');
}

/** `markdown` that opens a block: what would make a list, a rule, a table or a definition of it there is escaped. */
export function safeStart(markdown: string): string {
  return markdown
    .replace(/^(?=[-+:=%|](?:\s|$)|[-=:]{2,}|:)/, '\\')
    .replace(/^(\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+))(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(table):/i, '$1\\:');
}

/** Code within a line. What would break a table or its own quotes is shown as plain text. */
export function codeSpan(code: string): string {
  const text = code.replace(breakable, ' ').trim();
  return text === '' || /[`|]/.test(text) ? escaped(text) : `\`${text}\``;
}

/** The end of a link to `url`, after the text that `[` opens. */
export function linkTo(url: string): string {
  return `](<${url.replace(/[<>\s\\|]/g, encodeURIComponent)}>)`;
}
