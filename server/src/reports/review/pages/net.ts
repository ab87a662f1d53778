import {
  type Block,
  type Cell,
  empty,
  type Fact,
  inlineProse,
  lead,
  lines,
  list,
  number,
  numbers,
  prose,
  quiet,
  type Rich,
  type Section,
  section,
  table,
  words,
} from '../../document';
import { mapOf } from '../../network/map';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { Heritage } from '../heritage';
import type { Net } from '../net';
import { byPriority } from './needs';

/** Step 2. */
export function netPage({ heritages, net }: Review, say: Say): Section {
  const text = texts[say.language];
  const sections = [
    section('heritages', text.heritages, [heritages.length === 0 ? empty(text.noHeritage) : heritageColumns(heritages, say)]),
    section('figures', text.figures, [...netFigures(net, say), ...(net.members === 0 ? [] : [mapOf(net, say)])]),
    section('cut-members', text.cutMembers, [cutMembers(net, say)]),
    section('isolated', text.isolated, [isolated(net, say)]),
    section('teams', text.teams, [net.teams.length === 0 ? empty(text.noTeams) : teamsTable(net, say)]),
  ];
  return { ...section('net', text.title, [lead(text.lead)], sections), label: text.step };
}

function heritageColumns(heritages: readonly Heritage[], say: Say): Block {
  return {
    kind: 'columns',
    columns: heritages.map((heritage, at) => section(`heritage-${at + 1}`, say.name(heritage.name), heritageBlocks(heritage, say))),
  };
}

function heritageBlocks({ about, history, needs, resources }: Heritage, say: Say): readonly Block[] {
  const text = texts[say.language];
  const facts: readonly Fact[] = [
    {
      term: text.needs,
      values:
        needs.length === 0
          ? [[text.noNeeds]]
          : byPriority(needs, say).map(({ name, priority, about: said }) =>
              withNotes(say.name(name), priority && text.priority(say.word.grade[priority]), said),
            ),
    },
    {
      term: text.resources,
      values:
        resources.length === 0
          ? [[text.noResources]]
          : say
              .inOrder(resources)
              .map(({ name, about: said, usedBy }) =>
                withNotes(say.name(name), usedBy.length === 0 ? text.unused : text.usedBy(say.titles(usedBy)), said),
              ),
    },
  ];
  const told = about === null ? history : [about, ...history];
  return [...told.map(prose), ...(history.length === 0 ? [empty(text.noHistory)] : []), { kind: 'facts', facts }];
}

function withNotes(name: string, note: string | null, said: string | null): Rich {
  return [name, ...(note === null ? [] : [quiet(note)]), ...(said === null ? [] : [inlineProse(said)])];
}

export function netFigures(net: Net, say: Say): readonly Block[] {
  const text = texts[say.language];
  if (net.members === 0) return [empty(text.nobody)];
  const figures = [
    { value: String(net.members), label: text.members },
    { value: String(net.edges), label: text.edges },
    { value: net.density === null ? '–' : say.percent(net.density), label: text.density },
    { value: String(net.components), label: text.components },
    { value: String(net.cutMembers.length), label: text.cut },
    { value: String(net.isolates.length), label: text.isolates },
  ];
  return [{ kind: 'figures', figures }];
}

export function cutMembers({ cutMembers: cut, members }: Net, say: Say): Block {
  const text = texts[say.language];
  if (cut.length === 0) return empty(members < 3 ? text.tooFew : text.noCutMember);
  return table(
    text.cutMembers,
    [words(text.member, 2), words(text.parts, 6)],
    say
      .inOrder(cut)
      .map(({ name, parts }) => [[say.name(name)], lines(parts.map((part) => [text.part(part.length, say), quiet(say.someNames(part))]))]),
  );
}

export function isolated({ isolates, members }: Net, say: Say): Block {
  const text = texts[say.language];
  if (isolates.length > 0) return list(say.sorted(isolates).map((id) => [say.name(id)]));
  return empty(members < 2 ? text.tooFew : text.noIsolate);
}

