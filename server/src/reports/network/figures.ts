import { betweenness } from '../../model/betweenness';
import { closeness } from '../../model/closeness';
import { averageDegree, density, reciprocity } from '../../model/cohesion';
import { coreNumbers } from '../../model/cores';
import type { Model, Team } from '../../model/model';
import { collaboration, inDegrees, teamTies } from '../../model/network';
import { bridges, components, cutNodes, partNumbers } from '../../model/paths';
import { structuralHoles } from '../../model/structuralHoles';
import { compareNames, idsOf } from '../../rules/subjects';

/**
 * Who works with whom, in figures: `collab report network --format json`. Over the collaboration of present members (every link but
 * `reports`); names are qualified by kind, arrays sorted by name, definitions those of networkx.
 */
export interface Network {
  readonly version: 1;
  readonly members: number;
  /** Pairs that are linked. */
  readonly edges: number;
  /** Edges ÷ possible pairs, 0…1; null for fewer than two members. */
  readonly density: number | null;
  /** Null without members. */
  readonly averageDegree: number | null;
  /** Pairs linked both ways ÷ pairs linked, 0…1; null where nobody is. */
  readonly reciprocity: number | null;
  /** How many parts hang together, isolates included. */
  readonly components: number;
  readonly isolates: readonly string[];
  /** Without whom their part falls apart. */
  readonly cutMembers: readonly string[];
  /** The two ends of each edge without which its part falls in two. */
  readonly bridges: readonly (readonly string[])[];
  readonly people: readonly MemberInNetwork[];
  readonly teams: readonly TeamInNetwork[];
}

interface MemberInNetwork {
  readonly name: string;
  readonly degree: number;
  /** How many present members have a link to this one, `<->` both ways. */
  readonly inDegree: number;
  /** Part of the ways between pairs of others that lead through this member, 0…1 (Freeman). */
  readonly betweenness: number;
  /** 0…1 (Wasserman & Faust). */
  readonly closeness: number;
  /** Burt’s; null for an isolate. */
  readonly constraint: number | null;
  readonly core: number;
  /** From 1, largest first, then by first declared. */
  readonly component: number;
}

interface TeamInNetwork {
  readonly name: string;
  /** Those who are here. */
  readonly members: number;
  readonly internal: number;
  readonly external: number;
  /** E–I index, −1…1 (Krackhardt & Stern 1988); null without a tie. */
  readonly ei: number | null;
  /** What chance gives a group of this size; null where nobody can be tied. */
  readonly chance: number | null;
}

/** The network of a model as the JSON format gives it, figures not yet rounded. */
export function networkOf(model: Model): Network {
  const graph = collaboration(model);
  const idsAt = (positions: readonly number[]) => idsOf(positions.flatMap((at) => graph.nodes[at] ?? []));
  return {
    version: 1,
    members: graph.nodes.length,
    edges: graph.size,
    density: density(graph),
    averageDegree: averageDegree(graph),
    reciprocity: reciprocity(model),
    components: components(graph).length,
    isolates: idsOf(graph.nodes.filter((_, at) => graph.neighbours[at]?.length === 0)),
    cutMembers: idsAt(cutNodes(graph)),
    bridges: bridgesOf(model),
    people: peopleOf(model),
    teams: [...model.teams].sort(compareNames).map((team) => teamOf(model, team)),
  };
}

/** Each pair by name, and the pairs by their first, then by their second. */
function bridgesOf(model: Model): Network['bridges'] {
  const graph = collaboration(model);
  const pairs = bridges(graph).map(({ ends }) => ends.flatMap((at) => graph.nodes[at] ?? []).sort(compareNames));
  pairs.sort(([a, b], [c, d]) => (a && c && compareNames(a, c)) || (b && d && compareNames(b, d)) || 0);
  return pairs.map((pair) => pair.map(({ id }) => id));
}

function peopleOf(model: Model): readonly MemberInNetwork[] {
  const graph = collaboration(model);
  const [between, close, cores, parts] = [betweenness(graph), closeness(graph), coreNumbers(graph), partNumbers(graph)];
  const { constraint } = structuralHoles(graph);
  const others = graph.nodes.length - 1;
  const pairsOfOthers = (others * (others - 1)) / 2;
  return [...graph.nodes].sort(compareNames).map((member) => {
    const at = graph.index.get(member) ?? -1;
    const degree = graph.neighbours[at]?.length ?? 0;
    return {
      name: member.id,
      degree,
      inDegree: inDegrees(model).get(member) ?? 0,
      betweenness: pairsOfOthers === 0 ? 0 : (between[at] ?? 0) / pairsOfOthers,
      closeness: close[at] ?? 0,
      constraint: degree === 0 ? null : (constraint[at] ?? null),
      core: cores[at] ?? 0,
      component: (parts[at] ?? 0) + 1,
    };
  });
}

function teamOf(model: Model, team: Team): TeamInNetwork {
  const { members, internal, external, ei, chance } = teamTies(model, team);
  return { name: team.id, members: members.length, internal, external, ei, chance };
}
