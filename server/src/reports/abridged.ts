import type { Language } from '../text/localised';
import { mostCards } from './basis/finding';
import { type Block, type Cell, type Document, empty, type Fact, type Inline, type Rich, type Section } from './document';

/** `document` as far as one reads it: of very long tables, lists and runs of findings the first, and how many more there are. */
export function abridged(document: Document): Document {
  const { language, sections } = document;
  const cutDown = sections.map((section) => cut(section, language));
  const kept = new Set(idsIn(cutDown));
  return { ...document, sections: cutDown.map((section) => linkedOnly(section, kept)) };
}

/** Rows of a table that does not say otherwise, items of a list, facts. */
const mostRows = 500;
const mostSections = 100;

function cut(section: Section, language: Language): Section {
  const blocks = section.blocks.flatMap((block) => cutBlock(block, language));
  const cards = section.blocks.filter(({ kind }) => kind === 'card').length;
  const shown = blocks.filter(({ kind }) => kind === 'card').length;
  const parts = section.sections.slice(0, mostSections);
  return {
    ...section,
    blocks: [...blocks, ...moreOf(cards - shown, language), ...moreOf(section.sections.length - parts.length, language)],
    sections: parts.map((part) => cut(part, language)),
  };
}

function cutBlock(block: Block, language: Language): readonly Block[] {
  switch (block.kind) {
    case 'table':
      return withMore(
        block,
        block.rows.length,
        block.most ?? mostRows,
        (most) => ({ ...block, rows: block.rows.slice(0, most) }),
        language,
      );
    case 'list':
      return withMore(block, block.items.length, mostRows, (most) => ({ ...block, items: block.items.slice(0, most) }), language);
    case 'facts':
      return withMore(block, block.facts.length, mostRows, (most) => ({ ...block, facts: block.facts.slice(0, most) }), language);
    case 'quotes':
      return withMore(block, block.quotes.length, mostRows, (most) => ({ ...block, quotes: block.quotes.slice(0, most) }), language);
    case 'columns':
      return withMore(
        block,
        block.columns.length,
        mostSections,
        (most) => ({ ...block, columns: block.columns.slice(0, most).map((column) => cut(column, language)) }),
        language,
      );
    case 'card':
      return block.number > mostCards ? [] : [block];
    default:
      return [block];
  }
}

function withMore(block: Block, count: number, most: number, shortened: (most: number) => Block, language: Language): readonly Block[] {
  return count <= most && block.kind !== 'columns' ? [block] : [shortened(most), ...moreOf(count - most, language)];
}

function moreOf(count: number, language: Language): readonly Block[] {
  return count <= 0 ? [] : [empty(texts[language](new Intl.NumberFormat(language).format(count)))];
}

function idsIn(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ id, blocks, sections: parts }) => [
    id,
    ...blocks.flatMap((block) => (block.kind === 'card' ? [block.id] : block.kind === 'columns' ? idsIn(block.columns) : [])),
    ...idsIn(parts),
  ]);
}

/** Links to what is left out are plain text. */
function linkedOnly(section: Section, kept: ReadonlySet<string>): Section {
  const rich = (text: Rich): Rich => text.map(inline);
  const inline = (part: Inline): Inline => (typeof part !== 'string' && part.kind === 'link' && !kept.has(part.to) ? part.text : part);
  const cell = (content: Cell): Cell => {
    if ('lines' in content) return { lines: content.lines.map(rich) };
    if ('value' in content) return content;
    return 'sketch' in content ? { ...content, text: rich(content.text) } : rich(content);
  };
  const facts = (all: readonly Fact[]): readonly Fact[] => all.map((fact) => ({ ...fact, values: fact.values.map(rich) }));
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'lead':
      case 'paragraph':
        return { ...one, text: rich(one.text) };
      case 'table':
        return { ...one, rows: one.rows.map((row) => row.map(cell)) };
      case 'list':
        return { ...one, items: one.items.map(rich) };
      case 'ranking':
        return { ...one, items: one.items.map((item) => ({ ...item, text: rich(item.text) })) };
      case 'facts':
        return { ...one, facts: facts(one.facts) };
      case 'card':
        return { ...one, facts: facts(one.facts) };
      default:
        return one;
    }
  };
  return { ...section, blocks: section.blocks.map(block), sections: section.sections.map((part) => linkedOnly(part, kept)) };
}

const texts = {
  en: (count: string) => `${count} more are left out here; the report as JSON has them all.`,
  fr: (count: string) => `La suite (${count}) ne figure pas ici ; le rapport au format JSON est complet.`,
} as const;
