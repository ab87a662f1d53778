import { faultsIn } from '../model/faults/faults';
import type { Snapshot } from '../model/snapshot';
import type { Kind } from '../syntax/vocabulary';

/** A name that is referred to and given nowhere, and how often. */
export interface Undeclared {
  readonly name: string;
  readonly count: number;
}

/**
 * The names that references give to something of `kind` (of what is nested in `owner`, or of what can be nested anywhere) and that no declaration
 * has; the most used first, then by name. It looks at the faults of all files: who has not found them yet has to look for them now.
 */
export function undeclared(snapshot: Snapshot, kind: Kind, owner: string | null): readonly Undeclared[] {
  const counts = new Map<string, number>();
  for (const path of snapshot.files.keys()) {
    for (const fault of faultsIn(snapshot, path)) {
      if (fault.fault !== 'unknown-name' || fault.part === 'owner' || !fault.kinds.includes(kind)) continue;
      if (fault.ref.owner && fault.ref.owner.text !== owner) continue;
      const name = fault.ref.name?.text ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const found = [...counts].map(([name, count]) => ({ name, count }));
  return found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
