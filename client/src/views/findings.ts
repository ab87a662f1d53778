import { commands, type Disposable, l10n, type ThemeIcon } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FindingShown } from '../../../server/src/lsp/protocol';
import type { Projects } from '../projects';
import type { Told } from './parts';
import { icon, opening, type Row, showTree } from './tree';

type Grouping = 'pillar' | 'person';

/** The tree of findings: by pillar, or by the people that they are about. */
export function showFindings(client: LanguageClient, projects: Projects): Disposable {
  let grouping: Grouping = 'pillar';
  const tree = showTree(client, projects, {
    id: 'collab.findings',
    part: 'findings',
    rows: (told) => (grouping === 'pillar' ? byPillar(told) : byPerson(told)),
    emptyMessage: () => l10n.t('No findings: no rule has anything to say.'),
    drawn(view, told) {
      const grave = told
        .flatMap(({ data }) => data.findings)
        .filter(({ severity }) => severity === 'error' || severity === 'warning').length;
      view.badge = grave === 0 ? undefined : { value: grave, tooltip: l10n.t('Errors and warnings: {0}', grave) };
    },
  });
  const group = (by: Grouping) => (): void => {
    grouping = by;
    void commands.executeCommand('setContext', 'collab.findingsBy', by);
    tree.redraw();
  };
  const listening = [
    commands.registerCommand('collab.findingsByPerson', group('person')),
    commands.registerCommand('collab.findingsByPillar', group('pillar')),
  ];
  return {
    dispose: () => {
      for (const each of [...listening, tree]) each.dispose();
    },
  };
}

function byPillar(told: Told<'findings'>): readonly Row[] {
  return told.data.groups.flatMap(({ group, label }) => {
    const its = told.data.findings.filter((finding) => finding.group === group);
    return its.length === 0 ? [] : [groupRow(group, label, icon(pillarIcons[group]), rowsOf(told, its, group), its)];
  });
}

/** Each finding under everyone it is about; those that are about nobody come last. */
function byPerson(told: Told<'findings'>): readonly Row[] {
  const { people, findings } = told.data;
  const rows = people.map(({ id, label }) => {
    const its = findings.filter((finding) => finding.people.includes(id));
    return groupRow(id, label, icon(id.startsWith('member:') ? 'person' : 'account'), rowsOf(told, its, id), its);
  });
  const others = findings.filter((finding) => finding.people.length === 0);
  return others.length === 0
    ? rows
    : [...rows, groupRow('others', l10n.t('About no one in particular'), icon('ellipsis'), rowsOf(told, others, 'others'), others)];
}

function groupRow(key: string, label: string, its: ThemeIcon, children: readonly Row[], findings: readonly FindingShown[]): Row {
  const isGrave = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
  return { key, label, detail: String(findings.length), icon: its, context: 'group', isOpen: isGrave, children };
}

function rowsOf(told: Told<'findings'>, findings: readonly FindingShown[], above: string): readonly Row[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, severity, message, subjects, at } = finding;
    const name = `${above}/${rule}/${subjects.join(',')}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return {
      key: `${name}#${times}`,
      label: message,
      detail: `${at.file}:${at.line + 1}`,
      tooltip: `${message}\n${rule} · ${at.file}:${at.line + 1}`,
      icon: severityIcons[severity],
      command: opening(told, at),
      context: 'finding',
      about: rule,
      children: [],
    };
  });
}

const severityIcons: Readonly<Record<FindingShown['severity'], ThemeIcon>> = {
  error: icon('error', 'list.errorForeground'),
  warning: icon('warning', 'list.warningForeground'),
  info: icon('info', 'charts.blue'),
  hint: icon('lightbulb'),
};

const pillarIcons: Readonly<Record<FindingShown['group'], string>> = {
  model: 'file-text',
  assessment: 'comment-discussion',
  network: 'type-hierarchy',
  competency: 'mortar-board',
  workload: 'dashboard',
  client: 'briefcase',
  plan: 'checklist',
};
