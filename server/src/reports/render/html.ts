import { drawnNetworkMap } from '../charts/networkMap';
import { sketched } from '../charts/sketch';
import type {
  Block,
  Card,
  Cell,
  Chart,
  Column,
  Document,
  Fact,
  Figure,
  Grid,
  GridCell,
  GridRow,
  Inline,
  Rich,
  Section,
  Table,
} from '../document';
import { Markup, type MarkupValue, markup } from './markup';
import { type FileUri, placeText, placeUri } from './places';
import { proseHtml, proseInlineHtml } from './prose';
import { styleOf } from './style';
import { symbol, symbols } from './symbols';

/** `document` as one page that needs no network and no script. Places are links where `fileUri` gives them one. */
export function toHtml(document: Document, fileUri: FileUri | null): string {
  const { language, kind, title, facts, sections, words } = document;
  const page = new Page(fileUri, words);
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${kind} – ${title}</title>
<style>
${new Markup(styleOf(`${kind} – ${title}`))}</style>
</head>
<body>
${symbols}
<a class="skip" href="#content">${words.skip}</a>
<header class="cover">
<p class="kind">${kind}</p>
<h1>${title}</h1>
${page.facts(facts)}
</header>
<div class="sheet">
<nav aria-label="${words.contents}">
<p class="nav-title" aria-hidden="true">${words.contents}</p>
<ol>
${sections.map(contentsLine)}</ol>
</nav>
<main id="content" tabindex="-1">
${sections.map((section) => page.chapter(section))}</main>
</div>
</body>
</html>
`.text;
}

function contentsLine({ id, label, title }: Section): Markup {
  return markup`<li><a href="#${id}">${label === null ? null : markup`<span class="label">${label}</span> `}${title}</a></li>\n`;
}

class Page {
  constructor(
    private readonly fileUri: FileUri | null,
    private readonly words: Document['words'],
  ) {}

  chapter(section: Section): Markup {
    const { id, label, title } = section;
    const heading = markup`${label === null ? null : markup`<span class="label">${label}</span> `}${title}`;
    return markup`<section class="chapter" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${heading}</h2>
${this.#inside(section, 3)}</section>
`;
  }

  facts(facts: readonly Fact[]): Markup {
    return markup`<dl class="facts">
${facts.map(({ term, values }) => markup`<div><dt>${term}</dt>${values.map((value) => markup`<dd>${this.#rich(value)}</dd>`)}</div>\n`)}</dl>`;
  }

  #inside({ title, blocks, sections }: Section, level: number): MarkupValue {
    return [
      ...blocks.map((block) => markup`${this.#block(block, level, title)}\n`),
      ...sections.map((section) => this.#part(section, level)),
    ];
  }

  #part(section: Section, level: number): Markup {
    return markup`<section class="part" id="${section.id}">
${heading(level, section.title)}
${this.#inside(section, level + 1)}</section>
`;
  }

  /** `title` is that of the section: a table that bears the same need not show it twice. */
  #block(block: Block, level: number, title: string): Markup {
    switch (block.kind) {
      case 'lead':
        return markup`<p class="lead">${this.#rich(block.text)}</p>`;
      case 'paragraph':
        return markup`<p>${this.#rich(block.text)}</p>`;
      case 'prose':
        return markup`<div class="prose">${proseHtml(block.markdown)}</div>`;
      case 'empty':
        return markup`<p class="empty">${block.text}</p>`;
      case 'facts':
        return this.facts(block.facts);
      case 'figures':
        return markup`<dl class="figures">${block.figures.map(({ value, label }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
      case 'list':
        return markup`<ul>${block.items.map((item) => markup`<li>${this.#rich(item)}</li>`)}</ul>`;
      case 'ranking':
        return markup`<ol class="ranking">${block.items.map(({ mark, text }) => markup`<li>${this.#inline(mark)}<div>${this.#rich(text)}</div></li>`)}</ol>`;
      case 'quotes':
        return markup`<div class="quotes">${block.quotes.map(({ markdown, who }) => markup`<figure><blockquote>${proseHtml(markdown)}</blockquote><figcaption>${who}</figcaption></figure>`)}</div>`;
      case 'table':
        return this.#table(block, title);
      case 'grid':
        return grid(block, this.words);
      case 'chart':
        return chart(block);
      case 'card':
        return this.#card(block, level);
      case 'columns':
        return markup`<div class="columns">${block.columns.map((column) => this.#part(column, level))}</div>`;
    }
  }

  #card({ id, number, severity, severityText, title, origin, facts }: Card, level: number): Markup {
    return markup`<article class="finding" id="${id}">
<p class="mark"><span class="number">${number}</span> ${severityMark(severity, severityText)}</p>
<div class="body">
${heading(level, title)}
<p class="origin">${this.#rich(origin)}</p>
${this.facts(facts)}
</div>
</article>`;
  }

  /** On a narrow page rows become cards, each cell with its column’s title; a table of figures stays one. */
  #table({ caption, columns, rows, look }: Table, heading: string): Markup {
    const stays = columns.slice(1).every(({ align }) => align === 'end');
    const head = columns.map(({ title, align }) => markup`<th scope="col"${alignment(align)}>${title}</th>`);
    const body = rows.map(
      (row) =>
        markup`<tr>${row.map((cell, at) => {
          const column = columns[at];
          return column ? this.#cell(cell, column, at) : null;
        })}</tr>\n`,
    );
    const whole = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => markup`<col style="width:${Math.round((width / whole) * 1000) / 10}%">`);
    return markup`<table class="${stays ? 'figures-table' : 'cards-table'}${look === 'quadrants' ? ' quadrants' : ''}">
<caption${caption === heading ? new Markup(' class="unseen"') : null}>${caption}</caption>
<colgroup>${widths}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`;
  }

  #cell(cell: Cell, { title, align }: Column, at: number): Markup {
    const content =
      'lines' in cell
        ? markup`<ul class="lines">${cell.lines.map((line) => markup`<li>${this.#rich(line)}</li>`)}</ul>`
        : 'value' in cell
          ? figure(cell)
          : 'sketch' in cell
            ? markup`${this.#rich(cell.text)}${sketched(cell.sketch)}`
            : this.#rich(cell);
    if (at === 0) return markup`<th scope="row"${alignment(align)}>${content}</th>`;
    return markup`<td data-title="${title}"${alignment(align)}><div>${content}</div></td>`;
  }

  #rich(rich: Rich): Markup {
    return markup`${rich.map((inline) => this.#inline(inline))}`;
  }

  #inline(inline: Inline): Markup {
    if (typeof inline === 'string') return markup`${inline}`;
    switch (inline.kind) {
      case 'strong':
        return markup`<strong>${inline.text}</strong>`;
      case 'quiet':
        return markup` <small>${inline.text}</small>`;
      case 'code':
        return markup`<code>${inline.text}</code>`;
      case 'prose':
        return markup` <span class="said">${proseInlineHtml(inline.markdown)}</span>`;
      case 'severity':
        return severityMark(inline.severity, inline.text);
      case 'state':
        return markup`<span class="state ${inline.state}">${symbol(inline.state)}${inline.text}</span>`;
      case 'link':
        return markup`<a href="#${inline.to}">${inline.text}</a>`;
      case 'place': {
        const uri = placeUri(inline, this.fileUri);
        const text = markup`<code>${placeText(inline)}</code>`;
        return uri === null ? text : markup`<a href="${uri}">${text}</a>`;
      }
    }
  }
}

