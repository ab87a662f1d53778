import { h, isFound } from './dom';
import { NetMap, type Pointed } from './map';
import { teamSign } from './palette';
import type { Lens, Net, Person } from './scene';
import type { Asking, Cursor, Tab } from './tab';
import type { Words } from './words';
import { words } from './words';

/** The map, and beside it everyone on it as a list: whoever does not see the map has the same there. */
export class NetworkTab implements Tab<Net> {
  readonly element: HTMLElement;
  readonly #map: NetMap;
  readonly #stage = h('div', { class: 'stage', role: 'application', tabindex: 0 });
  readonly #list = h('ul', { class: 'people', role: 'listbox', tabindex: 0 });
  readonly #listTitle = h('h2');
  readonly #legend = h('details', { class: 'legend' });
  readonly #tip = h('p', { class: 'tip', hidden: true });
  readonly #tools = h('div', { class: 'tools' });
  readonly #empty = h('p', { class: 'empty', hidden: true });
  readonly #help = h('p', { id: 'map-help', class: 'unseen' });
  #words: Words = words.en;
  #cursor: Cursor = { around: [], named: [] };
  #query = '';
  /** Positions of people in the order of the list. */
  #listed: readonly number[] = [];
  #options: ReadonlyMap<number, HTMLElement> = new Map();

