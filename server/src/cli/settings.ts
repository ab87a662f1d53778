import type { Language } from '../text/localised';

export const colors = ['auto', 'always', 'never'] as const;
export type Color = (typeof colors)[number];

/** What the options that every command takes ask for. */
export interface Settings {
  /** Null: as the project has it, else the system. */
  readonly language: Language | null;
  /** `YYYY-MM-DD`; null: as the project has it, else the system's date. */
  readonly today: string | null;
  /** The file to read in place of every project's own configuration. */
  readonly config: string | null;
  readonly color: Color;
  /** Show where an error comes from. */
  readonly debug: boolean;
}
