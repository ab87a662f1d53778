import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Position,
} from 'vscode-languageserver/node';
import { type LspClient, type StartOptions, startServer } from '../harness/lspClient';
import { Folder } from '../host/folder';

/** What today’s editors can do. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, disabledSupport: true },
    rename: { prepareSupport: true },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, commitCharactersSupport: true } },
  },
};

const { Created, Changed, Deleted } = FileChangeType;

/** A folder on disk, the built server, and the editor between them. */
export class Editor {
  private constructor(
    readonly folder: Folder,
    readonly client: LspClient,
  ) {}

  /** Opens a folder that holds `files`; with `rootUri: ''` none is open, the files are there all the same. */
  static async open(files: Readonly<Record<string, string | Uint8Array>>, options: StartOptions = {}): Promise<Editor> {
    const folder = new Folder().write(files);
    const { rootUri = pathToFileURL(folder.path).href, ...rest } = options;
    const client = await startServer(process.execPath, ['dist/server.js', '--stdio'], {
      capabilities: modern,
      ...(rootUri === '' ? {} : { rootUri }),
      ...rest,
    });
    return new Editor(folder, client);
  }

  async close(): Promise<void> {
    try {
      assert.equal(await this.client.stop(), 0);
    } finally {
      this.folder.remove();
    }
  }

  uri(path: string): string {
    return pathToFileURL(this.folder.at(path)).href;
  }

  /** Opens a file with the text given. */
  type(path: string, text: string): void {
    this.client.open(this.uri(path), text);
  }

  /** Writes a file behind the editor’s back, which is told of it. */
  write(path: string, text: string): void {
    this.folder.write({ [path]: text });
    this.tell([path, Created]);
  }

  overwrite(path: string, text: string): void {
    writeFileSync(this.folder.at(path), text);
    this.tell([path, Changed]);
  }

  remove(path: string): void {
    rmSync(this.folder.at(path), { recursive: true });
    this.tell([path, Deleted]);
  }

  move(from: string, to: string): void {
    renameSync(this.folder.at(from), this.folder.at(to));
    this.tell([from, Deleted], [to, Created]);
  }

  tell(...changes: readonly (readonly [path: string, type: FileChangeType])[]): void {
    this.client.notify(DidChangeWatchedFilesNotification.method, {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type })),
    });
  }

  /** Waits until a file shows just these findings of `group`, as `line:column rule`. */
  async shows(path: string, expected: readonly string[], group = 'model/'): Promise<readonly Diagnostic[]> {
    const uri = path.includes(':') ? path : this.uri(path);
    const found = (): readonly Diagnostic[] =>
      (this.client.published.get(uri)?.diagnostics ?? []).filter(({ code }) => String(code).startsWith(group));
    const isAsExpected = (): boolean => JSON.stringify(found().map(written)) === JSON.stringify(expected);
    try {
      await this.client.until(`the findings of ${path}`, () =>
        (this.client.published.has(uri) || expected.length === 0) && isAsExpected() ? true : undefined,
      );
    } catch (error) {
      assert.deepEqual(found().map(written), expected, error instanceof Error ? error.message : '');
    }
    return found();
  }

  /** Waits until all that the server has been told is checked. */
  async checked(): Promise<void> {
    await this.client.nextNotice('collab/checked');
  }
}

/** The place behind the first `before` in `text`. */
export function behind(text: string, before: string): Position {
  const offset = text.indexOf(before) + before.length;
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function written({ range: { start }, code }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1} ${code}`;
}
