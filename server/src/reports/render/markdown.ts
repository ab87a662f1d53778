import type { Block, Card, Cell, Document, Fact, Grid, GridCell, Inline, Rich, Section, Table } from '../document';
import { codeSpan, escaped, linkTo, safeStart } from './escape';
import { type FileUri, placeText, placeUri } from './places';
import { proseInlineMarkdown, proseMarkdown } from './prose';

/** `document` as plain Pandoc Markdown, which CommonMark with pipe tables reads as well. Places are links where `fileUri` gives them one. */
export function toMarkdown({ kind, title, facts, sections, words }: Document, fileUri: FileUri | null): string {
  const writer = new Writer(fileUri, words);
  const blocks = [
    `# ${escaped(kind)} – ${escaped(title)}`,
    writer.facts(facts),
    ...sections.flatMap((section) => writer.section(section, 2)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

class Writer {
  constructor(
    private readonly fileUri: FileUri | null,
    private readonly words: Document['words'],
  ) {}

  section({ label, title, blocks, sections }: Section, level: number): readonly string[] {
    const heading = `${'#'.repeat(Math.min(level, 6))} ${label === null ? '' : `${escaped(label)} – `}${escaped(title)}`;
    return [
      heading,
      ...blocks.flatMap((block) => this.#block(block, level, title)),
      ...sections.flatMap((section) => this.section(section, level + 1)),
    ];
  }

  facts(facts: readonly Fact[]): string {
    return facts.map((fact) => this.#fact(fact)).join('\n');
  }

  /** `title` is that of the section: a table that bears the same needs none. */
  #block(block: Block, level: number, title: string): string | readonly string[] {
    switch (block.kind) {
      case 'lead':
      case 'paragraph':
        return safeStart(this.#rich(block.text));
      case 'prose':
        return proseMarkdown(block.markdown);
      case 'empty':
        return `*${escaped(block.text)}*`;
      case 'facts':
        return this.facts(block.facts);
      case 'figures':
        return block.figures.map(({ value, label }) => `- ${this.#term(label)} ${escaped(value)}`).join('\n');
      case 'list':
        return block.items.map((item) => `- ${safeStart(this.#rich(item))}`).join('\n');
      case 'ranking':
        return block.items
          .map(({ mark, text }, at) => `${at + 1}. **${escaped(mark.text)}${this.words.colon.trimEnd()}** ${this.#rich(text)}`)
          .join('\n');
      case 'quotes':
        return block.quotes.map(({ markdown, who }) => quoted(`${proseMarkdown(markdown)}\n\n— ${escaped(who)}`));
      case 'table':
        return block.caption === title ? [this.#table(block)] : [this.#table(block), `: ${escaped(block.caption)}`];
      case 'grid':
        return this.#grid(block);
      case 'chart':
        return `*${escaped(block.title)}.* ${escaped(block.alternative)}`;
      case 'card':
        return this.#card(block, level + 1);
      case 'columns':
        return block.columns.flatMap((column) => this.section(column, level + 1));
    }
  }

  #fact({ term, values }: Fact): string {
    const [only] = values;
    if (values.length === 1 && only) return `- ${this.#term(term)} ${this.#rich(only)}`;
    return [`- ${this.#term(term)}`, ...values.map((value) => `  - ${safeStart(this.#rich(value))}`)].join('\n');
  }

  #term(text: string): string {
    return `**${escaped(text)}${this.words.colon.trimEnd()}**`;
  }

  #card({ number, severityText, title, origin, facts }: Card, level: number): readonly string[] {
    const heading = `${'#'.repeat(Math.min(level, 6))} ${number}\\. ${escaped(title)}`;
    return [heading, `**${escaped(severityText)}** · ${this.#rich(origin)}`, this.facts(facts)];
  }

  /** Pandoc takes the widths of columns from the dashes. */
  #table({ columns, rows }: Table): string {
    const titles = columns.map(({ title }) => escaped(title));
    const cells = rows.map((row) => row.map((cell) => this.#cell(cell)));
    const rules = columns.map(({ align, width }) => (align === 'end' ? `${'-'.repeat(width * 4 - 1)}:` : '-'.repeat(width * 4)));
    return [titles, rules, ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
  }

  /** What the cells mean comes after them, as a list. */
  #grid({ caption, corner, columns, rows, foot, legend }: Grid): readonly string[] {
    const titles = [corner, ...columns].map(escaped);
    const rules = titles.map((_, at) => (at === 0 ? '-'.repeat(12) : `:${'-'.repeat(4)}:`));
    const body = [...rows, ...foot].map(({ title, cells }) => [escaped(title), ...cells.map(gridText)]);
    const table = [titles, rules, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
    const keys = legend.map(({ cell, means }) => `- ${safeStart(gridText(cell))}${escaped(this.words.colon)}${escaped(means)}`);
    return [table, `: ${escaped(caption)}`, ...(keys.length === 0 ? [] : [keys.join('\n')])];
  }

  #cell(cell: Cell): string {
    if ('lines' in cell) return cell.lines.map((line) => this.#rich(line)).join(this.words.semicolon);
    if ('sketch' in cell) return this.#rich(cell.text);
    if ('value' in cell) return escaped(cell.note === null ? cell.text : `${cell.text} (${cell.note})`);
    return this.#rich(cell);
  }

  #rich(rich: Rich): string {
    const parts: string[] = [];
    for (const inline of rich) parts.push(this.#apart(inline, parts.length === 0));
    return parts.join('').trim();
  }

  /** What is said in passing, and a text after a name, stand apart from what comes before. */
  #apart(inline: Inline, isFirst: boolean): string {
    const text = this.#inline(inline);
    if (isFirst || typeof inline === 'string') return text;
    if (inline.kind === 'quiet') return ` (${text})`;
    return inline.kind === 'prose' ? ` – ${text}` : text;
  }

  #inline(inline: Inline): string {
    if (typeof inline === 'string') return escaped(inline);
    switch (inline.kind) {
      case 'strong':
        return `**${escaped(inline.text)}**`;
      case 'severity':
        return `**${escaped(inline.text)}**`;
      case 'quiet':
        return escaped(inline.text);
      case 'code':
        return codeSpan(inline.text);
      case 'prose':
        return proseInlineMarkdown(inline.markdown);
      case 'state':
        return inline.state === 'missing' ? `**${escaped(inline.text)}**` : escaped(inline.text);
      case 'link':
        return escaped(inline.text);
      case 'place': {
        const uri = placeUri(inline, this.fileUri);
        const text = escaped(placeText(inline));
        return uri === null ? text : `[${text}${linkTo(uri)}`;
      }
    }
  }
}

function gridText({ text, note }: GridCell): string {
  return escaped(note === null ? text : `${text} ${note}`);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
