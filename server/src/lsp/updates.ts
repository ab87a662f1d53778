import type { Diagnostic, PublishDiagnosticsParams, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { fingerprint } from '../text/fingerprint';

/** How long, in milliseconds, what is said of several files is gathered, and how long at least before a file is told of once more. */
const gathering = 10;
const pause = 1_000;

/** So many files are told of at a time. */
const mostAtOnce = 100;

/** The same for the same diagnostics, whenever they are answered. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  return fingerprint(JSON.stringify(diagnostics));
}

/** What one request for the findings of the whole workspace is told, from part to part only what its client does not know. */
export class Updates {
  readonly #due = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;

  /** `known` are the result ids that the client has, by URI; `send` takes the parts. */
  constructor(
    private readonly known: Map<string, string>,
    private readonly diagnosticsOn: (uri: string) => PublishDiagnosticsParams,
    private readonly send: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ) {}

  /** Tells of all `uris` and of every other file that the client knows something of; of what it knows already, that it is so. */
  tellAll(uris: Iterable<string>): void {
    this.#tell(new Set([...uris, ...this.known.keys()]), (uri, resultId, version) => [{ kind: 'unchanged', uri, version, resultId }]);
  }

  /** Tells soon what may be new of a file. */
  offer(uri: string): void {
    this.#due.add(uri);
    this.#timer ??= setTimeout(() => this.#flush(), gathering);
  }

  /** Tells of a file once more, whatever the client knows: it may have had another answer, and dropped it. */
  repeat(uri: string): void {
    this.known.delete(uri);
    this.#due.add(uri);
    this.#again ??= setTimeout(() => this.#flush(), pause);
  }

  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
  }

  #flush(): void {
    this.end();
    this.#timer = undefined;
    this.#again = undefined;
    this.#tell(this.#due, () => []);
    this.#due.clear();
  }

  #tell(
    uris: Iterable<string>,
    whereKnown: (uri: string, resultId: string, version: number | null) => WorkspaceDocumentDiagnosticReport[],
  ) {
    let part: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      const { diagnostics: items, version = null } = this.diagnosticsOn(uri);
      const resultId = resultIdOf(items);
      if (this.known.get(uri) === resultId) part.push(...whereKnown(uri, resultId, version));
      else part.push({ kind: 'full', uri, version, resultId, items });
      this.known.set(uri, resultId);
      if (part.length < mostAtOnce) continue;
      this.send(part);
      part = [];
    }
    if (part.length > 0) this.send(part);
  }
}
