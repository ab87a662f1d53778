import type { Views } from '../../../../../server/src/lsp/protocol';
import { h, isFound, unseen } from './dom';
import { Grid } from './grid';
import type { Asking, Cursor, Tab } from './tab';
import { type Words, words } from './words';

type Workload = Views['workload'];
type Row = Workload['members'][number];

/** Who has how much: days of work against days available, and week by week. */
export class WorkloadTab implements Tab<Workload> {
  readonly element: HTMLElement;
  readonly #grid = new Grid(34);
  readonly #note = h('p', { class: 'key' });
  readonly #empty = h('p', { class: 'empty', hidden: true });
  #data: Workload = { period: null, weeks: [], members: [] };
  #words: Words = words.en;
  #cursor: Cursor = { around: [], named: [] };
  #query = '';
  #rows: readonly Row[] = [];

  constructor(private readonly asking: Asking) {
    this.element = h('div', { class: 'workload' }, this.#empty, this.#grid.element, this.#note);
  }

  draw(data: Workload, said: Words): void {
    this.#data = data;
    this.#words = said;
    this.#empty.textContent = said.noWorkload;
    this.#empty.hidden = data.members.length > 0;
    this.#grid.element.hidden = data.members.length === 0;
    this.#note.hidden = data.members.length === 0;
    const period = data.period ? said.period(this.#date(data.period.from), this.#date(data.period.to)) : said.noPeriod;
    this.#note.textContent = `${period} ${said.bar}.`;
    this.#show();
  }

  mark(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#show();
    const at = this.#rows.findIndex((row) => this.#isMarked(row));
    if (at >= 0) this.#grid.bring(at);
  }

  search(query: string): number {
    this.#query = query;
    this.#show();
    return this.#rows.length;
  }

  #show(): void {
    this.#rows = this.#data.members.filter(({ label, tasks }) => isFound(this.#query, label, ...tasks.map((task) => task.label)));
    const most = Math.max(1, ...this.#data.members.map(({ available, assigned }) => Math.max(available ?? 0, assigned)));
    this.#grid.show({
      label: this.#words.workload,
      head: [this.#head()],
      rows: this.#rows.length,
      row: (at) => this.#row(this.#rows[at], most),
    });
  }

  #head(): HTMLTableRowElement {
    const { member, days, load, weekOf } = this.#words;
    const weeks = this.#data.weeks.map((monday) =>
      h(
        'th',
        { scope: 'col', class: 'week', tabindex: -1, title: weekOf(this.#date(monday)) },
        h('span', { 'aria-hidden': 'true' }, this.#short(monday)),
        unseen(weekOf(this.#date(monday))),
      ),
    );
    const column = (text: string, name: string): HTMLElement => h('th', { scope: 'col', class: name, tabindex: -1 }, text);
    return h('tr', {}, column(member, 'corner'), column(days, 'days'), column(load, 'load'), ...weeks);
  }

  #row(row: Row | undefined, most: number): HTMLTableRowElement {
    if (!row) return h('tr');
    const { id, label, load, weeks, isOverloaded } = row;
    const head = this.#clickable(h('th', { scope: 'row', title: label }, label), id);
    const said = [
      this.#daysOf(row.assigned, row.available),
      isOverloaded ? this.#words.overloaded : null,
      ...row.tasks.map((task) => `${task.label} ${this.#number(task.days)}`),
    ];
    const days = this.#clickable(
      h(
        'td',
        { class: 'days' },
        unseen(said.filter((part) => part !== null).join(', ')),
        h('div', { class: 'days-of' }, this.#bar(row, most), this.#figures(row)),
      ),
      id,
    );
    const percent =
      load === null ? (row.assigned > 0 ? '–' : '') : new Intl.NumberFormat(this.#language(), { style: 'percent' }).format(load);
    const share = this.#clickable(h('td', { class: isOverloaded ? 'load over' : 'load' }, isOverloaded ? `▲ ${percent}` : percent), id);
    const cells = this.#data.weeks.map((monday, at) => this.#clickable(this.#week(monday, weeks[at], label), id));
    return h('tr', { class: this.#isMarked(row) ? 'marked' : null }, head, days, share, ...cells);
  }

  /** A task at a time; what is more than available is hatched. */
  #bar({ available, assigned, tasks }: Row, most: number): HTMLElement {
    const bar = h('div', { class: 'bar', 'aria-hidden': 'true' });
    if (available !== null) {
      const room = h('span', { class: 'room' });
      room.style.width = `${(available / most) * 100}%`;
      bar.append(room);
    }
    let from = 0;
    for (const { id, label, days } of tasks) {
      const part = h('span', { class: 'part', title: `${label}: ${this.#number(days)}` });
      part.style.left = `${(from / most) * 100}%`;
      part.style.width = `${(days / most) * 100}%`;
      part.addEventListener('click', (event) => {
        event.stopPropagation();
        this.asking.open(id);
      });
      bar.append(part);
      from += days;
    }
    if (available !== null && assigned > available) {
      const over = h('span', { class: 'over' });
      over.style.left = `${(available / most) * 100}%`;
      over.style.width = `${((assigned - available) / most) * 100}%`;
      bar.append(over);
    }
    return bar;
  }

  #figures({ available, assigned }: Row): HTMLElement {
    const text = available === null ? this.#number(assigned) : `${this.#number(assigned)} / ${this.#number(available)}`;
    return h('span', { class: 'figures', 'aria-hidden': 'true' }, text);
  }

  #week(monday: string, week: Row['weeks'][number] | undefined, label: string): HTMLTableCellElement {
    if (!week) return h('td', { class: 'week none' }, unseen('–'));
    const said = `${label} – ${this.#words.weekOf(this.#date(monday))}: ${this.#daysOf(week.assigned, week.available)}`;
    const share = week.available > 0 ? week.assigned / week.available : week.assigned > 0 ? 2 : 0;
    const shade = week.isOverloaded ? 'over' : `shade-${Math.ceil(Math.min(1, share) * 4)}`;
    const text = week.assigned === 0 ? '' : this.#number(Math.round(week.assigned * 10) / 10);
    const spoken = this.#daysOf(week.assigned, week.available) + (week.isOverloaded ? `, ${this.#words.overloaded}` : '');
    return h('td', { class: `week ${shade}`, title: said }, h('span', { 'aria-hidden': 'true' }, text), unseen(spoken));
  }

  #clickable<Cell extends HTMLElement>(cell: Cell, id: string): Cell {
    cell.tabIndex = -1;
    cell.addEventListener('click', () => this.asking.open(id));
    return cell;
  }

  /** Who the cursor is in, or who does the task that it is in. */
  #isMarked({ id, tasks }: Row): boolean {
    const { around, named } = this.#cursor;
    return around.includes(id) || named.includes(id) || tasks.some((task) => around.includes(task.id));
  }

  #daysOf(assigned: number, available: number | null): string {
    return available === null
      ? this.#words.daysOnly(this.#number(assigned))
      : this.#words.daysOf(this.#number(assigned), this.#number(available));
  }

  #language(): 'en-GB' | 'fr-FR' {
    return this.#words === words.fr ? 'fr-FR' : 'en-GB';
  }

  #number(value: number): string {
    return new Intl.NumberFormat(this.#language(), { maximumFractionDigits: 1 }).format(value);
  }

  #date(date: string): string {
    const text = new Intl.DateTimeFormat(this.#language(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
    return this.#words === words.fr ? text.replace(/^1 /, '1er ') : text;
  }

  #short(date: string): string {
    return new Intl.DateTimeFormat(this.#language(), { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(new Date(date));
  }
}