function chart({ id, title, alternative, drawing }: Chart): Markup {
  return markup`<figure class="chart" id="${id}">
<figcaption id="${id}-title">${title}</figcaption>
${drawnNetworkMap(drawing, id, alternative)}
</figure>`;
}

/** Too wide for a narrow page, it is scrolled; its first column stays in sight. */
function grid({ caption, corner, columns, rows, foot, legend }: Grid, words: Document['words']): Markup {
  const keys = legend.map(({ cell, means }) => markup`<li><span class="${gridClass(cell)} key">${gridText(cell)}</span>${means}</li>`);
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table class="${columns.every((column) => column.length <= 8) ? 'grid' : 'grid turned'}">
<caption>${caption}</caption>
<thead><tr><th scope="col">${corner}</th>${columns.map((column) => markup`<th scope="col"><span>${column}</span></th>`)}</tr></thead>
<tbody>
${rows.map(gridRow)}</tbody>
${foot.length === 0 ? null : markup`<tfoot>\n${foot.map(gridRow)}</tfoot>\n`}</table>
</div>${keys.length === 0 ? null : markup`\n<ul class="legend" aria-label="${words.legend}">${keys}</ul>`}`;
}

function gridRow({ title, cells }: GridRow): Markup {
  return markup`<tr><th scope="row">${title}</th>${cells.map((cell) => markup`<td class="${gridClass(cell)}">${gridText(cell)}</td>`)}</tr>\n`;
}

function gridText({ text, note }: GridCell): Markup {
  return markup`${text}${note === null ? null : markup`<small>${note}</small>`}`;
}

function gridClass({ tone, isGap }: GridCell): string {
  return `tone-${tone}${isGap ? ' gap' : ''}`;
}

function heading(level: number, title: string): Markup {
  const tag = new Markup(`h${Math.min(level, 6)}`);
  return markup`<${tag}>${title}</${tag}>`;
}

function severityMark(severity: string, text: string): Markup {
  return markup`<span class="severity ${severity}">${symbol(severity)}${text}</span>`;
}

function alignment(align: Column['align']): Markup | null {
  return align === 'end' ? new Markup(' class="end"') : null;
}

/** The bar is a picture of the text beside it. */
function figure({ text, share, note }: Figure): Markup {
  const said = note === null ? null : markup`<small>${note}</small>`;
  if (share === null) return markup`${text}${said}`;
  const width = new Markup(String(Math.round(Math.min(1, share) * 1000) / 10));
  return markup`${text}<span class="bar${share > 1 ? ' over' : ''}" aria-hidden="true"><span style="width:${width}%"></span></span>${said}`;
}
