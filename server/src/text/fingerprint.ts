/** Two texts with the same fingerprint are taken for the same (FNV-1a, from both ends, and the length). */
export function fingerprint(text: string): string {
  let forth = offsetBasis;
  let back = offsetBasis;
  for (let at = 0; at < text.length; at++) {
    forth = Math.imul(forth ^ text.charCodeAt(at), prime);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - at), prime);
  }
  return [forth >>> 0, back >>> 0, text.length].map((part) => part.toString(36)).join('-');
}

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;
