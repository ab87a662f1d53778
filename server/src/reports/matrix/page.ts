import type { Language } from '../../text/localised';
import { type Basis, basisOf } from '../basis/basis';
import { documentOn } from '../basis/document';
import { capped } from '../capped';
import {
  type Block,
  type Document,
  empty,
  type Grid,
  type GridCell,
  type GridRow,
  gridCell,
  lead,
  type Section,
  section,
} from '../document';
import type { ReportInput } from '../report';
import { competenciesReviewed } from '../review/competencies';
import { coverageTable } from '../review/pages/competencies';
import { type Say, sayIn } from '../say';
import { slices } from '../slices';
import { type MatrixCell, type MemberCells, matrixCells } from './cells';
import { type CompetencyInMatrix, type Matrix, matrixOf } from './levels';

/** The matrix as people read it. */
export function matrixDocument(input: ReportInput, language: Language): Document {
  const { model } = input;
  const basis = basisOf(input, language, ['competency']);
  const say = sayIn(language, basis.names, model.scale.levels);
  const text = texts[language];
  const competencies = competenciesReviewed(model);
  const coverage = competencies.length === 0 ? [empty(text.noCompetencies)] : [coverageTable(competencies, say)];
  return documentOn(basis, say, text.kind, [
    matrixSection(matrixOf(model), matrixCells(model), basis, say),
    section('coverage', text.coverage, [lead(text.coverageLead), ...coverage]),
  ]);
}

function matrixSection(matrix: Matrix, members: readonly MemberCells[], { opening }: Basis, say: Say): Section {
  const text = texts[say.language];
  if (matrix.competencies.length === 0) return section('matrix', text.title, [lead(text.lead), empty(text.noCompetencies)]);
  if (members.length === 0) return section('matrix', text.title, [lead(text.lead), empty(text.noMembers)]);
  const competencies = say.inOrder(matrix.competencies);
  const { shown, rest } = capped(say.inOrder(members), say);
  const parts = slices(competencies, mostColumns);
  const grids = parts.map((part, at): Grid => {
    const caption = parts.length === 1 ? text.caption : text.part(at + 1, parts.length);
    return {
      kind: 'grid',
      caption,
      corner: text.member,
      columns: part.map(({ name }) => say.name(name)),
      rows: shown.map((member) => ({
        title: say.name(member.name),
        cells: part.map(({ name }) => memberCell(member.cells.get(name), opening.scale.levels.length)),
      })),
      foot: footOf(part, say),
      legend: at === parts.length - 1 ? legendOf(say) : [],
    };
  });
  return section('matrix', text.title, [lead(text.lead), figuresOf(matrix, members, say), ...grids, ...rest]);
}

/** How many columns fit on a printed page. */
const mostColumns = 16;

function memberCell(cell: MatrixCell | undefined, highest: number): GridCell {
  if (!cell) return gridCell('·');
  const { held, declared, required, gaps } = cell;
  const text = held === 0 ? '·' : declared === held ? String(held) : `(${held})`;
  const isGap = gaps.length > 0;
  const note = required === null ? null : held >= required ? `≥ ${required}` : `< ${required}${isGap ? ' ✗' : ''}`;
  return { text, note, tone: Math.ceil((held / highest) * 5), isGap };
}

function footOf(competencies: readonly CompetencyInMatrix[], say: Say): readonly GridRow[] {
  const text = texts[say.language];
  const row = (title: string, cellOf: (competency: CompetencyInMatrix) => GridCell): GridRow => ({
    title,
    cells: competencies.map(cellOf),
  });
  const figure = (value: number | null): GridCell => gridCell(value === null ? '–' : String(value));
  return [
    row(text.required, ({ highestRequired }) => figure(highestRequired)),
    row(text.counts, ({ level }) => figure(level)),
    row(text.holders, ({ holders, highestRequired }) => ({
      ...gridCell(holders.length > 1 ? '2+' : String(holders.length)),
      isGap: holders.length === 0 && highestRequired !== null,
    })),
    row(text.target, ({ target }) => figure(target)),
  ];
}

