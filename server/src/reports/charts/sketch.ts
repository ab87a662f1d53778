import { type Markup, markup } from '../render/markup';
import type { Bullet, Sketch, StanceTrack } from './drawing';

/** A sketch as SVG, hidden from those who hear the page: the text beside it says the same. */
export function sketched(sketch: Sketch): Markup {
  return sketch.kind === 'bullet' ? bullet(sketch) : track(sketch);
}

const width = 160;

/** Up to the limit plain, beyond it hatched; a line marks the limit. */
function bullet({ value, limit, most }: Bullet): Markup {
  const at = (days: number): string => tenth((days / (most || 1)) * width);
  const within = limit === null ? value : Math.min(value, limit);
  const beyond = value - within;
  return markup`<svg class="sketch" viewBox="0 0 ${width} 14" aria-hidden="true">${
    limit === null ? null : markup`<rect class="room" y="3" width="${at(limit)}" height="8"/>`
  }<rect class="filled" y="5" width="${at(within)}" height="4"/>${
    beyond > 0 ? markup`<path class="beyond" d="M${at(within)} 7H${at(value)}"/>` : null
  }${limit === null ? null : markup`<rect class="limit" x="${tenth(Math.min(width - 1.5, Number(at(limit))))}" width="1.5" height="14"/>`}</svg>`;
}

/** A ring where one stands, an arrow to a disc where one is wanted. */
function track({ steps, current, desired }: StanceTrack): Markup {
  const at = (step: number): number => 8 + (step * (width - 16)) / Math.max(1, steps - 1);
  const ticks = Array.from({ length: steps }, (_, step) => markup`<circle class="tick" cx="${tenth(at(step))}" cy="9" r="2"/>`);
  const moves = desired !== null && desired !== current;
  return markup`<svg class="sketch" viewBox="0 0 ${width} 18" aria-hidden="true"><path class="rail" d="M8 9H${width - 8}"/>${ticks}${
    moves
      ? markup`<path class="move" d="M${tenth(at(current))} 9H${tenth(at(desired))}"/><circle class="wanted" cx="${tenth(at(desired))}" cy="9" r="5.5"/>`
      : null
  }<circle class="stands" cx="${tenth(at(current))}" cy="9" r="5.5"/></svg>`;
}

/** Coordinates have one decimal. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
