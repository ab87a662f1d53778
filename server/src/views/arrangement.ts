import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Member } from '../model/model';
import type { Graph } from '../model/network';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where each member stands on a map, by id. */
export type Arrangement = ReadonlyMap<string, Point>;

/** How far apart neighbours on the map stand, about: a member is drawn with a radius of a tenth to a quarter of it. */
export const spacing = 100;

/**
 * Where the members of `graph` stand. Whoever stood somewhere `before` stays there, so that the map does not jump while one types, and who is
 * new comes beside those they are linked to; where most are new, all are arranged anew. The same graph from nothing gives the same map.
 */
export function arranged(graph: Graph<Member>, before: Arrangement = new Map()): Arrangement {
  const known = graph.nodes.filter(({ id }) => before.has(id)).length;
  return known * 2 > graph.nodes.length ? joinedBy(graph, before) : fromNothing(graph);
}

function joinedBy(graph: Graph<Member>, before: Arrangement): Arrangement {
  const places = new Map<string, Point>();
  for (const { id } of graph.nodes) {
    const point = before.get(id);
    if (point) places.set(id, point);
  }
  const outside = Math.max(0, ...[...places.values()].map(({ x, y }) => Math.hypot(x, y))) + spacing;
  for (const [at, { id }] of graph.nodes.entries()) {
    if (places.has(id)) continue;
    const beside = (graph.neighbours[at] ?? []).flatMap((each) => places.get(graph.nodes[each]?.id ?? '') ?? []);
    places.set(id, free(places, beside.length > 0 ? middleOf(beside) : turned(at, outside), at));
  }
  return places;
}

/** The first place near `wanted` where nobody stands yet: looked for in a spiral. */
function free(places: Arrangement, wanted: Point, first: number): Point {
  const taken = [...places.values()];
  for (let step = 0; step < mostSteps; step++) {
    const { x, y } = turned(first + step, step === 0 ? 0 : spacing * (0.4 + 0.1 * step));
    const point = { x: wanted.x + x, y: wanted.y + y };
    if (taken.every((other) => Math.hypot(other.x - point.x, other.y - point.y) > spacing * 0.5)) return point;
  }
  return wanted;
}

const mostSteps = 200;

function fromNothing(graph: Graph<Member>): Arrangement {
  const { nodes, neighbours } = graph;
  const drawn = new UndirectedGraph<Point>();
  const teams = new Map(nodes.map(({ teams: [team] }, at) => [team, at] as const).reverse());
  const teamOf = (at: number): number => teams.get(nodes[at]?.teams[0]) ?? 0;
  const byTeam = [...nodes.keys()].sort((a, b) => teamOf(a) - teamOf(b) || a - b);
  for (const [order, at] of byTeam.entries()) drawn.addNode(at, turned(order, spacing * Math.sqrt(order + 1)));
  for (const [at, others] of neighbours.entries()) for (const other of others) if (at < other) drawn.addEdge(at, other);
  if (nodes.length < 2) return new Map(nodes.map(({ id }) => [id, { x: 0, y: 0 }]));
  const settings = { ...forceAtlas2.inferSettings(drawn), barnesHutOptimize: nodes.length > 150, strongGravityMode: false, gravity: 1 };
  const found = forceAtlas2(drawn, { iterations: nodes.length > 400 ? 160 : 400, settings });
  return spread(nodes.map(({ id }, at) => ({ id, ...(found[at] ?? { x: 0, y: 0 }) })));
}

/** Puts the middle at 0, scales to the usual spacing, and moves apart who stands on another. */
function spread(placed: readonly (Point & { readonly id: string })[]): Arrangement {
  const middle = middleOf(placed);
  const nearest = placed.map((each) => Math.min(...placed.map((other) => (other === each ? Number.POSITIVE_INFINITY : gap(each, other)))));
  const typical = nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)] || 1;
  const scale = spacing / typical;
  const points = placed.map(({ x, y }) => ({ x: (x - middle.x) * scale, y: (y - middle.y) * scale }));
  for (let pass = 0; pass < passes && moveApart(points); pass++);
  return new Map(placed.map(({ id }, at) => [id, rounded(points[at] ?? { x: 0, y: 0 })]));
}

const passes = 24;
const closest = spacing * 0.7;

/** Moves every two that stand too close half of what is missing each; answers whether there were any. */
function moveApart(points: { x: number; y: number }[]): boolean {
  const order = [...points.keys()].sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0) || a - b);
  let moved = false;
  for (const [from, at] of order.entries()) {
    const a = points[at];
    for (let next = from + 1; a && next < order.length; next++) {
      const b = points[order[next] ?? -1];
      if (!b || b.x - a.x > closest) break;
      const distance = gap(a, b);
      if (distance >= closest) continue;
      const away = distance > 0 ? { x: (b.x - a.x) / distance, y: (b.y - a.y) / distance } : turned(at, 1);
      const half = (closest - distance) / 2 + 0.01;
      a.x -= away.x * half;
      a.y -= away.y * half;
      b.x += away.x * half;
      b.y += away.y * half;
      moved = true;
    }
  }
  return moved;
}

/** The `step`th of points that turn around 0 by the golden angle, `radius` away. */
function turned(step: number, radius: number): Point {
  const angle = step * goldenAngle;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function gap(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Trigonometry may differ by a hair from one machine to another. */
function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
