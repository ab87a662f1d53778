import type { Configured } from '../config/parse';
import { edited } from '../model/edited';
import type { Model } from '../model/model';
import type { Edit } from '../text/edit';
import { checkProject } from './check';
import type { Finding } from './rule';

/** What a change does to the findings of a project; a finding is the same where its rule and its subjects are. */
export interface Effect {
  /** Those that it removes. */
  readonly resolved: readonly Finding[];
  /** Those that it brings. */
  readonly added: readonly Finding[];
}

/** What `edits` do to the findings of `model`, which are `before`: found on the edited project, not guessed. */
export function effectOf(model: Model, before: readonly Finding[], edits: readonly Edit[], configured: Configured): Effect {
  const { findings: after } = checkProject(edited(model.snapshot, edits), configured, model.today);
  return { resolved: without(before, after), added: without(after, before) };
}

/** Those of `findings` that are not among `others`; of several alike, as many as there are fewer among them. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(identityOf(other), (left.get(identityOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(identityOf(finding)) ?? 0;
    left.set(identityOf(finding), count - 1);
    return count <= 0;
  });
}

function identityOf({ rule, found }: Finding): string {
  return [rule.name, ...found.subjects].join(' ');
}
