import type { Evidence } from '../../rules/rule';
import type { LocalisedWith } from '../../text/localised';
import type { Say } from '../say';

/** Sentences that say the evidence `E` of a rule. */
export type Words<E> = LocalisedWith<readonly [evidence: E, say: Say]>;

/** The sentences of one rule, for a table of all. */
export type Worded = readonly [rule: string, words: Words<Evidence>];

/** The evidence of a rule has the shape that the reference of rules gives: `E` is what is read of it. */
export function worded<E>(rule: string, words: Words<E>): Worded {
  return [rule, words as unknown as Words<Evidence>];
}

/** Evidence names a competency by its bare name. */
export function competencyName(competency: string, say: Say): string {
  return say.name(`competency:${competency}`);
}

/** Each clause a sentence. */
export function sentences(clauses: readonly string[]): string {
  return clauses.map((clause) => `${clause}.`).join(' ');
}
