import { memo } from '../model/memo';
import { names } from '../model/names';
import { referencesIn } from '../model/references';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Kind } from '../syntax/vocabulary';

/** A name that is referred to and given nowhere, and how often. */
export interface Undeclared {
  readonly name: string;
  readonly count: number;
}

/**
 * The names that references give to something of `kind` (of what is nested in `owner`, or of what can be nested anywhere) and that no declaration
 * has; the most used first, then by name.
 */
export function undeclared(snapshot: Snapshot, kind: Kind, owner: string | null): readonly Undeclared[] {
  const known = names(snapshot);
  const counts = new Map<string, number>();
  for (const file of snapshot.files.values()) {
    for (const [name, uses] of namedIn(file)) {
      if (known.find(name).length > 0) continue;
      const count = uses.filter((use) => use.kinds.includes(kind) && (use.owner === null || use.owner === owner)).length;
      if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  const found = [...counts].map(([name, count]) => ({ name, count }));
  return found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

interface Use {
  readonly kinds: readonly Kind[];
  /** What stands before its dot. */
  readonly owner: string | null;
}

/** The names that a file refers to, and where each can point. */
const namedIn = memo((file: SourceFile): ReadonlyMap<string, readonly Use[]> => {
  const found = new Map<string, Use[]>();
  for (const { ref, kinds } of referencesIn(file)) {
    if (!ref.name) continue;
    const use = { kinds, owner: ref.owner?.text ?? null };
    const uses = found.get(ref.name.text);
    if (uses) uses.push(use);
    else found.set(ref.name.text, [use]);
  }
  return found;
});
