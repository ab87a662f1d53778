import type { Localised } from '../text/localised';

/** What the command line cannot do as it is asked to. Its sentence says what is wrong and what to do; the exit code is 2. */
export class Misuse extends Error {
  constructor(
    readonly says: Localised,
    options?: ErrorOptions,
  ) {
    super(says.en, options);
  }
}
