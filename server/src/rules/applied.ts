import type { Configured } from '../config/parse';
import type { Day } from '../model/calendar';
import { type Aspect, type Difference, differenceBetween, isChanged } from '../model/difference';
import { grouped } from '../model/grouped';
import type { AnyEntity, Entity, Model } from '../model/model';
import { type Reaches, reaches } from './reaches';
import { reads } from './reads';
import type { AnyRule, Found } from './rule';
import { entityOf } from './subjects';

/** What rules found in one state of a project, told or not. */
export interface Applied {
  readonly model: Model;
  readonly results: ReadonlyMap<AnyRule, Result>;
}

/** What one rule found, and what others had found that it asked. */
export interface Result {
  readonly found: readonly Found<unknown>[];
  readonly asked: ReadonlyMap<AnyRule, readonly Found<unknown>[]>;
}

/** What was found when a project was last checked. */
export class Memory {
  #today: Day | null = null;
  #configured: Configured | null = null;
  #applied: readonly Applied[] = [];

  /** What was found on the same day with the same configuration. */
  recall(today: Day, configured: Configured): readonly Applied[] {
    return today === this.#today && configured === this.#configured ? this.#applied : [];
  }

  note(today: Day, configured: Configured, applied: readonly Applied[]): void {
    this.#today = today;
    this.#configured = configured;
    this.#applied = applied;
  }
}

/** What a rule still finds in another state of the project. */
export interface Still extends Result {
  /** Those whom it has to judge again, by their ids: nothing is in `found` about them. */
  readonly again: ReadonlySet<string>;
}

/** What rules found in one state, for another in which it may still hold. */
export class Earlier {
  #difference: Difference | null | undefined;
  #relabelled: Relabelled | undefined;

  constructor(
    private readonly applied: Applied,
    private readonly now: Model,
  ) {}

  /** What `rule` still finds; null where it may find something else about anyone. `says` tells what others find now. */
  stillFound(rule: AnyRule, says: (other: AnyRule) => readonly Found<unknown>[]): Still | null {
    const aspects = reads.get(rule.name);
    const result = this.applied.results.get(rule);
    if (!aspects || !result || isOfModel(result.found[0]?.values)) return null;
    if (this.#difference === undefined) this.#difference = differenceBetween(this.applied.model.snapshot, this.now.snapshot);
    const difference = this.#difference;
    if (!difference) return null;
    const again = new Again(rule, this.applied.model, this.now);
    if (again.isOtherwise()) return null;
    if (!again.addChanged(aspects, difference)) return null;
    const asked = new Map<AnyRule, readonly Found<unknown>[]>();
    for (const [other, said] of result.asked) {
      const saysNow = says(other);
      if (!again.addAsked(other, said, saysNow)) return null;
      asked.set(other, saysNow);
    }
    const found = this.#moved(result.found, difference, again);
    return found && { found, asked, again: again.ids };
  }

  /**
   * `found` where it stands now. What is not certain of it, or names what is called otherwise now, is to be judged again; null where the
   * rule cannot do so for one alone.
   */
  #moved(found: readonly Found<unknown>[], difference: Difference, again: Again): readonly Found<unknown>[] | null {
    this.#relabelled ??= new Relabelled(difference.labels);
    const all: Found<unknown>[] = [];
    for (const each of found) {
      const there = this.#relabelled.isIn(each) ? null : movedTo(each, difference);
      if (there) all.push(there);
      else if (!again.addFound(each)) return null;
    }
    return again.ids.size === 0 ? all : all.filter((each) => !again.isAbout(each));
  }
}

/** Those whom a rule has to judge again. */
class Again {
  readonly ids = new Set<string>();
  readonly #reaches: Reaches | undefined;

  constructor(
    private readonly rule: AnyRule,
    private readonly before: Model,
    private readonly now: Model,
  ) {
    this.#reaches = rule.bySubject && reaches.get(rule.name);
  }

  /** Has the rule nobody to judge in one of the states, but somebody in the other? */
  isOtherwise(): boolean {
    const { bySubject } = this.rule;
    return bySubject !== undefined && (bySubject.subjects(this.before).length === 0) !== (bySubject.subjects(this.now).length === 0);
  }

  /** Takes in what changed of what the rule hangs on; false where that may concern everyone. */
  addChanged(aspects: readonly Aspect[], difference: Difference): boolean {
    if (!aspects.some((aspect) => isChanged(aspect, difference.aspects))) return true;
    return difference.changes.every((change) => {
      if (!aspects.some((aspect) => isChanged(aspect, change.aspects))) return true;
      const reach = this.#reaches?.of[change.kind as AnyEntity['kind']];
      return reach !== undefined && change.id !== null && this.#addReached(change.id, reach as Reach);
    });
  }

