/** The style of a page, with `title` at the foot of each printed sheet. */
export function styleOf(title: string): string {
  return `${screen}${charts}${dark}${forced}${narrow}${print(cssString(title))}`;
}

/** All but letters and digits as escapes: nothing in it can end the string or the style. */
function cssString(text: string): string {
  return `"${Array.from(text, (character) => (/[a-z0-9 ]/i.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}

const screen = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --raised: #f3f1ea; --ink: #1b1f24; --quiet: #5a6069; --line: #dcd8cd; --rule: #1b1f24;
  --accent: #17566b; --error: #a1261d; --warning: #86500a; --info: #1f5a93; --hint: #5a6069; --good: #28663c; --bar: #9fb9c2;
  --tie: #98a2a8; --tone-1: #edf3f5; --tone-2: #d9e7ec; --tone-3: #c2d9e0; --tone-4: #a8c9d3; --tone-5: #8cb7c5; --hatch: #a1261d66;
  --team-0: #17566b; --team-1: #b4521a; --team-2: #5b4a9c; --team-3: #2f7d4f; --team-4: #a03060; --team-5: #7d6300; --team-6: #3b6fb5; --team-7: #6b5a4e;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Liberation Serif", "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: clamp(1.25rem, 5vw, 4rem); max-width: 84rem; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.55 var(--sans); font-kerning: normal; overflow-wrap: anywhere; hyphens: manual;
}
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote, table { margin: 0; padding: 0; }
h1, h2 { font-family: var(--serif); font-weight: 400; line-height: 1.12; letter-spacing: -0.012em; text-wrap: balance; }
h1 { font-size: clamp(2.25rem, 6vw, 4.25rem); max-width: 20ch; }
h2 { font-size: clamp(1.75rem, 3.4vw, 2.5rem); }
h3 { font-size: 1.1875rem; font-weight: 650; line-height: 1.3; }
h4 { font-size: 1rem; font-weight: 650; line-height: 1.4; }
h5, h6 { font-size: .9375rem; font-weight: 650; line-height: 1.4; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { color: var(--accent); text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* A viewer may bring styles of its own for these. */
code { padding: 0; background: none; color: inherit; font: .875em/1.4 var(--mono); }
blockquote { padding: 0; border: 0; background: none; }
small { display: block; color: var(--quiet); font-size: .8125rem; line-height: 1.45; font-weight: 400; }
.symbols { position: absolute; }
.skip { position: absolute; left: -100vw; top: .5rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { left: .5rem; }

.kind, .label, .nav-title, dt, caption, thead th, .cards-table td::before {
  font: 600 .75rem/1.4 var(--sans); letter-spacing: .045em; color: var(--quiet);
}
.cover { padding-bottom: 3rem; border-bottom: 1px solid var(--rule); }
.cover .kind { color: var(--accent); font-size: .8125rem; margin-bottom: 1.25rem; }
.cover .kind::before { content: ""; display: block; width: 3.5rem; height: 6px; margin-bottom: 1.5rem; background: var(--accent); }
.cover .facts { margin-top: 3rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.75rem 2.5rem; }
.cover .facts > div { display: block; border-top: 1px solid var(--line); padding-top: .75rem; }
.cover .facts > div:last-child { grid-column: 1 / -1; }
.cover .facts > div:last-child dd { margin-bottom: .35rem; }

.sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 3rem clamp(2rem, 5vw, 5rem); padding-top: 3rem; }
nav ol { list-style: none; padding: 0; max-width: none; columns: 13rem; column-gap: 2.5rem; }
nav li { break-inside: avoid; margin: 0; }
nav .nav-title { margin-bottom: .75rem; }
nav a { display: block; padding: .3rem 0; color: var(--ink); text-decoration: none; line-height: 1.35; font-size: .9375rem; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .label { display: block; color: var(--accent); letter-spacing: 0; }
@media (min-width: 70rem) {
  .sheet { grid-template-columns: 11.5rem minmax(0, 1fr); }
  nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
  nav ol { columns: 1; }
}

.chapter + .chapter { margin-top: 5.5rem; }
.chapter > h2 { padding-bottom: .5rem; }
.chapter > h2 .label { display: block; margin-bottom: .5rem; color: var(--accent); font-size: .8125rem; }
.lead { font: 400 1.1875rem/1.5 var(--serif); color: var(--quiet); max-width: 44rem; margin-bottom: 1.75rem; }
.part { margin-top: 2.75rem; }
.part .part { margin-top: 1.75rem; }
.part > :is(h3, h4, h5, h6) + * { margin-top: .75rem; }
p, .prose, ul, ol { max-width: 44rem; }
p + p, ul + p, .prose + .prose, .prose + .facts, .lead + .facts, .facts + table, .empty + .facts { margin-top: 1rem; }
ul, ol { padding-left: 1.15rem; }
li { margin: .3rem 0; }
li::marker { color: var(--quiet); }
.prose > * + *, blockquote > * + *, .said > * + * { margin-top: .6rem; }
.prose pre, blockquote pre { overflow-x: auto; }
.empty { color: var(--quiet); font-style: italic; }
.said { display: block; font-weight: 400; }
td .said, th .said { font-size: .875rem; }
th .said { color: var(--quiet); }

.facts { display: grid; gap: .65rem; }
.facts > div { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: .15rem 1.5rem; }
.facts dt { padding-top: .2rem; }
.facts dd { grid-column: 2; max-width: 44rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); border-block: 1px solid var(--line); }
.figures > div { padding: 1.1rem 1rem 1rem 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font: 400 2.375rem/1.1 var(--serif); font-variant-numeric: lining-nums; }
.ranking { padding: 0; list-style: none; border-top: 1px solid var(--line); max-width: none; }
.ranking > li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .15rem 1.5rem; align-items: baseline; margin: 0; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 2rem 3rem; }
.columns .part { margin: 0; padding-top: 1rem; border-top: 2px solid var(--rule); }
.columns .facts > div { display: block; }
.columns .facts dd + dd { margin-top: .4rem; }
.quotes { columns: 20rem 2; column-gap: 3rem; }
.quotes figure { break-inside: avoid; padding: 0 0 1.5rem 1.15rem; border-left: 2px solid var(--bar); margin-bottom: 1.5rem; padding-bottom: 0; }
.quotes blockquote { font: 400 1.0625rem/1.5 var(--serif); }
.quotes figcaption { margin-top: .4rem; color: var(--quiet); font-size: .8125rem; }

table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: start; padding-bottom: .5rem; }
thead th { vertical-align: bottom; text-align: start; padding: .5rem 1.25rem .5rem 0; border-bottom: 1px solid var(--rule); }
tbody th, td { vertical-align: top; text-align: start; padding: .65rem 1.25rem .65rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; }
tr > :last-child { padding-right: 0; }
th.end, td.end { text-align: end; }
table code { overflow-wrap: anywhere; }
.lines { list-style: none; padding: 0; }
.lines li { margin: 0; }
.lines li + li { margin-top: .25rem; }
.bar { display: block; width: 5.5rem; height: 5px; margin: .35rem 0 .25rem auto; background: var(--line); forced-color-adjust: none; }
.bar > span { display: block; height: 100%; background: var(--accent); }
.bar.over > span { background: repeating-linear-gradient(135deg, var(--error) 0 4px, transparent 4px 6px); }

.severity, .state { white-space: nowrap; font-weight: 600; }
.severity svg, .state svg { width: .8em; height: .8em; margin-right: .4em; fill: currentColor; vertical-align: -.04em; }
.state { display: inline-block; padding-left: 1.25em; text-indent: -1.25em; white-space: normal; font-weight: 400; }
.severity { font-size: .875rem; margin-right: .35em; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .hint { color: var(--hint); }
.good svg { color: var(--good); } .pending { color: var(--warning); } .missing { color: var(--error); font-weight: 600; }

.finding { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: .5rem 1.5rem; padding: 1.6rem 0; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.part > h3 + .finding { margin-top: .75rem; }
.finding:target { background: var(--raised); box-shadow: 0 0 0 1rem var(--raised); }
.mark { display: flex; flex-direction: column; gap: .35rem; }
.number { font: 400 1.75rem/1 var(--serif); color: var(--quiet); }
.finding h4 { font-size: 1.0625rem; max-width: 44rem; }
.origin { font-size: .8125rem; color: var(--quiet); margin: .25rem 0 1rem; }
.finding .facts { font-size: .9375rem; }
.finding .facts > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.finding .facts dd + dd { margin-top: .35rem; }
`;

const charts = `
.scroll { max-width: 100%; overflow-x: auto; }
.figures + .scroll, .figures + .chart, .figures + p, .figures + table, .scroll + .scroll, .legend + .scroll, .scroll + p, table + p, p + table, p + .scroll, table + .scroll, .legend + p, .scroll + table { margin-top: 1.75rem; }
.chart { margin-top: .5rem; }
.chart figcaption { font: 600 .75rem/1.4 var(--sans); letter-spacing: .045em; color: var(--quiet); padding-bottom: .5rem; }
.map { display: block; width: 100%; min-width: 38rem; height: auto; margin: 0 auto; }
.tie { fill: none; stroke: var(--tie); }
.tie.strained { stroke: var(--error); stroke-dasharray: 7 5; }
.team text { font: 500 15px/1 var(--sans); fill: var(--ink); text-anchor: middle; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
.person { fill: var(--quiet); stroke: var(--paper); stroke-width: 1.5; }
.ring { fill: none; stroke: var(--ink); stroke-width: 1.5; }
${Array.from({ length: 8 }, (_, team) => `.t${team} .person { fill: var(--team-${team}); }`).join(' ')}
.people .team:hover text { font-weight: 700; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; max-width: none; margin-top: 1rem; padding: 0; color: var(--quiet); font-size: .8125rem; line-height: 1.4; }
.legend li { display: flex; align-items: center; gap: .55rem; margin: 0; max-width: 24rem; }
.legend .key { flex: none; }
.legend svg.key { width: 1.4rem; height: 1.4rem; overflow: visible; }

.grid { width: auto; min-width: 20rem; table-layout: auto; border-collapse: separate; border-spacing: 2px; font-size: .875rem; line-height: 1.25; }
.grid caption { padding-bottom: .75rem; }
.grid thead th { padding: 0 .25rem .4rem; border: 0; color: var(--ink); font: 500 .8125rem/1.25 var(--sans); letter-spacing: 0; text-align: center; overflow-wrap: normal; }
.grid.turned thead th { overflow-wrap: anywhere; }
.grid thead th:first-child { text-align: start; color: var(--quiet); padding-left: 0; }
.grid.turned thead th:not(:first-child) > span { display: inline-block; writing-mode: vertical-rl; text-orientation: sideways; rotate: 180deg; max-inline-size: 12rem; text-align: start; }
.grid tr > * { vertical-align: middle; }
.grid thead tr > * { vertical-align: bottom; }
.grid tbody th, .grid tfoot th { position: sticky; left: 0; z-index: 1; width: 12rem; min-width: 9rem; max-width: 12rem; overflow-wrap: break-word; padding: .4rem 1rem .4rem 0; border: 0; background: var(--paper); text-align: start; font-weight: 500; }
.grid tfoot th { color: var(--quiet); font-size: .8125rem; }
.grid td, .legend span.key { min-width: 2.45rem; height: 2.4rem; padding: .2rem .3rem; border: 0; text-align: center; vertical-align: middle; font-variant-numeric: tabular-nums lining-nums; }
.legend span.key { display: grid; align-content: center; color: var(--ink); font-size: .875rem; line-height: 1.2; }
.grid small, .legend small { color: inherit; font-size: .75rem; line-height: 1.15; white-space: nowrap; }
.grid tfoot tr:first-child > * { border-top: 1px solid var(--rule); }
.tone-0 { color: var(--quiet); }
.grid tfoot .tone-0 { color: var(--ink); }
${[1, 2, 3, 4, 5].map((tone) => `.tone-${tone} { background-color: var(--tone-${tone}); color: var(--ink); }`).join(' ')}
.gap { color: var(--ink); outline: 1.5px solid var(--error); outline-offset: -1.5px; background-image: repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 7px); font-weight: 650; text-shadow: 0 0 2px var(--paper), 0 0 3px var(--paper), 0 0 4px var(--paper); }
.quadrants td { min-height: 4rem; padding: .75rem; border: 1px solid var(--line); }
.quadrants thead th:not(:first-child) { padding-left: .75rem; }
.quadrants tbody tr:first-child td:last-child { background: var(--raised); }

.sketch { display: block; width: 100%; max-width: 12rem; height: auto; margin-top: .3rem; overflow: visible; }
.room { fill: var(--line); }
.filled { fill: var(--accent); }
.beyond { fill: none; stroke: var(--error); stroke-width: 8; stroke-dasharray: 2 1.5; }
.limit { fill: var(--ink); }
.rail { stroke: var(--line); stroke-width: 2; }
.tick { fill: var(--quiet); }
.move { stroke: var(--accent); stroke-width: 3; }
.wanted { fill: var(--accent); }
.stands { fill: var(--paper); stroke: var(--accent); stroke-width: 2.5; }
`;

/** The reader’s own few colours: what colours say is said by shapes, lines and words as well. */
const forced = `
@media screen and (forced-colors: active) {
  :root {
    --paper: Canvas; --raised: Canvas; --ink: CanvasText; --quiet: CanvasText; --line: GrayText; --rule: CanvasText; --accent: LinkText;
    --error: CanvasText; --warning: CanvasText; --info: CanvasText; --hint: CanvasText; --good: CanvasText; --bar: GrayText; --tie: CanvasText;
    --tone-1: Canvas; --tone-2: Canvas; --tone-3: Canvas; --tone-4: Canvas; --tone-5: Canvas;
    --team-0: CanvasText; --team-1: CanvasText; --team-2: CanvasText; --team-3: CanvasText;
    --team-4: CanvasText; --team-5: CanvasText; --team-6: CanvasText; --team-7: CanvasText;
  }
  .gap { outline: 2px dashed CanvasText; outline-offset: -2px; }
  .room { fill: Canvas; stroke: CanvasText; }
  .filled { fill: CanvasText; }
  .grid td { border: 1px solid GrayText; }
}
`;

const dark = `
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --raised: #1d2125; --ink: #e9e7e1; --quiet: #a5abb3; --line: #343a40; --rule: #e9e7e1;
    --accent: #83c5d8; --error: #ff9e93; --warning: #eeb868; --info: #92c3f4; --hint: #a5abb3; --good: #86cf9b; --bar: #44606b;
    --tie: #5f6a72; --tone-1: #1b262b; --tone-2: #213238; --tone-3: #284048; --tone-4: #2f4f59; --tone-5: #375f6c; --hatch: #ff9e9366;
    --team-0: #83c5d8; --team-1: #f0a070; --team-2: #b3a4ea; --team-3: #86cf9b; --team-4: #ee92b4; --team-5: #d6bd5a; --team-6: #92b8f0; --team-7: #c4b0a2;
  }
}
`;

const narrow = `
@media (max-width: 46rem) {
  .facts > div, .finding, .finding .facts > div, .ranking > li { grid-template-columns: minmax(0, 1fr); }
  .facts dd { grid-column: 1; }
  .mark { flex-direction: row; align-items: baseline; gap: .75rem; }
  .cards-table, .cards-table caption, .cards-table tbody, .cards-table tr, .cards-table th, .cards-table td { display: block; }
  .cards-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards-table tr { padding: .9rem 0; border-top: 1px solid var(--line); }
  .cards-table tbody th { padding: 0 0 .4rem; border: 0; font-size: 1rem; }
  .cards-table td { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .25rem 1rem; padding: .25rem 0; border: 0; text-align: start; white-space: normal; }
  .cards-table td::before { content: attr(data-title); padding-top: .15rem; }
  .cards-table td > * { grid-column: 2; }
  .cards-table .bar { margin-left: 0; }
  .grid tbody th, .grid tfoot th { width: 7.5rem; min-width: 7.5rem; max-width: 7.5rem; padding-right: .5rem; }
  .quadrants td { min-height: 0; padding: .35rem 0; }
  .figures-table thead th, .figures-table td { padding-right: .6rem; letter-spacing: 0; }
  .figures-table col:first-child { width: auto !important; }
  .figures-table col { width: 2.75rem !important; }
  .figures-table thead th.end { writing-mode: vertical-rl; text-orientation: sideways; padding: 0 0 .5rem; }
}
`;

function print(title: string): string {
  return `
@page {
  size: A4; margin: 18mm 17mm 20mm;
  @bottom-left { content: ${title}; font: 7.5pt system-ui, sans-serif; color: #5a6069; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt system-ui, sans-serif; color: #5a6069; }
}
@media print {
  html { font-size: 8.8pt; }
  html { --paper: #fff; }
  html, body { background: #fff; }
  body { padding: 0; max-width: none; }
  .skip { display: none; }
  .cover { border: 0; padding-bottom: 2rem; }
  .sheet { display: block; padding: 0; }
  .chapter { break-before: page; }
  .chapter + .chapter { margin-top: 0; }
  .chapter + :is(#coverage, #members, #ties, #holding, #teams, #tasks, #effect) { break-before: auto; margin-top: 3rem; }
  h2, h3, h4, h5, caption, thead, thead tr, .lead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, .chart, .legend, .finding, .figures, .quotes figure, .ranking > li, .facts > div { break-inside: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .bar, .cover .kind::before, .grid td, .legend .key, .chart, .sketch, .quadrants td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .finding { padding: 1rem 0; grid-template-columns: 9rem minmax(0, 1fr); }
  .facts > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
  table { font-size: .875rem; line-height: 1.35; }
  tbody th, td, .ranking > li { padding-top: .4rem; padding-bottom: .4rem; }
  .part { margin-top: 2rem; }
  nav ol { columns: 3; }
  .scroll { overflow: visible; }
  .map { min-width: 0; max-height: 215mm; }
  .grid { font-size: .8125rem; margin-bottom: 1rem; }
  .grid td { min-width: 2.1rem; height: 1.9rem; padding: .1rem .2rem; }
  .grid tbody th, .grid tfoot th { position: static; padding: .1rem .75rem .1rem 0; }
  .grid tfoot { display: table-row-group; }
}
`;
}
