import { parse } from '../syntax/parse';
import type { Tree } from '../syntax/tree';
import { LineIndex } from '../text/lineIndex';

/** One file of a project as it stands: its text, its tree, its lines. `path` is relative to the project, with `/`. */
export class SourceFile {
  #tree: Tree | undefined;
  #lines: LineIndex | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /** Read when it is first asked for: who opens a large project need not wait for all of it. */
  get tree(): Tree {
    this.#tree ??= parse(this.text);
    return this.#tree;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** All files of a project at one moment. Immutable: `with` and `without` share every file that did not change. */
export class Snapshot {
  /** By path. */
  readonly files: ReadonlyMap<string, SourceFile>;

  private constructor(
    files: ReadonlyMap<string, SourceFile>,
    /** The same for all snapshots made from one another: what is costly to compute over all files hangs on it, so that they can share it. */
    readonly lineage: object,
  ) {
    this.files = files;
  }

  static readonly empty = new Snapshot(new Map(), {});

  /** A snapshot of `texts` by path. */
  static of(texts: Iterable<readonly [path: string, text: string]>): Snapshot {
    const files = new Map<string, SourceFile>();
    for (const [path, text] of texts) files.set(path, new SourceFile(path, text));
    return new Snapshot(files, {});
  }

  /** This snapshot with `path` reading `text`; itself where it already does. */
  with(path: string, text: string): Snapshot {
    if (this.files.get(path)?.text === text) return this;
    // Whatever is made from nothing is a project of its own.
    const lineage = this.files.size === 0 ? {} : this.lineage;
    return new Snapshot(new Map(this.files).set(path, new SourceFile(path, text)), lineage);
  }

  without(path: string): Snapshot {
    if (!this.files.has(path)) return this;
    const files = new Map(this.files);
    files.delete(path);
    return new Snapshot(files, this.lineage);
  }

  /** A snapshot of just `texts` by path, which shares every file that did not change; itself where none did. */
  reading(texts: ReadonlyMap<string, string>): Snapshot {
    const changed = [...texts].some(([path, text]) => this.files.get(path)?.text !== text);
    if (!changed && texts.size === this.files.size) return this;
    const files = new Map<string, SourceFile>();
    for (const [path, text] of texts) {
      const known = this.files.get(path);
      files.set(path, known?.text === text ? known : new SourceFile(path, text));
    }
    return new Snapshot(files, this.files.size === 0 ? {} : this.lineage);
  }

  /** The files in the order that decides what comes first: by path, by code unit. */
  inOrder(): readonly SourceFile[] {
    return [...this.files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }
}
