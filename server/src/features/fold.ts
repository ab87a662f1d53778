/** Without case and accents: `Élodie` is found by `elo`. */
export function fold(text: string): string {
  return /^[\0-\x7F]*$/.test(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