  /** Takes in about whom another rule finds something else; false where that may concern everyone. */
  addAsked(other: AnyRule, said: readonly Found<unknown>[], saysNow: readonly Found<unknown>[]): boolean {
    if (said === saysNow) return true;
    const reach = this.#reaches?.asked?.[other.name];
    if (!reach) return tellTheSame(said, saysNow);
    return toldOtherwise(said, saysNow).every((id) => this.#addReached(id, reach as Reach));
  }

  /** Takes in whom the rule judged when it found `found`; false where it does not judge each by itself. */
  addFound(found: Found<unknown>): boolean {
    const id = this.#reaches && judgedIn(this.rule, found);
    if (id === undefined) return false;
    this.ids.add(id);
    return true;
  }

  isAbout(found: Found<unknown>): boolean {
    const id = judgedIn(this.rule, found);
    return id !== undefined && this.ids.has(id);
  }

  /** False where neither state has an entity of that id: what its text means is not known. */
  #addReached(id: string, reach: Reach): boolean {
    let isThere = false;
    for (const model of [this.before, this.now]) {
      const entity = entityOf(model, id);
      if (!entity) continue;
      isThere = true;
      for (const each of reach(entity, model)) this.ids.add(each.id);
    }
    return isThere;
  }
}

type Reach = (changed: AnyEntity, model: Model) => Iterable<Entity>;

/** The id of the one whom `rule` judged when it found `found`. */
export function judgedIn({ bySubject }: AnyRule, { subjects }: Found<unknown>): string | undefined {
  return subjects[bySubject?.judged ?? 0];
}

/** `found` where it stands now; null where that is not certain. */
function movedTo(found: Found<unknown>, difference: Difference): Found<unknown> | null {
  const at = difference.moved(found.at);
  const related = found.related?.flatMap((other) => {
    const there = difference.moved(other.at);
    return there ? [there === other.at ? other : { ...other, at: there }] : [];
  });
  if (!at || related?.length !== found.related?.length) return null;
  const stays = at === found.at && (related?.every((other, index) => other === found.related?.[index]) ?? true);
  return stays ? found : related ? { ...found, at, related } : { ...found, at };
}

/** Does `value` hold something of the model itself? All findings of a rule are alike in that. */
export function isOfModel(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'node' in value || 'start' in value || value instanceof Map || Object.values(value).some(isOfModel);
}

/** Labels that read otherwise now. */
class Relabelled {
  /** Long lists of labels are shared by many findings. */
  readonly #known = new Map<object, boolean>();

  constructor(private readonly labels: readonly string[]) {}

  /** Does one of the labels stand in something that `value` says? */
  isIn(value: unknown): boolean {
    if (this.labels.length === 0) return false;
    if (typeof value === 'string') return this.labels.some((label) => value.includes(label));
    if (typeof value !== 'object' || value === null) return false;
    if (!Array.isArray(value)) return Object.values(value).some((part) => this.isIn(part));
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const isIn = value.some((part) => this.isIn(part));
    this.#known.set(value, isIn);
    return isIn;
  }
}

/** Do two lists of findings tell other rules the same? */
function tellTheSame(before: readonly Found<unknown>[], now: readonly Found<unknown>[]): boolean {
  return before.length === now.length && before.every((each, at) => each === now[at] || told(each) === told(now[at]));
}

/** The first subjects of the findings that stand in only one of two lists. */
function toldOtherwise(before: readonly Found<unknown>[], now: readonly Found<unknown>[]): readonly string[] {
  const left = toldBy(before, new Set(now));
  const come = toldBy(now, new Set(before));
  return [...new Set([...left.keys(), ...come.keys()])].filter((id) => left.get(id)?.join() !== come.get(id)?.join());
}

/** What those of `found` that are not among `others` tell, by their first subject. */
function toldBy(found: readonly Found<unknown>[], others: ReadonlySet<Found<unknown>>): ReadonlyMap<string, readonly string[]> {
  const differing = grouped(
    found.filter((each) => !others.has(each)),
    ({ subjects: [id = ''] }) => [id],
  );
  return new Map([...differing].map(([id, each]) => [id, each.map(told)]));
}

/** What other rules read of a finding. */
function told(found: Found<unknown> | undefined): string {
  return JSON.stringify([found?.subjects, found?.evidence]);
}
