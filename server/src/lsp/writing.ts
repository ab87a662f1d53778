import type { Action, ActionKind } from '../features/actions/action';
import { actionsAt } from '../features/actions/catalogue';
import { standing } from '../features/standing';
import type { Undeclared } from '../features/undeclared';
import type { Model } from '../model/model';
import { outlineOf } from '../model/outline';
import { fitsFor, type PersonFit } from '../planning/fits';
import type { Kind } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Considered } from './offers';

/** What everyone would bring to the task that starts at `task`; who is named at `offset` is about to be replaced. The model alone tells. */
export interface FitsQuestion {
  readonly ask: 'fits';
  readonly file: string;
  readonly task: number;
  readonly offset: number;
}

/** The names that something of `kind` is referred to by and that nothing has. The names alone tell. */
export interface UndeclaredQuestion {
  readonly ask: 'undeclared';
  readonly kind: Kind;
  readonly owner: string | null;
}

/** What else is asked of the analysis while somebody writes. */
export type WritingQuestion =
  /** How the declaration of that ordinal in the file stands in the whole project: Markdown. */
  | { readonly of: 'standing'; readonly file: string; readonly ordinal: number }
  /** What can be done where `span` is. */
  | { readonly of: 'actions'; readonly file: string; readonly span: Span }
  /** The edits of one of them. */
  | { readonly of: 'action'; readonly file: string; readonly span: Span; readonly name: string };

export type WritingAnswer = readonly PersonFit[] | readonly Undeclared[] | string | readonly OfferedAction[] | readonly Edit[] | null;

/** An action without its edits. */
export interface OfferedAction {
  readonly name: string;
  readonly kind: ActionKind;
  readonly title: string;
  /** Why it cannot be done; null where it can. */
  readonly disabled: string | null;
}

/** The answer to `question`. */
export function toWriter(known: Considered, question: WritingQuestion): WritingAnswer {
  switch (question.of) {
    case 'standing':
      return standingOf(known, question);
    case 'actions':
      return actions(known, question).map(({ name, kind, title, disabled }) => ({
        name,
        kind,
        title: title[known.language],
        disabled: disabled?.[known.language] ?? null,
      }));
    case 'action':
      return (
        actions(known, question)
          .find(({ name, disabled }) => name === question.name && !disabled)
          ?.edits() ?? null
      );
  }
}

type QuestionOf<Of extends WritingQuestion['of']> = Extract<WritingQuestion, { readonly of: Of }>;

/** Null where the model does not know the task. */
export function fits(model: Model, { file, task: start, offset }: FitsQuestion): readonly PersonFit[] | null {
  const task = model.tasks.find(({ node, file: path }) => path === file && node.start === start);
  return task ? fitsFor(model, task, offset) : null;
}

function actions({ checked, language, watch }: Considered, { file: path, span }: QuestionOf<'actions' | 'action'>): readonly Action[] {
  const file = checked.model.snapshot.files.get(path);
  return file ? actionsAt({ checked, file, span, language, watch }) : [];
}

function standingOf({ checked: { model, findings }, language }: Considered, { file, ordinal }: QuestionOf<'standing'>): string {
  const source = model.snapshot.files.get(file);
  const declared = source && outlineOf(source).declared[ordinal];
  const entity = declared && model.entity(declared);
  return entity ? standing(model, findings, entity, language) : '';
}
