import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is to be laid out: boxes of a width and a height, and who is tied to whom, by position. */
export interface Ties {
  readonly boxes: readonly { readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly strength: number }[];
}

/**
 * Where the middles of boxes stand so that who is tied is near and no two boxes overlap: forces (ForceAtlas2, Jacomy et al. 2014) from a fixed
 * start, then the least moves apart. Coordinates are whole; the same ties give the same layout.
 */
export function layoutOf({ boxes, edges }: Ties): readonly Point[] {
  const graph = new UndirectedGraph();
  for (const at of boxes.keys()) {
    const radius = 60 * Math.sqrt(at + 1);
    graph.addNode(at, { x: radius * Math.cos(at * goldenAngle), y: radius * Math.sin(at * goldenAngle) });
  }
  for (const { from, to, strength } of edges) if (from !== to) graph.mergeEdge(from, to, { weight: strength });
  const settings = { gravity: 3, scalingRatio: 10, edgeWeightInfluence: 0.6, barnesHutOptimize: boxes.length > 200 };
  const found = boxes.length < 2 ? {} : forceAtlas2(graph, { iterations: 500, settings });
  return apart(
    boxes,
    scaled(
      boxes.map((_, at) => found[at] ?? { x: 0, y: 0 }),
      edges,
    ),
  );
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** How long a tie is, in the middle of all. */
const usualLength = 110;
/** A map is read on a wide page. */
const stretch = 1.35;

function scaled(points: readonly Point[], edges: Ties['edges']): Point[] {
  const lengths = edges.map(({ from, to }) => distance(points[from], points[to])).sort((a, b) => a - b);
  const scale = usualLength / (lengths[Math.floor(lengths.length / 2)] || 1);
  return points.map(({ x, y }) => ({ x: x * scale * stretch, y: y * scale }));
}

function distance(a: Point | undefined, b: Point | undefined): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}

/** Moves every two boxes that overlap apart, along the side on which least is missing, until none do or it has been tried often enough. */
function apart(boxes: Ties['boxes'], points: Point[]): readonly Point[] {
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (let a = 0; a < boxes.length; a++) for (let b = a + 1; b < boxes.length; b++) moved = moveApart(boxes, points, a, b) || moved;
    if (!moved) break;
  }
  return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

const mostRounds = 120;

function moveApart(boxes: Ties['boxes'], points: Point[], a: number, b: number): boolean {
  const [first, second, p, q] = [boxes[a], boxes[b], points[a], points[b]];
  if (!first || !second || !p || !q) return false;
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const missingX = (first.width + second.width) / 2 - Math.abs(dx);
  const missingY = (first.height + second.height) / 2 - Math.abs(dy);
  if (missingX <= 0.5 || missingY <= 0.5) return false;
  const alongX = missingX < missingY;
  const x = alongX ? ((dx < 0 ? -1 : 1) * missingX) / 2 : 0;
  const y = alongX ? 0 : ((dy < 0 ? -1 : 1) * missingY) / 2;
  points[a] = { x: p.x - x, y: p.y - y };
  points[b] = { x: q.x + x, y: q.y + y };
  return true;
}
