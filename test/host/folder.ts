import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one test. Its real path: the system's may lie behind a link. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'collab-')));

  /** Writes files, and the folders they are in, by path relative to this folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(this.at(path)), { recursive: true });
      writeFileSync(this.at(path), content);
    }
    return this;
  }

  at(path: string): string {
    return join(this.path, path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
