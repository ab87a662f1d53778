import {
  type Command,
  type Disposable,
  EventEmitter,
  l10n,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Spot, ViewPart } from '../../../server/src/lsp/protocol';
import type { Projects } from '../projects';
import { askPart, fileOf, type Told } from './parts';

/** A line of a tree. */
export interface Row {
  /** Keeps it open, or chosen, when the tree is drawn anew; unique in its tree. */
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly tooltip?: string;
  readonly icon?: ThemeIcon;
  readonly command?: Command;
  /** What menus go by. */
  readonly context?: string;
  /** What a command of its menu is about. */
  readonly about?: string;
  readonly isOpen?: boolean;
  readonly children: readonly Row[];
}

/** How a tree is made: from which part of the views, and what it says where there is none of that. */
export interface TreeForm<Part extends ViewPart> {
  readonly id: string;
  readonly part: Part;
  rows(told: Told<Part>): readonly Row[];
  emptyMessage(): string;
  /** After every drawing. */
  drawn?(view: TreeView<Row>, told: readonly Told<Part>[]): void;
}

export interface Tree extends Disposable {
  /** Draws it anew from what is known. */
  redraw(): void;
}

/** Shows a tree that follows the projects while it is in sight; with several projects, each has a line of its own. */
export function showTree<Part extends ViewPart>(client: LanguageClient, projects: Projects, form: TreeForm<Part>): Tree {
  const changed = new EventEmitter<void>();
  const known = new Map<string, Told<Part>>();
  let rows: readonly Row[] = [];
  let isAsking = false;
  let isStale = true;
  const view = window.createTreeView<Row>(form.id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row?.children ?? rows)],
      getTreeItem: itemOf,
    },
  });

  const redraw = (): void => {
    const told = projects.withModel.flatMap(({ root }) => known.get(root) ?? []);
    rows = told.length > 1 ? told.map((each) => projectRow(each, form.rows(each))) : told.flatMap((each) => form.rows(each));
    const isEmpty = rows.every(({ context, children }) => context === 'project' && children.length === 0);
    view.message = told.length > 0 && isEmpty ? form.emptyMessage() : '';
    form.drawn?.(view, told);
    changed.fire();
  };

  const follow = async (): Promise<void> => {
    if (!view.visible || isAsking || !isStale) return;
    isAsking = true;
    isStale = false;
    let isNew = false;
    const roots = new Set(projects.withModel.map(({ root }) => root));
    for (const root of known.keys()) if (!roots.has(root)) isNew = known.delete(root);
    for (const root of roots) {
      const before = known.get(root);
      const told = await askPart(client, root, form.part, before).catch(() => before);
      if (told === before) continue;
      isNew = true;
      if (told) known.set(root, told);
      else known.delete(root);
    }
    isAsking = false;
    if (isNew) redraw();
    await follow();
  };

  const listening = [
    projects.onDidChange(() => {
      if (projects.isChecking) return;
      isStale = true;
      void follow();
    }),
    view.onDidChangeVisibility(() => void follow()),
  ];
  void follow();
  return {
    redraw,
    dispose: () => {
      for (const each of [...listening, view, changed]) each.dispose();
    },
  };
}

/** What a click on a line does that stands for something in the text. */
export function opening(told: Told<ViewPart>, { file, line, column }: Spot): Command {
  const at = new Position(line, column);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [fileOf(told, file), { selection: new Range(at, at) }] };
}

export function icon(name: string, color?: string): ThemeIcon {
  return new ThemeIcon(name, color === undefined ? undefined : new ThemeColor(color));
}

function projectRow({ root }: Told<ViewPart>, children: readonly Row[]): Row {
  const folder = Uri.parse(root);
  const label = folder.path.split('/').at(-1) ?? folder.path;
  return {
    key: root,
    label,
    tooltip: folder.fsPath,
    icon: icon('root-folder'),
    context: 'project',
    isOpen: true,
    children: below(root, children),
  };
}

/** The same things hang on several projects. */
function below(root: string, rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, key: `${root} ${row.key}`, children: below(root, row.children) }));
}

function itemOf(row: Row): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(row.label, row.children.length === 0 ? None : row.isOpen ? Expanded : Collapsed);
  item.id = row.key;
  if (row.detail) item.description = row.detail;
  item.tooltip = row.tooltip ?? [row.label, row.detail].filter(Boolean).join('\n');
  if (row.icon) item.iconPath = row.icon;
  if (row.command) item.command = row.command;
  if (row.context) item.contextValue = row.context;
  item.accessibilityInformation = { label: [row.label, row.detail].filter(Boolean).join(', ') };
  return item;
}
