import { rules } from '../rules/catalogue';
import { manual, manualPage } from '../rules/manual';
import type { Language } from '../text/localised';
import { nearest } from '../text/nearest';
import { Misuse } from './misuse';
import { print } from './output';
import { unknownRule } from './sentences';

/** Prints the manual page of the rule `name`. */
export function explain(name: string, language: Language): void {
  const rule = rules.find((each) => each.name === name);
  if (!rule) throw new Misuse(unknownRule(name, nearestRule(name)));
  print(manualPage(rule, language));
}

/** The rule that `name` may mean: one of nearly that name, with or without its group. */
function nearestRule(name: string): string | undefined {
  const names = rules.map((rule) => rule.name);
  const faultOf = (rule: string) => rule.slice(rule.indexOf('/') + 1);
  const faults = names.map(faultOf);
  const fault = faults.find((each) => each === name) ?? nearest(name, faults)[0];
  return nearest(name, names)[0] ?? names.find((rule) => faultOf(rule) === fault);
}

/** Prints the manual pages of all rules. */
export function explainAll(language: Language): void {
  print(manual(language));
}
