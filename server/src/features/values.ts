import type { PropertyForm, Shape } from '../syntax/vocabulary';

/** One token of a value: what can stand there. */
export type Step =
  | { readonly is: 'name' | 'level' | 'ruleOrName' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'date' }
  /** Something that is made up or counted: a title, a figure, a new name. */
  | { readonly is: 'own' };

/** A step, and whether the value is whole without it and all after it. */
interface Stage {
  readonly step: Step;
  readonly optional: boolean;
}

/** What can follow the first `count` tokens of a value of a property of `form`; null where the value is whole. */
export function nextOf(form: PropertyForm, count: number): Stage | null {
  return stages[form.shape](form.words ?? [])[count] ?? null;
}

/** Can values of this shape be joined by commas? */
export function isJoined(shape: Shape): boolean {
  return joined.has(shape);
}

const joined: ReadonlySet<Shape> = new Set(['refs', 'skills', 'aims', 'assignees', 'participants', 'answers', 'levels', 'heard']);

const must = (step: Step): Stage => ({ step, optional: false });
const may = (step: Step): Stage => ({ step, optional: true });
const word = (...words: readonly string[]): Step => ({ is: 'word', words });
const name: Step = { is: 'name' };
const level: Step = { is: 'level' };
const date: Step = { is: 'date' };
const own: Step = { is: 'own' };

/** The right-hand sides of docs/language.md §3, token by token. */
const stages: Readonly<Record<Shape, (words: readonly string[]) => readonly Stage[]>> = {
  flag: () => [],
  text: () => [must(own)],
  title: () => [must(own)],
  ref: () => [must(name)],
  refs: () => [must(name)],
  skills: () => [must(name), must(level)],
  aims: () => [must(name), may(level)],
  assignees: () => [must(name), may(own)],
  participants: (voices) => [must(name), may(word(...voices))],
  answers: () => [must({ is: 'ruleOrName' })],
  word: (words) => [must(word(...words))],
  stances: (stances) => [must(word(...stances)), may(word('->')), must(word(...stances))],
  number: () => [must(own)],
  holders: () => [must(own), may(word('at')), must(level)],
  date: () => [must(date)],
  range: () => [must(date), may(word('to')), must(date)],
  duration: () => [must(own)],
  capacity: () => [must(own), may(word('per week')), must(word('week'))],
  levels: () => [must(own), may(own)],
  atLevel: () => [must(word('at')), must(level)],
  heard: () => [must(name), may(word('on')), must(date), may(own)],
};
