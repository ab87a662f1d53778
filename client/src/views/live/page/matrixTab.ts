import type { Views } from '../../../../../server/src/lsp/protocol';
import { h, isFound, unseen } from './dom';
import { Grid } from './grid';
import type { Asking, Cursor, Tab } from './tab';
import { type Words, words } from './words';

type Matrix = Views['matrix'];
type Row = Matrix['members'][number];

/** Who can do what: the level printed in each cell, and what one's own tasks require. */
export class MatrixTab implements Tab<Matrix> {
  readonly element: HTMLElement;
  readonly #grid = new Grid(rowHeight);
  readonly #legend = h('ul', { class: 'key' });
  readonly #empty = h('p', { class: 'empty', hidden: true });
  #data: Matrix = { levels: [], autonomous: 0, competencies: [], members: [] };
  #words: Words = words.en;
  #cursor: Cursor = { around: [], named: [] };
  #query = '';
  #rows: readonly Row[] = [];

  constructor(private readonly asking: Asking) {
    this.element = h('div', { class: 'matrix' }, this.#empty, this.#grid.element, this.#legend);
  }

  draw(data: Matrix, said: Words): void {
    this.#data = data;
    this.#words = said;
    const isEmpty = data.members.length === 0 || data.competencies.length === 0;
    this.#empty.textContent = said.noMatrix;
    this.#empty.hidden = !isEmpty;
    this.#grid.element.hidden = isEmpty;
    this.#legend.hidden = isEmpty;
    const sign = (name: string, text: string): HTMLElement => h('span', { class: `sample ${name}`, 'aria-hidden': 'true' }, text);
    const { level, required, gap, coverage } = said.matrixLegend;
    this.#legend.replaceChildren(
      h('li', {}, sign('level', '3'), level),
      h('li', {}, sign('required', '3'), required),
      h('li', {}, sign('required gap', '1'), gap),
      h('li', {}, sign('coverage', '0 · 1 · 2+'), coverage),
    );
    this.#show();
  }

  mark(cursor: Cursor): void {
    this.#cursor = cursor;
    const at = this.#rows.findIndex(({ id }) => cursor.around.includes(id));
    this.#show();
    if (at >= 0) this.#grid.bring(at);
  }

  search(query: string): number {
    this.#query = query;
    this.#show();
    return this.#rows.length;
  }

  /** A search by a competency finds who holds it. */
  #show(): void {
    const { members, competencies } = this.#data;
    const asked = competencies.flatMap(({ label }, at) => (this.#query !== '' && isFound(this.#query, label) ? [at] : []));
    this.#rows = members.filter(({ label, levels }) => isFound(this.#query, label) || asked.some((at) => (levels[at] ?? 0) > 0));
    this.#grid.show({
      label: this.#words.matrix,
      head: [this.#names(), this.#coverage()],
      rows: this.#rows.length,
      row: (at) => this.#row(this.#rows[at]),
    });
  }

  #names(): HTMLTableRowElement {
    const cells = this.#data.competencies.map(({ id, label }) => {
      const cell = h('th', { scope: 'col', class: this.#marked(id) ? 'name marked' : 'name', title: label }, h('span', {}, label));
      return this.#clickable(cell, () => this.asking.open(id));
    });
    return h('tr', { class: 'names' }, h('th', { scope: 'col', class: 'corner', tabindex: -1 }, this.#words.member), ...cells);
  }

  #coverage(): HTMLTableRowElement {
    const { coverage, coverageOf } = this.#words;
    const cells = this.#data.competencies.map(({ id, label, holders, level, target }) => {
      const said = coverageOf(holders, this.#level(level), target);
      const kind = holders === 0 ? 'none' : holders === 1 ? 'single' : 'covered';
      const cell = h(
        'td',
        { class: `coverage ${kind}`, title: `${label}: ${said}` },
        holders < 2 ? String(holders) : '2+',
        unseen(`: ${said}`),
      );
      return this.#clickable(cell, () => this.asking.open(id));
    });
    return h('tr', { class: 'covers' }, h('th', { scope: 'row', tabindex: -1 }, coverage), ...cells);
  }

  #row(row: Row | undefined): HTMLTableRowElement {
    if (!row) return h('tr');
    const { id, label, levels, required } = row;
    const needs = new Map(required.map((need) => [need.at, need]));
    const head = this.#clickable(h('th', { scope: 'row', title: label }, label), () => this.asking.open(id));
    const cells = this.#data.competencies.map((competency, at) => {
      const held = levels[at] ?? 0;
      const need = needs.get(at);
      const said = [
        held === 0 ? this.#words.notAssessed : this.#level(held),
        need ? this.#words.requires(this.#level(need.level)) : null,
        need && !need.isHeld ? this.#words.gap : null,
      ].filter((part) => part !== null);
      const shade = held === 0 ? 0 : Math.ceil((held * shades) / Math.max(1, this.#data.levels.length));
      const kinds = [
        `shade-${shade}`,
        need ? 'required' : '',
        need && !need.isHeld ? 'gap' : '',
        this.#marked(competency.id) ? 'marked' : '',
      ];
      const cell = h(
        'td',
        {
          class: kinds.filter(Boolean).join(' '),
          title: `${label} – ${competency.label}: ${said.join(', ')}`,
        },
        held === 0 ? (need ? '0' : '') : String(held),
        unseen(` ${said.join(', ')}`),
      );
      return this.#clickable(cell, () => this.asking.open(id, competency.id.slice(competency.id.indexOf(':') + 1)));
    });
    return h('tr', { class: this.#marked(id) ? 'marked' : null }, head, ...cells);
  }

  #clickable<Cell extends HTMLElement>(cell: Cell, call: () => void): Cell {
    cell.tabIndex = -1;
    cell.addEventListener('click', call);
    return cell;
  }

  /** Inside a task, what it requires and who does it. */
  #marked(id: string): boolean {
    return this.#cursor.around.includes(id) || this.#cursor.named.includes(id);
  }

  #level(level: number): string {
    return this.#data.levels[level - 1] ?? String(level);
  }
}

const rowHeight = 28;
/** How many shades there are between no level and the highest. */
const shades = 5;
