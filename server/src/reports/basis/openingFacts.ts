import type { Fact, Rich } from '../document';
import type { Say } from '../say';
import type { NotAssessed, Opening } from './opening';

/** What makes a report trustworthy: how old its data is, what was read, by which rules, and what it does not know. */
export function openingFacts(opening: Opening, say: Say): readonly Fact[] {
  const text = texts[say.language];
  const { dataDate, assessment, today, period, files, rules } = opening;
  const on = rules.filter(({ severity }) => severity !== 'off');
  const off = rules.filter(({ severity }) => severity === 'off').map(({ rule }) => rule);
  const changed = on.filter((rule) => rule.changed).map(({ rule }) => rule);
  return [
    {
      term: text.data,
      values: [dataDate && assessment ? [say.date(dataDate), { kind: 'quiet', text: say.name(assessment) }] : [text.noData]],
    },
    { term: text.today, values: [[say.date(today)]] },
    { term: text.period, values: [[period ? say.range(period.from, period.to) : text.noPeriod]] },
    { term: text.people, values: [[text.peopleOf(opening.people, say)]] },
    { term: text.files, values: [[say.plural(files.length, text.file, text.filesRead), { kind: 'quiet', text: files.join(', ') }]] },
    {
      term: text.rules,
      values: [
        [
          text.rulesOn(on.length, say),
          { kind: 'quiet', text: changed.length > 0 ? text.changed(changed.join(', ')) : text.unchanged },
          ...(off.length > 0 ? [{ kind: 'quiet', text: text.off(off.join(', ')) } as const] : []),
        ],
      ],
    },
    { term: text.notAssessed, values: notAssessed(opening, say) },
  ];
}

function notAssessed({ notAssessed: gaps, period, assessment }: Opening, say: Say): readonly Rich[] {
  const text = texts[say.language];
  const assessed = assessment !== null;
  const lines = (Object.keys(text.gaps) as (keyof NotAssessed)[]).flatMap((gap): readonly Rich[] => {
    const ids = gaps[gap] ?? [];
    return ids.length > 0 ? [[`${text.gaps[gap](ids.length, say)}${say.colon}${say.someNames(say.sorted(ids))}`]] : [];
  });
  return [
    ...(assessed ? [] : [[text.noAssessment]]),
    ...(assessed && gaps.outsideScope === null ? [[text.noScope]] : []),
    ...lines,
    ...(period ? [] : [[text.noDays]]),
    ...(assessed && period && lines.length === 0 ? [[text.nothingMissing]] : []),
  ];
}

const en = {
  data: 'Date of the data',
  noData: 'Not stated: the model holds no dated assessment',
  today: 'Today, as set',
  period: 'Period',
  noPeriod: 'None declared',
  people: 'People',
  peopleOf: ({ members, absent, stakeholders, teams, clients }: Opening['people'], say: Say) =>
    `${say.plural(members, 'member', 'members')} in ${say.plural(teams, 'team', 'teams')}${absent > 0 ? ` (${say.plural(absent, 'more is absent', 'more are absent')} today)` : ''}, ${say.plural(stakeholders, 'stakeholder', 'stakeholders')} of ${say.plural(clients, 'client', 'clients')}`,
  files: 'Files read',
  file: 'file',
  filesRead: 'files',
  rules: 'Rules',
  rulesOn: (count: number, say: Say) => say.plural(count, 'rule on', 'rules on'),
  changed: (rules: string) => `set by the project: ${rules}`,
  unchanged: 'all at their default thresholds',
  off: (rules: string) => `off: ${rules}`,
  notAssessed: 'Not assessed',
  noAssessment: 'The state of the collaboration: no assessment in the model',
  noScope: 'The assessment states no scope: who should have been heard is not known',
  noDays: 'Days: without a period, working time limits nobody',
  nothingMissing: 'Nothing that is looked for is missing',
  gaps: {
    notHeard: (count: number, say: Say) => say.plural(count, 'person in scope was not heard', 'people in scope were not heard'),
    outsideScope: (count: number, say: Say) => say.plural(count, 'member is outside the scope', 'members are outside the scope'),
    withoutCompetencies: (count: number, say: Say) =>
      say.plural(count, 'member has no competency on record', 'members have no competency on record'),
    tasksWithoutEffort: (count: number, say: Say) => say.plural(count, 'open task states no effort', 'open tasks state no effort'),
    tasksWithoutRequirements: (count: number, say: Say) =>
      say.plural(count, 'open task requires no competency', 'open tasks require no competency'),
  },
};

const fr: typeof en = {
  data: 'Date des données',
  noData: 'Non indiquée : le modèle ne contient aucun état des lieux daté',
  today: 'Date retenue pour aujourd’hui',
  period: 'Période',
  noPeriod: 'Aucune période déclarée',
  people: 'Personnes',
  peopleOf: ({ members, absent, stakeholders, teams, clients }, say) =>
    `${say.plural(members, 'membre', 'membres')} dans ${say.plural(teams, 'équipe', 'équipes')}${absent > 0 ? ` (${say.plural(absent, 'autre est absent', 'autres sont absents')} aujourd’hui)` : ''}, ${say.plural(stakeholders, 'partie prenante', 'parties prenantes')} chez ${say.plural(clients, 'client', 'clients')}`,
  files: 'Fichiers lus',
  file: 'fichier',
  filesRead: 'fichiers',
  rules: 'Règles',
  rulesOn: (count, say) => say.plural(count, 'règle active', 'règles actives'),
  changed: (rules) => `réglées par le projet : ${rules}`,
  unchanged: 'toutes avec leurs seuils par défaut',
  off: (rules) => `désactivées : ${rules}`,
  notAssessed: 'Non évalué',
  noAssessment: 'L’état de la collaboration : le modèle ne contient aucun état des lieux',
  noScope: 'L’état des lieux n’indique pas son périmètre : on ignore qui aurait dû être entendu',
  noDays: 'Les jours : sans période, le temps de travail ne limite personne',
  nothingMissing: 'Rien de ce qui est examiné ne manque',
  gaps: {
    notHeard: (count, say) =>
      say.plural(count, 'personne du périmètre n’a pas été entendue', 'personnes du périmètre n’ont pas été entendues'),
    outsideScope: (count, say) => say.plural(count, 'membre est hors du périmètre', 'membres sont hors du périmètre'),
    withoutCompetencies: (count, say) => say.plural(count, 'membre sans compétence renseignée', 'membres sans compétence renseignée'),
    tasksWithoutEffort: (count, say) => say.plural(count, 'tâche ouverte sans effort indiqué', 'tâches ouvertes sans effort indiqué'),
    tasksWithoutRequirements: (count, say) =>
      say.plural(count, 'tâche ouverte n’exige aucune compétence', 'tâches ouvertes n’exigent aucune compétence'),
  },
};

const texts = { en, fr };
