import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { Projects } from './projects';

/** In milliseconds, how long checking goes unsaid: at every key it would flicker. */
const patience = 400;

const severities = ['error', 'warning', 'info', 'hint'] as const;
type Counts = Readonly<Record<(typeof severities)[number], number>>;

/** Says in the status bar how many findings there are of each severity, and that rules are being applied; a click opens the list. */
export function showStatus(projects: Projects): Disposable {
  const item = window.createStatusBarItem('collab.status', StatusBarAlignment.Left, 10);
  item.name = 'Collab';
  item.command = 'collab.findings.focus';
  let isLong = false;
  let waiting: NodeJS.Timeout | undefined;
  const show = (): void => {
    if (projects.withModel.length === 0) {
      item.hide();
      return;
    }
    const counts = sumOf(projects.withModel.map((project) => project.counts));
    item.text = `${isLong ? '$(sync~spin) ' : ''}Collab ${inIcons(counts)}`;
    item.tooltip = [isLong ? l10n.t('Collab: checking…') : l10n.t('Collab: findings'), ...inWords(counts)].join('\n');
    item.accessibilityInformation = { label: ['Collab', ...inWords(counts)].join(', ') };
    item.show();
  };
  const follow = (): void => {
    if (projects.isChecking) {
      waiting ??= setTimeout(() => {
        isLong = projects.isChecking;
        show();
      }, patience);
    } else {
      clearTimeout(waiting);
      waiting = undefined;
      isLong = false;
    }
    show();
  };
  follow();
  const following = projects.onDidChange(follow);
  return {
    dispose() {
      clearTimeout(waiting);
      following.dispose();
      item.dispose();
    },
  };
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const counts of all) for (const severity of severities) sum[severity] += counts[severity];
  return sum;
}

function inIcons(counts: Counts): string {
  const shown = severities.filter((severity) => counts[severity] > 0).map((severity) => `${icons[severity]} ${counts[severity]}`);
  return shown.join(' ') || '$(pass)';
}

/** Errors are only named where there are some: most models have none. */
function inWords({ error, warning, info, hint }: Counts): readonly string[] {
  if (error + warning + info + hint === 0) return [l10n.t('No findings')];
  return [
    ...(error > 0 ? [l10n.t('Errors: {0}', error)] : []),
    ...(warning > 0 ? [l10n.t('Warnings: {0}', warning)] : []),
    ...(info > 0 ? [l10n.t('Information: {0}', info)] : []),
    ...(hint > 0 ? [l10n.t('Hints: {0}', hint)] : []),
  ];
}

const icons: Readonly<Record<keyof Counts, string>> = { error: '$(error)', warning: '$(warning)', info: '$(info)', hint: '$(lightbulb)' };
