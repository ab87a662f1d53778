import { TextDocument } from 'vscode-languageserver-textdocument';
import { configFile } from '../config/config';
import { type Configured, unconfigured } from '../config/parse';
import type { Unreadable } from '../host/failure';
import { inParallel } from '../host/inParallel';
import { grouped } from '../model/grouped';
import { Snapshot } from '../model/snapshot';
import type { Disk, DiskProject } from './disk';
import { configuredBy } from './reading';
import { deepest, folderOf, isBelow, isIn, joined, lastPart, nameOf, pathOf, uriOf, within } from './uris';

/** A project as the editor has it: what is on disk, and in its place what is open. */
export interface Project {
  /** The path of its folder; of a text that is a project by itself, its URI. */
  readonly root: string;
  readonly isAlone: boolean;
  readonly snapshot: Snapshot;
  readonly configText: string | null;
  /** What is in force: of a configuration that is not valid, the last one that was. */
  readonly configured: Configured;
  /** Tells its states apart, over all projects. */
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
  dropped(project: Project): void;
  /** Some files of a project read otherwise; `shown` is the one that was opened or typed in. */
  changed(project: Project, files: readonly string[], shown: string | null): void;
  missed(unreadable: readonly Unreadable[]): void;
}

/** Something that happened to a file or folder outside the editor. */
export interface Happened {
  readonly path: string;
  readonly what: 'made' | 'changed' | 'gone';
}

/**
 * The one mutable thing of the server: which projects there are, and what their files say. A file belongs to the deepest project around it
 * that does not leave it out; an open text that belongs to none is a project by itself. Changes must be told one after the other.
 */
export class Session {
  readonly #projects = new Map<string, Project>();
  readonly #documents = new Map<string, TextDocument>();
  /** The URIs of open files by their paths. */
  readonly #open = new Map<string, string>();
  /** The folders of the workspace. */
  readonly #folders = new Set<string>();
  #generation = 0;

  constructor(
    private readonly disk: Disk,
    private readonly events: SessionEvents,
  ) {}

  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  project(root: string): Project | undefined {
    return this.#projects.get(root);
  }

  /** The open text of `uri`; undefined where it is not open. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The URI that the client knows a file of `project` by. */
  uri({ root, isAlone }: Project, file: string): string {
    if (isAlone) return root;
    const path = joined(root, file);
    return this.#open.get(path) ?? uriOf(path);
  }

  /** The project that the file at `uri` belongs to, be the file there or not; null for none. */
  locate(uri: string): Located | null {
    const path = pathOf(uri);
    const home = path === null ? null : this.#home(path);
    if (home) return home;
    const alone = this.#projects.get(uri);
    return alone ? { project: alone, file: nameOf(uri) } : null;
  }

