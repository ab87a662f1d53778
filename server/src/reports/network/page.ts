import type { Model } from '../../model/model';
import { compareNames } from '../../rules/subjects';
import type { Language } from '../../text/localised';
import { basisOf } from '../basis/basis';
import { documentOn } from '../basis/document';
import { capped } from '../capped';
import {
  type Block,
  type Cell,
  type Document,
  empty,
  type Grid,
  gridCell,
  lead,
  list,
  number,
  numbers,
  paragraph,
  quiet,
  section,
  state,
  table,
  words,
} from '../document';
import type { ReportInput } from '../report';
import { netOf } from '../review/net';
import { cutMembers, isolated, netFigures, teamsTable } from '../review/pages/net';
import { type Say, sayIn } from '../say';
import { slices } from '../slices';
import { type Network, networkOf } from './figures';
import { mapOf } from './map';
import { type Tie, teamPairs, tiesOf } from './ties';

/** The net as people read it. */
export function networkDocument(input: ReportInput, language: Language): Document {
  const { model } = input;
  const basis = basisOf(input, language, ['network']);
  const say = sayIn(language, basis.names, model.scale.levels);
  const text = texts[language];
  const net = netOf(model);
  const figures = networkOf(model);
  return documentOn(basis, say, text.kind, [
    section('net', text.title, [lead(text.lead), ...netFigures(net, say), mapOf(net, say)]),
    section('members', text.members, [lead(text.membersLead), ...membersTable(figures, say)]),
    section('ties', text.ties, tiesTable(tiesOf(model), say)),
    section(
      'holding',
      text.holding,
      [lead(text.holdingLead)],
      [
        section('cut-members', text.cutMembers, [cutMembers(net, say)]),
        section('bridges', text.bridges, [bridgesList(figures, say)]),
        section('isolated', text.isolated, [isolated(net, say)]),
      ],
    ),
    section(
      'teams',
      text.teams,
      model.teams.length === 0
        ? [lead(text.teamsLead), empty(text.noTeams)]
        : [lead(text.teamsLead), paragraph(text.index), teamsTable(net, say), ...teamGrids(model, say)],
    ),
  ]);
}

/** Those through whom most leads first. */
function membersTable({ people }: Network, say: Say): readonly Block[] {
  const text = texts[say.language];
  if (people.length === 0) return [empty(text.nobody)];
  const columns = [
    words(text.member, 5),
    numbers(text.degree, 2),
    numbers(text.inDegree, 2),
    numbers(text.betweenness, 3),
    numbers(text.closeness, 3),
    numbers(text.constraint, 3),
    numbers(text.core, 2),
    numbers(text.part, 2),
  ];
  const most = Math.max(...people.map(({ betweenness }) => betweenness)) || 1;
  const inOrder = say.inOrder(people).toSorted((a, b) => b.betweenness - a.betweenness);
  const figure = (value: number | null): Cell => number(value, value === null ? '–' : say.figure(value));
  const rows = inOrder.map(({ name, degree, inDegree, betweenness, closeness, constraint, core, component }): readonly Cell[] => [
    [say.name(name)],
    figure(degree),
    figure(inDegree),
    number(betweenness, say.figure(betweenness), betweenness / most),
    figure(closeness),
    figure(constraint),
    figure(core),
    figure(component),
  ]);
  return [table(text.membersCaption, columns, rows)];
}

function tiesTable(ties: readonly Tie[], say: Say): readonly Block[] {
  const text = texts[say.language];
  if (ties.length === 0) return [empty(text.noTies)];
  const rows = ties.map(({ from, to, kinds, strength, isStrained }): readonly Cell[] => [
    [`${say.name(from)} – ${say.name(to)}`],
    [say.listed(kinds.map((kind) => say.word.link[kind]))],
    number(strength, String(strength), strength / 5),
    [isStrained ? state('missing', text.strained) : quiet(text.calm)],
  ]);
  return [table(text.ties, [words(text.pair, 6), words(text.how, 4), numbers(text.strength, 2), words(text.state, 2)], rows)];
}

function bridgesList({ bridges }: Network, say: Say): Block {
  const text = texts[say.language];
  if (bridges.length === 0) return empty(text.noBridge);
  return list(bridges.map((ends) => [ends.map(say.name).join(' – ')]));
}

