import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import { type Declared, outlineOf } from '../model/outline';
import type { SourceFile } from '../model/snapshot';
import type { Kind } from '../syntax/vocabulary';
import { fold } from './fold';

/** What something is found by, folded. */
export interface Findable {
  readonly name: string;
  /** Empty where it has none. */
  readonly title: string;
}

export interface FindableDeclared extends Findable {
  readonly declared: Declared;
}

/** The declarations of one kind in one file. */
interface Group {
  readonly all: readonly FindableDeclared[];
  /** All that they are found by, a line each: what is not in it is in none of them. */
  readonly text: string;
}

/** Those in `file` of `kind` that `typed`, a folded word, is found in; in text order. */
export function found(file: SourceFile, kind: Kind, typed: string): readonly FindableDeclared[] {
  const group = findableIn(file).get(kind);
  if (!group?.text.includes(typed)) return [];
  return typed === '' ? group.all : group.all.filter((each) => scoreOf(each, typed) !== null);
}

/** What a file declares, by kind; made once for each text of it. */
export const findableIn = memo((file: SourceFile): ReadonlyMap<Kind, Group> => {
  const byKind = grouped(outlineOf(file).declared.map(findable), ({ declared }) => [declared.kind]);
  return new Map([...byKind].map(([kind, all]) => [kind, { all, text: all.map(({ name, title }) => `${name}\n${title}`).join('\n') }]));
});

export function findable(declared: Declared): FindableDeclared {
  return { declared, name: fold(declared.name), title: fold(declared.node.title?.value ?? '') };
}

/** Where `typed` is found: at the start of the name, at the start of the title, elsewhere in one or the other; null where it is not. */
export function scoreOf({ name, title }: Findable, typed: string): 0 | 1 | 2 | 3 | null {
  if (name.startsWith(typed)) return 0;
  if (title.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  return title.includes(typed) ? 3 : null;
}
