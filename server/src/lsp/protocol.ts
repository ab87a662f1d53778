import type { Branch, BranchKind } from '../views/branch';
import type { ViewPart, Views } from '../views/catalogue';
import type { FindingShown } from '../views/findings';
import type { Spot } from '../views/spot';

export type { Branch, BranchKind, FindingShown, Spot, ViewPart, Views };

/** What Collab's own client and server say to each other beyond LSP. */

/** Client → server: a report on the project that holds `uri`. */
export const reportRequest = 'collab/report';

export interface ReportParams {
  readonly uri: string;
  /** `review`, `matrix`, `network`, `workload`, `plan`, `client`. */
  readonly name: string;
  /** `html`, `md`, `json`; `csv` and `xlsx` where it has tables. */
  readonly format: string;
  /** The report's language, chosen apart from the editor's; absent: the editor's. */
  readonly language?: 'en' | 'fr';
  /** In an author’s copy places are links to their lines; absent: as the project is configured, else the author’s. */
  readonly audience?: 'author' | 'client';
}

export interface ReportResult {
  /** Of a workbook its bytes in base64. */
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

/** Client → server: one part of what the views show of a project. */
export const viewRequest = 'collab/view';

export interface ViewParams {
  /** A project's root, as `CheckedParams` gives it, or a file of it. */
  readonly uri: string;
  readonly part: ViewPart;
  /** The state that the client has; where it is still that, only this is answered. */
  readonly known?: string;
}

export interface ViewResult {
  readonly root: string;
  /** Is the root the only file? Else files are relative to it. */
  readonly isAlone: boolean;
  readonly language: 'en' | 'fr';
  readonly state: string;
  /** `Views[part]` as JSON; null where it is what the client has. */
  readonly json: string | null;
}

/** Client → server: where something that a view shows is declared. */
export const placeRequest = 'collab/place';

export interface PlaceParams {
  readonly uri: string;
  /** As findings name it: `member:anna`. */
  readonly id: string;
  /** The bare name of what `id` has: then the place is that of the competency in its block, where it is there. */
  readonly has?: string;
}

export interface PlaceResult {
  readonly uri: string;
  readonly range: PlaceRange;
}

/** Zero-based. */
export interface PlaceRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client → server: what is declared around a place in a text, and what that speaks of. */
export const declaredRequest = 'collab/declared';

export interface DeclaredResult {
  readonly root: string;
  /** The innermost first. */
  readonly around: readonly string[];
  /** What the innermost refers to. */
  readonly named: readonly string[];
}

/** A command of the server, with the URI of a file or folder: proposes who could do what, and makes what the user wants of it. */
export const proposePlanCommand = 'collab.proposePlan';

/** Server → client that shows pages: something to read beside the text. */
export const pageNotification = 'collab/page';

export interface PageParams {
  readonly title: string;
  readonly markdown: string;
}

/** Client → server: which declarations can be put in at a place. */
export const insertableRequest = 'collab/insertable';

export interface InsertableParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export type InsertableResult = readonly {
  readonly kind: string;
  /** What people call it. */
  readonly label: string;
  readonly meaning: string;
  readonly position: { readonly line: number; readonly character: number };
  /** In the syntax of LSP's snippets. */
  readonly snippet: string;
}[];

/** Client → server: what can be supposed of a project. */
export const supposableRequest = 'collab/supposable';

export interface SupposableParams {
  /** A file or folder of the project. */
  readonly uri: string;
  /** In the file. */
  readonly position?: { readonly line: number; readonly character: number };
}

export interface Supposable {
  /** Those who are here today. */
  readonly members: readonly Nameable[];
  /** Members and stakeholders. */
  readonly people: readonly Nameable[];
  readonly competencies: readonly Nameable[];
  /** Those that are open. */
  readonly tasks: readonly Nameable[];
  /** The names of the levels, lowest first. */
  readonly levels: readonly string[];
  /** The id of the person or task around the position; null where it is in none. */
  readonly at: string | null;
}

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

/** Client → server: what would follow from what is supposed. Nothing is written. */
export const suppositionRequest = 'collab/supposition';

export interface SuppositionParams {
  readonly uri: string;
  /** One after the other, at least one. */
  readonly supposed: readonly SupposedById[];
}

export type SupposedById =
  /** The member has left. */
  | { readonly what: 'without'; readonly member: string }
  /** The person holds the competency at a level, from 1. */
  | { readonly what: 'add'; readonly person: string; readonly competency: string; readonly level: number }
  /** The person does the task, and nobody else. */
  | { readonly what: 'move'; readonly task: string; readonly person: string };

export interface SuppositionResult {
  /** Markdown. */
  readonly page: string;
  /** An LSP `WorkspaceEdit` that would make it so. */
  readonly edit: object;
}

/** A command of the client: shows such a page for the place of the cursor. */
export const compareFixesCommand = 'collab.compareFixes';

/** Client → server: a page that says what each fix at a place would resolve and add. */
export const comparisonRequest = 'collab/comparison';

export interface ComparisonParams {
  readonly uri: string;
  readonly range: PlaceRange;
}

export interface ComparisonResult {
  /** Markdown; null where nothing is found there. */
  readonly page: string | null;
}

/** Server → client, when rules begin to be applied to a project, or could not be. */
export const checkingNotification = 'collab/checking';

export interface CheckingParams {
  readonly root: string;
  readonly state: 'begun' | 'failed';
}

/** Server → client, when a project is no longer there. */
export const droppedNotification = 'collab/dropped';

export interface RootParams {
  readonly root: string;
}

/** The client’s command that shows the page of a rule; its argument is the rule’s name. */
export const explainRuleCommand = 'collab.explainRule';

/** The client’s command that lists places; a lens opens what it counts with it. */
export const showLocationsCommand = 'collab.showLocations';

/** Where it is asked from, and the places, as LSP has them. */
export type ShowLocationsArguments = [uri: string, position: LspPosition, locations: LspLocation[]];

interface LspPosition {
  readonly line: number;
  readonly character: number;
}

interface LspLocation {
  readonly uri: string;
  readonly range: { readonly start: LspPosition; readonly end: LspPosition };
}

/** Server → client, after all rules have been applied to a project. */
export const checkedNotification = 'collab/checked';

export interface CheckedParams {
  /** The project's folder as a URI; of a text that is a project by itself, its own. */
  readonly root: string;
  /** Grows with every state of any project. */
  readonly generation: number;
  readonly findings: number;
  /** How many of each severity. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  /** How many `.collab` files there are. */
  readonly files: number;
  /** How long the rules took. */
  readonly ms: number;
}

/** What the client hands over at the start. */
export interface InitializationOptions {
  /** The commands that the client has and the server may refer to. */
  readonly commands?: readonly string[];
  /** Does the client show pages that the server sends? */
  readonly pages?: boolean;
  /** `auto` follows the display language. */
  readonly language?: 'auto' | 'en' | 'fr';
}
