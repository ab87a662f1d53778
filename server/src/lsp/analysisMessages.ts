import type { Audience } from '../config/config';
import type { Configured } from '../config/parse';
import type { Severity } from '../config/severity';
import type { Count } from '../features/counts';
import type { Hint } from '../features/inlayHints';
import type { Edit } from '../text/edit';
import type { Language, Localised } from '../text/localised';
import type { Location, Span } from '../text/span';
import type { ViewPart } from '../views/catalogue';
import type { Flag } from './flag';
import type { Supposable, SupposedById } from './protocol';
import type { FitsQuestion, UndeclaredQuestion, WritingAnswer, WritingQuestion } from './writing';

/**
 * What passes between the server, which answers the editor, and the analysis, which applies rules on a thread of its own.
 * Messages are taken in order, so that an answer is always about the texts that were sent before the question.
 */
export type ToAnalysis =
  /** A project from now on; `root` is what it is called by, `isAlone` tells whether that is the URI of its only file. */
  | {
      readonly what: 'project';
      readonly root: string;
      readonly isAlone: boolean;
      /** The text of the configuration; null without one. */
      readonly config: string | null;
      readonly configured: Configured;
      readonly files: readonly (readonly [path: string, text: string])[];
      readonly language: Language;
    }
  | { readonly what: 'drop'; readonly root: string }
  /** Files that read otherwise now; null: gone. */
  | { readonly what: 'texts'; readonly root: string; readonly files: readonly (readonly [path: string, text: string | null])[] }
  /** Nobody waits for what is `needless` any more. */
  | { readonly what: 'check'; readonly root: string; readonly generation: number; readonly needless: Flag }
  | { readonly what: 'ask'; readonly id: number; readonly root: string; readonly question: Question; readonly needless: Flag }
  /** Nobody waits for the answer to a question any more, though it may be on its way. A flag is seen while this thread is at it, this where a plan is looked for elsewhere. */
  | { readonly what: 'leave'; readonly root: string; readonly id: number };

export type FromAnalysis =
  /** All rules have been applied; `files` are those whose remarks are not what they were. */
  | {
      readonly what: 'checked';
      readonly root: string;
      readonly generation: number;
      readonly files: readonly RemarkedFile[];
      readonly findings: number;
      readonly counts: Readonly<Record<Severity, number>>;
      readonly ms: number;
    }
  /** What the rules that judge each file by itself find anew in files that read as before; all rules follow. */
  | { readonly what: 'foundAtOnce'; readonly root: string; readonly generation: number; readonly files: readonly RemarkedFile[] }
  /** The check, or the answer, is not needed any more. */
  | { readonly what: 'leftOff'; readonly root: string; readonly id: number | null }
  /** So much has been done for an answer. */
  | { readonly what: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly what: 'answered'; readonly id: number; readonly answer: Answer }
  /** What was asked for does not exist, or no longer. */
  | { readonly what: 'refused'; readonly id: number; readonly reason: Localised }
  /** A rule threw, and was silent, or there was no solver; the rest was done. */
  | { readonly what: 'faulty'; readonly error: string }
  | { readonly what: 'failed'; readonly of: ToAnalysis['what']; readonly root: string; readonly id: number | null; readonly error: string };

export type Question =
  | { readonly ask: 'fixes'; readonly file: string; readonly span: Span }
  /** One of them, by the finding in `file` that it was offered for. */
  | { readonly ask: 'fix'; readonly file: string; readonly rule: string; readonly subjects: readonly string[]; readonly title: string }
  | FitsQuestion
  | UndeclaredQuestion
  | { readonly ask: 'writing'; readonly question: WritingQuestion }
  /** What the fixes there would change. */
  | { readonly ask: 'comparison'; readonly file: string; readonly span: Span }
  /** A proposal for the whole plan: checks and other questions are taken while it is looked for. */
  | { readonly ask: 'plan' }
  | { readonly ask: 'supposable'; readonly file: string; readonly offset: number }
  | { readonly ask: 'supposition'; readonly supposed: readonly SupposedById[] }
  /** What is worth counting of the declarations of these ids. */
  | { readonly ask: 'counts'; readonly ids: readonly string[] }
  /** The loads to show in a part of a file. */
  | { readonly ask: 'loads'; readonly file: string; readonly span: Span }
  | {
      readonly ask: 'report';
      readonly name: string;
      readonly format: string;
      readonly language: Language;
      readonly audience: Audience | null;
    }
  | { readonly ask: 'view'; readonly part: ViewPart; readonly known: string | null };

export type Answer =
  | readonly OfferedFix[]
  | readonly (Count | null)[]
  | readonly Hint[]
  | ConsideredFix
  | WritingAnswer
  | Proposal
  | Supposable
  | Supposition
  | ShownPart
  | null
  | string;

/** A part of the views as JSON; null where its state is that which is known. */
export interface ShownPart {
  readonly state: string;
  readonly json: string | null;
}

/** A finding as the editor shows it. */
export interface Remark {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly unnecessary: boolean;
}

export interface RemarkedFile {
  readonly file: string;
  readonly remarks: readonly Remark[];
}

/** A fix and the finding that it removes. */
export interface OfferedFix {
  readonly rule: string;
  readonly subjects: readonly string[];
  readonly span: Span;
  readonly title: string;
  readonly preferred: boolean;
  /** Why it cannot be applied; null where it can. */
  readonly disabled: string | null;
  readonly edits: readonly Edit[];
}

/** A fix that has been chosen. */
export interface ConsideredFix {
  readonly edits: readonly Edit[];
  /** What it does to all findings, in words; null where that takes too long to find out. */
  readonly effect: string | null;
}

/** A plan in the reader's language. */
export interface Proposal {
  /** What it is worth, in a sentence. */
  readonly summary: string;
  /** Before and after, and what becomes of the findings. Markdown. */
  readonly page: string;
  /** One for each task that changes. */
  readonly changes: readonly ProposedChange[];
}

export interface ProposedChange {
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** What would follow from what is supposed. */
export interface Supposition {
  /** Markdown. */
  readonly page: string;
  /** What would have to be written. */
  readonly edits: readonly Edit[];
}
