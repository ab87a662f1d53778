import type { Declaration, Entry, Item, Ref } from '../../syntax/tree';
import type { Kind } from '../../syntax/vocabulary';
import type { Location, Span } from '../../text/span';
import type { Names } from '../names';
import type { Declared } from '../outline';
import type { Scale } from '../scale';
import type { SourceFile } from '../snapshot';

/** Something wrong with one file that needs no more than that file, the names of the project and its scale. */
export type Fault =
  | UnknownName
  | WrongKind
  | AmbiguousName
  | DuplicateName
  | DuplicateProperty
  | InvalidValue
  | UnknownLevel
  | SelfLink
  | ConflictingSkill;

export type FaultName = Fault['fault'];
export type FaultNamed<Name extends FaultName> = Extract<Fault, { readonly fault: Name }>;

interface FaultBase {
  /** The offending words. */
  readonly at: Span;
  /** The innermost declaration around them. */
  readonly node: Declaration;
}

interface FailedReference extends FaultBase {
  readonly ref: Ref;
  /** Which part of `ref` fails: all of it, or what stands before or after its dot. */
  readonly part: 'whole' | 'owner' | 'name';
  /** That part as it is written. */
  readonly text: string;
  /** What could stand there. */
  readonly kinds: readonly Kind[];
  /** The word of the property; `ends` of a link’s ends. */
  readonly word: string;
}

export interface UnknownName extends FailedReference {
  readonly fault: 'unknown-name';
}

export interface WrongKind extends FailedReference {
  readonly fault: 'wrong-kind';
  /** What the name stands for. */
  readonly is: Declared;
}

export interface AmbiguousName extends FailedReference {
  readonly fault: 'ambiguous-name';
  readonly candidates: readonly Declared[];
}

export interface DuplicateName extends FaultBase {
  readonly fault: 'duplicate-name';
  readonly declared: Declared;
  readonly first: Declared;
}

export interface DuplicateProperty extends FaultBase {
  readonly fault: 'duplicate-property';
  /**
   * What stands a second time: a property, a choice that excludes one already made (`first` and `text` differ),
   * a declaration that a project has one of, or a value of a list.
   */
  readonly what: 'property' | 'choice' | 'declaration' | 'value';
  /** The second, as it is written. */
  readonly text: string;
  /** The word of its property; of a declaration its kind. */
  readonly word: string;
  readonly first: Location & { readonly text: string };
  readonly second: Item | Entry;
}

export interface InvalidValue extends FaultBase {
  readonly fault: 'invalid-value';
  readonly value: Invalid;
}

export type Invalid =
  | { readonly why: 'no-such-date'; readonly date: string }
  | { readonly why: 'ends-before'; readonly from: string; readonly to: string }
  | { readonly why: 'strength' | 'percent' | 'days-per-week' | 'shares' | 'levels'; readonly figure: number }
  | { readonly why: 'zero'; readonly word: 'effort' | 'capacity' | 'holders' }
  | { readonly why: 'mutual-reports' }
  | { readonly why: 'trains-below'; readonly trains: string; readonly autonomous: string };

export interface UnknownLevel extends FaultBase {
  readonly fault: 'unknown-level';
  readonly text: string;
  /** The scale that lacks it. */
  readonly scale: Pick<Scale, 'levels'>;
}

export interface SelfLink extends FaultBase {
  readonly fault: 'self-link';
  readonly declared: Declared;
}

export interface ConflictingSkill extends FaultBase {
  readonly fault: 'conflicting-skill';
  readonly word: 'has' | 'wants' | 'requires';
  readonly competency: Declared;
  /** All values for the competency, in text order, and the one of them that counts. */
  readonly values: readonly { readonly entry: Entry; readonly level: number }[];
  readonly counts: Entry;
}

/** What the faults of a file are found with. */
export interface Lookup {
  readonly file: SourceFile;
  readonly names: Names;
  readonly scale: Scale;
  report(fault: Fault): void;
}
