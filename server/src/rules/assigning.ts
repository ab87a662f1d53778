import type { Member, Model, Person, Task } from '../model/model';
import { assign, bringIn } from '../planning/assign';
import type { Candidate, Proposal } from '../planning/candidates';
import type { Localised, LocalisedWith } from '../text/localised';
import type { Fix } from './rule';
import { bringInWords, tradeWords } from './trade';
import { listed, quoted } from './wording';

/** How many people a fix offers a task to. */
export const mostOffered = 3;

/** Gives `task` to `candidate` by `proposal`; `verb` is the beginning of the title, made from the names of those who take it. */
export function assignFix(model: Model, task: Task, candidate: Candidate, proposal: Proposal, verb: LocalisedWith<string>): Fix | null {
  const edits = assign(model, task, proposal(candidate.members));
  return edits && { title: tradeTitle(task, candidate, verb), preferred: false, edits };
}

/** Puts `person` on `task` without a share of its effort: `Bring Anna Morel in on “Survey”: covers 1 of 2, load stays at 70 %`. */
export function bringInFix(model: Model, task: Task, person: Person): Fix | null {
  const edits = bringIn(model, task, person);
  const { en, fr } = bringInTitle(task, person);
  const trade = bringInWords(model, task, person);
  const title = trade ? { en: `${en}: ${trade.en}`, fr: `${fr} : ${trade.fr}` } : { en, fr };
  return edits && { title, preferred: false, edits };
}

/** `Assign to Anna Morel: covers 2 of 2, load 70 → 85 %`. */
export function tradeTitle(task: Task, candidate: Candidate, verb: LocalisedWith<string>): Localised {
  const names = candidate.members.map(({ label }: Member) => label);
  const trade = tradeWords(task, candidate);
  return { en: `${verb.en(listed('en', names))}: ${trade.en}`, fr: `${verb.fr(listed('fr', names))} : ${trade.fr}` };
}

/** `Bring Anna Morel in on “Survey”`. */
export function bringInTitle(task: Task, { label }: Person): Localised {
  return { en: `Bring ${label} in on ${quoted('en', task.label)}`, fr: `Faire participer ${label} à ${quoted('fr', task.label)}` };
}

/** `Assign “Survey” to Anna Morel`. */
export function giveVerb(task: Task): LocalisedWith<string> {
  return {
    en: (who) => `Assign ${quoted('en', task.label)} to ${who}`,
    fr: (who) => `Confier ${quoted('fr', task.label)} à ${who}`,
  };
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
