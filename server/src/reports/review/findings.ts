import type { Model } from '../../model/model';
import { builtInTechniques } from '../../model/techniques';
import { fixesOf } from '../../rules/check';
import { type TracedFinding, tracedFindings } from '../basis/findings';
import type { ReportInput } from '../report';
import type { Say } from '../say';

/** A finding, and what a client asks about it. */
export interface ReviewedFinding extends TracedFinding {
  /** What the tools propose to write, best first. */
  readonly fixes: readonly string[];
  /** Why nothing can be proposed. */
  readonly noFix: string | null;
  /** Techniques known to answer it, the project’s own first. */
  readonly techniques: readonly string[];
}

/** The findings by file, then place, then rule; fixes are sought, which takes time, for those whose number is at most `mostFixed`. */
export function reviewedFindings(input: ReportInput, say: Say, mostFixed: number): readonly ReviewedFinding[] {
  const { model } = input;
  const { language } = say;
  return tracedFindings(input, say).map(({ finding, traced }) => {
    const fixes = traced.number > mostFixed ? [] : fixesOf(finding, model, language);
    return {
      ...traced,
      fixes: fixes.filter(({ disabled }) => !disabled).map(({ title }) => title[language]),
      noFix: fixes.find(({ disabled }) => disabled)?.disabled?.[language] ?? null,
      techniques: techniquesFor(model, traced.rule),
    };
  });
}

/** The rule that speaks of pitfalls: what answers pitfalls answers what it finds. */
const pitfallRule = 'assessment/pitfall-unanswered';

function techniquesFor(model: Model, rule: string): readonly string[] {
  const own = model.techniques.filter(({ answers }) => answers.includes(rule));
  const replaced = new Set(model.techniques.map(({ name }) => name));
  const builtIn = builtInTechniques.filter(
    ({ name, answers, answersPitfalls }) => !replaced.has(name) && (answers.includes(rule) || (answersPitfalls && rule === pitfallRule)),
  );
  return [...own.map(({ id }) => id), ...builtIn.map(({ name }) => `technique:${name}`)];
}
