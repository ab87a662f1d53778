import type { Model } from '../../server/src/model/model';
import type { Graph } from '../../server/src/model/network';
import { modelFrom } from './given';

/** Krackhardt’s kite: ten people, eighteen ties. Krackhardt, D. (1990). Administrative Science Quarterly 35(2). */
export const kite =
  'andre-beverley andre-carol andre-diane andre-fernando beverley-diane beverley-ed beverley-garth carol-diane carol-fernando diane-ed diane-fernando diane-garth ed-garth fernando-garth fernando-heather garth-heather heather-ike ike-jane';

/** The marriages of fifteen Florentine families. Padgett, J. & Ansell, C. (1993). American Journal of Sociology 98(6). */
export const florence =
  'acciaiuoli-medici castellani-peruzzi castellani-strozzi castellani-barbadori medici-barbadori medici-ridolfi medici-tornabuoni medici-albizzi medici-salviati salviati-pazzi peruzzi-strozzi peruzzi-bischeri strozzi-ridolfi strozzi-bischeri ridolfi-tornabuoni tornabuoni-guadagni albizzi-ginori albizzi-guadagni bischeri-guadagni guadagni-lamberteschi';

/** Friendships in a karate club. Zachary, W. (1977). Journal of Anthropological Research 33(4). */
export const karate =
  '1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34';

/** Seven people around G. Borgatti, S. (1997). Structural holes: unpacking Burt’s redundancy measures. Connections 20(1). */
export const borgatti = 'A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C';

/** Twenty nodes, and 21 apart. Batagelj, V. & Zaveršnik, M. (2003). An O(m) algorithm for cores decomposition of networks, figure 1. */
export const cores =
  '1-2 1-3 1-4 2-3 2-4 3-4 5-6 5-7 5-8 6-7 6-8 7-8 3-7 2-11 11-5 11-12 5-12 12-19 12-18 3-9 7-9 7-10 9-10 9-20 17-13 13-14 14-15 15-16 16-13';

/**
 * Who may talk to whom among ten positions of kinship, five of women and five of men. White, D. (1975), as given by
 * Freeman, L. (1978). Segregation in social networks. Sociological Methods and Research 6(4).
 */
export const kinship = {
  women: ['mother', 'sister', 'brothers-wife', 'sisters-daughter', 'brothers-daughter'],
  men: ['father', 'brother', 'sisters-husband', 'brothers-son', 'sisters-son'],
  ties: 'mother>sister mother>sisters-daughter mother>brothers-daughter mother>father mother>brother mother>brothers-son mother>sisters-son sister>sisters-daughter sister>brothers-daughter sister>father sister>sisters-son brothers-wife>brothers-daughter sisters-daughter>father brothers-daughter>father brothers-daughter>brother father>brother father>brothers-son father>sisters-son brother>brothers-son brother>sisters-son sisters-husband>brothers-son sisters-husband>sisters-son',
} as const;

/** The net of `ties`, its nodes by name (numbers by size), and those of `others` who have none. */
export function graphOfTies(ties: string, ...others: readonly string[]): Graph<string> {
  const pairs = pairsIn(ties);
  const nodes = [...new Set([...pairs.flat(), ...others])].sort(byName);
  const rows = nodes.map((name) => new Set(pairs.filter((pair) => pair.includes(name)).map(([a, b]) => nodes.indexOf(a === name ? b : a))));
  return {
    nodes,
    index: new Map(nodes.map((name, at) => [name, at])),
    neighbours: rows.map((row) => [...row].sort((a, b) => a - b)),
    size: pairs.length,
  };
}

/** A model of the people of `ties`, by name, each tie a link; `members` are declared first, as they are written. */
export function modelOfTies(ties: string, ...members: readonly string[]): Model {
  return modelFrom(textOfTies(ties, ...members));
}

export function textOfTies(ties: string, ...members: readonly string[]): string {
  const pairs = pairsIn(ties);
  const stated = new Set(members.map((each) => each.split(' ')[0]));
  const others = [...new Set(pairs.flat())].filter((name) => !stated.has(name)).sort(byName);
  const lines = [...members, ...others].map((each) => `member ${each}`);
  return ['team design', ...lines, ...pairs.map(([a, b]) => `link ${a} <-> ${b}`)].join('\n');
}

function pairsIn(ties: string): readonly (readonly [string, string])[] {
  return ties.split(' ').map((tie) => {
    const [a = '', b = ''] = tie.split(tie.includes('>') ? '>' : '-');
    return [a, b];
  });
}

function byName(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
