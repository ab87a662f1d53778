import { grouped } from './grouped';

/** From one to another. */
export interface Arc<N> {
  readonly from: N;
  readonly to: N;
}

/**
 * Circles among `arcs`, of which no two lead from the same to the same: enough of them that every arc which lies on a circle is in one,
 * each as short as can be. A circle starts with the arc of it that stands first in `arcs`, and they are sorted by it.
 */
export function circles<N, A extends Arc<N>>(arcs: readonly A[]): readonly (readonly A[])[] {
  const ahead = reached(
    arcs,
    ({ from }) => from,
    ({ to }) => to,
  );
  const left = reached(
    ahead,
    ({ to }) => to,
    ({ from }) => from,
  );
  const outgoing = grouped(left, ({ from }) => [from]);
  const covered = new Set<A>();
  const found: (readonly A[])[] = [];
  for (const arc of left) {
    if (covered.has(arc)) continue;
    const back = shortestWay(arc.to, arc.from, outgoing);
    if (!back) continue;
    const circle = [arc, ...back];
    for (const each of circle) covered.add(each);
    found.push(circle);
  }
  const order = new Map(arcs.map((arc, at) => [arc, at]));
  const position = (arc: A | undefined): number => (arc && order.get(arc)) ?? 0;
  return found.map((circle) => turned(circle, position)).sort((a, b) => position(a[0]) - position(b[0]));
}

/** The arcs that start where, going against all arcs, one could go on for ever: those of circles and what lies behind them. Mostly none. */
function reached<N, A>(arcs: readonly A[], startOf: (arc: A) => N, endOf: (arc: A) => N): readonly A[] {
  const outgoing = grouped(arcs, (arc) => [startOf(arc)]);
  const incoming = new Map<N, number>();
  for (const arc of arcs) incoming.set(endOf(arc), (incoming.get(endOf(arc)) ?? 0) + 1);
  const gone = new Set([...outgoing.keys()].filter((node) => !incoming.has(node)));
  for (const node of gone) {
    for (const arc of outgoing.get(node) ?? []) {
      const count = (incoming.get(endOf(arc)) ?? 0) - 1;
      incoming.set(endOf(arc), count);
      if (count === 0) gone.add(endOf(arc));
    }
  }
  return arcs.filter((arc) => !gone.has(startOf(arc)));
}

/** The fewest arcs from `start` to `end`; null where there is no way. */
function shortestWay<N, A extends Arc<N>>(start: N, end: N, outgoing: ReadonlyMap<N, readonly A[]>): readonly A[] | null {
  const into = new Map<N, A | null>([[start, null]]);
  for (const node of into.keys()) {
    if (node === end) return wayBack(end, into);
    for (const arc of outgoing.get(node) ?? []) {
      if (!into.has(arc.to)) into.set(arc.to, arc);
    }
  }
  return null;
}

function wayBack<N, A extends Arc<N>>(end: N, into: ReadonlyMap<N, A | null>): readonly A[] {
  const way: A[] = [];
  for (let arc = into.get(end); arc; arc = into.get(arc.from)) way.push(arc);
  return way.reverse();
}

function turned<A>(circle: readonly A[], position: (arc: A) => number): readonly A[] {
  const first = circle.indexOf(circle.reduce((a, b) => (position(b) < position(a) ? b : a)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
