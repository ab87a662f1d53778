import type { Frequency } from '../syntax/vocabulary';
import { presentMembers, presentPeople } from './coverage';
import { grouped } from './grouped';
import { memo } from './memo';
import type { Link, Member, Model, Person, Team } from './model';
import { membersOf } from './teams';

/** An undirected graph without parallel edges and self-links. */
export interface Graph<N> {
  /** In project order: present members, then (in reach) stakeholders. */
  readonly nodes: readonly N[];
  /** Where a node stands in `nodes`. */
  readonly index: ReadonlyMap<N, number>;
  /** For each node the positions of its neighbours, ascending. */
  readonly neighbours: readonly (readonly number[])[];
  /** How many edges there are. */
  readonly size: number;
}

/** *C*, collaboration: present members, and links between two of them of any kind but `reports`. */
export const collaboration = memo(
  (model: Model): Graph<Member> =>
    graphOf(
      presentMembers(model),
      model.links.filter(({ relation }) => relation !== 'reports'),
    ),
);

/** *P*, reach: present members and stakeholders, and every link between two people, `reports` included. */
export const reach = memo((model: Model): Graph<Person> => graphOf(presentPeople(model), model.links));

/** How many present members have a link to each present member, `<->` counting both ways, without `reports`. */
export const inDegrees = memo((model: Model): ReadonlyMap<Member, number> => {
  const sources = new Map(presentMembers(model).map((member) => [member, new Set<Member>()]));
  const add = (from: Person | Team, to: Person | Team): void => {
    if (from.kind !== 'member' || to.kind !== 'member' || from === to || !from.present) return;
    sources.get(to)?.add(from);
  };
  for (const { from, to, mutual, relation } of model.links) {
    if (relation === 'reports') continue;
    add(from, to);
    if (mutual) add(to, from);
  }
  return new Map([...sources].map(([member, from]) => [member, from.size]));
});

/** The links that a person or a team is an end of, `reports` included, in project order. */
export function linksOf(model: Model, end: Person | Team): readonly Link[] {
  return linksByEnd(model).get(end) ?? [];
}

const linksByEnd = memo((model: Model) => grouped(model.links, ({ from, to }) => (from === to ? [from] : [from, to])));

/** How a team is tied in *C*; absent members are left out. */
export interface TeamTies {
  readonly members: readonly Member[];
  /** Edges between two of its members, and edges with one end in it. */
  readonly internal: number;
  readonly external: number;
  /** E–I index, (E − I) ÷ (E + I), −1…1 (Krackhardt & Stern 1988); null without a tie. */
  readonly ei: number | null;
  /** The index that chance gives a group of this size; null where nobody can be tied. */
  readonly chance: number | null;
}

export function teamTies(model: Model, team: Team): TeamTies {
  const graph = collaboration(model);
  const members = membersOf(model, team).filter(({ present }) => present);
  const inside = new Set(members.map((member) => graph.index.get(member)));
  let ends = 0; // of internal edges: each is met from both sides
  let external = 0;
  for (const at of inside) {
    for (const neighbour of at === undefined ? [] : (graph.neighbours[at] ?? [])) {
      if (inside.has(neighbour)) ends++;
      else external++;
    }
  }
  const internal = ends / 2;
  const pairsOut = members.length * (graph.nodes.length - members.length);
  const pairsIn = (members.length * (members.length - 1)) / 2;
  return { members, internal, external, ei: balance(external, internal), chance: balance(pairsOut, pairsIn) };
}

function balance(external: number, internal: number): number | null {
  return external + internal === 0 ? null : (external - internal) / (external + internal);
}

/** How strong a link is, 1…5: as stated, else by its frequency, else 3. */
export function strengthOf(link: Link): number {
  return link.strength ?? (link.frequency === null ? 3 : strengthByFrequency[link.frequency]);
}

const strengthByFrequency: Readonly<Record<Frequency, number>> = { daily: 5, weekly: 4, monthly: 3, quarterly: 2, rarely: 1 };

function graphOf<N extends Person>(nodes: readonly N[], links: readonly Link[]): Graph<N> {
  const index = new Map<N, number>(nodes.map((node, at) => [node, at]));
  const positions: ReadonlyMap<Person | Team, number> = index;
  const neighbours: number[][] = nodes.map(() => []);
  for (const link of links) {
    const from = positions.get(link.from);
    const to = positions.get(link.to);
    if (from === undefined || to === undefined || from === to) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  let ends = 0; // of edges: each is met from both sides
  for (const row of neighbours) {
    sortOnce(row);
    ends += row.length;
  }
  return { nodes, index, neighbours, size: ends / 2 };
}

/** Sorts a row of neighbours, ascending, each once. */
function sortOnce(row: number[]): void {
  row.sort((a, b) => a - b);
  let length = 0;
  for (const each of row) if (length === 0 || each !== row[length - 1]) row[length++] = each;
  row.length = length;
}
