/** What Collab's own client and server say to each other beyond LSP. */

/** Client → server: a report on the project that holds `uri`. */
export const reportRequest = 'collab/report';

export interface ReportParams {
  readonly uri: string;
  /** `review` … */
  readonly name: string;
  readonly format: string;
  /** The report's language, chosen apart from the editor's; absent: the editor's. */
  readonly language?: 'en' | 'fr';
}

export interface ReportResult {
  readonly text: string;
  /** The project's folder; of a text that is a project by itself, its URI. */
  readonly root: string;
}

/** Client → server: what the manual says of a rule, and which rules there are. */
export const rulePageRequest = 'collab/rulePage';

export interface RulePageParams {
  /** Absent: only the list is asked for. */
  readonly rule?: string;
}

export interface RulePageResult {
  readonly rules: readonly { readonly name: string; readonly summary: string }[];
  /** Markdown; null where no such rule is asked for. */
  readonly page: string | null;
}

/** Server → client, after all rules have been applied to a project. */
export const checkedNotification = 'collab/checked';

export interface CheckedParams {
  /** The project's folder as a URI; of a text that is a project by itself, its own. */
  readonly root: string;
  /** Grows with every state of any project. */
  readonly generation: number;
  readonly findings: number;
  /** How long the rules took. */
  readonly ms: number;
}

/** What the client hands over at the start. */
export interface InitializationOptions {
  /** `auto` follows the display language. */
  readonly language?: 'auto' | 'en' | 'fr';
}
