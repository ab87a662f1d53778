import type { Spot } from '../../../../../server/src/lsp/protocol';
import type { Words } from './words';

/** What the cursor in the text is in, the innermost first, and what that refers to; ids. */
export interface Cursor {
  readonly around: readonly string[];
  readonly named: readonly string[];
}

/** What a tab can ask for. */
export interface Asking {
  open(id: string, has?: string): void;
  openAt(at: Spot): void;
  explain(rule: string): void;
  /** Says it to who does not see it. */
  announce(text: string): void;
}

/** What stands on a tab. */
export interface Tab<Data> {
  readonly element: HTMLElement;
  draw(data: Data, words: Words): void;
  /** Highlights what the cursor in the text is in. */
  mark(cursor: Cursor): void;
  /** Shows what `query`, letters alone, is found in; answers how many there are. */
  search(query: string): number;
}