/** Ties within a team on the diagonal, between two teams elsewhere. */
function teamGrids(model: Model, say: Say): readonly Block[] {
  const text = texts[say.language];
  const { shown, rest } = capped(say.inOrder([...model.teams].sort(compareNames).map((team) => ({ name: team.id, team }))), say, mostTeams);
  const pairs = teamPairs(
    model,
    shown.map(({ team }) => team),
  );
  const most = Math.max(1, ...pairs.flatMap((row) => row.map(({ ties }) => ties)));
  const parts = slices([...shown.keys()], mostColumns);
  const grids = parts.map((columns, part): Grid => {
    const caption = parts.length === 1 ? text.between : text.betweenPart(part + 1, parts.length);
    return {
      kind: 'grid',
      caption,
      corner: text.team,
      columns: columns.map((at) => say.name(shown[at]?.name ?? '')),
      rows: shown.map(({ name }, row) => ({
        title: say.name(name),
        cells: columns.map((column) => {
          const { ties, isJoined } = pairs[row]?.[column] ?? { ties: 0, isJoined: false };
          const shownAs = row === column ? `[${ties}]` : ties === 0 ? '·' : String(ties);
          return gridCell(shownAs, Math.ceil((ties / most) * 5), isJoined ? '↔' : null);
        }),
      })),
      foot: [],
      legend:
        part === parts.length - 1
          ? [
              { cell: gridCell('[3]', 3), means: text.within },
              { cell: gridCell('2', 2), means: text.across },
              { cell: gridCell('·', 0, '↔'), means: text.joined },
            ]
          : [],
    };
  });
  return [...grids, ...rest];
}

const mostColumns = 12;
const mostTeams = 48;

const en = {
  kind: 'Network of the collaboration',
  title: 'Who works with whom',
  lead: 'Links of every kind count but reporting lines; two people are tied once, however many links they share.',
  members: 'Where each member stands',
  membersLead: 'Through whom most ways between others lead stands first.',
  membersCaption: 'Members in the net',
  nobody: 'No member is present.',
  member: 'Member',
  degree: 'Ties',
  inDegree: 'Turned to by',
  betweenness: 'Betweenness',
  closeness: 'Closeness',
  constraint: 'Constraint',
  core: 'Core',
  part: 'Part',
  ties: 'Every tie',
  noTies: 'No two members are linked.',
  pair: 'Between',
  how: 'How',
  strength: 'Strength',
  state: 'State',
  strained: 'strained',
  calm: 'not marked',
  holding: 'What holds the net together',
  holdingLead: 'Where one person, or one tie, is all that links two parts.',
  cutMembers: 'Cut members',
  bridges: 'Bridges',
  noBridge: 'No single tie is all that links two parts.',
  isolated: 'Members without a tie',
  teams: 'Within teams and between them',
  teamsLead: 'How far each team keeps to itself, and which teams meet.',
  noTeams: 'The model declares no team.',
  index:
    'The E–I index runs from −1, all ties inside the team, to +1, all outside; beside it stands what chance gives a team of that size.',
  between: 'Ties within and between teams',
  betweenPart: (at: number, of: number) => `Ties within and between teams, part ${at} of ${of}`,
  team: 'Team',
  within: 'ties within the team',
  across: 'ties between two people who have no team in common',
  joined: 'a link joins the teams themselves',
};

const fr: typeof en = {
  kind: 'Réseau de la collaboration',
  title: 'Qui travaille avec qui',
  lead: 'Les liens de toute nature comptent, sauf les liens hiérarchiques ; deux personnes sont reliées une fois, quel que soit le nombre de leurs liens.',
  members: 'La place de chaque membre',
  membersLead: 'D’abord les membres par qui passent le plus de chemins entre les autres.',
  membersCaption: 'Les membres dans le réseau',
  nobody: 'Aucun membre n’est présent.',
  member: 'Membre',
  degree: 'Liens',
  inDegree: 'Sollicité par',
  betweenness: 'Intermédiarité',
  closeness: 'Proximité',
  constraint: 'Contrainte',
  core: 'Noyau',
  part: 'Partie',
  ties: 'Tous les liens',
  noTies: 'Aucun membre n’est relié à un autre.',
  pair: 'Entre',
  how: 'Nature',
  strength: 'Force',
  state: 'État',
  strained: 'tendu',
  calm: 'rien de signalé',
  holding: 'Ce qui fait tenir le réseau',
  holdingLead: 'Là où deux parties ne sont reliées que par une personne, ou par un seul lien.',
  cutMembers: 'Charnières',
  bridges: 'Ponts',
  noBridge: 'Aucun lien ne relie à lui seul deux parties du réseau.',
  isolated: 'Membres sans lien',
  teams: 'Dans les équipes et entre elles',
  teamsLead: 'Jusqu’où chaque équipe reste entre soi, et lesquelles se rencontrent.',
  noTeams: 'Le modèle ne déclare aucune équipe.',
  index:
    'L’indice E–I va de −1, tous les liens dans l’équipe, à +1, tous vers les autres ; à côté figure ce que le hasard donne à une équipe de cette taille.',
  between: 'Liens dans les équipes et entre elles',
  betweenPart: (at, of) => `Liens dans les équipes et entre elles, partie ${at} sur ${of}`,
  team: 'Équipe',
  within: 'liens à l’intérieur de l’équipe',
  across: 'liens entre deux personnes qui n’ont pas d’équipe en commun',
  joined: 'un lien joint les équipes elles-mêmes',
};

const texts = { en, fr };
