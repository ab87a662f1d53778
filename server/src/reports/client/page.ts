import { type Grade, grades, stances } from '../../syntax/vocabulary';
import type { Language } from '../../text/localised';
import { basisOf } from '../basis/basis';
import { documentOn } from '../basis/document';
import {
  type Block,
  type Cell,
  type Document,
  empty,
  lead,
  lines,
  paragraph,
  quiet,
  type Rich,
  type Section,
  section,
  state,
  table,
  words,
} from '../document';
import type { ReportInput } from '../report';
import { type ClientReviewed, clientsReviewed, type StakeholderReviewed } from '../review/clients';
import { engagementOf, needsTable, participation } from '../review/pages/clients';
import { tasksReviewed } from '../review/tasks';
import { type Say, sayIn } from '../say';

/** The clients as people read them. */
export function clientDocument(input: ReportInput, language: Language): Document {
  const { model } = input;
  const basis = basisOf(input, language, ['client']);
  const say = sayIn(language, basis.names, model.scale.levels);
  const text = texts[language];
  const clients = say.inOrder(clientsReviewed(model));
  const tasks = new Map(tasksReviewed(model).map((task) => [task.name, task]));
  const chapters = clients.map((client, at): Section => {
    const id = `client-${at + 1}`;
    return section(
      id,
      say.name(client.name),
      [],
      [
        ...stakeholderSections(id, client, say),
        section(`${id}-participation`, text.participation, participation(client, say)),
        section(`${id}-needs`, text.needs, [client.needs.length === 0 ? empty(text.noNeeds) : needsTable(client.needs, tasks, say)]),
      ],
    );
  });
  const none = section('clients', text.clients, [empty(text.noClients)]);
  return documentOn(basis, say, text.kind, chapters.length === 0 ? [none] : chapters);
}

function stakeholderSections(id: string, { stakeholders }: ClientReviewed, say: Say): readonly Section[] {
  const text = texts[say.language];
  return [
    section(
      `${id}-grid`,
      text.grid,
      stakeholders.length === 0 ? [empty(text.noStakeholders)] : [lead(text.gridLead), ...stakeholderGrid(stakeholders, say)],
    ),
    section(`${id}-engagement`, text.engagement, engagementBlocks(stakeholders, say)),
  ];
}

/** Influence upwards, interest to the right; who has not both stated stands below. */
export function stakeholderGrid(stakeholders: readonly StakeholderReviewed[], say: Say): readonly Block[] {
  const text = texts[say.language];
  const placed = stakeholders.filter(({ influence, interest }) => influence !== null && interest !== null);
  const others = stakeholders.filter((each) => !placed.includes(each)).map(({ name }) => name);
  const cellOf = (influence: Grade, interest: Grade): Cell => {
    const here = say.inOrder(placed.filter((each) => each.influence === influence && each.interest === interest));
    return here.length === 0 ? [quiet(text.nobody)] : lines(here.map((each) => stakeholderLine(each, say)));
  };
  const rows = grades
    .toReversed()
    .map((influence): readonly Cell[] => [
      [text.influence(say.word.grade[influence])],
      ...grades.map((interest) => cellOf(influence, interest)),
    ]);
  const columns = [words(text.corner, 2), ...grades.map((interest) => words(text.interest(say.word.interest[interest]), 4))];
  return [
    ...(placed.length === 0 ? [empty(text.nonePlaced)] : [{ ...table(text.grid, columns, rows), look: 'quadrants' } as const]),
    ...(others.length === 0 || placed.length === 0 ? [] : [paragraph(text.notPlaced(say.someNames(say.sorted(others))))]),
  ];
}

function stakeholderLine({ name, decides, engagement }: StakeholderReviewed, say: Say): Rich {
  const notes = [...(decides ? [texts[say.language].decides] : []), ...(engagement === null ? [] : [engagementOf(engagement, say)])];
  return [say.name(name), ...(notes.length === 0 ? [] : [quiet(notes.join(' · '))])];
}

