import type { Severity } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Drawing, Sketch } from './charts/drawing';

/** A report as people read it, whatever it is rendered to: no markup, every sentence in one language. */
export interface Document {
  readonly language: Language;
  /** What kind of report it is. */
  readonly kind: string;
  /** What it is about. */
  readonly title: string;
  /** What makes it trustworthy. */
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** Names of the parts that a renderer adds. */
  readonly words: {
    readonly contents: string;
    readonly skip: string;
    readonly legend: string;
    readonly colon: string;
    readonly semicolon: string;
  };
}

/** A chapter, or a part of one: sections nest as headings do. `id` is unique in the document. */
export interface Section {
  readonly id: string;
  /** Where it stands in the method (*Step 1*); null where it is no step. */
  readonly label: string | null;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block = Paragraph | Prose | Empty | Facts | Figures | List | Ranking | Quotes | Table | Grid | Chart | Card | Columns;

/** A sentence or more of the report itself; a `lead` opens a section. */
export interface Paragraph {
  readonly kind: 'paragraph' | 'lead';
  readonly text: Rich;
}

/** A text of the model: Markdown, which its author wrote. */
export interface Prose {
  readonly kind: 'prose';
  readonly markdown: string;
}

/** Why there is nothing to show. */
export interface Empty {
  readonly kind: 'empty';
  readonly text: string;
}

export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

/** A term and what is the case; several values stand below each other. */
export interface Fact {
  readonly term: string;
  readonly values: readonly Rich[];
}

/** Numbers that one takes in at a glance. */
export interface Figures {
  readonly kind: 'figures';
  readonly figures: readonly { readonly value: string; readonly label: string }[];
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Rich[];
}

/** The gravest first. */
export interface Ranking {
  readonly kind: 'ranking';
  readonly items: readonly { readonly mark: SeverityMark; readonly text: Rich }[];
}

/** What people said, in their words. */
export interface Quotes {
  readonly kind: 'quotes';
  readonly quotes: readonly { readonly markdown: string; readonly who: string }[];
}

/** The first cell of each row names it. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** In quadrants two properties cross, and what has both stands in the cell. */
  readonly look: 'rows' | 'quadrants';
  /** How many rows one is given; as many as is usual where absent. */
  readonly most?: number;
}

export interface Column {
  readonly title: string;
  readonly align: 'start' | 'end';
  /** How wide it is beside the others of its table. */
  readonly width: number;
}

export type Cell = Rich | Figure | Lines | Sketched;

/** Several values of one cell, below each other. */
export interface Lines {
  readonly lines: readonly Rich[];
}

/** A number as it is and as it reads; `share` (0…1, or above where a limit is passed) is drawn as a bar below it, `note` stands in small. */
export interface Figure {
  readonly value: number | null;
  readonly text: string;
  readonly share: number | null;
  readonly note: string | null;
}

/** A text with a small drawing of the same below it. */
export interface Sketched {
  readonly sketch: Sketch;
  readonly text: Rich;
}

/** A table of short cells, read across and down alike. */
export interface Grid {
  readonly kind: 'grid';
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** What is said of the columns, below them. */
  readonly foot: readonly GridRow[];
  readonly legend: readonly { readonly cell: GridCell; readonly means: string }[];
}

export interface GridRow {
  readonly title: string;
  readonly cells: readonly GridCell[];
}

/** `tone` shades the cell, 0 (not at all) to 5; `isGap` hatches it. Both say again what the text says. */
export interface GridCell {
  readonly text: string;
  /** A second, small line. */
  readonly note: string | null;
  readonly tone: number;
  readonly isGap: boolean;
}

/** A picture of what a table beside it lists; `alternative` says in words what it shows. */
export interface Chart {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  readonly alternative: string;
  readonly drawing: Drawing;
}

/** One finding. */
export interface Card {
  readonly kind: 'card';
  readonly id: string;
  readonly number: number;
  readonly severity: Severity;
  readonly severityText: string;
  readonly title: string;
  /** Where it comes from, in small. */
  readonly origin: Rich;
  readonly facts: readonly Fact[];
}

/** Parts that are compared side by side where there is room. */
export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly Section[];
}

/** A run of text. A string is plain: whatever stands in it, none of it is markup. */
export type Rich = readonly Inline[];
export type Inline = string | Strong | Quiet | Code | InlineProse | SeverityMark | StateMark | PlaceMark | InnerLink;

export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

/** Said in passing. */
export interface Quiet {
  readonly kind: 'quiet';
  readonly text: string;
}

/** A name of the language or of a rule. */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

/** A text of the model within a line. */
export interface InlineProse {
  readonly kind: 'prose';
  readonly markdown: string;
}

export interface SeverityMark {
  readonly kind: 'severity';
  readonly severity: Severity;
  readonly text: string;
}

/** How something stands: in order, under way, or missing. */
export interface StateMark {
  readonly kind: 'state';
  readonly state: 'good' | 'pending' | 'missing';
  readonly text: string;
}

/** A line of a file; `line` is 1-based, null where it is not known. */
export interface PlaceMark {
  readonly kind: 'place';
  readonly file: string;
  readonly line: number | null;
}

/** To a section or card of the same document. */
export interface InnerLink {
  readonly kind: 'link';
  readonly to: string;
  readonly text: string;
}

export const gridCell = (text: string, tone = 0, note: string | null = null): GridCell => ({ text, note, tone, isGap: false });
export const lead = (...text: Rich): Paragraph => ({ kind: 'lead', text });
export const paragraph = (...text: Rich): Paragraph => ({ kind: 'paragraph', text });
export const empty = (text: string): Empty => ({ kind: 'empty', text });
export const prose = (markdown: string): Prose => ({ kind: 'prose', markdown });
export const list = (items: readonly Rich[]): List => ({ kind: 'list', items });
export const table = (caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table => ({
  kind: 'table',
  caption,
  columns,
  rows,
  look: 'rows',
});
export const section = (id: string, title: string, blocks: readonly Block[], sections: readonly Section[] = []): Section => ({
  id,
  label: null,
  title,
  blocks,
  sections,
});
export const words = (title: string, width = 3): Column => ({ title, align: 'start', width });
export const numbers = (title: string, width = 2): Column => ({ title, align: 'end', width });
export const number = (value: number | null, text: string, share: number | null = null, note: string | null = null): Figure => ({
  value,
  text,
  share,
  note,
});
export const strong = (text: string): Strong => ({ kind: 'strong', text });
export const quiet = (text: string): Quiet => ({ kind: 'quiet', text });
export const code = (text: string): Code => ({ kind: 'code', text });

export const inlineProse = (markdown: string): InlineProse => ({ kind: 'prose', markdown });
export const state = (how: StateMark['state'], text: string): StateMark => ({ kind: 'state', state: how, text });
export const lines = (values: readonly Rich[]): Lines => ({ lines: values });
