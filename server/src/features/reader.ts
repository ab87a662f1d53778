import type { Day } from '../model/calendar';
import type { Language } from '../text/localised';

/** Who reads an answer, and when. */
export interface Reader {
  readonly language: Language;
  /** The day that the project is looked at on. */
  readonly today: Day;
}
