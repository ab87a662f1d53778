import type { SourceFile } from '../../model/snapshot';
import type { CheckedProject, Watch } from '../../rules/check';
import type { Declaration } from '../../syntax/tree';
import type { Edit } from '../../text/edit';
import type { Language, Localised } from '../../text/localised';
import { type Span, touches } from '../../text/span';

/** Something that can be done to the text where somebody is, beyond mending one finding. */
export interface Action {
  /** Tells it from all others that are offered at the same place. */
  readonly name: string;
  readonly kind: ActionKind;
  readonly title: Localised;
  /** Why it cannot be done; then there are no edits. */
  readonly disabled?: Localised;
  /** Computed when it is chosen. */
  edits(): readonly Edit[];
}

/** As the protocol names them. */
export const actionKinds = [
  'quickfix',
  'refactor.extract',
  'refactor.inline',
  'refactor.rewrite',
  'source.organize.collab',
  'source.fixAll.collab',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Where somebody is, in a project as it is known. */
export interface Where {
  readonly checked: CheckedProject;
  readonly file: SourceFile;
  /** What is selected, or where the cursor is. */
  readonly span: Span;
  readonly language: Language;
  readonly watch: Watch;
}

/** Actions of one sort that make sense at a place. */
export type Offer = (where: Where) => readonly Action[];

/** The top-level declaration whose header the cursor is on; null where it is on none. */
export function headerAt({ file, span }: Where): Declaration | null {
  return (
    file.tree.declarations.find(({ start, end, block }) => touches({ start, end: block?.start ?? end }, span.start) && span.end <= end) ??
    null
  );
}
