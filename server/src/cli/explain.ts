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
  const names = rules.map((each) => each.name);
  if (!rule) throw new Misuse(unknownRule(name, nearest(name, names)[0]));
  print(manualPage(rule, language));
}

/** Prints the manual pages of all rules. */
export function explainAll(language: Language): void {
  print(manual(language));
}
