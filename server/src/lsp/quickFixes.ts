import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { z } from 'zod';
import type { Localised } from '../text/localised';
import type { ActionData, Offerer } from './actions';
import type { ConsideredFix, OfferedFix } from './analysisMessages';
import { asking } from './asking';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import { proposePlanCommand } from './protocol';
import type { Located } from './session';
import * as toLsp from './toLsp';

const name = 'quickFixes';
const dataSchema = z.object({ uri: z.string(), rule: z.string(), subjects: z.array(z.string()), title: z.string() });

/** The rules whose findings the whole plan may remove. */
const planned: ReadonlySet<string> = new Set(['competency/under-qualified', 'workload/overloaded']);

const rebalance: Localised = { en: 'Rebalance the whole plan…', fr: 'Rééquilibrer tout le plan…' };

/** What mends a finding, or has it said no more. Its edits, and what they do to all findings, are found when it is chosen. */
export function quickFixes(desk: Desk, abilities: toLsp.Abilities): Offerer {
  const { linesOf } = asking(desk);
  return { name, kinds: [CodeActionKind.QuickFix], offered, chosen };

  async function offered(at: Located, { range, context }: CodeActionParams, token: CancellationToken): Promise<readonly CodeAction[]> {
    const span = fromLsp.span(linesOf(at), range);
    const fixes = (await desk.thread.ask(at.project.root, { ask: 'fixes', file: at.file, span }, token)) as readonly OfferedFix[];
    const asked = context.diagnostics;
    const actions = fixes.flatMap((fix) => {
      const removes = asked.filter((diagnostic) => isSame(diagnostic, fix, at));
      // Who asks about certain diagnostics is told about those alone.
      const isAsked = asked.length === 0 || removes.length > 0;
      const isPossible = abilities.createdFiles || fix.edits.every(({ file }) => toLsp.isThere(file, desk.addresses(at.project)));
      const isShown = isPossible && (fix.disabled === null || abilities.disabledActions);
      return isAsked && isShown ? [action(fix, removes, at)] : [];
    });
    const isPlanned = fixes.some(({ rule }) => planned.has(rule) && (asked.length === 0 || asked.some(({ code }) => code === rule)));
    return isPlanned && abilities.plans ? [...actions, rebalancing(at)] : actions;
  }

  function rebalancing({ project, file }: Located): CodeAction {
    const title = rebalance[desk.languageOf(project)];
    const command = { title, command: proposePlanCommand, arguments: [desk.session.uri(project, file)] };
    return { title, kind: CodeActionKind.QuickFix, command };
  }

  function action(fix: OfferedFix, removes: readonly Diagnostic[], { project, file }: Located): CodeAction {
    const offered = toLsp.codeAction(fix, removes);
    if (fix.disabled !== null) return offered;
    if (!abilities.resolvedActions) return { ...offered, edit: toLsp.workspaceEdit(fix.edits, desk.addresses(project), abilities) };
    const { rule, subjects, title } = fix;
    const uri = desk.session.uri(project, file);
    return {
      ...offered,
      data: { offerer: name, uri, rule, subjects: [...subjects], title } satisfies ActionData & z.infer<typeof dataSchema>,
    };
  }

  async function chosen({ project, file }: Located, action: CodeAction): Promise<CodeAction | null> {
    const { rule, subjects, title } = dataSchema.parse(action.data);
    const fix = (await desk.thread.ask(project.root, { ask: 'fix', file, rule, subjects, title })) as ConsideredFix | null;
    if (!fix) return null;
    const edit = toLsp.workspaceEdit(fix.edits, desk.addresses(project), abilities);
    return { ...action, edit: fix.effect === null ? edit : toLsp.annotated(edit, { label: title, description: fix.effect }, abilities) };
  }

  function isSame({ code, range }: Diagnostic, fix: OfferedFix, at: Located): boolean {
    // By its line: there are clients that give back other columns than they were told, behind characters of several bytes.
    return code === fix.rule && range.start.line === linesOf(at).position(fix.span.start).line;
  }
}
