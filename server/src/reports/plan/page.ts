import { messageOf } from '../../rules/answer';
import { gravestFirst } from '../../rules/effect';
import type { Finding } from '../../rules/rule';
import type { Language } from '../../text/localised';
import { basisOf } from '../basis/basis';
import { documentOn } from '../basis/document';
import { asSentence } from '../basis/finding';
import {
  type Block,
  type Cell,
  type Document,
  empty,
  lead,
  lines,
  number,
  numbers,
  paragraph,
  type Rich,
  section,
  table,
  words,
} from '../document';
import { type PlanAnswer, planAnswer, type ShareAnswer } from '../planAnswer';
import type { ReportInput } from '../report';
import { type Say, sayIn } from '../say';
import { type MemberPlanned, membersPlanned, proposalOf } from './proposal';

/** The plan as people read it. */
export function planDocument(input: ReportInput, language: Language): Document {
  const { model } = input;
  const { plan, effect } = proposalOf(input);
  const basis = basisOf(input, language, ['competency', 'workload']);
  const say = sayIn(language, basis.names, model.scale.levels);
  const text = texts[language];
  const answer = planAnswer(plan, effect);
  return documentOn(basis, say, text.kind, [
    section('plan', text.title, [lead(leadOf(answer, say)), objectivesTable(answer, say), paragraph(text.objectives)]),
    section('tasks', text.tasks, [answer.tasks.length === 0 ? empty(text.noTasks) : tasksTable(answer, say)]),
    section('members', text.members, [daysTable(membersPlanned(model, plan), say)]),
    section(
      'effect',
      text.effect,
      [],
      [
        section('resolved', text.resolved, [findingsList(effect.resolved, text.nothingResolved, say)]),
        section('added', text.added, [findingsList(effect.added, text.nothingAdded, say)]),
      ],
    ),
  ]);
}

/** Before and after in short, for the review. */
export function planBlocks(answer: PlanAnswer, say: Say): readonly Block[] {
  const text = texts[say.language];
  if (answer.tasks.length === 0) return [paragraph(leadOf(answer, say))];
  const { resolved, added } = answer.findings;
  const effect = text.inShort(resolved.length, added.length, say);
  return [paragraph(`${leadOf(answer, say)} ${effect}`), objectivesTable(answer, say), tasksTable(answer, say)];
}

function leadOf({ tasks, proved, gap = null, by }: PlanAnswer, say: Say): string {
  const text = texts[say.language];
  const quality = by === 'ranking' ? text.ranking : proved ? text.proved : text.notProved(gap === null ? null : say.percent(gap));
  return `${tasks.length === 0 ? text.stays : text.changes(tasks.length, say)} ${quality}`;
}

function objectivesTable({ before, after }: PlanAnswer, say: Say): Block {
  const text = texts[say.language];
  const row = (title: string, key: 'uncovered' | 'overloadDays' | 'changes'): readonly Cell[] => [
    [title],
    number(before[key], say.figure(before[key], 1)),
    number(after[key], say.figure(after[key], 1)),
  ];
  return table(
    text.worth,
    [words(text.objective, 6), numbers(text.today, 2), numbers(text.proposed, 2)],
    [row(text.uncovered, 'uncovered'), row(text.overloadDays, 'overloadDays'), row(text.changesMade, 'changes')],
  );
}

function tasksTable({ tasks }: PlanAnswer, say: Say): Block {
  const text = texts[say.language];
  const people = (shares: readonly ShareAnswer[], others: readonly ShareAnswer[]): Cell => {
    if (shares.length === 0) return [text.nobody];
    return lines(
      shares.map(({ person, share }): Rich => {
        const isNew = !others.some((other) => other.person === person);
        const shown = shares.length === 1 && share === 100 ? say.name(person) : `${say.name(person)} ${say.percent(share / 100)}`;
        return [isNew ? { kind: 'strong', text: shown } : shown];
      }),
    );
  };
  const rows = tasks.map(({ task, before, after }) => ({ name: task, before, after }));
  return table(
    text.tasks,
    [words(text.task, 6), words(text.today, 5), words(text.proposed, 5)],
    say.inOrder(rows).map(({ name, before, after }): readonly Cell[] => [[say.name(name)], people(before, after), people(after, before)]),
  );
}

function daysTable(members: readonly MemberPlanned[], say: Say): Block {
  const text = texts[say.language];
  if (members.length === 0) return empty(text.noDays);
  const most = Math.max(...members.flatMap(({ available, before, after }) => [available ?? 0, before, after]));
  const days = (value: number, limit: number | null): Cell => {
    const said = say.figure(value, 1);
    return {
      sketch: { kind: 'bullet', value, limit, most },
      text: [limit === null ? text.unlimited(said) : text.of(said, say.figure(limit, 1))],
    };
  };
  return table(
    text.members,
    [words(text.member, 4), words(text.today, 5), words(text.proposed, 5)],
    say.inOrder(members).map(({ name, available, before, after }) => [[say.name(name)], days(before, available), days(after, available)]),
  );
}

