import { presentMembers } from '../../model/coverage';
import type { Member, Model } from '../../model/model';
import { collaboration, teamTies } from '../../model/network';
import { components, cutNodes, partsWithout } from '../../model/paths';
import { leadOf } from '../../model/teams';
import { idsOf } from '../../rules/subjects';
import { networkOf } from '../network/figures';
import { type Tie, tiesOf } from '../network/ties';
import { byName, idsInOrder } from '../texts';

/** Step 2, the internal net in figures, over the collaboration of present members (every link but `reports`). */
export interface Net {
  readonly members: number;
  /** Pairs that are linked. */
  readonly edges: number;
  /** Edges ÷ possible pairs, 0…1; null for fewer than two members. */
  readonly density: number | null;
  readonly components: number;
  /** Members without an edge. */
  readonly isolates: readonly string[];
  /** Members without whom a part falls apart, and into what. */
  readonly cutMembers: readonly { readonly name: string; readonly parts: readonly (readonly string[])[] }[];
  readonly teams: readonly TeamInNet[];
  readonly people: readonly PersonInNet[];
  readonly ties: readonly Tie[];
}

export interface PersonInNet {
  readonly name: string;
  /** The first of their teams. */
  readonly team: string | null;
  readonly degree: number;
  /** Part of the ways between pairs of others that lead through this member, 0…1 (Freeman). */
  readonly betweenness: number;
}

export interface TeamInNet {
  readonly name: string;
  readonly lead: string | null;
  readonly members: number;
  readonly internal: number;
  readonly external: number;
  /** E–I index, −1…1 (Krackhardt & Stern 1988); null without a tie. */
  readonly ei: number | null;
  /** What chance gives a group of this size. */
  readonly chance: number | null;
}

export function netOf(model: Model): Net {
  const graph = collaboration(model);
  const members = graph.nodes.length;
  const at = (nodes: readonly number[]): readonly Member[] => nodes.flatMap((node) => graph.nodes[node] ?? []);
  return {
    members,
    edges: graph.size,
    density: members < 2 ? null : (2 * graph.size) / (members * (members - 1)),
    components: components(graph).length,
    isolates: idsOf(graph.nodes.filter((_, node) => graph.neighbours[node]?.length === 0)),
    cutMembers: cutNodes(graph)
      .flatMap((node) => {
        const parts = partsWithout(graph, node).map((part) => idsInOrder(at(part)));
        return at([node]).map(({ id }) => ({ name: id, parts }));
      })
      .sort(byName),
    teams: model.teams
      .map((team) => {
        const { members: present, internal, external, ei, chance } = teamTies(model, team);
        return { name: team.id, lead: leadOf(model, team)?.id ?? null, members: present.length, internal, external, ei, chance };
      })
      .sort(byName),
    people: peopleOf(model),
    ties: tiesOf(model),
  };
}

function peopleOf(model: Model): readonly PersonInNet[] {
  const teams = new Map(presentMembers(model).map(({ id, teams: [team] }) => [id, team?.id ?? null]));
  return networkOf(model).people.map(({ name, degree, betweenness }) => ({ name, team: teams.get(name) ?? null, degree, betweenness }));
}
