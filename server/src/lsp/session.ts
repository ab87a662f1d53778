import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { configFile } from '../config/config';
import type { Configured } from '../config/parse';
import { Snapshot } from '../model/snapshot';
import type { Disk, DiskProject } from './disk';
import { configuredBy } from './reading';
import { joined, pathOf, uriOf } from './uris';

/** A project as the editor has it: what is on disk, and in its place what is open. */
export interface Project {
  /** The absolute path of its folder; of a text that is in no folder, its URI. */
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly configText: string | null;
  /** What is in force: of a configuration that is not valid, the last one that was. */
  readonly configured: Configured;
  /** Counts its changes. */
  readonly generation: number;
}

export interface Located {
  readonly project: Project;
  /** Relative to the project, with `/`. */
  readonly file: string;
}

/** What a session tells of its changes. */
export interface SessionEvents {
  /** A project is there, or has been read anew. */
  loaded(project: Project): void;
  dropped(root: string): void;
  /** Some files of a project read otherwise; `file` is the one that was typed in. */
  changed(project: Project, files: readonly string[], typed: string | null): void;
  /** A folder could not be read. */
  failed(folder: string, error: unknown): void;
}

/** The one mutable thing of the server: which projects there are, and what their files say. */
export class Session {
  readonly #projects = new Map<string, Project>();
  readonly #documents = new Map<string, TextDocument>();
  readonly #folders = new Set<string>();

  constructor(
    private readonly disk: Disk,
    private readonly events: SessionEvents,
  ) {}

  get projects(): Iterable<Project> {
    return this.#projects.values();
  }

