import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';

/** How the client comes to know what is found. */
export interface Showing {
  /** What there is to say of a file now; it may be what was said before. */
  show(shown: PublishDiagnosticsParams): void;
  /** What rules were applied for has been shown. */
  shown(): void;
}

/** For clients that wait to be told. */
export function pushing(connection: Connection): Showing {
  return { show: (shown) => void connection.sendDiagnostics(shown), shown: () => undefined };
}
