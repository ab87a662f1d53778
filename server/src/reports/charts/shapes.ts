import { type Markup, markup } from '../render/markup';

/** By team: a disc, a square, a diamond, a triangle, a hexagon, a triangle that stands on its tip; a disc too for who is in none. */
export function shape(team: number | null, radius: number, drawnAs: 'person' | 'ring'): Markup {
  const corners = team === null ? [] : (polygons[team % polygons.length] ?? []);
  if (corners.length === 0) return markup`<circle class="${drawnAs}" r="${radius}"/>`;
  const points = corners.map(([x, y]) => `${tenth(x * radius)},${tenth(y * radius)}`).join(' ');
  return markup`<polygon class="${drawnAs}" points="${points}"/>`;
}

/** Around a circle of radius 1, of about its area. */
const polygons: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [],
  [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  [
    [0, -1.3],
    [1.2, 0.85],
    [-1.2, 0.85],
  ],
  [
    [-0.55, -0.96],
    [0.55, -0.96],
    [1.1, 0],
    [0.55, 0.96],
    [-0.55, 0.96],
    [-1.1, 0],
  ],
  [
    [-1.2, -0.85],
    [1.2, -0.85],
    [0, 1.3],
  ],
];

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