function legendOf(say: Say): Grid['legend'] {
  const text = texts[say.language];
  return [
    { cell: gridCell('4', 4), means: text.level },
    { cell: gridCell('(4)', 4), means: text.through },
    { cell: gridCell('4', 4, '≥ 3'), means: text.met },
    { cell: gridCell('2', 2, '< 4'), means: text.below },
    { cell: { ...gridCell('2', 2, '< 4 ✗'), isGap: true }, means: text.gap },
    { cell: gridCell('·'), means: text.unknown },
  ];
}

function figuresOf({ competencies }: Matrix, members: readonly MemberCells[], say: Say): Block {
  const text = texts[say.language];
  const count = (status: CompetencyInMatrix['status']): string => String(competencies.filter((each) => each.status === status).length);
  const gaps = members.reduce((sum, { cells }) => sum + [...cells.values()].filter((cell) => cell.gaps.length > 0).length, 0);
  return {
    kind: 'figures',
    figures: [
      { value: say.figure(members.length), label: text.members },
      { value: say.figure(competencies.length), label: text.competencies },
      { value: count('covered'), label: text.two },
      { value: count('single'), label: text.one },
      { value: count('none'), label: text.none },
      { value: String(gaps), label: text.gaps },
    ],
  };
}

const en = {
  kind: 'Competency matrix',
  title: 'Who can do what',
  lead: 'The level of every member in every competency, and what the tasks that they have ask of them.',
  noCompetencies: 'The model declares no competency.',
  noMembers: 'No member is present.',
  caption: 'Levels of members',
  part: (at: number, of: number) => `Levels of members, part ${at} of ${of}`,
  member: 'Member',
  required: 'Highest level required',
  counts: 'Level that counts',
  holders: 'Holders at that level',
  target: 'Holders wanted',
  level: 'the level held',
  through: 'held through a narrower competency',
  met: 'a task of theirs requires it, at most at this level',
  below: 'a task of theirs requires it above their level, and somebody on it holds it',
  gap: 'a gap, hatched: nobody on that task holds it at the level required',
  unknown: 'not assessed',
  members: 'Members',
  competencies: 'Competencies',
  two: 'Two holders or more',
  one: 'One holder',
  none: 'No holder',
  gaps: 'Gaps on tasks',
  coverage: 'Coverage of competencies',
  coverageLead:
    'Holders are counted at the level from which one works alone, or at the highest level that open tasks require where that is above.',
};

const fr: typeof en = {
  kind: 'Matrice des compétences',
  title: 'Qui sait faire quoi',
  lead: 'Le niveau de chaque membre dans chaque compétence, et ce que demandent les tâches qui lui sont confiées.',
  noCompetencies: 'Le modèle ne déclare aucune compétence.',
  noMembers: 'Aucun membre n’est présent.',
  caption: 'Niveaux des membres',
  part: (at, of) => `Niveaux des membres, partie ${at} sur ${of}`,
  member: 'Membre',
  required: 'Plus haut niveau exigé',
  counts: 'Niveau qui compte',
  holders: 'Détenteurs à ce niveau',
  target: 'Détenteurs souhaités',
  level: 'le niveau détenu',
  through: 'détenu par une compétence plus étroite',
  met: 'exigé par une de ses tâches, au plus à ce niveau',
  below: 'exigé par une de ses tâches au-dessus de son niveau ; quelqu’un sur cette tâche l’a',
  gap: 'un écart, hachuré : personne sur cette tâche n’a le niveau exigé',
  unknown: 'non évalué',
  members: 'Membres',
  competencies: 'Compétences',
  two: 'Au moins deux détenteurs',
  one: 'Un seul détenteur',
  none: 'Aucun détenteur',
  gaps: 'Écarts sur les tâches',
  coverage: 'Couverture des compétences',
  coverageLead:
    'Les détenteurs se comptent au niveau à partir duquel on travaille en autonomie, ou au plus haut niveau qu’exigent les tâches ouvertes s’il est au-dessus.',
};

const texts = { en, fr };
