import type { FindingShown } from '../../../../../server/src/lsp/protocol';
import { type FromPage, type LivePart, livePart, type ToPage } from '../messages';
import { folded, h } from './dom';
import { FindingsTab } from './findingsTab';
import { MatrixTab } from './matrixTab';
import { NetworkTab } from './networkTab';
import type { Lens } from './scene';
import type { Asking, Cursor, Tab } from './tab';
import { words } from './words';
import { WorkloadTab } from './workloadTab';
import './style/page.css';
import './style/network.css';
import './style/tables.css';
import './style/workload.css';
import './style/findings.css';
import './style/narrow.css';
import './style/contrast.css';

/** What is kept when the window is reloaded, or the view is out of sight. */
interface Kept {
  readonly part: LivePart;
  readonly root: string | null;
  readonly query: string;
  readonly lens: Lens | null;
  readonly hidden: readonly FindingShown['severity'][];
}

declare function acquireVsCodeApi(): { getState(): Kept | undefined; setState(kept: Kept): void; postMessage(message: FromPage): void };

const host = acquireVsCodeApi();
let kept: Kept = host.getState() ?? { part: 'network', root: null, query: '', lens: null, hidden: [] };
const hidden = new Set(kept.hidden);
/** What the tab in front is told, and any other once it is in front. */
let cursor: Cursor = { around: [], named: [] };
let said = document.documentElement.lang === 'fr' ? words.fr : words.en;

const announcing = h('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
const asking: Asking = {
  open: (id, has) => host.postMessage({ what: 'open', id, has: has ?? null }),
  openAt: (at) => host.postMessage({ what: 'openAt', at }),
  explain: (rule) => host.postMessage({ what: 'explain', rule }),
  announce: (text) => {
    announcing.textContent = text;
  },
};
const tabs: Readonly<Record<LivePart, Tab<never>>> = {
  network: new NetworkTab(asking, { lens: kept.lens, keep: (lens) => keep({ lens }) }),
  matrix: new MatrixTab(asking),
  workload: new WorkloadTab(asking),
  findings: new FindingsTab(asking, { hidden, keep: () => keep({ hidden: [...hidden] }) }),
};

const project = h('h1');
const tabList = h('div', { class: 'tabs', role: 'tablist' });
const search = h('input', { type: 'search', spellcheck: 'false', autocomplete: 'off' });
const main = h('main', { role: 'tabpanel', id: 'panel', tabindex: -1 });
const waiting = h('p', { class: 'empty' });
document.body.append(h('header', {}, project, tabList, search), main, announcing);
search.value = kept.query;
name();
show(kept.part);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => take(data));
search.addEventListener('input', () => {
  keep({ query: search.value });
  asking.announce(said.found(tabs[kept.part].search(folded(search.value.trim()))));
});
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || search.value === '') return;
  search.value = '';
  search.dispatchEvent(new Event('input'));
});
tabList.addEventListener('keydown', (event) => {
  const at = livePart.indexOf(kept.part);
  const to = { ArrowRight: at + 1, ArrowLeft: at + livePart.length - 1, Home: 0, End: livePart.length - 1 }[event.key];
  const part = to === undefined ? undefined : livePart[to % livePart.length];
  if (!part) return;
  event.preventDefault();
  show(part);
  tabList.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
});

function take(message: ToPage): void {
  switch (message.what) {
    case 'part': {
      if (message.part !== kept.part) return;
      said = words[message.language];
      document.documentElement.lang = message.language;
      if (message.root !== kept.root) keep({ root: message.root });
      project.textContent = message.name;
      name();
      const tab = tabs[message.part];
      tab.draw(JSON.parse(message.json) as never, said);
      tab.search(folded(search.value.trim()));
      tab.mark(cursor);
      if (main.firstElementChild !== tab.element) main.replaceChildren(tab.element);
      main.dataset.drawn = message.part;
      break;
    }
    case 'nothing':
      said = words[message.language];
      project.textContent = 'Collab';
      name();
      waiting.textContent = said.nothing;
      main.replaceChildren(waiting);
      break;
    case 'cursor':
      cursor = message;
      tabs[kept.part].mark(cursor);
  }
}

/** Shows a tab, and asks for what stands on it. */
function show(part: LivePart): void {
  keep({ part });
  name();
  waiting.textContent = said.waiting;
  main.replaceChildren(waiting);
  delete main.dataset.drawn;
  host.postMessage({ what: 'shows', part, root: kept.root });
}

function name(): void {
  search.placeholder = said.searchHint;
  search.setAttribute('aria-label', said.search);
  tabList.setAttribute('aria-label', said.views);
  const buttons = livePart.map((part) => {
    const isShown = part === kept.part;
    const attributes = { type: 'button', role: 'tab', id: `tab-${part}`, 'aria-selected': String(isShown), 'aria-controls': 'panel' };
    const button = h('button', { ...attributes, tabindex: isShown ? 0 : -1 }, said.tabs[part]);
    button.addEventListener('click', () => show(part));
    return button;
  });
  const hadFocus = tabList.contains(document.activeElement);
  tabList.replaceChildren(...buttons);
  if (hadFocus) tabList.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  main.setAttribute('aria-labelledby', `tab-${kept.part}`);
}

function keep(changes: Partial<Kept>): void {
  kept = { ...kept, ...changes };
  host.setState(kept);
}
