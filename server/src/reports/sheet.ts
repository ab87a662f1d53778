/** A table for a spreadsheet: what is a number stays one, what is not known is empty. */
export interface Sheet {
  /** What its tab is called. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export type SheetCell = string | number | null;
