import type { Declaration, Ref } from '../syntax/tree';
import { memo } from './memo';
import { outlineOf } from './outline';
import type { SourceFile } from './snapshot';
import { type Stage, stageOf } from './stages';

/** Does `file` declare one of `names`, or refer to it? Names are bare. */
export function mentions(file: SourceFile, names: ReadonlySet<string>): boolean {
  return names.size > 0 && [...mentionsIn(file).values()].some((mentioned) => haveCommon(names, mentioned));
}

/** The same, in what becomes an entity at `stage`. */
export function mentionsAt(stage: Stage, file: SourceFile, names: ReadonlySet<string>): boolean {
  return names.size > 0 && haveCommon(names, mentionsIn(file).get(stage) ?? none);
}

const mentionsIn = memo((file: SourceFile): ReadonlyMap<Stage | undefined, ReadonlySet<string>> => {
  const found = new Map<Stage | undefined, Set<string>>();
  const at = (stage: Stage | undefined): Set<string> => {
    const known = found.get(stage) ?? new Set();
    found.set(stage, known);
    return known;
  };
  for (const [name, declared] of outlineOf(file).named) for (const { kind } of declared) at(stageOf(kind)).add(name);
  for (const node of file.tree.declarations) addRefs(node, at(stageOf(node.kind)));
  return found;
});

function addRefs({ ends, items }: Declaration, names: Set<string>): void {
  const add = (ref: Ref | null | undefined): void => {
    if (ref?.name) names.add(ref.name.text);
  };
  add(ends?.from);
  add(ends?.to);
  for (const item of items) {
    if (item.type === 'declaration') addRefs(item, names);
    else for (const { ref } of item.entries) add(ref);
  }
}

const none: ReadonlySet<string> = new Set();

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const each of few) if (many.has(each)) return true;
  return false;
}
