import { voices } from '../../../syntax/vocabulary';
import {
  type Block,
  type Cell,
  empty,
  type Fact,
  lead,
  lines,
  quiet,
  type Rich,
  type Section,
  section,
  state,
  table,
  words,
} from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { ClientReviewed, NeedReviewed, StakeholderReviewed } from '../clients';
import type { TaskReviewed } from '../tasks';
import { byPriority } from './needs';

/** The client, and the needs that the work answers. */
export function clientsPage({ clients, needs, tasks, title }: Review, say: Say): Section {
  const text = texts[say.language];
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const sections = say.inOrder(clients).map((client, at) => clientPart(client, `client-${at + 1}`, byName, say));
  const own = needs.length > 0 ? [section('own-needs', text.ownNeeds(title ?? text.organization), [needsTable(needs, byName, say)])] : [];
  return section('client', text.title, [lead(text.lead), ...(clients.length === 0 ? [empty(text.noClients)] : [])], [...sections, ...own]);
}

type Tasks = ReadonlyMap<string, TaskReviewed>;

function clientPart(client: ClientReviewed, id: string, tasks: Tasks, say: Say): Section {
  const text = texts[say.language];
  const { name, stakeholders, needs } = client;
  return section(
    id,
    say.name(name),
    [],
    [
      section(`${id}-stakeholders`, text.stakeholders, [
        stakeholders.length === 0 ? empty(text.noStakeholders) : stakeholdersTable(stakeholders, say),
      ]),
      section(`${id}-participation`, text.participation, participation(client, say)),
      section(`${id}-needs`, text.needs, [needs.length === 0 ? empty(text.noNeeds) : needsTable(needs, tasks, say)]),
    ],
  );
}

function stakeholdersTable(stakeholders: readonly StakeholderReviewed[], say: Say): Block {
  const text = texts[say.language];
  const columns = [
    words(text.stakeholder, 5),
    words(text.influence, 2),
    words(text.interest, 2),
    words(text.engagement, 4),
    words(text.liaisons, 4),
  ];
  return table(
    text.stakeholders,
    columns,
    say
      .inOrder(stakeholders)
      .map(({ name, role, influence, interest, decides, engagement, liaisons }) => [
        [
          say.name(name),
          ...(decides || role !== null ? [quiet([...(decides ? [text.decides] : []), ...(role === null ? [] : [role])].join(' · '))] : []),
        ],
        [influence ? say.word.grade[influence] : text.unsaid],
        [interest ? say.word.interest[interest] : text.unsaid],
        [engagementOf(engagement, say)],
        liaisons.length === 0 ? [state('missing', text.noLiaison)] : lines(say.sorted(liaisons).map((id) => [say.name(id)])),
      ]),
  );
}

export function engagementOf(engagement: StakeholderReviewed['engagement'], say: Say): string {
  if (engagement === null) return texts[say.language].unsaid;
  const { current, desired } = engagement;
  return desired === null || desired === current ? say.term(current) : `${say.term(current)} → ${say.term(desired)}`;
}

export function participation({ promised, reached, tasks }: ClientReviewed, say: Say): readonly Block[] {
  const text = texts[say.language];
  const kept = promised === null || (reached !== null && voices.indexOf(reached) >= voices.indexOf(promised));
  const got = reached === null ? text.notOnTasks : say.term(reached);
  const facts: readonly Fact[] = [
    { term: text.promised, values: [[promised === null ? text.unsaid : say.term(promised)]] },
    { term: text.reached, values: [[tasks.length === 0 ? text.noOpenTask : state(kept ? 'good' : 'missing', got)]] },
  ];
  const taking = tasks.filter(({ people }) => people.length > 0);
  if (taking.length === 0) return [{ kind: 'facts', facts }];
  const rows = taking.map(({ task, people }): readonly Cell[] => [
    [say.name(task)],
    lines(people.map(({ person, voice }): Rich => [`${say.name(person)} (${say.term(voice)})`])),
  ]);
  return [{ kind: 'facts', facts }, table(text.participation, [words(text.openTask), words(text.takesPart)], rows)];
}

export function needsTable(needs: readonly NeedReviewed[], known: Tasks, say: Say): Block {
  const text = texts[say.language];
  return table(
    text.needs,
    [words(text.need, 5), words(text.priority, 2), words(text.tasks, 6), words(text.people, 4)],
    byPriority(needs, say).map(({ name, priority, tasks }) => {
      const people = new Set(tasks.flatMap((task) => (known.get(task)?.assigned ?? []).map(({ person }) => person)));
      return [
        [say.name(name)],
        [priority ? say.word.grade[priority] : text.unsaid],
        tasks.length === 0
          ? [state('missing', text.noTask)]
          : lines(say.sorted(tasks).map((task) => [taskLine(task, known.get(task), say)])),
        people.size === 0 ? ['–'] : [say.names(say.sorted([...people]))],
      ];
    }),
  );
}

function taskLine(name: string, task: TaskReviewed | undefined, say: Say): string {
  return task ? `${say.name(name)} (${say.word.task[task.status]})` : say.name(name);
}

const en = {
  title: 'The client',
  lead: 'Whom the work is for: the people there, the voice they have, and what their needs lead to.',
  noClients: 'The model declares no client.',
  organization: 'the organization',
  ownNeeds: (name: string) => `Needs of ${name}`,
  stakeholders: 'Stakeholders',
  noStakeholders: 'The model names nobody at this client.',
  stakeholder: 'Stakeholder',
  decides: 'decides',
  influence: 'Influence',
  interest: 'Interest',
  engagement: 'Engagement, now → desired',
  liaisons: 'Linked to',
  noLiaison: 'nobody',
  unsaid: 'not stated',
  participation: 'Participation',
  promised: 'Promised',
  reached: 'Highest on open tasks',
  notOnTasks: 'none: no stakeholder takes part in an open task',
  noOpenTask: 'no open task is for this client',
  openTask: 'Open task',
  takesPart: 'Who takes part, and how',
  needs: 'From needs to people',
  noNeeds: 'The model writes down no need of this client.',
  need: 'Need',
  priority: 'Priority',
  tasks: 'Tasks',
  noTask: 'no task',
  people: 'People',
};

const fr: typeof en = {
  title: 'Le client',
  lead: 'Pour qui l’on travaille : les personnes, la voix qu’elles ont, et ce que deviennent leurs besoins.',
  noClients: 'Le modèle ne déclare aucun client.',
  organization: 'l’organisation',
  ownNeeds: (name) => `Besoins propres : ${name}`,
  stakeholders: 'Parties prenantes',
  noStakeholders: 'Le modèle ne nomme personne chez ce client.',
  stakeholder: 'Partie prenante',
  decides: 'décide',
  influence: 'Influence',
  interest: 'Intérêt',
  engagement: 'Engagement, actuel → souhaité',
  liaisons: 'En lien avec',
  noLiaison: 'personne',
  unsaid: 'non indiqué',
  participation: 'Participation',
  promised: 'Promise',
  reached: 'La plus haute sur les tâches ouvertes',
  notOnTasks: 'aucune : aucune partie prenante ne participe à une tâche ouverte',
  noOpenTask: 'aucune tâche ouverte n’est pour ce client',
  openTask: 'Tâche ouverte',
  takesPart: 'Qui participe, et comment',
  needs: 'Des besoins aux personnes',
  noNeeds: 'Le modèle ne consigne aucun besoin de ce client.',
  need: 'Besoin',
  priority: 'Priorité',
  tasks: 'Tâches',
  noTask: 'aucune tâche',
  people: 'Personnes',
};

const texts = { en, fr };
