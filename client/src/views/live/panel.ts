import {
  type Disposable,
  type ExtensionContext,
  l10n,
  Position,
  Range,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type DeclaredResult,
  declaredRequest,
  type PlaceParams,
  type PlaceRange,
  type PlaceResult,
  placeRequest,
} from '../../../../server/src/lsp/protocol';
import { languageNow } from '../../language';
import type { Projects } from '../../projects';
import { explainRule } from '../../rulePages';
import { askPart, fileOf, type Told } from '../parts';
import type { FromPage, LivePart, ToPage } from './messages';
import { pageOf } from './pageOf';

const viewType = 'collab.liveView';

/** In milliseconds, how long the cursor rests before the view follows it. */
const rest = 60;

export interface LiveView extends Disposable {
  /** Opens it beside the text, or brings it to the front. */
  open(): void;
}

/** The live view: one panel for the window, which shows the project that is being edited, and comes back when the window is reloaded. */
export function liveView(context: ExtensionContext, client: LanguageClient, projects: Projects): LiveView {
  let shown: Shown | undefined;
  const show = (panel: WebviewPanel): void => {
    shown = new Shown(panel, context.extensionUri, client, projects);
    panel.onDidDispose(() => {
      shown?.dispose();
      shown = undefined;
    });
  };
  const serializing = window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel) {
      show(panel);
    },
  });
  return {
    open() {
      if (shown) shown.panel.reveal();
      else show(window.createWebviewPanel(viewType, l10n.t('Live View'), { viewColumn: ViewColumn.Beside, preserveFocus: true }));
    },
    dispose() {
      serializing.dispose();
      shown?.panel.dispose();
    },
  };
}

/** One panel, and what it shows. */
class Shown {
  #root: string | undefined;
  #part: LivePart | undefined;
  /** What the page has been told of each part. */
  readonly #told = new Map<LivePart, Told<LivePart>>();
  #isAsking = false;
  #isStale = false;
  #resting: NodeJS.Timeout | undefined;
  readonly #listening: readonly Disposable[];

  constructor(
    readonly panel: WebviewPanel,
    extension: Uri,
    private readonly client: LanguageClient,
    private readonly projects: Projects,
  ) {
    const dist = Uri.joinPath(extension, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = Uri.joinPath(extension, 'client/media/activity.svg');
    panel.title = l10n.t('Live View');
    this.#listening = [
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#take(message)),
      panel.onDidChangeViewState(() => void this.#follow()),
      projects.onDidChange(() => this.#refresh()),
      window.onDidChangeActiveTextEditor(() => this.#rest()),
      window.onDidChangeTextEditorSelection(() => this.#rest()),
    ];
    panel.webview.html = pageOf(panel.webview, dist, languageNow());
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const each of this.#listening) each.dispose();
  }

  async #take(message: FromPage): Promise<void> {
    switch (message.what) {
      case 'shows':
        this.#root ??= message.root ?? undefined;
        this.#part = message.part;
        // A page that was made anew has been told nothing.
        this.#told.delete(message.part);
        this.#refresh();
        this.#rest();
        break;
      case 'open':
        await this.#open(message.id, message.has);
        break;
      case 'openAt': {
        const told = this.#part && this.#told.get(this.#part);
        const start = { line: message.at.line, character: message.at.column };
        if (told) await reveal(fileOf(told, message.at.file), { start, end: start });
        break;
      }
      case 'explain':
        await explainRule(this.client, message.rule);
    }
  }

  #refresh(): void {
    if (this.projects.isChecking) return;
    this.#isStale = true;
    void this.#follow();
  }

  /** Tells the page what is new of what it shows, one question at a time. */
  async #follow(): Promise<void> {
    const part = this.#part;
    if (!part || !this.panel.visible || this.#isAsking || !this.#isStale) return;
    const root = this.#rootToShow();
    this.#isStale = false;
    if (root === undefined) {
      this.#told.clear();
      this.#say({ what: 'nothing', language: languageNow() });
      return;
    }
    this.#isAsking = true;
    const before = this.#told.get(part);
    const told = await askPart(this.client, root, part, before).catch(() => undefined);
    this.#isAsking = false;
    if (told && told !== before) this.#tell(part, told);
    await this.#follow();
  }

  #tell(part: LivePart, told: Told<LivePart>): void {
    this.#told.set(part, told);
    const { root, language, json } = told;
    const name = Uri.parse(root).path.split('/').at(-1) ?? '';
    this.#say({ what: 'part', part, root, name, language, json });
  }

  /** The project that was edited last; before that the one the page showed, or else the first. */
  #rootToShow(): string | undefined {
    const roots = this.projects.withModel.map(({ root }) => root);
    return roots.find((root) => root === this.#root) ?? roots[0];
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#followCursor(), rest);
  }

  async #followCursor(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'collab' || !this.panel.visible) return;
    const { document, selection } = editor;
    const found = await this.client.sendRequest<DeclaredResult | null>(declaredRequest, {
      textDocument: { uri: document.uri.toString() },
      position: { line: selection.active.line, character: selection.active.character },
    });
    if (!found) return;
    if (found.root !== this.#root) {
      this.#root = found.root;
      this.#told.clear();
      this.#refresh();
    }
    this.#say({ what: 'cursor', around: found.around, named: found.named });
  }

  async #open(id: string, has: string | null): Promise<void> {
    const root = this.#rootToShow();
    if (root === undefined) return;
    const params: PlaceParams = { uri: root, id, ...(has === null ? {} : { has }) };
    const place = await this.client.sendRequest<PlaceResult | null>(placeRequest, params);
    if (place) await reveal(Uri.parse(place.uri), place.range);
  }

  #say(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** Beside the view, where the file is open already, else in the first column. */
async function reveal(uri: Uri, { start, end }: PlaceRange): Promise<TextEditor> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const texts = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined);
  return window.showTextDocument(uri, {
    viewColumn: open?.viewColumn ?? texts?.viewColumn ?? ViewColumn.One,
    selection: new Range(new Position(start.line, start.character), new Position(end.line, end.character)),
  });
}
