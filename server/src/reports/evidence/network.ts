import type { Say } from '../say';
import { type Worded, worded } from './wording';

export const networkEvidence: readonly Worded[] = [
  worded<{ members: number }>('network/isolated-member', {
    en: ([{ members }]) => `Among ${members} members, no link with any of the others.`,
    fr: ([{ members }]) => `Parmi ${members} membres, aucun lien avec l’un des autres.`,
  }),
  worded<{ members: number }>('network/reporting-only', {
    en: ([{ members }]) => `Among ${members} members, no link with any of the others but a reporting line.`,
    fr: ([{ members }]) => `Parmi ${members} membres, aucun lien avec l’un des autres sinon hiérarchique.`,
  }),
  worded<{ parts: number; size: number; largest: number }>('network/fragmented', {
    en: ([{ parts, size, largest }, say]) =>
      `The net is in ${parts} parts; this one has ${say.plural(size, 'member', 'members')}, the largest ${largest}.`,
    fr: ([{ parts, size, largest }, say]) =>
      `Le réseau est en ${parts} parties ; celle-ci compte ${say.plural(size, 'membre', 'membres')}, la plus grande ${largest}.`,
  }),
  worded<{ parts: readonly (readonly string[])[] }>('network/cut-member', {
    en: ([{ parts }, say]) => `Without this member, ${say.listed(parts.map((part) => partOf(part, say)))} are no longer linked.`,
    fr: ([{ parts }, say]) => `Sans ce membre, ${say.listed(parts.map((part) => partOf(part, say)))} ne sont plus reliés.`,
  }),
  worded<{ sides: readonly [number, number] }>('network/bridge-link', {
    en: ([
      {
        sides: [from, to],
      },
    ]) => `Without this link, a group of ${from} and a group of ${to} are no longer connected.`,
    fr: ([
      {
        sides: [from, to],
      },
    ]) => `Sans ce lien, un groupe de ${from} et un groupe de ${to} ne sont plus reliés.`,
  }),
  worded<{ members: number; internal: number; external: number; ei: number; chance: number }>('network/silo', {
    en: ([{ members, internal, external, ei, chance }, say]) =>
      `${members} members, ${say.plural(internal, 'tie', 'ties')} within the team and ${external} to the rest: an E–I index of ${say.figure(ei)}, where chance alone would give ${say.figure(chance)}.`,
    fr: ([{ members, internal, external, ei, chance }, say]) =>
      `${members} membres, ${say.plural(internal, 'lien', 'liens')} dans l’équipe et ${external} vers les autres : un indice E–I de ${say.figure(ei)}, là où le seul hasard donnerait ${say.figure(chance)}.`,
  }),
  worded<{ inDegree: number; limit: number }>('network/overloaded-hub', {
    en: ([{ inDegree, limit }, say]) =>
      `${say.plural(inDegree, 'member turns', 'members turn')} to them; beyond ${say.figure(limit, 1)} it stands out in this net.`,
    fr: ([{ inDegree, limit }, say]) =>
      `${say.plural(inDegree, 'membre sollicite', 'membres sollicitent')} cette personne ; au-delà de ${say.figure(limit, 1)}, l’écart avec les autres est marqué dans ce réseau.`,
  }),
  worded<{ share: number }>('network/dominant-broker', {
    en: ([{ share }, say]) =>
      `Of the shortest paths between two others that lead through somebody, ${say.percent(share)} lead through this member.`,
    fr: ([{ share }, say]) => `${say.percent(share)} des plus courts chemins passant par un tiers passent par ce membre.`,
  }),
  worded<{ hops: number | null }>('network/apart', {
    en: ([{ hops }]) =>
      hops === null ? 'No chain of links leads from one to the other.' : `It takes ${hops} links to get from one to the other.`,
    fr: ([{ hops }]) =>
      hops === null ? 'Aucune chaîne de liens ne relie ces deux personnes.' : `${hops} liens séparent ces deux personnes.`,
  }),
  worded<{ reports: number }>('network/span-of-control', {
    en: ([{ reports }, say]) => `${say.plural(reports, 'present member reports', 'present members report')} to them.`,
    fr: ([{ reports }, say]) =>
      `${say.plural(reports, 'membre présent est rattaché', 'membres présents sont rattachés')} à cette personne.`,
  }),
  worded<{ days: number }>('network/newcomer-without-buddy', {
    en: ([{ days }, say]) => `Here for ${say.days(days)}; no link mentors them, and no intervention under way involves them.`,
    fr: ([{ days }, say]) => `Présence depuis ${say.days(days)} ; aucun lien d’accompagnement, ni intervention en cours.`,
  }),
];

/** A part of the net: by name while it is small. */
function partOf(part: readonly string[], say: Say): string {
  if (part.length <= 3) return say.names(part);
  return say.language === 'fr' ? `un groupe de ${part.length} personnes` : `a group of ${part.length}`;
}
