import type { Configured } from '../config/parse';
import type { Day } from '../model/calendar';
import { type Difference, differenceBetween, isChanged } from '../model/difference';
import type { Snapshot } from '../model/snapshot';
import { reads } from './reads';
import type { AnyRule, Found } from './rule';

/** What rules found in one state of a project, told or not. */
export interface Applied {
  readonly snapshot: Snapshot;
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

/** What rules found in one state, for another in which it may still hold. */
export class Earlier {
  #difference: Difference | null | undefined;

  constructor(
    private readonly applied: Applied,
    private readonly now: Snapshot,
  ) {}

  /** What `rule` still finds; null where it may find something else. `says` tells what others find now. */
  stillFound(rule: AnyRule, says: (other: AnyRule) => readonly Found<unknown>[]): Result | null {
    const aspects = reads.get(rule.name);
    const result = this.applied.results.get(rule);
    if (!aspects || !result) return null;
    if (this.#difference === undefined) this.#difference = differenceBetween(this.applied.snapshot, this.now);
    const difference = this.#difference;
    if (!difference || aspects.some((aspect) => isChanged(aspect, difference.aspects))) return null;
    const found = moved(result.found, difference);
    if (!found) return null;
    const asked = new Map<AnyRule, readonly Found<unknown>[]>();
    for (const [other, said] of result.asked) {
      const saysNow = says(other);
      if (!tellTheSame(said, saysNow)) return null;
      asked.set(other, saysNow);
    }
    return { found, asked };
  }
}

/** `found` where it stands now; null where that is not certain, or where it names what is called otherwise now. */
function moved(found: readonly Found<unknown>[], difference: Difference): readonly Found<unknown>[] | null {
  const [first] = found;
  if (first && isOfModel(first.values)) return null;
  const all: Found<unknown>[] = [];
  for (const each of found) {
    const at = difference.moved(each.at);
    const related = each.related?.flatMap((other) => {
      const there = difference.moved(other.at);
      return there ? [there === other.at ? other : { ...other, at: there }] : [];
    });
    if (!at || related?.length !== each.related?.length || difference.labels.some((label) => names(each, label))) return null;
    const stays = at === each.at && (related?.every((other, index) => other === each.related?.[index]) ?? true);
    all.push(stays ? each : related ? { ...each, at, related } : { ...each, at });
  }
  return all;
}

/** Does `value` hold something of the model itself? All findings of a rule are alike in that. */
export function isOfModel(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'node' in value || 'start' in value || value instanceof Map || Object.values(value).some(isOfModel);
}

/** Does `label` stand in something that `value` says? */
function names(value: unknown, label: string): boolean {
  if (typeof value === 'string') return value.includes(label);
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => names(part, label));
}

/** Do two lists of findings tell other rules the same? */
function tellTheSame(before: readonly Found<unknown>[], now: readonly Found<unknown>[]): boolean {
  return before.length === now.length && before.every((each, at) => each === now[at] || told(each) === told(now[at]));
}

/** What other rules read of a finding. */
function told(found: Found<unknown> | undefined): string {
  return JSON.stringify([found?.subjects, found?.evidence]);
}
