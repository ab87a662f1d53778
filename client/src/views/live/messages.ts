import type { Spot, ViewPart } from '../../../../server/src/lsp/protocol';

/** What the page can show, each on a tab. */
export const livePart = ['network', 'matrix', 'workload', 'findings'] as const satisfies readonly ViewPart[];
export type LivePart = (typeof livePart)[number];

/** What the page tells the extension. */
export type FromPage =
  /** It is there, and shows `part` of `root`, where it was told of one before. */
  | { readonly what: 'shows'; readonly part: LivePart; readonly root: string | null }
  /** A click on what has the id; `has`: on what it has. */
  | { readonly what: 'open'; readonly id: string; readonly has: string | null }
  | { readonly what: 'openAt'; readonly at: Spot }
  | { readonly what: 'explain'; readonly rule: string };

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly what: 'part';
      readonly part: LivePart;
      readonly root: string;
      /** The name of the project's folder. */
      readonly name: string;
      readonly language: 'en' | 'fr';
      readonly json: string;
    }
  /** There is no model to show. */
  | { readonly what: 'nothing'; readonly language: 'en' | 'fr' }
  /** What the cursor is in, the innermost first, and what that refers to. */
  | { readonly what: 'cursor'; readonly around: readonly string[]; readonly named: readonly string[] };
