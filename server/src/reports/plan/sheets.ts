import { messageOf } from '../../rules/answer';
import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { sayIn } from '../say';
import type { Sheet } from '../sheet';
import { membersPlanned, proposalOf } from './proposal';

/** Who has which part of each task that changes, what that makes of days, and of the findings. */
export function planSheets(input: ReportInput, language: Language): readonly Sheet[] {
  const { model } = input;
  const { plan, effect } = proposalOf(input);
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const text = texts[language];
  return [
    {
      name: text.plan,
      columns: [text.task, text.person, text.before, text.after],
      rows: plan.tasks.flatMap(({ task, before, after }) => {
        const people = [...new Set([...before, ...after].map(({ person }) => person))];
        return people.map((person) => {
          const share = (shares: typeof before): number | null => shares.find((each) => each.person === person)?.share ?? null;
          return [say.name(task.id), say.name(person.id), share(before), share(after)];
        });
      }),
    },
    {
      name: text.days,
      columns: [text.member, text.available, text.daysBefore, text.daysAfter],
      rows: membersPlanned(model, plan).map(({ name, available, before, after }) => [say.name(name), available, before, after]),
    },
    {
      name: text.findings,
      columns: [text.what, text.rule, text.finding],
      rows: [
        ...effect.resolved.map((finding) => [text.resolved, finding.rule.name, messageOf(finding, language)]),
        ...effect.added.map((finding) => [text.added, finding.rule.name, messageOf(finding, language)]),
      ],
    },
  ];
}

const texts = {
  en: {
    plan: 'Plan',
    task: 'Task',
    person: 'Person',
    before: 'Share today (%)',
    after: 'Share proposed (%)',
    days: 'Days',
    member: 'Member',
    available: 'Days available',
    daysBefore: 'Days today',
    daysAfter: 'Days proposed',
    findings: 'Findings',
    what: 'What becomes of it',
    rule: 'Rule',
    finding: 'Finding',
    resolved: 'resolved',
    added: 'added',
  },
  fr: {
    plan: 'Plan',
    task: 'Tâche',
    person: 'Personne',
    before: 'Part aujourd’hui (%)',
    after: 'Part proposée (%)',
    days: 'Jours',
    member: 'Membre',
    available: 'Jours disponibles',
    daysBefore: 'Jours aujourd’hui',
    daysAfter: 'Jours proposés',
    findings: 'Constats',
    what: 'Ce qu’il devient',
    rule: 'Règle',
    finding: 'Constat',
    resolved: 'résolu',
    added: 'ajouté',
  },
} as const;
