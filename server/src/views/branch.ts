import type { Entity, Model } from '../model/model';
import { atName } from '../rules/place';
import { type Spot, spotOf } from './spot';

/** What a branch stands for: how it is drawn. */
export type BranchKind =
  | 'member'
  | 'stakeholder'
  | 'competency'
  | 'covered'
  | 'single'
  | 'uncovered'
  | 'task'
  | 'taskDone'
  | 'client'
  | 'organization'
  | 'need'
  | 'team';

/** A line of a tree, and what hangs on it. */
export interface Branch {
  readonly kind: BranchKind;
  /** Of what it stands for; the same thing may hang on several branches. */
  readonly id: string;
  readonly label: string;
  /** What is said of it behind its label; empty for nothing. */
  readonly detail: string;
  readonly at: Spot;
  readonly children: readonly Branch[];
}

export function branchOf(model: Model, kind: BranchKind, entity: Entity, detail: string, children: readonly Branch[] = []): Branch {
  return { kind, id: entity.id, label: oneLine(entity.label), detail, at: spotOf(model, atName(entity)), children };
}

/** What is there to say, side by side. */
export function beside(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** A title may hold line ends and tabs. */
export function oneLine(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}
