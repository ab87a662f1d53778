import { l10n, type ThemeIcon } from 'vscode';
import type { Branch, BranchKind } from '../../../server/src/lsp/protocol';
import type { Told } from './parts';
import { icon, opening, type Row, type TreeForm } from './tree';

type BranchPart = 'members' | 'competencies' | 'tasks' | 'clients';

/** The trees of what a model declares. */
export function branchForms(): readonly TreeForm<BranchPart>[] {
  return [
    formOf('members', () => l10n.t('No member is declared yet.')),
    formOf('competencies', () => l10n.t('No competency is declared yet.')),
    formOf('tasks', () => l10n.t('No task is declared yet.')),
    formOf('clients', () => l10n.t('No client is declared yet.')),
  ];
}

function formOf(part: BranchPart, emptyMessage: () => string): TreeForm<BranchPart> {
  return { id: `collab.${part}`, part, emptyMessage, rows: (told) => rowsOf(told, told.data, '') };
}

/** The same competency hangs on a task twice: once on each requirement, so the place among its neighbours tells them apart. */
function rowsOf(told: Told<BranchPart>, branches: readonly Branch[], above: string): readonly Row[] {
  const seen = new Map<string, number>();
  return branches.map((branch) => {
    const times = seen.get(branch.id) ?? 0;
    seen.set(branch.id, times + 1);
    const key = `${above}/${branch.id}${times === 0 ? '' : `#${times}`}`;
    return {
      key,
      label: branch.label,
      detail: branch.detail,
      icon: icons[branch.kind],
      command: opening(told, branch.at),
      context: 'declared',
      children: rowsOf(told, branch.children, key),
    };
  });
}

/** Shapes tell them apart; colour only underlines. */
const icons: Readonly<Record<BranchKind, ThemeIcon>> = {
  member: icon('person'),
  stakeholder: icon('account'),
  competency: icon('mortar-board'),
  covered: icon('pass', 'charts.green'),
  single: icon('warning', 'charts.yellow'),
  uncovered: icon('circle-slash', 'charts.red'),
  task: icon('circle-large-outline'),
  taskDone: icon('check'),
  client: icon('briefcase'),
  organization: icon('home'),
  need: icon('target'),
  team: icon('organization'),
};