  /** The open text of `uri`; undefined where it is not open. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The URI that the client knows a file by. */
  uri(root: string, file: string): string {
    const path = joined(root, file);
    for (const uri of this.#documents.keys()) if (pathOf(uri) === path) return uri;
    return root.includes('://') || root.startsWith('untitled:') ? root : uriOf(path);
  }

  project(root: string): Project | undefined {
    return this.#projects.get(root);
  }

  /** The project that the file at `uri` is in; null for a file of none. */
  locate(uri: string): Located | null {
    const path = pathOf(uri);
    if (path === null) {
      const project = this.#projects.get(uri);
      return project ? { project, file: untitledFile } : null;
    }
    const project = this.#around(path);
    return project ? { project, file: path.slice(project.root.length + 1).replaceAll('\\', '/') } : null;
  }

  /** Reads the projects of a folder. */
  async addFolder(folder: string): Promise<void> {
    this.#folders.add(folder);
    await this.#load(folder);
  }

  removeFolder(folder: string): void {
    this.#folders.delete(folder);
    for (const root of this.#projects.keys()) if (isBelow(folder, root)) this.#drop(root);
  }

  async open(uri: string, text: string, version: number): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, 'collab', version, text));
    if (!this.locate(uri)) await this.#adopt(uri, text);
    this.#write(uri, text, null);
  }

  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    const updated = TextDocument.update(document, changes, version);
    this.#documents.set(uri, updated);
    this.#write(uri, updated.getText(), 'typed');
  }

  /** From now on the file says what is on disk. */
  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    const path = pathOf(uri);
    const located = this.locate(uri);
    if (!located) return;
    if (path === null || this.#isAdopted(located.project.root)) {
      const isLast = ![...this.#documents.keys()].some((other) => this.locate(other)?.project.root === located.project.root);
      if (isLast) this.#drop(located.project.root);
      return;
    }
    await this.#reread(path);
  }

  /** Files were made, changed or removed outside the editor. */
  async refresh(changed: readonly { readonly path: string; readonly gone: boolean }[]): Promise<void> {
    const configured = changed.filter(({ path }) => path.endsWith(`/${configFile}`) || path.endsWith(`\\${configFile}`));
    const folders = new Set(configured.map(({ path }) => this.#folderAround(path)));
    for (const folder of folders) if (folder) await this.#load(folder);
    for (const { path, gone } of changed) {
      if (gone && !path.endsWith('.collab')) this.#forgetBelow(path);
      else if (path.endsWith('.collab')) await this.#reread(path);
    }
  }

  async #load(folder: string): Promise<void> {
    let found: readonly DiskProject[];
    try {
      found = await this.disk.projectsIn(folder);
    } catch (error) {
      this.events.failed(folder, error);
      return;
    }
    const roots = new Set(found.map(({ root }) => root));
    for (const root of [...this.#projects.keys()]) if (isBelow(folder, root) && !roots.has(root)) this.#drop(root);
    for (const project of found) this.#take(project);
  }

  /** A text that is in no folder that is open: the project around it, else it alone. */
  async #adopt(uri: string, text: string): Promise<void> {
    const path = pathOf(uri);
    const folder = path === null ? null : this.disk.folderOf(path);
    const root = folder === null ? null : await this.disk.rootAbove(folder);
    if (root !== null) await this.#load(root);
    if (this.locate(uri)) return;
    if (path === null) this.#take({ root: uri, config: null, files: [{ path: untitledFile, text }], unreadable: [] });
    else if (folder !== null)
      this.#take({ root: folder, config: null, files: [{ path: path.slice(folder.length + 1), text }], unreadable: [] });
  }

  #take({ root, config, files }: DiskProject): void {
    const known = this.#projects.get(root);
    let snapshot = Snapshot.of(files.map(({ path, text }) => [path, text] as const));
    for (const [uri, document] of this.#documents) {
      const path = pathOf(uri);
      if (path !== null && isBelow(root, path))
        snapshot = snapshot.with(path.slice(root.length + 1).replaceAll('\\', '/'), document.getText());
    }
    const configured = configuredBy(config, known?.configured);
    const project: Project = { root, snapshot, configText: config, configured, generation: (known?.generation ?? 0) + 1 };
    this.#projects.set(root, project);
    this.events.loaded(project);
  }

  #drop(root: string): void {
    this.#projects.delete(root);
    this.events.dropped(root);
  }

  #write(uri: string, text: string, typed: 'typed' | null): void {
    const located = this.locate(uri);
    if (located) this.#update(located.project, [[located.file, text]], typed ? located.file : null);
  }

  #update(project: Project, texts: readonly (readonly [file: string, text: string | null])[], typed: string | null): void {
    let { snapshot } = project;
    for (const [file, text] of texts) snapshot = text === null ? snapshot.without(file) : snapshot.with(file, text);
    if (snapshot === project.snapshot) return;
    const updated: Project = { ...project, snapshot, generation: project.generation + 1 };
    this.#projects.set(project.root, updated);
    this.events.changed(
      updated,
      texts.map(([file]) => file),
      typed,
    );
  }

  /** Takes what is on disk, unless the file is open. */
  async #reread(path: string): Promise<void> {
    for (const uri of this.#documents.keys()) if (pathOf(uri) === path) return;
    const text = await this.disk.read(path);
    const project = this.#around(path);
    if (!project) return;
    const file = path.slice(project.root.length + 1).replaceAll('\\', '/');
    const isPart = text !== null && !this.disk.leavesOut(project.configured.config.exclude, file);
    this.#update(project, [[file, isPart ? text : null]], null);
  }

  /** A folder is gone, and all that was in it but what is open. */
  #forgetBelow(folder: string): void {
    for (const project of [...this.#projects.values()]) {
      if (project.root !== folder && isBelow(folder, project.root)) {
        this.#drop(project.root);
        continue;
      }
      const gone = [...project.snapshot.files.keys()].filter(
        (file) => isBelow(folder, joined(project.root, file)) && !this.#isOpen(joined(project.root, file)),
      );
      if (gone.length > 0)
        this.#update(
          project,
          gone.map((file) => [file, null] as const),
          null,
        );
    }
  }

  #isOpen(path: string): boolean {
    return [...this.#documents.keys()].some((uri) => pathOf(uri) === path);
  }

  /** Is a project there only because a file of it is open? */
  #isAdopted(root: string): boolean {
    return ![...this.#folders].some((folder) => isBelow(folder, root));
  }

  #around(path: string): Project | undefined {
    let deepest: Project | undefined;
    for (const project of this.#projects.values()) {
      if (isBelow(project.root, path) && project.root.length >= (deepest?.root.length ?? 0)) deepest = project;
    }
    return deepest;
  }

  #folderAround(path: string): string | undefined {
    return [...this.#folders].find((folder) => isBelow(folder, path)) ?? this.#around(path)?.root;
  }
}

/** How a text that is in no file is called within its project. */
const untitledFile = 'untitled.collab';

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
