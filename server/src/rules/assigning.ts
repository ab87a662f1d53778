import type { Member, Model, Task } from '../model/model';
import { assign } from '../planning/assign';
import type { Candidate, Proposal } from '../planning/candidates';
import type { Localised, LocalisedWith } from '../text/localised';
import type { Fix } from './rule';
import { tradeWords } from './trade';
import { listed } from './wording';

/** How many people a fix offers a task to. */
export const mostOffered = 3;

/** Gives `task` to `candidate` by `proposal`; `verb` is the beginning of the title, made from the names of those who take it. */
export function assignFix(model: Model, task: Task, candidate: Candidate, proposal: Proposal, verb: LocalisedWith<string>): Fix | null {
  const edits = assign(model, task, proposal(candidate.members));
  return edits && { title: tradeTitle(task, candidate, verb), preferred: false, edits };
}

/** `Assign to Anna Morel: covers 2 of 2, load 70 → 85 %`. */
export function tradeTitle(task: Task, candidate: Candidate, verb: LocalisedWith<string>): Localised {
  const names = candidate.members.map(({ label }: Member) => label);
  const trade = tradeWords(task, candidate);
  return { en: `${verb.en(listed('en', names))}: ${trade.en}`, fr: `${verb.fr(listed('fr', names))} : ${trade.fr}` };
}

/** The first of `fixes` that can be applied is the preferred one. */
export function bestFirst(fixes: readonly (Fix | null)[]): readonly Fix[] {
  const offered = fixes.filter((fix) => fix !== null);
  const best = offered.find(({ disabled }) => !disabled);
  return offered.map((fix) => ({ ...fix, preferred: fix === best }));
}

/** A fix that is shown but cannot be applied, and why. */
export function disabledFix(title: Localised, disabled: Localised): Fix {
  return { title, preferred: false, disabled, edits: [] };
}
