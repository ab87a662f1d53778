import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type InlayHint,
  InlayHintKind,
} from 'vscode-languageserver';
import { z } from 'zod';
import { type Count, countables } from '../features/counts';
import { dayHints, type Hint, levelHints } from '../features/inlayHints';
import type { SourceFile } from '../model/snapshot';
import type { Location, Span } from '../text/span';
import { asking } from './asking';
import type { Desk } from './desk';
import * as fromLsp from './fromLsp';
import { type ShowLocationsArguments, showLocationsCommand } from './protocol';
import type { Located, Project } from './session';
import * as toLsp from './toLsp';

/** What of counting the client has learnt. */
export interface CountingAbilities {
  /** To ask again for what was counted. */
  readonly lensRefresh: boolean;
  readonly hintRefresh: boolean;
  /** Does it run the command that lists places? */
  readonly showsLocations: boolean;
}

export function countingAbilities({ workspace }: ClientCapabilities, commands: readonly string[]): CountingAbilities {
  return {
    lensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    hintRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    showsLocations: commands.includes(showLocationsCommand),
  };
}

/** Answers with figures that take the whole model: they are asked of the analysis, and only of what is looked at. */
export function answerCounting(connection: Connection, desk: Desk, abilities: CountingAbilities): void {
  answerLenses(connection, desk, abilities);
  answerHints(connection, desk, abilities);
}

const lensDataSchema = z.object({ uri: z.string(), id: z.string() });

function answerLenses(connection: Connection, desk: Desk, { lensRefresh, showsLocations }: CountingAbilities): void {
  const { ask, linesOf } = asking(desk);
  /** By document and what was counted: what was said of it last. */
  const said = new Map<string, Map<string, string>>();

  connection.onCodeLens((params, token) =>
    ask((at) => {
      const { uri } = params.textDocument;
      said.set(uri, new Map());
      if (!desk.settings.codeLens) return [];
      return countables(at.project.snapshot, at.file).map(
        ({ id, ...span }): CodeLens => ({ range: toLsp.range(linesOf(at), span), data: { uri, id } }),
      );
    })(params, token),
  );
  connection.onCodeLensResolve(async (lens, token) => {
    const asked = lensDataSchema.safeParse(lens.data);
    if (!asked.success) return lens;
    const { uri, id } = asked.data;
    const resolved = await ask(async ({ project }) => {
      const [count] = await counted(project, [id], token);
      if (!count) return null;
      said.get(uri)?.set(id, count.title);
      return { ...lens, command: commandOf(count, lens, project, uri) };
    })({ textDocument: { uri } }, token);
    return resolved ?? { ...lens, command: { title: '', command: '' } };
  });
  if (!lensRefresh) return;
  const refresh = (): void => void connection.sendRequest(CodeLensRefreshRequest.type).catch(desk.log);
  desk.attend({
    followed: refresh,
    async checked(project) {
      for (const [uri, titles] of said) {
        if (!desk.session.document(uri)) said.delete(uri);
        if (titles.size === 0 || desk.session.locate(uri)?.project.root !== project.root) continue;
        const counts = await counted(project, [...titles.keys()]);
        if ([...titles.values()].some((title, index) => counts[index]?.title !== title)) return refresh();
      }
    },
  });

  async function counted({ root }: Project, ids: readonly string[], token?: CancellationToken): Promise<readonly (Count | null)[]> {
    return (await desk.thread.ask(root, { ask: 'counts', ids }, token)) as readonly (Count | null)[];
  }

  /** What opens where it stands, for a client that can; else what is only read. */
  function commandOf({ title, places }: Count, { range }: CodeLens, project: Project, uri: string) {
    if (!showsLocations || places.length === 0) return { title, command: '' };
    const locations = places.map((place: Location) => toLsp.location(place, desk.addresses(project)));
    return { title, command: showLocationsCommand, arguments: [uri, range.start, locations] satisfies ShowLocationsArguments };
  }
}

function answerHints(connection: Connection, desk: Desk, { hintRefresh }: CountingAbilities): void {
  const { ask, linesOf } = asking(desk);
  /** By document: what was said last, of which text and part of it. */
  const said = new Map<string, { readonly source: SourceFile | undefined; readonly part: Span; readonly hints: readonly Hint[] }>();

  connection.languages.inlayHint.on((params, token) =>
    ask(async (at) => {
      const part = fromLsp.span(linesOf(at), params.range);
      const hints = await hintsIn(at, part, token);
      said.set(params.textDocument.uri, { source: sourceOf(at), part, hints });
      return hints.map((hint) => shown(hint, at));
    })(params, token),
  );
  if (!hintRefresh) return;
  const refresh = (): void => void connection.languages.inlayHint.refresh().catch(desk.log);
  desk.attend({
    followed: refresh,
    async checked(project) {
      for (const [uri, { source, part, hints }] of said) {
        if (!desk.session.document(uri)) said.delete(uri);
        const at = desk.session.locate(uri);
        // Of a text that has changed itself the client asks anew unasked.
        if (at?.project.root !== project.root || sourceOf(at) !== source) continue;
        if (JSON.stringify(await hintsIn(at, part)) !== JSON.stringify(hints)) return refresh();
      }
    },
  });

  async function hintsIn({ project, file }: Located, part: Span, token?: CancellationToken): Promise<readonly Hint[]> {
    const { levels, days, load } = desk.settings.inlayHints;
    const { root, snapshot } = project;
    const language = desk.languageOf(project);
    const loads = load ? ((await desk.thread.ask(root, { ask: 'loads', file, span: part }, token)) as readonly Hint[]) : [];
    const hints = [
      ...(levels ? levelHints(snapshot, file, part, language) : []),
      ...(days ? dayHints(snapshot, file, part, language) : []),
      ...loads,
    ];
    return hints.sort((a, b) => a.offset - b.offset);
  }

  function sourceOf({ project, file }: Located): SourceFile | undefined {
    return project.snapshot.files.get(file);
  }

  function shown({ offset, label, tooltip }: Hint, at: Located): InlayHint {
    const { start: position } = toLsp.range(linesOf(at), { start: offset, end: offset });
    return { position, label, kind: InlayHintKind.Type, paddingLeft: true, ...(tooltip === null ? {} : { tooltip }) };
  }
}