  /** The project that a file or folder belongs to. */
  projectAt(uri: string): Project | undefined {
    const path = pathOf(uri);
    return this.locate(uri)?.project ?? (path === null ? undefined : this.#projects.get(path));
  }

  async addFolder(folder: string): Promise<void> {
    this.#folders.add(folder);
    await this.#loadAround(folder);
  }

  async removeFolder(folder: string): Promise<void> {
    this.#folders.delete(folder);
    for (const project of this.projects) if (isBelow(folder, project.root) && !this.#folderAround(project.root)) this.#drop(project);
    await this.#loadAround(folder);
  }

  async open(uri: string, text: string, version: number): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, 'collab', version, text));
    const path = pathOf(uri);
    if (path !== null) this.#open.set(path, uri);
    await this.#settle(uri);
    this.#write(uri, 'shown');
  }

  change(uri: string, changed: (document: TextDocument) => TextDocument): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.set(uri, changed(document));
    this.#write(uri, 'shown');
  }

  /** From now on the file says what is on disk. */
  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    const path = pathOf(uri);
    if (path !== null) this.#open.delete(path);
    const alone = this.#projects.get(uri);
    if (alone?.isAlone) this.#drop(alone);
    if (path !== null) await this.#reread([path]);
    this.#dropUnused();
  }

  /** Takes in what happened outside the editor. */
  async refresh(all: readonly Happened[]): Promise<void> {
    const folders = new Set<string>();
    for (const happened of all) {
      const folder = this.#folderAround(happened.path) ?? this.#around(happened.path)?.root;
      if (folder !== undefined && (await this.#asksForReading(happened))) folders.add(folder);
    }
    for (const folder of folders) await this.#load(folder);
    this.#forget(new Set(all.flatMap(({ path, what }) => (what === 'gone' && !isCollab(path) ? [path] : []))));
    await this.#reread(all.flatMap(({ path }) => (isCollab(path) ? [path] : [])));
    await this.#settleAll();
  }

  /** Has a configuration changed, or come in with a folder? */
  async #asksForReading({ path, what }: Happened): Promise<boolean> {
    if (path.endsWith(`/${configFile}`)) return true;
    const isLikeFolder = what === 'made' && !lastPart(path).includes('.') && this.#home(path) !== null;
    return isLikeFolder && (await this.disk.isFolder(path));
  }

  /** Reads the folders of the workspace that `folder` is in. */
  async #loadAround(folder: string): Promise<void> {
    for (const each of this.#folders) if (isBelow(each, folder)) await this.#load(each);
    await this.#settleAll();
  }

  async #load(folder: string): Promise<void> {
    const read = await this.disk.projectsIn(folder);
    const found = read.some(({ root }) => root === folder) ? read : [{ root: folder, config: null, files: [], unreadable: [] }, ...read];
    this.events.missed(found.flatMap(({ unreadable }) => unreadable));
    for (const project of this.projects) {
      const isRead = isBelow(folder, project.root) && (this.#folderAround(project.root) ?? folder) === folder;
      if (isRead && !found.some(({ root }) => root === project.root)) this.#drop(project);
    }
    // A file belongs to the deepest project around it: all must be there before one is filled.
    const before = new Map(found.map(({ root }) => [root, this.#projects.get(root)]));
    for (const { root, config } of found) this.#prepare(root, config);
    for (const uri of this.#documents.keys()) this.#dropHomecomer(uri);
    for (const project of found) this.#fill(project, before.get(project.root));
  }

  #prepare(root: string, config: string | null): void {
    const known = this.#projects.get(root);
    const configured = known && known.configText === config ? known.configured : configuredBy(config, known?.configured);
    const { snapshot, generation } = known ?? { snapshot: Snapshot.empty, generation: 0 };
    this.#projects.set(root, { root, isAlone: false, snapshot, configText: config, configured, generation });
  }

  #fill({ root, files }: DiskProject, before: Project | undefined): void {
    const project = this.#projects.get(root);
    if (!project) return;
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const file of texts.keys()) if (this.#home(joined(root, file))?.project !== project) texts.delete(file);
    for (const [path, uri] of this.#open) {
      const home = this.#home(path);
      if (home?.project === project) texts.set(home.file, this.#documents.get(uri)?.getText() ?? '');
    }
    const snapshot = before ? before.snapshot.reading(texts) : Snapshot.of(texts);
    if (before && before.snapshot === snapshot && before.configText === project.configText) return;
    this.#put({ ...project, snapshot });
  }

  #put(project: Omit<Project, 'generation'>): void {
    const loaded = { ...project, generation: ++this.#generation };
    this.#projects.set(project.root, loaded);
    this.events.loaded(loaded);
  }

  #drop(project: Project): void {
    this.#projects.delete(project.root);
    this.events.dropped(project);
  }

  /** Drops what is a project by itself where it belongs to another by now. */
  #dropHomecomer(uri: string): void {
    const alone = this.#projects.get(uri);
    const path = pathOf(uri);
    if (alone?.isAlone && path !== null && this.#home(path)) this.#drop(alone);
  }

  /** Drops what is there only because a file of it was open. */
  #dropUnused(): void {
    const used = new Set([...this.#documents.keys()].map((uri) => this.locate(uri)?.project));
    for (const project of this.projects) if (!used.has(project) && !this.#folderAround(project.root)) this.#drop(project);
  }

  /** Sees to it that an open text belongs somewhere: to the project around it, be its folder open or not, else to itself. */
  async #settle(uri: string): Promise<void> {
    const path = pathOf(uri);
    if (path !== null && !this.#home(path)) {
      const root = await this.disk.rootAbove(folderOf(path));
      if (root !== null && !this.#projects.has(root)) await this.#load(root);
    }
    this.#dropHomecomer(uri);
    const document = this.#documents.get(uri);
    if (document && !this.locate(uri)) {
      const snapshot = Snapshot.of([[nameOf(uri), document.getText()]]);
      this.#put({ root: uri, isAlone: true, snapshot, configText: null, configured: unconfigured });
    }
  }

  async #settleAll(): Promise<void> {
    for (const uri of this.#documents.keys()) {
      await this.#settle(uri);
      this.#write(uri, null);
    }
    this.#dropUnused();
  }

  /** Puts an open text into its project. */
  #write(uri: string, shown: 'shown' | null): void {
    const located = this.locate(uri);
    const document = this.#documents.get(uri);
    if (located && document) this.#update(located.project, [[located.file, document.getText()]], shown && located.file);
  }

  #update(project: Project, texts: readonly (readonly [file: string, text: string | null])[], shown: string | null): void {
    let { snapshot } = project;
    for (const [file, text] of texts) snapshot = text === null ? snapshot.without(file) : snapshot.with(file, text);
    if (snapshot === project.snapshot) {
      if (shown !== null) this.events.changed(project, [], shown);
      return;
    }
    const updated: Project = { ...project, snapshot, generation: ++this.#generation };
    this.#projects.set(project.root, updated);
    const files = texts.map(([file]) => file);
    this.events.changed(updated, files, shown);
  }

  /** Takes what is on disk of files that are not open. */
  async #reread(paths: readonly string[]): Promise<void> {
    const homes = paths.flatMap((path) => (this.#open.has(path) ? [] : (this.#home(path) ?? [])));
    const read = await inParallel(homes, readsAtOnce, async ({ project: { root }, file }) => ({
      root,
      written: [file, await this.disk.read(joined(root, file))] as const,
    }));
    for (const [root, texts] of grouped(read, (each) => [each.root])) {
      const project = this.#projects.get(root);
      const written = texts.map((each) => each.written);
      if (project) this.#update(project, written, null);
    }
  }

  /** Folders are gone, and all that was in them but what is open. */
  #forget(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    for (const project of this.projects) {
      if (project.isAlone) continue;
      if (isIn(gone, project.root) && !this.#folders.has(project.root)) {
        this.#drop(project);
        continue;
      }
      const paths = [...project.snapshot.files.keys()].map((file) => [file, joined(project.root, file)] as const);
      const files = paths.filter(([, path]) => isIn(gone, path) && !this.#open.has(path));
      const written = files.map(([file]) => [file, null] as const);
      if (written.length > 0) this.#update(project, written, null);
    }
  }

  /** The project that the file at `path` belongs to by its place. */
  #home(path: string): Located | null {
    const project = this.#around(path);
    if (!project || project.root === path) return null;
    const file = within(project.root, path);
    return this.disk.leavesOut(project.configured.config.exclude, file) ? null : { project, file };
  }

  #around(path: string): Project | undefined {
    return deepest(this.projects, path, ({ root }) => root);
  }

  #folderAround(path: string): string | undefined {
    return deepest(this.#folders, path, (folder) => folder);
  }
}

/** How many files are read at a time. */
const readsAtOnce = 32;

function isCollab(path: string): boolean {
  return path.endsWith('.collab');
}
