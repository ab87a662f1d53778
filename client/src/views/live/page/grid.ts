import { h } from './dom';

/** How a grid is filled: a row is made when it comes into sight. */
export interface GridForm {
  readonly label: string;
  /** Rows that stay at the top; each cell is made once. */
  readonly head: readonly HTMLTableRowElement[];
  readonly rows: number;
  row(at: number): HTMLTableRowElement;
}

/**
 * A table of which only the rows in sight are there, so that a thousand stay fluid. One cell at a time is reached by Tab; arrow keys go on from
 * there, Enter does what a click does. Rows are all of one height.
 */
export class Grid {
  readonly element = h('div', { class: 'scroll' });
  readonly #table = h('table', { role: 'grid' });
  readonly #head = h('thead');
  readonly #body = h('tbody');
  readonly #before = h('tr', { class: 'spacer', role: 'presentation' });
  readonly #after = h('tr', { class: 'spacer', role: 'presentation' });
  readonly #shown = new Map<number, HTMLTableRowElement>();
  #form: GridForm = { label: '', head: [], rows: 0, row: () => h('tr') };
  #at = { row: 0, column: 0 };

  constructor(private readonly rowHeight: number) {
    this.#table.append(this.#head, this.#body);
    this.element.append(this.#table);
    this.element.addEventListener('scroll', () => this.#fill());
    new ResizeObserver(() => this.#fill()).observe(this.element);
    this.#table.addEventListener('keydown', (event) => this.#key(event));
    this.#table.addEventListener('focusin', ({ target }) => this.#focused(target));
    this.#table.addEventListener('pointerover', ({ target }) => this.#light(target));
    this.#table.addEventListener('pointerleave', () => this.#light(null));
  }

  /** Rows keep where they are scrolled to, and which cell is reached by Tab. */
  show(form: GridForm): void {
    const hadFocus = this.#table.contains(document.activeElement);
    this.#form = form;
    this.#table.setAttribute('aria-label', form.label);
    this.#table.setAttribute('aria-rowcount', String(form.rows + form.head.length));
    for (const [at, row] of form.head.entries()) row.setAttribute('aria-rowindex', String(at + 1));
    this.#head.replaceChildren(...form.head);
    this.#shown.clear();
    this.#body.replaceChildren(this.#before, this.#after);
    this.#fill();
    this.#at = { row: Math.min(this.#at.row, form.rows + form.head.length - 1), column: this.#at.column };
    this.#reach(this.#cellAt(this.#at.row, this.#at.column), hadFocus ? 'focus' : 'reach');
  }

  /** Scrolls to a row where it is out of sight. */
  bring(at: number): void {
    const top = at * this.rowHeight;
    const room = this.element.clientHeight - this.#head.offsetHeight;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (top + this.rowHeight > this.element.scrollTop + room) this.element.scrollTop = top + this.rowHeight - room;
    this.#fill();
  }

  #fill(): void {
    const { rows, head } = this.#form;
    const inSight = Math.ceil((this.element.clientHeight || 600) / this.rowHeight);
    const first = Math.max(0, Math.min(Math.floor(this.element.scrollTop / this.rowHeight) - spare, rows - inSight - 2 * spare));
    const last = Math.min(rows, first + inSight + 2 * spare);
    for (const [at, row] of this.#shown) {
      if (at >= first && at < last) continue;
      row.remove();
      this.#shown.delete(at);
    }
    for (let at = first; at < last; at++) {
      if (this.#shown.has(at)) continue;
      const row = this.#form.row(at);
      row.setAttribute('aria-rowindex', String(at + 1 + head.length));
      this.#shown.set(at, row);
      const next = [...this.#shown].filter(([other]) => other > at).sort(([a], [b]) => a - b)[0]?.[1] ?? this.#after;
      next.before(row);
    }
    this.#before.style.height = `${first * this.rowHeight}px`;
    this.#after.style.height = `${(rows - last) * this.rowHeight}px`;
    this.#before.hidden = first === 0;
    this.#after.hidden = last === rows;
  }

  #rowAt(at: number): HTMLTableRowElement | undefined {
    const { head } = this.#form;
    return head[at] ?? this.#shown.get(at - head.length);
  }

  #cellAt(row: number, column: number): HTMLTableCellElement | undefined {
    return this.#rowAt(row)?.cells[column];
  }

  #focused(target: EventTarget | null): void {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('th, td') : null;
    const row = cell?.closest('tr');
    if (!cell || !row) return;
    this.#at = { row: Number(row.getAttribute('aria-rowindex')) - 1, column: cell.cellIndex };
    this.#reach(cell, 'reach');
  }

  /** The one cell that Tab leads to. */
  #reach(cell: HTMLTableCellElement | undefined, how: 'reach' | 'focus'): void {
    for (const other of this.#table.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    cell?.setAttribute('tabindex', '0');
    if (how === 'focus') cell?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const { row, column } = this.#at;
    const last = this.#form.rows + this.#form.head.length - 1;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.rowHeight) - 2);
    const columns = (this.#rowAt(row)?.cells.length ?? 1) - 1;
    const to = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [last, columns] : [row, columns],
    }[event.key];
    if (to) this.#go(clamp(to[0] ?? 0, last), clamp(to[1] ?? 0, columns));
    else if (event.key === 'Enter' || event.key === ' ') this.#cellAt(row, column)?.click();
    else return;
    event.preventDefault();
  }

  #go(row: number, column: number): void {
    const { head } = this.#form;
    if (row >= head.length) this.bring(row - head.length);
    this.#at = { row, column };
    const cell = this.#cellAt(row, column);
    this.#reach(cell, 'focus');
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The row and the column under the mouse stay, the rest fades. */
  #light(target: EventTarget | null): void {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('th, td') : null;
    this.#table.classList.toggle('faded', cell !== null);
    for (const lit of this.#table.querySelectorAll('.lit')) lit.classList.remove('lit');
    const row = cell?.closest('tr');
    if (!cell || !row) return;
    if (row.parentElement === this.#body) row.classList.add('lit');
    if (cell.cellIndex === 0) return;
    for (const each of [...this.#form.head, ...this.#shown.values()]) each.cells[cell.cellIndex]?.classList.add('lit');
  }
}

/** How many rows out of sight are there above and below. */
const spare = 6;

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
