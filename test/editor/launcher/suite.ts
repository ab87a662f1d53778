/** Starts every line that the suite prints, so that it can be told from what the editor itself prints. */
export const suiteMark = '\u2063\u2063';

/**
 * The module that the extension host runs in place of the suite: marks what the suite prints, and writes `proof` once the suite's
 * `run()` has resolved. An extension host that dies would otherwise pass for a suite that succeeded.
 */
export function suiteModule(suite: string, proof: string): string {
  return `const { format } = require('node:util');
const { writeFileSync } = require('node:fs');

exports.run = async () => {
  for (const kind of ['log', 'info', 'warn', 'error']) {
    const print = console[kind];
    // VS Code's console has accessors that ignore an assignment.
    const value = (...words) => print.call(console, ${JSON.stringify(suiteMark)} + format(...words));
    Object.defineProperty(console, kind, { configurable: true, writable: true, value });
  }
  await require(${JSON.stringify(suite)}).run();
  writeFileSync(${JSON.stringify(proof)}, '');
};
`;
}
