import type { Block } from '../document';
import { empty } from '../document';
import type { Net } from '../review/net';
import type { Say } from '../say';

/** The net as a picture; why there is none where there is none. */
export function mapOf({ people, ties, cutMembers }: Net, say: Say): Block {
  const text = texts[say.language];
  if (ties.length === 0) return empty(people.length === 0 ? text.nobody : text.noTies);
  if (people.length > mostOnMap) return empty(text.tooMany(say.figure(people.length), say.figure(mostOnMap)));
  const position = new Map(people.map(({ name }, at) => [name, at]));
  const teams = say.sorted([...new Set(people.flatMap(({ team }) => team ?? []))]);
  const cut = new Set(cutMembers.map(({ name }) => name));
  const most = Math.max(...people.map(({ betweenness }) => betweenness));
  return {
    kind: 'chart',
    id: 'map',
    title: text.title,
    alternative: text.alternative(people.length, ties.length, say),
    drawing: {
      kind: 'network',
      teams: teams.map(say.name),
      people: people.map(({ name, team, degree, betweenness }) => ({
        label: say.name(name),
        title: text.person(say.name(name), team === null ? text.noTeam : say.name(team), degree, betweenness, say),
        team: team === null ? null : teams.indexOf(team),
        size: most === 0 ? 0 : betweenness / most,
        isCut: cut.has(name),
      })),
      ties: ties.map(({ from, to, kinds, strength, isStrained }) => ({
        from: position.get(from) ?? 0,
        to: position.get(to) ?? 0,
        title: text.tie(say.name(from), say.name(to), say.listed(kinds.map((kind) => say.word.link[kind])), strength, isStrained),
        strength,
        isStrained,
      })),
      words: { noTeam: text.noTeam, size: text.size, ring: text.ring, width: text.width, strained: text.strained },
    },
  };
}

/** Beyond it names and lines cover each other. */
export const mostOnMap = 150;

const en = {
  title: 'Map of the net',
  alternative: (members: number, ties: number, say: Say) =>
    `${say.plural(members, 'member', 'members')} and ${say.plural(ties, 'tie', 'ties')} between them: who is tied stands near. The tables list the same members and ties.`,
  nobody: 'No member is present: there is no net to draw.',
  noTies: 'No two members are linked: there is no net to draw.',
  tooMany: (members: string, most: string) =>
    `The map is left out: of ${members} members nobody could be made out on a page (the limit is ${most}). The tables say the same, and the live view in the editor draws them.`,
  person: (name: string, team: string, degree: number, betweenness: number, say: Say) =>
    `${name} · ${team} · ${say.plural(degree, 'tie', 'ties')} · betweenness ${say.figure(betweenness)}`,
  tie: (from: string, to: string, kinds: string, strength: number, strained: boolean) =>
    `${from} – ${to} · ${kinds} · strength ${strength} of 5${strained ? ' · strained' : ''}`,
  noTeam: 'in no team',
  size: 'size: betweenness, how many ways between others lead through',
  ring: 'ring: without them the net falls apart',
  width: 'width: strength of the tie, 1 to 5',
  strained: 'dashed: strained',
};

const fr: typeof en = {
  title: 'Carte du réseau',
  alternative: (members, ties, say) =>
    `${say.plural(members, 'membre', 'membres')} et ${say.plural(ties, 'lien', 'liens')} : qui est relié est proche. Les tableaux donnent les mêmes membres et les mêmes liens.`,
  nobody: 'Aucun membre n’est présent : il n’y a pas de réseau à dessiner.',
  noTies: 'Aucun membre n’est relié à un autre : il n’y a pas de réseau à dessiner.',
  tooMany: (members, most) =>
    `La carte est omise : parmi ${members} membres, on ne distinguerait personne sur une page (la limite est de ${most}). Les tableaux disent la même chose, et la vue en direct de l’éditeur les dessine.`,
  person: (name, team, degree, betweenness, say) =>
    `${name} · ${team} · ${say.plural(degree, 'lien', 'liens')} · intermédiarité ${say.figure(betweenness)}`,
  tie: (from, to, kinds, strength, strained) => `${from} – ${to} · ${kinds} · force ${strength} sur 5${strained ? ' · tendu' : ''}`,
  noTeam: 'sans équipe',
  size: 'taille : intermédiarité, la part des chemins entre les autres qui passent par là',
  ring: 'anneau : sans cette personne, le réseau se défait',
  width: 'épaisseur : force du lien, de 1 à 5',
  strained: 'tirets : lien tendu',
};

const texts = { en, fr };
