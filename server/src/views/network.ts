import { betweenness } from '../model/betweenness';
import { grouped } from '../model/grouped';
import type { Link, Member, Model } from '../model/model';
import { collaboration, strengthOf } from '../model/network';
import { cutNodes } from '../model/paths';
import type { Finding } from '../rules/rule';
import { type Severity, severities } from '../rules/rule';
import { type Arrangement, arranged } from './arrangement';
import { oneLine } from './branch';

/** Who works with whom, as a map: present members, and links between them of any kind but `reports`. */
export interface NetworkShown {
  /** The first teams that members name, in project order. */
  readonly teams: readonly { readonly id: string; readonly label: string }[];
  readonly people: readonly PersonShown[];
  readonly ties: readonly TieShown[];
}

export interface PersonShown {
  readonly id: string;
  readonly label: string;
  readonly role: string | null;
  /** Where their first team stands in `teams`; −1 without one. */
  readonly team: number;
  /** Part of the ways between pairs of others that lead through them, 0…1. */
  readonly betweenness: number;
  readonly degree: number;
  /** Does their part of the net fall apart without them? */
  readonly isCut: boolean;
  /** The gravest finding about them; null without one. */
  readonly alert: Severity | null;
  readonly x: number;
  readonly y: number;
}

/** All links between two people. */
export interface TieShown {
  /** Where the two stand in `people`, the first declared first. */
  readonly from: number;
  readonly to: number;
  /** 1…5, the strongest. */
  readonly strength: number;
  readonly isStrained: boolean;
  /** The first of the links. */
  readonly link: string;
}

export interface NetworkArranged {
  readonly shown: NetworkShown;
  readonly arrangement: Arrangement;
}

/** The map, and where everyone stands on it, for the next; `before` is where they stood on the last. */
export function networkShown(model: Model, findings: readonly Finding[], before?: Arrangement): NetworkArranged {
  const graph = collaboration(model);
  const arrangement = arranged(graph, before);
  const teams = model.teams.filter((team) => graph.nodes.some(({ teams: [first] }) => first === team));
  const teamIndex = new Map(teams.map((team, at) => [team, at]));
  const between = betweenness(graph);
  const cut = new Set(cutNodes(graph));
  const others = graph.nodes.length - 1;
  const pairs = (others * (others - 1)) / 2;
  const alerts = alertsOf(findings);
  const people = graph.nodes.map((member, at): PersonShown => {
    const [team] = member.teams;
    return {
      id: member.id,
      label: oneLine(member.label),
      role: member.role,
      team: team ? (teamIndex.get(team) ?? -1) : -1,
      betweenness: pairs > 0 ? Math.round(((between[at] ?? 0) / pairs) * 1000) / 1000 : 0,
      degree: graph.neighbours[at]?.length ?? 0,
      isCut: cut.has(at),
      alert: alerts.get(member.id) ?? null,
      ...(arrangement.get(member.id) ?? { x: 0, y: 0 }),
    };
  });
  return {
    shown: { teams: teams.map(({ id, label }) => ({ id, label: oneLine(label) })), people, ties: tiesOf(model) },
    arrangement,
  };
}

function tiesOf(model: Model): readonly TieShown[] {
  const { index, nodes } = collaboration(model);
  const byPair = grouped(model.links, (link) => {
    const [from, to] = [index.get(link.from as Member), index.get(link.to as Member)];
    if (link.relation === 'reports' || from === undefined || to === undefined || from === to) return [];
    return [Math.min(from, to) * nodes.length + Math.max(from, to)];
  });
  return [...byPair].flatMap(([pair, links]) => tieOf(Math.floor(pair / nodes.length), pair % nodes.length, links));
}

function tieOf(from: number, to: number, links: readonly Link[]): readonly TieShown[] {
  const [first] = links;
  if (!first) return [];
  return [
    {
      from,
      to,
      strength: Math.max(...links.map(strengthOf)),
      isStrained: links.some(({ strained }) => strained),
      link: first.id,
    },
  ];
}

function alertsOf(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const alerts = new Map<string, Severity>();
  for (const { severity, found } of findings) {
    for (const id of found.subjects) {
      const known = alerts.get(id);
      if (!known || severities.indexOf(severity) < severities.indexOf(known)) alerts.set(id, severity);
    }
  }
  return alerts;
}
