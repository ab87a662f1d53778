import type { FindingShown, Views } from '../../../../../server/src/lsp/protocol';
import { h, isFound } from './dom';
import type { Asking, Cursor, Tab } from './tab';
import { type Words, words } from './words';

type Findings = Views['findings'];
type Severity = FindingShown['severity'];

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const signs: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i', hint: '?' };

/** All findings, by pillar; severities can be left out. */
export class FindingsTab implements Tab<Findings> {
  readonly element: HTMLElement;
  readonly #filters = h('div', { class: 'filters', role: 'group' });
  readonly #list = h('div', { class: 'findings' });
  #data: Findings = { groups: [], people: [], findings: [] };
  #words: Words = words.en;
  #cursor: Cursor = { around: [], named: [] };
  #query = '';

  constructor(
    private readonly asking: Asking,
    private readonly kept: { readonly hidden: Set<Severity>; keep(): void },
  ) {
    this.element = h('div', { class: 'findings-tab' }, this.#filters, this.#list);
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('focusin', ({ target }) => this.#reach(target));
  }

  draw(data: Findings, said: Words): void {
    this.#data = data;
    this.#words = said;
    this.#filters.setAttribute('aria-label', said.show);
    this.#filters.replaceChildren(...severities.map((severity) => this.#filter(severity)));
    this.#show();
  }

  mark(cursor: Cursor): void {
    this.#cursor = cursor;
    for (const row of this.#list.querySelectorAll<HTMLElement>('[data-subjects]')) this.#markRow(row);
  }

  search(query: string): number {
    this.#query = query;
    return this.#show();
  }

  #filter(severity: Severity): HTMLElement {
    const count = this.#data.findings.filter((finding) => finding.severity === severity).length;
    const button = h(
      'button',
      { type: 'button', class: `filter ${severity}`, 'aria-pressed': String(!this.kept.hidden.has(severity)) },
      h('span', { class: `severity ${severity}`, 'aria-hidden': 'true' }, signs[severity]),
      `${this.#words.severities[severity]} ${count}`,
    );
    button.addEventListener('click', () => {
      if (!this.kept.hidden.delete(severity)) this.kept.hidden.add(severity);
      button.setAttribute('aria-pressed', String(!this.kept.hidden.has(severity)));
      this.kept.keep();
      this.asking.announce(this.#words.found(this.#show()));
    });
    return button;
  }

  /** Answers how many are shown. */
  #show(): number {
    const { groups, findings, people } = this.#data;
    const labels = new Map(people.map(({ id, label }) => [id, label]));
    const shown = findings.filter(
      (finding) =>
        !this.kept.hidden.has(finding.severity) &&
        isFound(this.#query, finding.message, finding.rule, ...finding.people.map((id) => labels.get(id) ?? null)),
    );
    const hadFocus = this.#list.contains(document.activeElement);
    const sections = groups.flatMap(({ group, label }) => {
      const its = shown.filter((finding) => finding.group === group);
      return its.length === 0 ? [] : [this.#section(label, its)];
    });
    const none = h('p', { class: 'empty' }, findings.length === 0 ? this.#words.noFindings : this.#words.noneOfThese);
    this.#list.replaceChildren(...(sections.length > 0 ? sections : [none]));
    const [first] = this.#buttons();
    if (first) first.tabIndex = 0;
    if (hadFocus) first?.focus();
    return shown.length;
  }

  #section(label: string, findings: readonly FindingShown[]): HTMLElement {
    return h(
      'section',
      {},
      h('h2', {}, label, h('small', {}, String(findings.length))),
      h('ul', {}, ...findings.map((finding) => this.#row(finding))),
    );
  }

  #row({ rule, severity, message, subjects, at }: FindingShown): HTMLElement {
    const where = `${at.file}:${at.line + 1}`;
    const open = h(
      'button',
      { type: 'button', class: 'finding', tabindex: -1 },
      h('span', { class: `severity ${severity}`, 'aria-hidden': 'true' }, signs[severity]),
      h('span', { class: 'message' }, h('span', { class: 'unseen' }, `${this.#words.severity[severity]}: `), message),
      h('span', { class: 'where' }, where),
    );
    open.addEventListener('click', () => this.asking.openAt(at));
    const explain = h('button', { type: 'button', class: 'rule', tabindex: -1, 'aria-label': this.#words.explain(rule) }, rule);
    explain.addEventListener('click', () => this.asking.explain(rule));
    const row = h('li', { 'data-subjects': JSON.stringify(subjects) }, open, explain);
    this.#markRow(row);
    return row;
  }

  #markRow(row: HTMLElement): void {
    const subjects: readonly string[] = JSON.parse(row.dataset.subjects ?? '[]');
    row.classList.toggle(
      'marked',
      subjects.some((id) => this.#cursor.around.includes(id)),
    );
  }

  #buttons(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('button')];
  }

  #reach(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    for (const button of this.#list.querySelectorAll<HTMLElement>('[tabindex="0"]')) button.tabIndex = -1;
    target.tabIndex = 0;
  }

  /** Up and down from finding to finding, right to its rule and left back. */
  #key(event: KeyboardEvent): void {
    const findings = [...this.#list.querySelectorAll<HTMLElement>('.finding')];
    const row = document.activeElement?.closest('li');
    const at = findings.findIndex((button) => button.parentElement === row);
    const to = {
      ArrowDown: findings[at + 1],
      ArrowUp: findings[at - 1],
      Home: findings[0],
      End: findings.at(-1),
      ArrowRight: row?.querySelector<HTMLElement>('.rule') ?? undefined,
      ArrowLeft: row?.querySelector<HTMLElement>('.finding') ?? undefined,
    }[event.key];
    if (!to) return;
    to.focus();
    event.preventDefault();
  }
}