export function teamsTable({ teams }: Net, say: Say): Block {
  const text = texts[say.language];
  const count = (value: number): Cell => number(value, String(value));
  const index = (value: number | null): Cell => number(value, value === null ? '–' : say.figure(value));
  const columns = [
    words(text.team, 5),
    words(text.leader, 4),
    numbers(text.members, 2),
    numbers(text.internal, 2),
    numbers(text.external, 3),
    numbers(text.ei, 2),
    numbers(text.chance, 2),
  ];
  return table(
    text.teamsCaption,
    columns,
    say
      .inOrder(teams)
      .map(({ name, lead: leader, members, internal, external, ei, chance }) => [
        [say.name(name)],
        [leader ? say.name(leader) : text.noLead],
        count(members),
        count(internal),
        outside(internal, external, say),
        index(ei),
        index(chance),
      ]),
  );
}

/** With the share of all its ties. */
function outside(internal: number, external: number, say: Say): Cell {
  const ties = internal + external;
  return ties === 0 ? number(0, '0') : number(external, String(external), external / ties, say.percent(external / ties));
}

const en = {
  step: 'Step 2',
  title: 'Internal net',
  lead: 'Where the two sides come from, and who works with whom. Links of every kind count but reporting lines; two people are linked once, however many links they share.',
  heritages: 'The two heritages',
  noHeritage: 'The model declares neither an organization nor a client.',
  noHistory: 'No history is written down.',
  needs: 'Needs',
  noNeeds: 'None written down',
  priority: (grade: string) => `${grade} priority`,
  resources: 'Resources',
  noResources: 'None written down',
  unused: 'used by no task',
  usedBy: (tasks: string) => `used by ${tasks}`,
  figures: 'The net in figures',
  nobody: 'No member is present: there is no net to measure.',
  members: 'Members',
  edges: 'Links',
  density: 'Density',
  components: 'Parts',
  cut: 'Cut members',
  isolates: 'Isolated',
  cutMembers: 'Who holds it together',
  noCutMember: 'No single member holds two parts of the net together.',
  tooFew: 'The net is too small for the question.',
  member: 'Member',
  parts: 'Without this member the net falls into',
  part: (size: number, say: Say) => say.plural(size, 'member', 'members'),
  isolated: 'Members without a link',
  noIsolate: 'Every member is linked to at least one other.',
  teams: 'Teams',
  noTeams: 'The model declares no team.',
  teamsCaption: 'Ties of each team',
  team: 'Team',
  leader: 'Lead',
  noLead: 'not stated',
  internal: 'Ties inside',
  external: 'Ties outside',
  ei: 'E–I index',
  chance: 'E–I by chance',
};

const fr: typeof en = {
  step: 'Étape 2',
  title: 'Réseau interne',
  lead: 'D’où vient chaque côté, et qui travaille avec qui. Les liens de toute nature comptent, sauf les liens hiérarchiques ; deux personnes sont reliées une fois, quel que soit le nombre de leurs liens.',
  heritages: 'Les deux héritages',
  noHeritage: 'Le modèle ne déclare ni organisation ni client.',
  noHistory: 'Aucune histoire n’est consignée.',
  needs: 'Besoins',
  noNeeds: 'Aucun besoin consigné',
  priority: (grade) => `priorité ${grade}`,
  resources: 'Ressources',
  noResources: 'Aucune ressource consignée',
  unused: 'aucune tâche ne l’utilise',
  usedBy: (tasks) => `utilisée par ${tasks}`,
  figures: 'Le réseau en chiffres',
  nobody: 'Aucun membre n’est présent : il n’y a pas de réseau à mesurer.',
  members: 'Membres',
  edges: 'Liens',
  density: 'Densité',
  components: 'Parties',
  cut: 'Charnières',
  isolates: 'Isolés',
  cutMembers: 'Qui le fait tenir',
  noCutMember: 'Aucun membre ne relie à lui seul deux parties du réseau.',
  tooFew: 'Le réseau est trop petit pour que la question se pose.',
  member: 'Membre',
  parts: 'Sans ce membre, le réseau se défait en',
  part: (size, say) => say.plural(size, 'membre', 'membres'),
  isolated: 'Membres sans lien',
  noIsolate: 'Chaque membre est relié à un autre au moins.',
  teams: 'Équipes',
  noTeams: 'Le modèle ne déclare aucune équipe.',
  teamsCaption: 'Liens de chaque équipe',
  team: 'Équipe',
  leader: 'Responsable',
  noLead: 'non indiqué',
  internal: 'Liens internes',
  external: 'Liens externes',
  ei: 'Indice E–I',
  chance: 'E–I par hasard',
};

const texts = { en, fr };