function findingsList(findings: readonly Finding[], none: string, say: Say): Block {
  if (findings.length === 0) return empty(none);
  return {
    kind: 'ranking',
    items: findings.toSorted(gravestFirst).map((finding) => ({
      mark: { kind: 'severity', severity: finding.severity, text: say.word.severity[finding.severity] },
      text: [asSentence(messageOf(finding, say.language))],
    })),
  };
}

const en = {
  kind: 'Reassignment plan',
  title: 'What to reassign',
  proved: 'It is proved that no other does better.',
  notProved: (gap: string | null) =>
    gap === null
      ? 'It is the best that was found in the time there was; that no other does better is not proved.'
      : `It is the best that was found in the time there was; that no other does better is not proved (it may be off by ${gap}).`,
  ranking: 'No solver could be loaded: each task goes to whom its quick fix names first.',
  stays: 'The plan leaves every task as it is.',
  changes: (count: number, say: Say) => `The plan changes ${say.plural(count, 'task', 'tasks')}.`,
  objectives:
    'First as much as possible is covered, weighed by the priority of needs; then nobody has more days than there are; then as little as possible changes.',
  worth: 'What the plan is worth',
  objective: 'Objective',
  today: 'Today',
  proposed: 'Proposed',
  uncovered: 'Not covered, weighed by priority',
  overloadDays: 'Days beyond those available',
  changesMade: 'People who join or leave a task',
  tasks: 'Tasks that change',
  noTasks: 'No task changes.',
  task: 'Task',
  nobody: 'nobody',
  members: 'Days that change',
  noDays: 'Nobody’s days change.',
  member: 'Member',
  of: (assigned: string, available: string) => `${assigned} of ${available}`,
  unlimited: (assigned: string) => `${assigned}, without a limit`,
  effect: 'What becomes of the findings',
  resolved: 'Resolved',
  nothingResolved: 'The plan resolves no finding.',
  added: 'Added',
  nothingAdded: 'The plan adds no finding.',
  inShort: (resolved: number, added: number, say: Say) =>
    `It resolves ${say.plural(resolved, 'finding', 'findings')} and adds ${say.plural(added, 'one', 'others')}.`,
};

const fr: typeof en = {
  kind: 'Plan de réaffectation',
  title: 'Ce qu’il faut réaffecter',
  proved: 'Il est prouvé qu’aucun autre ne fait mieux.',
  notProved: (gap) =>
    gap === null
      ? 'C’est le meilleur trouvé dans le temps imparti ; qu’aucun autre ne fasse mieux n’est pas prouvé.'
      : `C’est le meilleur trouvé dans le temps imparti ; qu’aucun autre ne fasse mieux n’est pas prouvé (l’écart possible est de ${gap}).`,
  ranking: 'Le solveur n’a pas pu être chargé : chaque tâche revient à la personne que sa correction rapide nomme en premier.',
  stays: 'Le plan laisse chaque tâche comme elle est.',
  changes: (count, say) => `Le plan modifie ${say.plural(count, 'tâche', 'tâches')}.`,
  objectives:
    'D’abord, couvrir le plus possible, selon la priorité des besoins ; puis ne confier à personne plus de jours qu’il n’en a ; puis changer le moins possible.',
  worth: 'Ce que vaut le plan',
  objective: 'Objectif',
  today: 'Aujourd’hui',
  proposed: 'Proposé',
  uncovered: 'Non couvert, selon la priorité',
  overloadDays: 'Jours au-delà de ceux qu’il y a',
  changesMade: 'Personnes qui rejoignent ou quittent une tâche',
  tasks: 'Tâches qui changent',
  noTasks: 'Aucune tâche ne change.',
  task: 'Tâche',
  nobody: 'personne',
  members: 'Jours qui changent',
  noDays: 'Les jours de personne ne changent.',
  member: 'Membre',
  of: (assigned, available) => `${assigned} sur ${available}`,
  unlimited: (assigned) => `${assigned}, sans limite`,
  effect: 'Ce que deviennent les constats',
  resolved: 'Résolus',
  nothingResolved: 'Le plan ne résout aucun constat.',
  added: 'Ajoutés',
  nothingAdded: 'Le plan n’ajoute aucun constat.',
  inShort: (resolved, added, say) => `Il résout ${say.plural(resolved, 'constat', 'constats')} et en ajoute ${say.figure(added)}.`,
};

const texts = { en, fr };
