import type { Views } from '../../../../../server/src/lsp/protocol';
import { addShape, type Palette } from './palette';

export type Net = Views['network'];
export type Person = Net['people'][number];
export type Tie = Net['ties'][number];

/** How the map lies under the window: what stands at (x, y) is in its middle, `scale` pixels to a unit. */
export interface Lens {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is emphasised: positions in `people` and `ties`. */
export interface Emphasis {
  /** Whom the mouse or the keyboard is on; −1 for none. */
  readonly person: number;
  readonly tie: number;
  /** What the cursor in the text is in or speaks of. */
  readonly people: ReadonlySet<number>;
  readonly ties: ReadonlySet<number>;
  /** What a search finds; null without one. */
  readonly found: ReadonlySet<number> | null;
}

/** A net, and what drawing it again and again needs to know of it. */
export interface Scene {
  readonly net: Net;
  readonly radii: readonly number[];
  /** The ties of each person, and the people they lead to, by position. */
  readonly tiesOf: readonly (readonly number[])[];
  readonly friendsOf: readonly ReadonlySet<number>[];
  /** Everyone, those that matter most to the net first: they are named where there is room for few names. */
  readonly byWeight: readonly number[];
}

export function sceneOf(net: Net): Scene {
  const most = Math.max(0.02, ...net.people.map(({ betweenness }) => betweenness));
  const tiesOf: number[][] = net.people.map(() => []);
  const friendsOf = net.people.map(() => new Set<number>());
  for (const [at, { from, to }] of net.ties.entries()) {
    tiesOf[from]?.push(at);
    tiesOf[to]?.push(at);
    friendsOf[from]?.add(to);
    friendsOf[to]?.add(from);
  }
  const byWeight = [...net.people.keys()].sort((a, b) => weight(net, b) - weight(net, a) || a - b);
  return { net, radii: net.people.map(({ betweenness }) => 8 + 18 * Math.sqrt(betweenness / most)), tiesOf, friendsOf, byWeight };
}

function weight({ people }: Net, at: number): number {
  const person = people[at];
  return person ? person.betweenness * 1000 + person.degree : 0;
}

/** Draws all of it anew. */
export function drawScene(
  drawing: CanvasRenderingContext2D,
  { net, radii, tiesOf, friendsOf, byWeight }: Scene,
  lens: Lens,
  { width, height }: Size,
  emphasis: Emphasis,
  palette: Palette,
): void {
  const { people, ties } = net;
  // However far away, everyone stays to be seen.
  const radiusOf = (at: number): number => Math.max(radii[at] ?? 8, smallestDot / lens.scale);
  const near = emphasis.person < 0 ? null : friendsOf[emphasis.person];
  const isLitTie = (at: number): boolean => at === emphasis.tie || (near !== null && (tiesOf[emphasis.person]?.includes(at) ?? false));
  const isFading = emphasis.person >= 0 || emphasis.tie >= 0;
  const tie = ties[emphasis.tie];
  const isLit = (at: number): boolean => {
    if (isFading) return at === emphasis.person || (near?.has(at) ?? false) || at === tie?.from || at === tie?.to;
    return emphasis.found?.has(at) ?? true;
  };

  drawing.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  drawing.fillStyle = palette.ground;
  drawing.fillRect(0, 0, width, height);
  drawing.translate(width / 2 - lens.x * lens.scale, height / 2 - lens.y * lens.scale);
  drawing.scale(lens.scale, lens.scale);
  drawTies();
  drawPeople();
  drawNames();

  /** Ties that look the same are one stroke: thousands of them stay fluid. */
  function drawTies(): void {
    const strokes = new Map<
      string,
      { readonly path: Path2D; readonly strength: number; readonly isStrained: boolean; readonly look: TieLook }
    >();
    for (const [at, { from, to, strength, isStrained }] of ties.entries()) {
      const [a, b] = [people[from], people[to]];
      if (!a || !b) continue;
      const isFaded = isFading ? !isLitTie(at) : !isLit(from) || !isLit(to);
      const look: TieLook = emphasis.ties.has(at) ? 'marked' : isFaded ? 'faded' : isFading ? 'lit' : 'plain';
      const key = `${strength} ${isStrained} ${look}`;
      const stroke = strokes.get(key) ?? { path: new Path2D(), strength, isStrained, look };
      strokes.set(key, stroke);
      stroke.path.moveTo(a.x, a.y);
      stroke.path.lineTo(b.x, b.y);
    }
    const order: readonly TieLook[] = ['faded', 'plain', 'lit', 'marked'];
    for (const { path, strength, isStrained, look } of [...strokes.values()].sort(
      (a, b) => order.indexOf(a.look) - order.indexOf(b.look),
    )) {
      drawing.globalAlpha = look === 'faded' ? 0.12 : look === 'plain' ? 0.55 : 1;
      drawing.strokeStyle = look === 'marked' ? palette.focus : isStrained ? palette.warning : palette.faint;
      // A link stays to be seen, however far away.
      drawing.lineWidth = Math.max((0.6 + strength * 0.6) * (look === 'marked' ? 1.8 : 1), 0.5 / lens.scale);
      drawing.setLineDash(isStrained ? [9, 7] : []);
      drawing.stroke(path);
    }
    drawing.setLineDash([]);
    drawing.globalAlpha = 1;
  }

  function drawPeople(): void {
    const fills = new Map<string, { readonly path: Path2D; readonly team: number; readonly isFaded: boolean }>();
    for (const [at, { x, y, team }] of people.entries()) {
      const isFaded = !isLit(at) && !emphasis.people.has(at);
      const key = `${team} ${isFaded}`;
      const fill = fills.get(key) ?? { path: new Path2D(), team, isFaded };
      fills.set(key, fill);
      addShape(fill.path, team, x, y, radiusOf(at));
    }
    for (const { path, team, isFaded } of fills.values()) {
      // Not to be seen through: a tie must not cross a face.
      drawing.globalAlpha = 1;
      drawing.fillStyle = palette.ground;
      drawing.fill(path);
      drawing.globalAlpha = isFaded ? 0.2 : 1;
      drawing.fillStyle = palette.team(team);
      drawing.fill(path);
      if (lens.scale < nearEnough) continue;
      drawing.lineWidth = 2;
      drawing.strokeStyle = palette.ground;
      drawing.stroke(path);
    }
    for (const [at, person] of people.entries()) drawMarks(at, person);
    drawing.globalAlpha = 1;
  }

  function drawMarks(at: number, { x, y, isCut, alert }: Person): void {
    const r = radiusOf(at);
    drawing.globalAlpha = isLit(at) || emphasis.people.has(at) ? 1 : 0.2;
    if (at === emphasis.person || emphasis.people.has(at))
      ring(x, y, r + Math.max(9, 3 / lens.scale), Math.max(3, 2 / lens.scale), palette.focus, []);
    if (lens.scale < nearEnough) return;
    if (isCut) ring(x, y, r + 5, 1.5, palette.ink, [2.5, 3.5]);
    if (alert !== 'error' && alert !== 'warning') return;
    const [bx, by] = [x + r * 0.75, y - r * 0.75];
    drawing.beginPath();
    drawing.arc(bx, by, 5.5, 0, 2 * Math.PI);
    drawing.fillStyle = alert === 'error' ? palette.error : palette.warning;
    drawing.fill();
    drawing.lineWidth = 1.5;
    drawing.strokeStyle = palette.ground;
    drawing.stroke();
    drawing.fillStyle = palette.ground;
    drawing.fillRect(bx - 0.8, by - 3.3, 1.6, 4);
    drawing.fillRect(bx - 0.8, by + 1.6, 1.6, 1.6);
  }

  function ring(x: number, y: number, r: number, lineWidth: number, color: string, dash: readonly number[]): void {
    drawing.beginPath();
    drawing.arc(x, y, r, 0, 2 * Math.PI);
    drawing.setLineDash([...dash]);
    drawing.lineWidth = lineWidth;
    drawing.strokeStyle = color;
    drawing.stroke();
    drawing.setLineDash([]);
  }

  /** As many names as have room, at the size of the page's text. */
  function drawNames(): void {
    drawing.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    drawing.textAlign = 'center';
    drawing.textBaseline = 'top';
    drawing.lineJoin = 'round';
    const first = [emphasis.person, tie?.from ?? -1, tie?.to ?? -1, ...emphasis.people, ...(near ?? [])].filter((at) => at >= 0);
    const room = new Room();
    for (const [at, { x, y }] of people.entries()) {
      const [cx, cy] = [(x - lens.x) * lens.scale + width / 2, (y - lens.y) * lens.scale + height / 2];
      const r = radiusOf(at) * lens.scale;
      if (cx > -r && cx < width + r && cy > -r && cy < height + r) room.fill(cx - r, cy - r, cx + r, cy + r);
    }
    const most = Math.min(mostNames, Math.max(fewestNames, mostNames * lens.scale));
    let named = 0;
    for (const at of new Set([...first, ...byWeight])) {
      const person = people[at];
      if (!person || named >= most) break;
      if (!isLit(at) && !emphasis.people.has(at)) continue;
      const x = (person.x - lens.x) * lens.scale + width / 2;
      const y = (person.y - lens.y) * lens.scale + height / 2;
      if (x < -80 || x > width + 80 || y < -20 || y > height + 20) continue;
      const isFirst = at === emphasis.person || emphasis.people.has(at);
      // Clear of the ring.
      const r = radiusOf(at) * lens.scale + (isFirst ? 4 + Math.max(10.5 * lens.scale, 4) : 4);
      drawing.font = `${isFirst ? 600 : 400} ${fontSize}px ${palette.font}`;
      const text = shortened(person.label);
      const long = widthOf(drawing, text);
      // Below, above, to the right, to the left.
      const places = [
        [x, y + r],
        [x, y - r - fontSize],
        [x + r + long / 2, y - fontSize / 2],
        [x - r - long / 2, y - fontSize / 2],
      ] as const;
      const isFree = ([middle, y]: readonly [number, number]): boolean =>
        middle > long / 2 && middle < width - long / 2 && room.isFree(middle - long / 2, y, middle + long / 2, y + fontSize);
      const place = places.find(isFree) ?? (isFirst ? places[0] : null);
      if (!place) continue;
      const [middle, top] = place;
      room.fill(middle - long / 2 - 3, top - 1, middle + long / 2 + 3, top + fontSize + 1);
      named++;
      drawing.lineWidth = 3;
      drawing.strokeStyle = palette.ground;
      drawing.strokeText(text, middle, top);
      drawing.fillStyle = palette.ink;
      drawing.fillText(text, middle, top);
    }
  }
}

type TieLook = 'faded' | 'plain' | 'lit' | 'marked';

const fontSize = 12;
/** At a scale of 1 or more; fewer where the map is far away. */
const mostNames = 140;
const fewestNames = 24;
/** In pixels. */
const smallestDot = 2.5;
/** From this scale on, marks at people can be told apart. */
const nearEnough = 0.3;
const longestName = 26;

function shortened(label: string): string {
  const letters = [...label];
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : label;
}

const widths = new Map<string, number>();

function widthOf(drawing: CanvasRenderingContext2D, text: string): number {
  const key = `${drawing.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const { width } = drawing.measureText(text);
  widths.set(key, width);
  return width;
}

/** Where something stands already, in squares, so that looking is quick. */
class Room {
  readonly #squares = new Map<number, Box[]>();

  isFree(left: number, top: number, right: number, bottom: number): boolean {
    return this.#under(left, top, right, bottom).every((boxes) =>
      boxes.every((other) => left >= other[2] || right <= other[0] || top >= other[3] || bottom <= other[1]),
    );
  }

  fill(left: number, top: number, right: number, bottom: number): void {
    for (const boxes of this.#under(left, top, right, bottom)) boxes.push([left, top, right, bottom]);
  }

  #under(left: number, top: number, right: number, bottom: number): readonly Box[][] {
    const found: Box[][] = [];
    for (let x = Math.floor(left / square); x <= right / square; x++) {
      for (let y = Math.floor(top / square); y <= bottom / square; y++) {
        const key = x * 65_536 + y;
        const boxes = this.#squares.get(key) ?? [];
        this.#squares.set(key, boxes);
        found.push(boxes);
      }
    }
    return found;
  }
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
const square = 64;
