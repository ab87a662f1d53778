import type { Member, Model, Team } from '../../model/model';
import { collaboration, strengthOf } from '../../model/network';
import { compareNames, compareText } from '../../rules/subjects';
import type { LinkKind } from '../../syntax/vocabulary';

/** Two present members who are linked, once however many links they share, reporting lines aside. */
export interface Tie {
  /** The first by name. */
  readonly from: string;
  readonly to: string;
  /** In text order, each once. */
  readonly kinds: readonly LinkKind[];
  /** 1…5: the strongest of their links. */
  readonly strength: number;
  /** Is one of their links marked so? */
  readonly isStrained: boolean;
}

/** How often two teams are tied. */
export interface TeamPair {
  /** Ties between a member of one and a member of the other who have no team in common; of a team with itself, those within it. */
  readonly ties: number;
  /** Does a link join the teams themselves? */
  readonly isJoined: boolean;
}

/** Sorted by the names of their ends. */
export function tiesOf(model: Model): readonly Tie[] {
  return tiesBetween(model).map(({ ends: [a, b], kinds, strength, isStrained }) => ({
    from: a.id,
    to: b.id,
    kinds: [...kinds],
    strength,
    isStrained,
  }));
}

/** For each of `teams` the pairs that it makes with each of `teams`, itself included. */
export function teamPairs(model: Model, teams: readonly Team[]): readonly (readonly TeamPair[])[] {
  const position = new Map(teams.map((team, at) => [team, at]));
  const counts = teams.map(() => new Uint32Array(teams.length));
  const joined = teams.map(() => new Set<number>());
  const count = (a: Team, b: Team): void => {
    const [row, column] = [position.get(a), position.get(b)];
    const cells = row === undefined ? undefined : counts[row];
    if (cells && column !== undefined) cells[column] = (cells[column] ?? 0) + 1;
  };
  for (const {
    ends: [a, b],
  } of tiesBetween(model)) {
    const shared = [...a.inTeams].filter((team) => b.inTeams.has(team));
    for (const team of shared) count(team, team);
    if (shared.length > 0) continue;
    for (const one of a.inTeams) {
      for (const other of b.inTeams) {
        count(one, other);
        count(other, one);
      }
    }
  }
  for (const { from, to } of model.links) {
    const [a, b] = [from, to].map((end) => (end.kind === 'team' ? position.get(end) : undefined));
    if (a === undefined || b === undefined) continue;
    joined[a]?.add(b);
    joined[b]?.add(a);
  }
  return teams.map((_, a) => teams.map((__, b) => ({ ties: counts[a]?.[b] ?? 0, isJoined: joined[a]?.has(b) === true })));
}

interface TieBetween {
  readonly ends: readonly [Member, Member];
  readonly kinds: Set<LinkKind>;
  strength: number;
  isStrained: boolean;
}

function tiesBetween(model: Model): readonly TieBetween[] {
  const { index } = collaboration(model);
  const ties = new Map<string, TieBetween>();
  for (const link of model.links) {
    const { from, to, relation, strained } = link;
    if (from.kind !== 'member' || to.kind !== 'member' || from === to || relation === 'reports') continue;
    if (!index.has(from) || !index.has(to)) continue;
    const ends = [from, to].sort(compareNames) as [Member, Member];
    const key = `${ends[0].id} ${ends[1].id}`;
    const tie: TieBetween = ties.get(key) ?? { ends, kinds: new Set(), strength: 0, isStrained: false };
    tie.kinds.add(relation);
    tie.strength = Math.max(tie.strength, strengthOf(link));
    tie.isStrained ||= strained;
    ties.set(key, tie);
  }
  return [...ties].sort(([a], [b]) => compareText(a, b)).map(([, tie]) => tie);
}
