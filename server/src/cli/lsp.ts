import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Starts the language server in this process. It stands beside this program and takes over standard input and output. */
export function lsp(): void {
  createRequire(__filename)(join(__dirname, 'server.js'));
}
