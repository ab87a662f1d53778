import type { Diagnostic } from 'vscode-languageserver';

/** The same for the same diagnostics, whenever and wherever they are answered, and another for all others (53 bits of cyrb53). */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const said = JSON.stringify(diagnostics);
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < said.length; at++) {
    const unit = said.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
