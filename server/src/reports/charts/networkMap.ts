import { type Markup, markup } from '../render/markup';
import { layoutOf, type Point } from './layout';
import { shape } from './shapes';

/** People as shapes, their ties as lines. */
export interface NetworkMap {
  readonly kind: 'network';
  readonly people: readonly PersonOnMap[];
  readonly ties: readonly TieOnMap[];
  /** In the order in which they get their colours and shapes. */
  readonly teams: readonly string[];
  readonly words: {
    readonly noTeam: string;
    readonly size: string;
    readonly ring: string;
    readonly width: string;
    readonly strained: string;
  };
}

export interface PersonOnMap {
  readonly label: string;
  /** What one reads when pointing at it. */
  readonly title: string;
  /** A position among the teams; null for who is in none. */
  readonly team: number | null;
  /** 0…1 of the largest. */
  readonly size: number;
  readonly isCut: boolean;
}

export interface TieOnMap {
  /** Positions among the people. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** 1…5. */
  readonly strength: number;
  readonly isStrained: boolean;
}

/** The map as SVG, named by the element `${id}-title`, and its legend. */
export function drawnNetworkMap(map: NetworkMap, id: string, alternative: string): Markup {
  const tied = new Set(map.ties.flatMap(({ from, to }) => [from, to]));
  const places = placesOf(map, tied);
  const { left, top, width, height } = boundsOf(map, places);
  const ties = map.ties.map((tie) => drawnTie(tie, places));
  const people = map.people.map((person, at) => drawnPerson(person, places[at]));
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title">
<svg class="map" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text" viewBox="${left} ${top} ${width} ${height}" style="max-width:${Math.max(width, 480)}px">
<desc id="${id}-text">${alternative}</desc>
<g class="ties">
${ties}</g>
<g class="people">
${people}</g>
</svg>
</div>
${legend(map)}`;
}

/** Who is tied to nobody stands in rows below the others. */
function placesOf({ people, ties }: NetworkMap, tied: ReadonlySet<number>): readonly Point[] {
  const inNet = [...people.keys()].filter((at) => tied.has(at));
  const position = new Map(inNet.map((at, index) => [at, index]));
  const boxes = inNet.map((at) => boxOf(people[at]));
  const edges = ties.map(({ from, to, strength }) => ({ from: position.get(from) ?? 0, to: position.get(to) ?? 0, strength }));
  const net = layoutOf({ boxes, edges });
  const [left, right, bottom] = [
    Math.min(0, ...net.map(({ x }) => x)),
    Math.max(0, ...net.map(({ x }) => x)),
    Math.max(-rowHeight, ...net.map(({ y }) => y)),
  ];
  const inRow = Math.max(4, Math.floor((right - left) / apartInRow) + 1);
  const alone = [...people.keys()].filter((at) => !tied.has(at));
  const row = new Map(alone.map((at, index) => [at, index]));
  return people.map((_, at) => {
    const index = row.get(at);
    if (index === undefined) return net[position.get(at) ?? 0] ?? { x: 0, y: 0 };
    return { x: left + (index % inRow) * apartInRow, y: bottom + rowHeight * (Math.floor(index / inRow) + 1) };
  });
}

const apartInRow = 150;
const rowHeight = 80;
const labelHeight = 18;
const mostLetters = 22;

function radiusOf({ size }: PersonOnMap): number {
  return Math.round(10 + 14 * Math.sqrt(size));
}

function boxOf(person: PersonOnMap | undefined): { readonly width: number; readonly height: number } {
  const radius = person ? radiusOf(person) : 0;
  return { width: Math.max(2 * radius, letters(person?.label ?? '') * 8) + 14, height: 2 * radius + labelHeight + 18 };
}

function letters(label: string): number {
  return Math.min(mostLetters, Array.from(label).length);
}

function boundsOf({ people }: NetworkMap, places: readonly Point[]) {
  const sides = people.map((person, at) => {
    const { x, y } = places[at] ?? { x: 0, y: 0 };
    const { width } = boxOf(person);
    return { left: x - width / 2, right: x + width / 2, top: y - radiusOf(person), bottom: y + radiusOf(person) + labelHeight };
  });
  const [left, top] = [Math.min(...sides.map((side) => side.left)) - 12, Math.min(...sides.map((side) => side.top)) - 12];
  const [right, bottom] = [Math.max(...sides.map((side) => side.right)) + 12, Math.max(...sides.map((side) => side.bottom)) + 12];
  return { left: Math.floor(left), top: Math.floor(top), width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
}

function drawnTie({ from, to, title, strength, isStrained }: TieOnMap, places: readonly Point[]): Markup {
  const [a, b] = [places[from] ?? { x: 0, y: 0 }, places[to] ?? { x: 0, y: 0 }];
  return markup`<path class="${isStrained ? 'tie strained' : 'tie'}" stroke-width="${widthOf(strength)}" d="M${a.x} ${a.y}L${b.x} ${b.y}"><title>${title}</title></path>\n`;
}

function widthOf(strength: number): number {
  return 0.75 + strength * 0.75;
}

function drawnPerson(person: PersonOnMap, place: Point | undefined): Markup {
  const { x, y } = place ?? { x: 0, y: 0 };
  const radius = radiusOf(person);
  const named = Array.from(person.label);
  const label = named.length > mostLetters ? `${named.slice(0, mostLetters - 1).join('')}…` : person.label;
  return markup`<g class="${teamClass(person.team)}" transform="translate(${x} ${y})"><title>${person.title}</title>${
    person.isCut ? shape(person.team, radius + 4, 'ring') : null
  }${shape(person.team, radius, 'person')}<text y="${radius + labelHeight}">${label}</text></g>\n`;
}

/** Colours come in eight, shapes in six: together they tell twenty-four teams apart. */
function teamClass(team: number | null): string {
  return team === null ? 'team none' : `team t${team % 8}`;
}

function legend({ people, ties, teams, words }: NetworkMap): Markup {
  const drawn = [...teams.keys()].filter((at) => people.some(({ team }) => team === at));
  const rows = [
    ...drawn.map((at) => item(teamClass(at), shape(at, 7, 'person'), teams[at] ?? '')),
    ...(people.some(({ team }) => team === null) ? [item('team none', shape(null, 7, 'person'), words.noTeam)] : []),
    ...(people.some(({ size }) => size > 0)
      ? [item('team none', markup`<circle class="person" cx="-5" r="3"/><circle class="person" cx="4" r="6"/>`, words.size)]
      : []),
    ...(people.some(({ isCut }) => isCut)
      ? [item('team none', markup`${shape(null, 8, 'ring')}${shape(null, 4.5, 'person')}`, words.ring)]
      : []),
    ...(ties.length > 0
      ? [
          item(
            '',
            markup`<path class="tie" stroke-width="1.5" d="M-9-4H9"/><path class="tie" stroke-width="4.5" d="M-9 4H9"/>`,
            words.width,
          ),
        ]
      : []),
    ...(ties.some(({ isStrained }) => isStrained)
      ? [item('', markup`<path class="tie strained" stroke-width="3" d="M-10 0H10"/>`, words.strained)]
      : []),
  ];
  return markup`<ul class="legend">${rows}</ul>`;
}

function item(drawnAs: string, drawing: Markup, text: string): Markup {
  return markup`<li><svg class="key" viewBox="-11 -11 22 22" aria-hidden="true"><g class="${drawnAs}">${drawing}</g></svg>${text}</li>`;
}
