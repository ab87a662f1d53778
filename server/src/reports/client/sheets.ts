import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { sayIn } from '../say';
import type { Sheet } from '../sheet';
import { clientGridOf } from './grid';

/** The stakeholders of all clients, who of them takes part in what, and what becomes of each need. */
export function clientSheets({ model }: ReportInput, language: Language): readonly Sheet[] {
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const text = texts[language];
  const clients = say.inOrder(clientGridOf(model).clients);
  return [
    {
      name: text.stakeholders,
      columns: [
        ...[text.client, text.stakeholder, text.role, text.influence, text.interest],
        ...[text.decides, text.engagement, text.desired, text.liaisons],
      ],
      rows: clients.flatMap(({ name, stakeholders }) =>
        say
          .inOrder(stakeholders)
          .map((person) => [
            say.name(name),
            say.name(person.name),
            person.role,
            person.influence && say.word.grade[person.influence],
            person.interest && say.word.interest[person.interest],
            person.decides ? text.yes : null,
            person.engagement && say.term(person.engagement.current),
            person.engagement?.desired ? say.term(person.engagement.desired) : null,
            say.sorted(person.liaisons).map(say.name).join(', '),
          ]),
      ),
    },
    {
      name: text.participation,
      columns: [text.client, text.task, text.stakeholder, text.voice],
      rows: clients.flatMap(({ name, tasks }) =>
        tasks.flatMap(({ task, people }) =>
          people.map(({ person, voice }) => [say.name(name), say.name(task), say.name(person), say.term(voice)]),
        ),
      ),
    },
    {
      name: text.needs,
      columns: [text.client, text.need, text.priority, text.task, text.status, text.assigned],
      rows: clients.flatMap(({ name, needs }) =>
        needs.flatMap(({ name: need, priority, tasks }) => {
          const start = [say.name(name), say.name(need), priority && say.word.grade[priority]];
          if (tasks.length === 0) return [[...start, null, null, null]];
          return tasks.map(({ task, status, assigned }) => [
            ...start,
            say.name(task),
            say.word.task[status],
            assigned.map(say.name).join(', '),
          ]);
        }),
      ),
    },
  ];
}

const texts = {
  en: {
    stakeholders: 'Stakeholders',
    client: 'Client',
    stakeholder: 'Stakeholder',
    role: 'Role',
    influence: 'Influence',
    interest: 'Interest',
    decides: 'Decides',
    yes: 'yes',
    engagement: 'Engagement',
    desired: 'Engagement desired',
    liaisons: 'Linked to',
    participation: 'Participation',
    task: 'Task',
    voice: 'How',
    needs: 'Needs',
    need: 'Need',
    priority: 'Priority',
    status: 'Status',
    assigned: 'Assigned to',
  },
  fr: {
    stakeholders: 'Parties prenantes',
    client: 'Client',
    stakeholder: 'Partie prenante',
    role: 'Rôle',
    influence: 'Influence',
    interest: 'Intérêt',
    decides: 'Décide',
    yes: 'oui',
    engagement: 'Engagement',
    desired: 'Engagement souhaité',
    liaisons: 'En lien avec',
    participation: 'Participation',
    task: 'Tâche',
    voice: 'Comment',
    needs: 'Besoins',
    need: 'Besoin',
    priority: 'Priorité',
    status: 'État',
    assigned: 'Confiée à',
  },
} as const;