  constructor(
    private readonly asking: Asking,
    private readonly kept: { lens: Lens | null; keep(lens: Lens | null): void },
  ) {
    this.#map = new NetMap({
      pointed: (pointed) => this.#pointed(pointed),
      chosen: (pointed) => this.#open(pointed),
      moved: (lens) => this.kept.keep(lens),
    });
    this.#map.look(kept.lens);
    this.#stage.append(this.#map.canvas, this.#empty, this.#tip, this.#tools, this.#legend, this.#help);
    this.#stage.setAttribute('aria-describedby', 'map-help');
    this.#stage.addEventListener('keydown', (event) => this.#key(event));
    this.#list.setAttribute('aria-labelledby', 'people-title');
    this.#listTitle.id = 'people-title';
    this.#list.addEventListener('keydown', (event) => this.#keyInList(event));
    this.element = h('div', { class: 'network' }, this.#stage, h('aside', { class: 'side' }, this.#listTitle, this.#list));
    new MutationObserver(() => this.#drawBeside()).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  draw(net: Net, said: Words): void {
    this.#words = said;
    this.#map.show(net);
    this.#stage.setAttribute('aria-label', said.map);
    this.#help.textContent = said.mapHelp;
    this.#empty.textContent = said.noPeople;
    this.#empty.hidden = net.people.length > 0;
    this.#drawTools();
    this.#drawBeside();
    this.#emphasise();
  }

  mark(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#emphasise();
  }

  search(query: string): number {
    this.#query = query;
    this.#drawList();
    this.#emphasise();
    return this.#listed.length;
  }

  #emphasise(): void {
    const { people, ties } = this.#map.scene.net;
    const { around, named } = this.#cursor;
    const own = positionsOf(people, around);
    const tied = new Set([...ties.keys()].filter((at) => around.includes(ties[at]?.link ?? '')));
    // In a task it is those who do it, in a link its ends.
    const marked = own.size > 0 ? own : positionsOf(people, named);
    const found = this.#query === '' ? null : new Set(this.#listed);
    this.#map.emphasise({ people: marked, ties: tied, found });
    for (const [at, option] of this.#options) option.classList.toggle('marked', marked.has(at));
  }

  #drawTools(): void {
    const button = (sign: string, label: string, call: () => void): HTMLElement => {
      const made = h('button', { type: 'button', 'aria-label': label, title: label }, sign);
      made.addEventListener('click', call);
      return made;
    };
    const { zoomIn, zoomOut, fit } = this.#words;
    this.#tools.replaceChildren(
      button('+', zoomIn, () => this.#map.zoom(1.4)),
      button('−', zoomOut, () => this.#map.zoom(1 / 1.4)),
      button('⤢', fit, () => this.#fit()),
    );
  }

  #fit(): void {
    this.#map.look(null);
    this.kept.keep(null);
  }

  #drawBeside(): void {
    this.#drawList();
    const { legend, sizeMeans, widthMeans, strainedMeans, cutMeans, alertMeans } = this.#words;
    const { teams } = this.#map.scene.net;
    const line = (sign: HTMLElement, text: string): HTMLElement => h('li', {}, sign, text);
    const mark = (name: string): HTMLElement => h('span', { class: `mark ${name}`, 'aria-hidden': 'true' });
    this.#legend.replaceChildren(
      h('summary', {}, legend),
      h(
        'ul',
        {},
        ...teams.map(({ label }, at) => line(teamSign(at, this.#map.palette), label)),
        line(mark('size'), sizeMeans),
        line(mark('width'), widthMeans),
        line(mark('strained'), strainedMeans),
        line(mark('cut'), cutMeans),
        line(mark('alert'), alertMeans),
      ),
    );
  }

  #drawList(): void {
    const { net, byWeight } = this.#map.scene;
    this.#listed = byWeight.filter((at) => {
      const person = net.people[at];
      return person && isFound(this.#query, person.label, person.role, net.teams[person.team]?.label ?? null);
    });
    const options = this.#listed.map((at) => [at, this.#option(at)] as const);
    this.#options = new Map(options);
    this.#listTitle.replaceChildren(this.#words.people, h('small', {}, this.#words.peopleOrder));
    this.#list.replaceChildren(...options.map(([, option]) => option));
    this.#list.removeAttribute('aria-activedescendant');
    this.#list.tabIndex = options.length > 0 ? 0 : -1;
  }

  #option(at: number): HTMLElement {
    const { net } = this.#map.scene;
    const person = net.people[at];
    if (!person) return h('li');
    const option = h(
      'li',
      { id: `person-${at}`, role: 'option', 'aria-selected': 'false' },
      teamSign(person.team, this.#map.palette),
      h('span', { class: 'name' }, person.label),
      h('span', { class: 'unseen' }, this.#detailsOf(person)),
      h('span', { class: 'figure', 'aria-hidden': 'true' }, percent(person.betweenness, this.#words)),
    );
    option.addEventListener('click', () => this.#open({ person: at, tie: -1 }));
    option.addEventListener('pointerenter', () => this.#map.point({ person: at, tie: -1 }));
    option.addEventListener('pointerleave', () => this.#map.point({ person: -1, tie: -1 }));
    return option;
  }

  #pointed({ person, tie }: Pointed): void {
    const { people, ties } = this.#map.scene.net;
    const someone = people[person];
    const something = ties[tie];
    const text = someone ? this.#inWords(someone) : something ? this.#tieInWords(something) : '';
    this.#tip.textContent = text;
    this.#tip.hidden = text === '';
    this.#map.canvas.classList.toggle('pointing', text !== '');
    for (const [at, option] of this.#options) option.setAttribute('aria-selected', String(at === person));
    if (someone) this.#list.setAttribute('aria-activedescendant', `person-${person}`);
  }

  #inWords(person: Person): string {
    return `${person.label} · ${this.#detailsOf(person)}`;
  }

  #detailsOf({ role, team, betweenness, degree, isCut }: Person): string {
    const { between, links, isCut: cut, noTeam } = this.#words;
    const { teams } = this.#map.scene.net;
    const said = [role, teams[team]?.label ?? noTeam, links(degree), between(percent(betweenness, this.#words)), isCut ? cut : null];
    return said.filter((part) => part !== null).join(' · ');
  }

  #tieInWords({ from, to, strength, isStrained }: Net['ties'][number]): string {
    const { people } = this.#map.scene.net;
    const ends = this.#words.link(people[from]?.label ?? '', people[to]?.label ?? '');
    return [ends, this.#words.strength(strength), isStrained ? this.#words.strained : null].filter((part) => part !== null).join(' · ');
  }

  #open({ person, tie }: Pointed): void {
    const { people, ties } = this.#map.scene.net;
    const id = people[person]?.id ?? ties[tie]?.link;
    if (id) this.asking.open(id);
  }

  #key(event: KeyboardEvent): void {
    // Buttons and the legend on the stage have keys of their own.
    if (event.target !== this.#stage) return;
    const direction = directions[event.key];
    if (direction) this.#go(this.#map.next(...direction));
    else if (event.key === 'Enter') this.#open(this.#map.pointed);
    else if (event.key === '+' || event.key === '=') this.#map.zoom(1.4);
    else if (event.key === '-') this.#map.zoom(1 / 1.4);
    else if (event.key === '0') this.#fit();
    else if (event.key === 'Escape') this.#map.point({ person: -1, tie: -1 });
    else return;
    event.preventDefault();
  }

  #keyInList(event: KeyboardEvent): void {
    const at = this.#listed.indexOf(this.#map.pointed.person);
    const last = this.#listed.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) this.#go(this.#listed[to] ?? -1);
    else if (event.key === 'Enter' || event.key === ' ') this.#open(this.#map.pointed);
    else return;
    event.preventDefault();
  }

  #go(person: number): void {
    this.#map.point({ person, tie: -1 });
    this.#map.bring(person);
    this.#options.get(person)?.scrollIntoView({ block: 'nearest' });
    const someone = this.#map.scene.net.people[person];
    if (someone) this.asking.announce(this.#inWords(someone));
  }
}

const directions: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

function positionsOf(people: readonly Person[], ids: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(ids);
  return new Set([...people.keys()].filter((at) => wanted.has(people[at]?.id ?? '')));
}

function percent(ratio: number, said: Words): string {
  const language = said === words.fr ? 'fr' : 'en';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(ratio);
}
