/** How many findings one reads; the annex lists more. */
export const mostCards = 500;

/** The id of the card of finding `number`. */
export function cardOf(number: number): string {
  return `finding-${number}`;
}

/** A message is a clause; a report shows it as a sentence. */
export function asSentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
