import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Member } from '../model/model';
import type { Graph } from '../model/network';
import { components } from '../model/paths';

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

/** Each part that hangs together by itself, the largest first, and the parts in rows. */
function fromNothing(graph: Graph<Member>): Arrangement {
  const places = new Map<string, Point>();
  const parts = components(graph).map((part) => boxed(laidOut(graph, part)));
  const width = Math.max(
    ...parts.map((part) => part.width),
    1.3 * Math.sqrt(parts.reduce((sum, part) => sum + part.width * part.height, 0)),
  );
  let [left, top, height] = [0, 0, 0];
  for (const part of parts) {
    if (left > 0 && left + part.width > width) [left, top, height] = [0, top + height, 0];
    for (const { id, x, y } of part.placed) places.set(id, rounded({ x: left + x, y: top + y }));
    left += part.width;
    height = Math.max(height, part.height);
  }
  return places;
}

interface Placed extends Point {
  readonly id: string;
}

/** Where those of `part` stand by themselves: by forces (ForceAtlas2, Jacomy et al. 2014) from a fixed start in which teams stand together. */
function laidOut({ nodes, neighbours }: Graph<Member>, part: readonly number[]): readonly Placed[] {
  const drawn = new UndirectedGraph<Point>();
  const firsts = new Map(nodes.map(({ teams: [team] }, at) => [team, at] as const).reverse());
  const teamOf = (at: number): number => firsts.get(nodes[at]?.teams[0]) ?? 0;
  const byTeam = part.toSorted((a, b) => teamOf(a) - teamOf(b) || a - b);
  for (const [order, at] of byTeam.entries()) drawn.addNode(at, turned(order, spacing * Math.sqrt(order + 1)));
  for (const at of part) for (const other of neighbours[at] ?? []) if (at < other) drawn.addEdge(at, other);
  const settings = { gravity: 1, scalingRatio: 10, barnesHutOptimize: part.length > 200 };
  const found = part.length < 3 ? {} : forceAtlas2(drawn, { iterations: part.length > 400 ? 160 : 400, settings });
  return lying(spread(byTeam.map((at) => ({ id: nodes[at]?.id ?? '', ...(found[at] ?? drawn.getNodeAttributes(at)) }))));
}

/** Turned so that it is longest from left to right, as names are written: there is most room for them then. */
function lying(placed: readonly Placed[]): readonly Placed[] {
  const middle = middleOf(placed);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of placed) {
    const [dx, dy] = [x - middle.x, y - middle.y];
    [xx, xy, yy] = [xx + dx * dx, xy + dx * dy, yy + dy * dy];
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return placed.map(({ id, x, y }) => ({ id, x: x * cos - y * sin, y: x * sin + y * cos }));
}

/** A part with its left upper corner at 0, and room around it. */
function boxed(placed: readonly Placed[]): { readonly placed: readonly Placed[]; readonly width: number; readonly height: number } {
  const [left, top] = [Math.min(...placed.map(({ x }) => x)) - spacing, Math.min(...placed.map(({ y }) => y)) - spacing];
  const [right, bottom] = [Math.max(...placed.map(({ x }) => x)) + spacing, Math.max(...placed.map(({ y }) => y)) + spacing];
  return { placed: placed.map(({ id, x, y }) => ({ id, x: x - left, y: y - top })), width: right - left, height: bottom - top };
}

/** Scales to the usual spacing, and moves apart who stands on another. */
function spread(placed: readonly Placed[]): readonly Placed[] {
  const nearest = placed.map((each) => Math.min(...placed.map((other) => (other === each ? Number.POSITIVE_INFINITY : gap(each, other)))));
  const typical = nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? spacing;
  const scale = Number.isFinite(typical) && typical > 0 ? spacing / typical : 1;
  const points = placed.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
  for (let pass = 0; pass < passes && moveApart(points); pass++);
  return placed.map(({ id }, at) => ({ id, ...(points[at] ?? { x: 0, y: 0 }) }));
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
