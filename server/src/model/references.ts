import { type Declaration, type Entry, nestedIn, type Property, type Ref } from '../syntax/tree';
import { formOf, type Kind } from '../syntax/vocabulary';
import { memo } from './memo';
import type { SourceFile } from './snapshot';

/** A place where the text names a declaration. */
export interface Reference {
  readonly ref: Ref;
  /** What can stand there. */
  readonly kinds: readonly Kind[];
  /** The innermost declaration around it. */
  readonly node: Declaration;
  /** The word of its property; `ends` of a link’s ends. */
  readonly word: string;
  /** Null for a link’s ends. */
  readonly property: Property | null;
  readonly entry: Entry | null;
}

export const peopleKinds: readonly Kind[] = ['member', 'stakeholder'];

/** What can stand at an end of a link: both are people, or both are teams. */
export const endKinds: readonly Kind[] = [...peopleKinds, 'team'];

/** All references of a file, in text order; half-typed ones too. */
export const referencesIn = memo((file: SourceFile): readonly Reference[] =>
  file.tree.declarations
    .flatMap((node) => [...referencesOf(node), ...nestedIn(node).flatMap(referencesOf)])
    .sort((a, b) => a.ref.start - b.ref.start),
);

/** The references that `node` itself makes, in text order: those of its nested declarations are not among them. */
export function referencesOf(node: Declaration): readonly Reference[] {
  const found: Reference[] = [];
  for (const ref of node.ends ? [node.ends.from, node.ends.to] : []) {
    if (ref) found.push({ ref, kinds: endKinds, node, word: 'ends', property: null, entry: null });
  }
  for (const property of node.items) {
    if (property.type !== 'property') continue;
    const kinds = formOf(node.kind, property.word)?.kinds ?? [];
    for (const entry of property.entries) {
      if (entry.ref) found.push({ ref: entry.ref, kinds, node, word: property.word, property, entry });
    }
  }
  return found;
}
