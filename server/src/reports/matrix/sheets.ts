import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { sayIn } from '../say';
import type { Sheet } from '../sheet';
import { matrixCells } from './cells';
import { matrixOf } from './levels';

/** The levels as declared, a row per member, as `collab import` reads them; then coverage, and what tasks require of whom. */
export function matrixSheets({ model }: ReportInput, language: Language): readonly Sheet[] {
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const text = texts[language];
  const matrix = matrixOf(model);
  const members = say.inOrder(matrixCells(model));
  const competencies = say.inOrder(matrix.competencies);
  return [
    {
      name: text.matrix,
      columns: [text.member, text.role, text.team, ...competencies.map(({ name }) => say.name(name))],
      rows: members.map(({ name, role, teams, cells }) => [
        say.name(name),
        role,
        teams.map(say.name).join(', '),
        ...competencies.map((competency) => cells.get(competency.name)?.declared ?? null),
      ]),
    },
    {
      name: text.coverage,
      columns: [text.competency, text.level, text.required, text.count, text.target, text.holders],
      rows: competencies.map(({ name, level, highestRequired, holders, target }) => [
        say.name(name),
        level,
        highestRequired,
        holders.length,
        target,
        say.sorted(holders).map(say.name).join(', '),
      ]),
    },
    {
      name: text.requirements,
      columns: [text.member, text.competency, text.held, text.required, text.gaps],
      rows: members.flatMap(({ name, cells }) =>
        competencies.flatMap((competency) => {
          const cell = cells.get(competency.name);
          if (!cell || cell.required === null) return [];
          const { held, required, gaps } = cell;
          return [[say.name(name), say.name(competency.name), held === 0 ? null : held, required, gaps.map(say.name).join(', ')]];
        }),
      ),
    },
  ];
}

const texts = {
  en: {
    matrix: 'Matrix',
    coverage: 'Coverage',
    requirements: 'Requirements',
    member: 'Name',
    role: 'Role',
    team: 'Team',
    competency: 'Competency',
    level: 'Level that counts',
    required: 'Level required',
    count: 'Holders',
    target: 'Holders wanted',
    holders: 'Who',
    held: 'Level held',
    gaps: 'Uncovered on',
  },
  fr: {
    matrix: 'Matrice',
    coverage: 'Couverture',
    requirements: 'Exigences',
    member: 'Nom',
    role: 'Rôle',
    team: 'Équipe',
    competency: 'Compétence',
    level: 'Niveau qui compte',
    required: 'Niveau exigé',
    count: 'Détenteurs',
    target: 'Détenteurs souhaités',
    holders: 'Qui',
    held: 'Niveau détenu',
    gaps: 'Non couverte sur',
  },
} as const;
