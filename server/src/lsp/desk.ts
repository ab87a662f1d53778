import type { Connection } from 'vscode-languageserver';
import { configFile } from '../config/config';
import { outlineOf } from '../model/outline';
import { findingsInFile } from '../rules/check';
import { LineIndex } from '../text/lineIndex';
import type { Language } from '../text/localised';
import type { FromAnalysis } from './analysisMessages';
import type { Disk } from './disk';
import { type CheckedParams, checkedNotification } from './protocol';
import { remarkOn } from './reading';
import { Remarks } from './remarks';
import { type Project, Session } from './session';
import type { AnalysisThread, ThreadEvents } from './thread';
import * as toLsp from './toLsp';
import { uriOf } from './uris';

/** What is known of a project beyond its text. */
interface Watched {
  readonly remarks: Remarks;
  /** The state that is being checked; null where none is. */
  checking: Project | null;
  /** Has it changed since a check was begun? */
  stale: boolean;
}

/** How long, in milliseconds, changes are gathered before rules are applied, and how long reading trees may keep a request waiting. */
const gathering = 10;
const slice = 8;

/** Brings together what the editor says, what the analysis finds, and what is shown. */
export class Desk {
  readonly session: Session;
  readonly thread: AnalysisThread;
  readonly #watched = new Map<string, Watched>();
  #language: { readonly setting: Language | null; readonly display: Language } = { setting: null, display: 'en' };
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    disk: Disk,
    startThread: (events: ThreadEvents) => AnalysisThread,
  ) {
    this.session = new Session(disk, {
      loaded: (project) => this.#load(project),
      dropped: (root) => this.#drop(root),
      changed: (project, files, typed) => this.#change(project, files, typed),
      failed: (folder, error) => connection.console.error(`${folder}: ${error instanceof Error ? error.message : String(error)}`),
    });
    this.thread = startThread({
      checked: (result) => this.#take(result),
      restarted: (error) => this.#startAgain(error),
      failed: (error) => connection.console.error(error),
    });
  }

  /** Does `step` after all steps before it; what it throws is logged. */
  enqueue(step: () => void | Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(step)
      .catch((error: unknown) => this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return this.#work;
  }

  /** When all that was told so far has been taken in. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** The language to speak of `project` in: the setting, else what the project asks for, else that of the display. */
  languageOf(project: Project | undefined): Language {
    return this.#language.setting ?? project?.configured.config.language ?? this.#language.display;
  }

  speak(setting: Language | null, display: Language): void {
    this.#language = { setting, display };
    for (const project of this.session.projects) this.#load(project);
  }

  addresses(project: Project): toLsp.Addresses {
    return {
      snapshot: project.snapshot,
      uri: (file) => this.session.uri(project.root, file),
      lines: (file) => (file === configFile && project.configText !== null ? new LineIndex(project.configText) : undefined),
    };
  }

  #load(project: Project): void {
    const { root, configText: config, snapshot } = project;
    if (!this.#watched.has(root)) this.#watched.set(root, { remarks: new Remarks(), checking: null, stale: false });
    const files = [...snapshot.files.values()].map(({ path, text }) => [path, text] as const);
    this.thread.tell({ what: 'project', root, config, files, language: this.languageOf(project) });
    this.#check(root);
    void this.enqueue(() => this.#readTrees(project));
  }

  /** Reads all trees in short steps, so that the first question about names does not have to. */
  async #readTrees({ root, snapshot }: Project): Promise<void> {
    let started = performance.now();
    for (const file of snapshot.files.values()) {
      outlineOf(file);
      if (performance.now() - started < slice) continue;
      await new Promise<void>((resolve) => setImmediate(resolve));
      started = performance.now();
    }
    const project = this.session.project(root);
    if (!project) return;
    for (const file of project.snapshot.files.keys()) if (this.session.document(this.session.uri(root, file))) this.#showOwn(project, file);
  }

  #drop(root: string): void {
    const watched = this.#watched.get(root);
    this.#watched.delete(root);
    this.thread.tell({ what: 'drop', root });
    for (const file of watched?.remarks.files ?? []) this.#send(this.session.uri(root, file), undefined, []);
  }

  #change(project: Project, files: readonly string[], typed: string | null): void {
    if (typed !== null) this.#showOwn(project, typed);
    this.thread.tell({
      what: 'texts',
      root: project.root,
      files: files.map((file) => [file, project.snapshot.files.get(file)?.text ?? null]),
    });
    this.#check(project.root);
  }

  /** Shows what is wrong with the file by itself at once; the rest follows when rules have been applied. */
  #showOwn(project: Project, file: string): void {
    const { root, snapshot, configured } = project;
    const watched = this.#watched.get(root);
    const source = snapshot.files.get(file);
    if (!watched || !source) return;
    const language = this.languageOf(project);
    const own = findingsInFile(snapshot, file, configured).map((finding) => remarkOn(finding, language));
    watched.remarks.takeOwn(file, source.text, own);
    this.#show(project, file);
  }

  #check(root: string): void {
    const watched = this.#watched.get(root);
    if (!watched || watched.stale) return;
    watched.stale = true;
    if (!watched.checking) setTimeout(() => this.#begin(root), gathering);
  }

  #begin(root: string): void {
    const watched = this.#watched.get(root);
    const project = this.session.project(root);
    if (!watched?.stale || watched.checking || !project) return;
    watched.stale = false;
    watched.checking = project;
    this.thread.tell({ what: 'check', root, generation: project.generation });
  }

  #take({ root, generation, files, findings, ms }: Extract<FromAnalysis, { what: 'checked' }>): void {
    const watched = this.#watched.get(root);
    const project = this.session.project(root);
    if (!watched?.checking || !project) return;
    const changed = watched.remarks.take(watched.checking, files);
    watched.checking = null;
    for (const file of changed) this.#show(project, file);
    void this.connection.sendNotification(checkedNotification, { root: uriOf(root), generation, findings, ms } satisfies CheckedParams);
    if (watched.stale) this.#begin(root);
  }

  #show(project: Project, file: string): void {
    const addresses = this.addresses(project);
    const lines = toLsp.linesOf(file, addresses);
    const remarks = this.#watched.get(project.root)?.remarks.on(file, lines.text) ?? [];
    const uri = addresses.uri(file);
    this.#send(
      uri,
      this.session.document(uri)?.version,
      remarks.map((remark) => toLsp.diagnostic(remark, lines, addresses)),
    );
  }

  #send(uri: string, version: number | undefined, diagnostics: ReturnType<typeof toLsp.diagnostic>[]): void {
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }

  /** A thread that was started again knows nothing: it is told everything. */
  #startAgain(error: string): void {
    this.connection.console.error(error);
    for (const project of this.session.projects) {
      this.#watched.delete(project.root);
      this.#load(project);
    }
  }
}
