import MarkdownIt, { type Token } from 'markdown-it';
import { codeSpan, escaped, linkTo, safeStart } from './escape';
import { Markup, showable } from './markup';

/**
 * The Markdown that authors write in their texts: no HTML, no pictures, no tables, and links only to the web and to mail.
 * What is none of it stands as it was typed.
 */
const reader = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('table');
reader.validateLink = (url) => /^(?:https?:|mailto:)/i.test(url);
// A heading in a text must not stand among those of the report.
reader.renderer.rules.heading_open = () => '<p><strong>';
reader.renderer.rules.heading_close = () => '</strong></p>\n';
reader.renderer.rules.image = (tokens, at) => reader.utils.escapeHtml(tokens[at]?.content ?? '');
reader.renderer.rules.link_open = (tokens, at, options, _, self) => {
  tokens[at]?.attrSet('rel', 'noreferrer');
  return self.renderToken(tokens, at, options);
};

/** A text as HTML blocks. */
export function proseHtml(markdown: string): Markup {
  return new Markup(reader.render(showable(markdown)));
}

/** A text as HTML that stands within a line: its paragraphs follow each other. */
export function proseInlineHtml(markdown: string): Markup {
  const { options, renderer } = reader;
  const runs = runsOf(markdown).map((run) =>
    run.children ? renderer.renderInline(run.children, options, {}) : `<code>${reader.utils.escapeHtml(run.content.trim())}</code>`,
  );
  return new Markup(runs.join(' '));
}

/** A text as the same blocks in plain Pandoc Markdown, without blank lines at its ends. */
export function proseMarkdown(markdown: string): string {
  return blocksIn(reader.parse(showable(markdown), {})).join('\n\n');
}

/** A text as plain Pandoc Markdown within a line. */
export function proseInlineMarkdown(markdown: string): string {
  return runsOf(markdown)
    .map((run) => (run.children ? inlineMarkdown(run.children).replace(/\\?\n/g, ' ') : codeSpan(run.content)))
    .join(' ');
}

/** What stands in the lines of a text, whatever blocks it is divided into. */
function runsOf(markdown: string): readonly Token[] {
  return reader.parse(showable(markdown), {}).filter(({ type }) => type === 'inline' || type === 'fence' || type === 'code_block');
}

/** The blocks that `tokens` open and close, each as the lines it takes. */
function blocksIn(tokens: readonly Token[]): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const end = token.nesting === 1 ? closing(tokens, at) : at;
    const block = blockOf(token, tokens.slice(at + 1, end));
    if (block !== '') blocks.push(block);
    at = end;
  }
  return blocks;
}

function blockOf(token: Token, inside: readonly Token[]): string {
  if (token.type === 'heading_open') return `**${textIn(inside)}**`;
  if (token.type === 'paragraph_open') return safeStart(textIn(inside));
  if (token.type === 'blockquote_open') return indented(blocksIn(inside).join('\n\n'), '> ', '> ');
  if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') return listOf(token, inside);
  if (token.type === 'fence' || token.type === 'code_block') return fenced(token.content);
  return '';
}

function listOf(list: Token, inside: readonly Token[]): string {
  const items: string[] = [];
  let loose = false;
  for (let at = 0; at < inside.length; at++) {
    const end = closing(inside, at);
    const blocks = blocksIn(inside.slice(at + 1, end));
    const marker = list.type === 'ordered_list_open' ? `${inside[at]?.info ?? '1'}. ` : '- ';
    loose ||= inside.slice(at + 1, end).some(({ type, hidden }) => type === 'paragraph_open' && !hidden);
    items.push(indented(blocks.join(loose ? '\n\n' : '\n'), marker, ' '.repeat(marker.length)));
    at = end;
  }
  return items.join(loose ? '\n\n' : '\n');
}

function textIn(inside: readonly Token[]): string {
  return inside.map(({ children }) => inlineMarkdown(children ?? [])).join(' ');
}

function inlineMarkdown(tokens: readonly Token[]): string {
  const targets: string[] = [];
  const parts = tokens.map((token) => {
    if (token.type === 'link_open') targets.push(String(token.attrGet('href') ?? ''));
    if (token.type === 'link_close') return linkTo(targets.pop() ?? '');
    return inlineOf(token);
  });
  return parts.join('').trim();
}

function inlineOf({ type, content, markup }: Token): string {
  if (type === 'text' || type === 'image' || type === 'text_special') return escaped(content);
  if (type === 'code_inline') return codeSpan(content);
  if (type === 'softbreak') return ' ';
  if (type === 'hardbreak') return '\\\n';
  if (type === 'link_open') return '[';
  return /^(?:em|strong|s)_(?:open|close)$/.test(type) ? markup.replaceAll('_', '*') : '';
}

/** Where what opens at `at` is closed again. */
function closing(tokens: readonly Token[], at: number): number {
  const level = tokens[at]?.level;
  const end = tokens.findIndex((token, index) => index > at && token.level === level && token.nesting === -1);
  return end === -1 ? tokens.length : end;
}

function fenced(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${content.replace(/\n$/, '')}\n${fence}`;
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? `${first}${line}` : line === '' ? rest.trimEnd() : `${rest}${line}`))
    .join('\n');
}
