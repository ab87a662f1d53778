import {
  type Connection,
  MessageType,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { configFile } from '../config/config';
import { defaultSettings, type Settings } from '../config/settings';
import { findableIn } from '../features/findable';
import type { Unreadable } from '../host/failure';
import { findingsInFile } from '../rules/check';
import { LineIndex } from '../text/lineIndex';
import type { Language, Localised } from '../text/localised';
import type { FromAnalysis } from './analysisMessages';
import type { Disk } from './disk';
import { type Flag, lowered, raise } from './flag';
import type { Encoding } from './lines';
import {
  type CheckedParams,
  type CheckingParams,
  checkedNotification,
  checkingNotification,
  droppedNotification,
  type RootParams,
} from './protocol';
import { remarkOn } from './reading';
import { Remarks } from './remarks';
import { type Project, Session } from './session';
import { pushing, type Showing } from './showing';
import type { AnalysisThread, ThreadEvents } from './thread';
import * as toLsp from './toLsp';
import { uriOf } from './uris';

/** What is known of a project beyond its text. */
interface Watched {
  readonly remarks: Remarks;
  /** The state that is being checked; null where none is. */
  checking: Project | null;
  /** Raised where that check is not needed any more. */
  needless: Flag;
  /** How many checks in a row were not. */
  leftOff: number;
  /** Has it changed since a check was begun? */
  stale: boolean;
  /** Has it been read anew since the analysis answered? Then what is shown may be out of date, whatever the analysis says is new. */
  fresh: boolean;
  /** While trees are read: when they have been. */
  reading: Promise<void> | null;
}

/** Somebody who waits until a state of a project, or a later one, has been checked. */
interface Waiting {
  readonly root: string;
  readonly generation: number;
  checked(): void;
}

/** Who has to know what happens to keep what the client shows up to date. */
interface Attendant {
  /** All rules have been applied to a project. */
  checked?(project: Project): Promise<void>;
  /** The settings are no longer what they were. */
  followed?(): void;
}

/** So many checks in a row are left off for a change that came meanwhile: who types without a pause sees findings all the same. */
const mostLeftOff = 5;

/** How long, in milliseconds, changes are gathered before rules are applied, and how long reading files may keep the editor waiting. */
const gathering = 10;
const slice = 8;

/** Brings together what the editor says, what the analysis finds, and what is shown. */
export class Desk {
  readonly session: Session;
  readonly thread: AnalysisThread;
  readonly #watched = new Map<string, Watched>();
  /** By file, the root of the project that shows something on it. */
  readonly #shown = new Map<string, string>();
  readonly #missed = new Set<string>();
  /** How the client counts columns: settled before anything is answered. */
  encoding: Encoding = 'utf-16';
  readonly #attendants: Attendant[] = [];
  #settings: Settings = defaultSettings;
  #display: Language = 'en';
  #work: Promise<void> = Promise.resolve();
  #showing: Showing;
  #waiting: readonly Waiting[] = [];
  #hasGivenUp = false;

  constructor(
    private readonly connection: Connection,
    disk: Disk,
    startThread: (events: ThreadEvents) => AnalysisThread,
  ) {
    this.#showing = pushing(connection);
    this.session = new Session(disk, {
      loaded: (project) => this.#load(project),
      dropped: (project) => this.#drop(project),
      changed: (project, files, shown) => this.#change(project, files, shown),
      missed: (unreadable) => this.#tellMissed(unreadable),
    });
    this.thread = startThread({
      checked: (result) => this.#take(result),
      foundAtOnce: (result) => this.#takeAtOnce(result),
      unchecked: (root) => this.#takeNothing(root),
      leftOff: (root) => this.#goOn(root),
      restarted: () => this.#startAgain(),
      gaveUp: () => this.#giveUp(),
      failed: this.log,
    });
  }

  /** Does `step` after all steps before it; what it throws is logged. */
  enqueue(step: () => void | Promise<void>): Promise<void> {
    this.#work = this.#work.then(step).catch(this.log);
    return this.#work;
  }

  /** When all that was told so far has been taken in. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** When all trees of `project` have been read, so that no question has to wait for that. */
  async ready({ root }: Project): Promise<void> {
    await this.#watched.get(root)?.reading;
  }

  /** When the rules have been applied to each of `projects` as it is, or as it has come to be. */
  async checked(projects: readonly Project[]): Promise<void> {
    await Promise.all(projects.map((project) => this.#checked(project)));
  }

  /** From now on `attendant` is told what happens. */
  attend(attendant: Attendant): void {
    this.#attendants.push(attendant);
  }

  /** From now on findings are shown by `showing`. */
  showBy(showing: Showing): void {
    this.#showing = showing;
  }

  /** What there is to say of a file now; nothing, where it belongs to no project. */
  diagnosticsOn(uri: string): PublishDiagnosticsParams {
    const located = this.session.locate(uri);
    if (!located) return { uri, diagnostics: [] };
    const { project, file } = located;
    const addresses = this.addresses(project);
    const lines = toLsp.linesOf(file, addresses);
    const remarks = isIn(project, file) ? (this.#watched.get(project.root)?.remarks.on(file, lines.text) ?? []) : [];
    const version = addresses.version(file);
    const diagnostics = remarks.map((remark) => toLsp.diagnostic(remark, lines, addresses));
    return { uri, diagnostics, ...(version === null ? {} : { version }) };
  }

  /** Every file that something could be said of. */
  uris(): ReadonlySet<string> {
    const inProjects = this.session.projects.flatMap((project) => {
      const files = [...project.snapshot.files.keys(), ...(project.configText === null ? [] : [configFile])];
      return files.map((file) => this.session.uri(project, file));
    });
    return new Set([...inProjects, ...this.#shown.keys()]);
  }

  readonly log = (error: unknown): void => {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };

  /** The language to speak of `project` in: the setting, else what the project asks for, else that of the display. */
  languageOf(project: Project | undefined): Language {
    const { language } = this.#settings;
    return language === 'auto' ? (project?.configured.config.language ?? this.#display) : language;
  }

  /** What the user has set. */
  get settings(): Settings {
    return this.#settings;
  }

  follow(settings: Settings, display: Language): void {
    const before = this.session.projects.map((project) => this.languageOf(project));
    const areNew = JSON.stringify(settings) !== JSON.stringify(this.#settings);
    this.#settings = settings;
    this.#display = display;
    for (const [index, project] of this.session.projects.entries()) if (this.languageOf(project) !== before[index]) this.#load(project);
    if (areNew) for (const { followed } of this.#attendants) followed?.();
  }

  addresses(project: Project): toLsp.Addresses {
    return {
      snapshot: project.snapshot,
      encoding: this.encoding,
      uri: (file) => this.session.uri(project, file),
      version: (file) => this.session.document(this.session.uri(project, file))?.version ?? null,
      lines: (file) => (file === configFile && project.configText !== null ? new LineIndex(project.configText) : undefined),
    };
  }

  #load(project: Project): void {
    const { root, isAlone, configured, snapshot } = project;
    const watched = this.#watched.get(root) ?? unwatched();
    watched.fresh = true;
    this.#watched.set(root, watched);
    const files = [...snapshot.files.values()].map(({ path, text }) => [path, text] as const);
    this.thread.tell({ what: 'project', root, isAlone, config: project.configText, configured, files, language: this.languageOf(project) });
    this.#check(root);
    this.#read(project, watched);
  }

  /** Reads all files in short steps, so that no question and no key has to wait for that. */
  #read({ root, snapshot }: Project, watched: Watched): void {
    const files = snapshot.files.values();
    const isDone = (): boolean => {
      const started = performance.now();
      for (let next = files.next(); !next.done; next = files.next()) {
        findableIn(next.value);
        if (performance.now() - started > slice) return false;
      }
      return true;
    };
    const readOn = async (): Promise<void> => {
      do await new Promise<void>((resolve) => setImmediate(resolve));
      while (!isDone());
      if (watched.reading !== reading) return;
      watched.reading = null;
      this.#showOpen(root);
    };
    const reading = isDone() ? null : readOn().catch(this.log);
    watched.reading = reading;
  }

  #showOpen(root: string): void {
    const project = this.session.project(root);
    for (const file of project?.snapshot.files.keys() ?? [])
      if (project && this.addresses(project).version(file) !== null) this.#showOwn(project, file);
  }

  #drop(project: Project): void {
    this.#watched.delete(project.root);
    this.thread.tell({ what: 'drop', root: project.root });
    this.#release(project.root);
    void this.connection.sendNotification(droppedNotification, { root: addressOf(project) } satisfies RootParams);
    for (const [uri, root] of [...this.#shown]) if (root === project.root) this.#showOn(uri);
  }

  #change(project: Project, files: readonly string[], shown: string | null): void {
    const { root, snapshot } = project;
    if (shown !== null) this.#showOwn(project, shown);
    if (files.length === 0) return;
    this.thread.tell({ what: 'texts', root, files: files.map((file) => [file, snapshot.files.get(file)?.text ?? null]) });
    this.#check(root);
  }

  /** Shows what is wrong with the file by itself at once; the rest follows when rules have been applied. */
  #showOwn(project: Project, file: string): void {
    const { root, snapshot, configured } = project;
    const source = snapshot.files.get(file);
    const watched = this.#watched.get(root);
    // Before all names are known, most of them would seem to mean nothing; then it is shown when they are.
    if (!source || !watched || watched.reading !== null) return;
    const language = this.languageOf(project);
    const onFault = ({ name }: { readonly name: string }, error: unknown): void => this.log(new Error(name, { cause: error }));
    const own = findingsInFile(snapshot, file, configured, { onFault }).map((finding) => remarkOn(finding, language));
    watched.remarks.takeOwn(file, source.text, own);
    this.#show(project, file);
  }

  #check(root: string): void {
    const watched = this.#watched.get(root);
    if (!watched || watched.stale) return;
    watched.stale = true;
    if (watched.checking && watched.leftOff < mostLeftOff) {
      watched.leftOff++;
      raise(watched.needless);
    }
    if (!watched.checking) setTimeout(() => this.#begin(root), gathering);
  }

  #begin(root: string): void {
    const watched = this.#watched.get(root);
    const project = this.session.project(root);
    if (!watched?.stale || watched.checking || !project) return;
    watched.stale = false;
    watched.checking = project;
    watched.needless = lowered();
    this.thread.tell({ what: 'check', root, generation: project.generation, needless: watched.needless });
    this.#tellChecking(project, 'begun');
  }

  #take({ root, generation, files, findings, counts, ms }: Extract<FromAnalysis, { what: 'checked' }>): void {
    const watched = this.#watched.get(root);
    const project = this.session.project(root);
    const of = watched?.checking;
    if (!watched || !project || of?.generation !== generation) return;
    const changed = watched.remarks.take(files, (file) => textOf(of, file));
    for (const file of watched.fresh ? new Set([...changed, ...watched.remarks.files, ...this.#shownOf(project)]) : changed)
      this.#show(project, file);
    watched.fresh = false;
    watched.checking = null;
    watched.leftOff = 0;
    this.#showing.shown();
    for (const { checked } of this.#attendants) void this.#attended(checked, project);
    this.#release(root, generation);
    const told: CheckedParams = { root: addressOf(project), generation, findings, counts, files: project.snapshot.files.size, ms };
    void this.connection.sendNotification(checkedNotification, told);
    if (watched.stale) this.#begin(root);
  }

  async #attended(checked: Attendant['checked'], project: Project): Promise<void> {
    try {
      await checked?.(project);
    } catch (error) {
      this.log(error);
    }
  }

  #tellChecking(project: Project, state: CheckingParams['state']): void {
    void this.connection.sendNotification(checkingNotification, { root: addressOf(project), state } satisfies CheckingParams);
  }

  #takeAtOnce({ root, generation, files }: Extract<FromAnalysis, { what: 'foundAtOnce' }>): void {
    const watched = this.#watched.get(root);
    const project = this.session.project(root);
    if (!watched || !project || watched.checking?.generation !== generation) return;
    for (const each of files) {
      watched.remarks.takeAtOnce(each);
      this.#show(project, each.file);
    }
    this.#showing.shown();
  }

  #checked({ root, generation }: Project): Promise<void> {
    const watched = this.#watched.get(root);
    const isAwaited = watched && !this.#hasGivenUp && (watched.checking !== null || watched.stale);
    if (!isAwaited) return Promise.resolve();
    return new Promise((checked) => {
      this.#waiting = [...this.#waiting, { root, generation, checked }];
    });
  }

  /** Those who wait for the state of `generation`, or an earlier one, wait no longer; without it, for any. */
  #release(root: string, generation = Number.POSITIVE_INFINITY): void {
    const released = this.#waiting.filter((each) => each.root === root && each.generation <= generation);
    this.#waiting = this.#waiting.filter((each) => !released.includes(each));
    for (const { checked } of released) checked();
  }

  #giveUp(): void {
    this.#hasGivenUp = true;
    for (const project of this.session.projects) {
      this.#tellChecking(project, 'failed');
      this.#release(project.root);
    }
    this.#tell(hasEnded);
  }

  #takeNothing(root: string): void {
    const watched = this.#watched.get(root);
    if (!watched) return;
    if (watched.checking) this.#tellChecking(watched.checking, 'failed');
    this.#goOn(root);
  }

  /** The check that was under way has ended without an answer. */
  #goOn(root: string): void {
    const watched = this.#watched.get(root);
    if (!watched) return;
    watched.checking = null;
    if (watched.stale) this.#begin(root);
    else this.#release(root);
  }

  #show(project: Project, file: string): void {
    const uri = this.session.uri(project, file);
    const owner = this.session.locate(uri)?.project;
    if (!owner || owner.root === project.root) this.#showOn(uri);
  }

  /** Shows what the project that a file belongs to by now has to say, if it belongs to any. */
  #showOn(uri: string): void {
    const shown = this.diagnosticsOn(uri);
    const root = this.session.locate(uri)?.project.root;
    if (root !== undefined && shown.diagnostics.length > 0) this.#shown.set(uri, root);
    else this.#shown.delete(uri);
    this.#showing.show(shown);
  }

  /** The files of `project` that something is shown on, by whatever project. */
  #shownOf({ root }: Project): readonly string[] {
    return [...this.#shown.keys()].flatMap((uri) => {
      const located = this.session.locate(uri);
      return located?.project.root === root ? [located.file] : [];
    });
  }

  /** A thread that was started again knows nothing: it is told everything. */
  #startAgain(): void {
    for (const project of this.session.projects) {
      this.#watched.delete(project.root);
      this.#load(project);
    }
  }

  #tellMissed(unreadable: readonly Unreadable[]): void {
    for (const { path, reason } of unreadable) {
      if (this.#missed.has(path)) continue;
      this.#missed.add(path);
      this.#tell({ en: `${path} cannot be read: ${reason.en}`, fr: `Impossible de lire ${path}\u00A0: ${reason.fr}` });
    }
  }

  #tell(message: Localised): void {
    const said: ShowMessageParams = { type: MessageType.Warning, message: message[this.languageOf(undefined)] };
    void this.connection.sendNotification(ShowMessageNotification.type, said);
  }
}

/** The project's folder as a URI; of a text that is a project by itself, its own. */
export function addressOf({ root, isAlone }: Project): string {
  return isAlone ? root : uriOf(root);
}

function unwatched(): Watched {
  return { remarks: new Remarks(), checking: null, needless: lowered(), leftOff: 0, stale: false, fresh: true, reading: null };
}

function isIn({ snapshot, configText }: Project, file: string): boolean {
  return snapshot.files.has(file) || (file === configFile && configText !== null);
}

function textOf({ snapshot, configText }: Project, file: string): string | undefined {
  return file === configFile ? (configText ?? undefined) : snapshot.files.get(file)?.text;
}

const hasEnded: Localised = {
  en: 'Collab no longer checks your models: its analysis ended again and again. The command “Collab: Restart Language Server” starts it anew.',
  fr: 'Collab ne vérifie plus vos modèles\u00A0: son analyse s’est arrêtée plusieurs fois de suite. La commande «\u00A0Collab\u00A0: Redémarrer le serveur de langage\u00A0» la relance.',
};
