import { perFrame } from './dom';
import { type Palette, paletteNow } from './palette';
import { drawScene, type Emphasis, type Lens, type Net, type Scene, type Size, sceneOf } from './scene';

/** What the mouse or the keyboard is on, by position; −1 for nothing. */
export interface Pointed {
  readonly person: number;
  readonly tie: number;
}

export interface MapEvents {
  /** Something else is pointed at. */
  pointed(pointed: Pointed): void;
  /** A click. */
  chosen(pointed: Pointed): void;
  /** The lens was moved by hand. */
  moved(lens: Lens): void;
}

const nothing: Pointed = { person: -1, tie: -1 };
const smallest = 0.02;
const largest = 4;

/** The map: draws the net, and follows mouse and wheel. */
export class NetMap {
  readonly canvas = document.createElement('canvas');
  #scene: Scene = sceneOf({ teams: [], people: [], ties: [] });
  #palette: Palette = paletteNow();
  #size: Size = { width: 0, height: 0 };
  /** Null until it is moved by hand: then all is in sight. */
  #lens: Lens | null = null;
  #pointed = nothing;
  #emphasis: Omit<Emphasis, 'person' | 'tie'> = { people: new Set(), ties: new Set(), found: null };
  readonly #drawSoon = perFrame(() => this.#draw());

  constructor(private readonly events: MapEvents) {
    this.canvas.className = 'map';
    this.canvas.setAttribute('aria-hidden', 'true');
    new ResizeObserver(() => this.#resize()).observe(this.canvas);
    new MutationObserver(() => this.repaint()).observe(document.body, { attributes: true, attributeFilter: ['class'] });
    this.#followMouse();
  }

  get palette(): Palette {
    return this.#palette;
  }

  get scene(): Scene {
    return this.#scene;
  }

  get pointed(): Pointed {
    return this.#pointed;
  }

  show(net: Net): void {
    const { person } = this.#pointed;
    const id = this.#scene.net.people[person]?.id;
    this.#scene = sceneOf(net);
    this.#pointed = { person: net.people.findIndex((each) => each.id === id), tie: -1 };
    this.#drawSoon();
  }

  emphasise(emphasis: Omit<Emphasis, 'person' | 'tie'>): void {
    this.#emphasis = emphasis;
    this.#drawSoon();
  }

  /** In the colours of the theme as it is now. */
  repaint(): void {
    this.#palette = paletteNow();
    this.#drawSoon();
  }

  point(pointed: Pointed): void {
    if (pointed.person === this.#pointed.person && pointed.tie === this.#pointed.tie) return;
    this.#pointed = pointed;
    this.#drawSoon();
    this.events.pointed(pointed);
  }

  look(lens: Lens | null): void {
    this.#lens = lens;
    this.#drawSoon();
  }

  zoom(factor: number, x = this.#size.width / 2, y = this.#size.height / 2): void {
    const lens = this.lens();
    const scale = Math.min(largest, Math.max(smallest, lens.scale * factor));
    const [dx, dy] = [x - this.#size.width / 2, y - this.#size.height / 2];
    // What is under the mouse stays under it.
    this.#move({ x: lens.x + dx / lens.scale - dx / scale, y: lens.y + dy / lens.scale - dy / scale, scale });
  }

  /** Brings a person into sight where they are not. */
  bring(at: number): void {
    const person = this.#scene.net.people[at];
    const lens = this.lens();
    if (!person) return;
    const [dx, dy] = [Math.abs(person.x - lens.x) * lens.scale, Math.abs(person.y - lens.y) * lens.scale];
    if (dx > this.#size.width / 2 - 40 || dy > this.#size.height / 2 - 40) this.#move({ ...lens, x: person.x, y: person.y });
  }

  /** The nearest person from the one pointed at, in a direction of the screen; the first where none is. */
  next(dx: number, dy: number): number {
    const { people } = this.#scene.net;
    const from = people[this.#pointed.person];
    if (!from) return this.#scene.byWeight[0] ?? -1;
    let best = { at: this.#pointed.person, cost: Number.POSITIVE_INFINITY };
    for (const [at, { x, y }] of people.entries()) {
      const ahead = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy - (y - from.y) * dx);
      if (at === this.#pointed.person || ahead <= 0) continue;
      const cost = ahead + 2.5 * aside;
      if (cost < best.cost) best = { at, cost };
    }
    return best.at;
  }

  lens(): Lens {
    if (this.#lens) return this.#lens;
    const { people } = this.#scene.net;
    const { width, height } = this.#size;
    if (people.length === 0 || width === 0) return { x: 0, y: 0, scale: 1 };
    const [left, right] = extent(people.map(({ x }) => x));
    const [top, bottom] = extent(people.map(({ y }) => y));
    const margin = 70;
    const scale = Math.min((width - margin) / (right - left + margin), (height - margin) / (bottom - top + margin), 1.5);
    return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(smallest, scale) };
  }

  #move(lens: Lens): void {
    this.#lens = lens;
    this.#drawSoon();
    this.events.moved(lens);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.#size = { width, height };
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    // At once: a canvas whose size changes is empty until it is drawn.
    this.#draw();
  }

  #draw(): void {
    const drawing = this.canvas.getContext('2d', { alpha: false });
    if (!drawing || this.#size.width === 0) return;
    drawScene(drawing, this.#scene, this.lens(), this.#size, { ...this.#emphasis, ...this.#pointed }, this.#palette);
  }

  #followMouse(): void {
    let drag: { readonly x: number; readonly y: number; readonly lens: Lens } | null = null;
    let isDragged = false;
    this.canvas.addEventListener('pointerdown', (event) => {
      drag = { x: event.clientX, y: event.clientY, lens: this.lens() };
      isDragged = false;
      this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener('pointermove', (event) => {
      if (!drag) {
        this.point(this.#under(event));
        return;
      }
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!isDragged && Math.hypot(dx, dy) < 4) return;
      isDragged = true;
      this.canvas.classList.add('dragged');
      this.#move({ ...drag.lens, x: drag.lens.x - dx / drag.lens.scale, y: drag.lens.y - dy / drag.lens.scale });
    });
    this.canvas.addEventListener('pointerup', (event) => {
      if (drag && !isDragged) this.events.chosen(this.#under(event));
      drag = null;
      this.canvas.classList.remove('dragged');
    });
    this.canvas.addEventListener('pointercancel', () => {
      drag = null;
    });
    this.canvas.addEventListener('pointerleave', () => this.point(nothing));
    this.canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), event.offsetX, event.offsetY);
      },
      { passive: false },
    );
  }

  #under({ offsetX, offsetY }: PointerEvent): Pointed {
    const lens = this.lens();
    const { net, radii } = this.#scene;
    const x = (offsetX - this.#size.width / 2) / lens.scale + lens.x;
    const y = (offsetY - this.#size.height / 2) / lens.scale + lens.y;
    const slack = 5 / lens.scale;
    let person = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [at, each] of net.people.entries()) {
      const distance = Math.hypot(each.x - x, each.y - y) - (radii[at] ?? 0);
      if (distance < Math.min(nearest, slack)) [person, nearest] = [at, distance];
    }
    if (person >= 0) return { person, tie: -1 };
    const tie = net.ties.findIndex(({ from, to }) => {
      const [a, b] = [net.people[from], net.people[to]];
      return a && b && distanceToLine(x, y, a, b) < slack;
    });
    return { person: -1, tie };
  }
}

interface At {
  readonly x: number;
  readonly y: number;
}

function distanceToLine(x: number, y: number, a: At, b: At): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
}

function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}