function engagementBlocks(stakeholders: readonly StakeholderReviewed[], say: Say): readonly Block[] {
  const text = texts[say.language];
  const stated = stakeholders.filter(({ engagement }) => engagement !== null);
  if (stated.length === 0) return [empty(stakeholders.length === 0 ? text.noStakeholders : text.noEngagement)];
  const [first, last] = [stances[0], stances.at(-1) ?? stances[0]].map((stance) => say.term(stance));
  const silent = stakeholders.filter(({ engagement }) => engagement === null).map(({ name }) => name);
  const rows = say
    .inOrder(stated)
    .map(({ name, engagement, liaisons }): readonly Cell[] => [
      [say.name(name)],
      engagementCell(engagement, say),
      liaisons.length === 0 ? [state('missing', text.noLiaison)] : lines(say.sorted(liaisons).map((id) => [say.name(id)])),
    ]);
  return [
    lead(text.engagementLead(first ?? '', last ?? '')),
    table(text.engagement, [words(text.stakeholder, 4), words(text.nowAndDesired, 5), words(text.liaisons, 4)], rows),
    ...(silent.length === 0 ? [] : [paragraph(text.notStated(say.someNames(say.sorted(silent))))]),
  ];
}

function engagementCell(engagement: StakeholderReviewed['engagement'], say: Say): Cell {
  if (engagement === null) return [];
  const { current, desired } = engagement;
  return {
    sketch: {
      kind: 'track',
      steps: stances.length,
      current: stances.indexOf(current),
      desired: desired === null ? null : stances.indexOf(desired),
    },
    text: [engagementOf(engagement, say)],
  };
}

const en = {
  kind: 'What the client is in',
  clients: 'Clients',
  noClients: 'The model declares no client.',
  grid: 'Influence and interest',
  gridLead: 'Upwards, who weighs more; to the right, who cares more.',
  corner: 'Influence ↑, interest →',
  influence: (grade: string) => `Influence: ${grade}`,
  interest: (grade: string) => `Interest: ${grade}`,
  nobody: 'nobody',
  decides: 'decides',
  noStakeholders: 'The model names nobody at this client.',
  nonePlaced: 'The model states influence and interest of nobody at this client.',
  notPlaced: (names: string) => `Influence or interest not stated: ${names}.`,
  engagement: 'Engagement, now and desired',
  engagementLead: (first: string, last: string) =>
    `From ${first} on the left to ${last} on the right. The ring is where somebody stands, the disc where one would have them.`,
  noEngagement: 'The model states the engagement of nobody at this client.',
  notStated: (names: string) => `Engagement not stated: ${names}.`,
  stakeholder: 'Stakeholder',
  nowAndDesired: 'Now → desired',
  liaisons: 'Linked to',
  noLiaison: 'nobody',
  participation: 'Participation',
  needs: 'From needs to people',
  noNeeds: 'The model writes down no need of this client.',
};

const fr: typeof en = {
  kind: 'La place du client',
  clients: 'Clients',
  noClients: 'Le modèle ne déclare aucun client.',
  grid: 'Influence et intérêt',
  gridLead: 'Vers le haut, qui pèse plus ; vers la droite, qui s’y intéresse plus.',
  corner: 'Influence ↑, intérêt →',
  influence: (grade) => `Influence : ${grade}`,
  interest: (grade) => `Intérêt : ${grade}`,
  nobody: 'personne',
  decides: 'décide',
  noStakeholders: 'Le modèle ne nomme personne chez ce client.',
  nonePlaced: 'Le modèle n’indique l’influence et l’intérêt de personne chez ce client.',
  notPlaced: (names) => `Influence ou intérêt non indiqués : ${names}.`,
  engagement: 'Engagement, actuel et souhaité',
  engagementLead: (first, last) =>
    `De « ${first} », à gauche, à « ${last} », à droite. L’anneau dit où en est la personne, le disque où l’on voudrait la voir.`,
  noEngagement: 'Le modèle n’indique l’engagement de personne chez ce client.',
  notStated: (names) => `Engagement non indiqué : ${names}.`,
  stakeholder: 'Partie prenante',
  nowAndDesired: 'Actuel → souhaité',
  liaisons: 'En lien avec',
  noLiaison: 'personne',
  participation: 'Participation',
  needs: 'Des besoins aux personnes',
  noNeeds: 'Le modèle ne consigne aucun besoin de ce client.',
};

const texts = { en, fr };
