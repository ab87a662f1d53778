import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

const people = 'member anna "Anna Morel"\nmember bob\n';
const web = 'team web { lead anna }\n';
const apps = 'team apps { lead anna }\n';

const refreshing = {
  ...modern,
  workspace: { ...modern.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...modern.textDocument, diagnostic: { relatedDocumentSupport: true } },
};
const asking = { ...modern, textDocument: { ...modern.textDocument, diagnostic: {} } };

describe('findings that are asked for', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const open = async (files: Readonly<Record<string, string>>, capabilities: typeof asking = refreshing): Promise<void> => {
    editor = await Editor.open(files, { capabilities });
  };
  const ask = (file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> => {
    const textDocument = { uri: editor.uri(file) };
    return editor.client.request(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  };
  const askAll = (previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> =>
    editor.client.request(WorkspaceDiagnosticRequest.type, { previousResultIds });
  /** Asks for the workspace’s findings in parts; `token` ends it. */
  const follow = (previousResultIds: PreviousResultId[], source: CancellationTokenSource) => {
    editor.client.timeout = 30_000;
    const params = { previousResultIds, partialResultToken: 'parts' };
    return editor.client.request(WorkspaceDiagnosticRequest.type, params, source.token);
  };
  const parts = (): readonly WorkspaceDocumentDiagnosticReport[] =>
    editor.client.progress.flatMap(({ token, value }) => (token === 'parts' ? (value as WorkspaceDiagnosticReport).items : []));
  /** What the parts say last of a file, once it is just `rules`. */
  const told = (file: string, rules: readonly string[], from = 0): Promise<true> =>
    editor.client.until(`${file}: ${rules}`, () => {
      const last = parts()
        .slice(from)
        .findLast(({ uri }) => uri === editor.uri(file));
      return last?.kind === 'full' && JSON.stringify(rulesOf(last.items)) === JSON.stringify(rules) ? true : undefined;
    });
  const refreshes = (): number => editor.client.asked.filter((method) => method === 'workspace/diagnostic/refresh').length;

  it('are announced to clients that can ask, and no longer published to them', async () => {
    await open({ 'people.collab': people, 'web.collab': 'team web { lead zoe }\n' });
    assert.deepEqual(editor.client.server.capabilities.diagnosticProvider, {
      identifier: 'collab',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    editor.type('web.collab', 'team web { lead zoe }\n');
    await editor.checked();
    assert.deepEqual([...editor.client.published], []);
  });

  it('are published to clients that cannot ask, and not announced', async () => {
    await open({ 'people.collab': people, 'web.collab': 'team web { lead zoe }\n' }, modern as typeof asking);
    await editor.shows('web.collab', ['1:17 model/unknown-name']);
    assert.equal(editor.client.server.capabilities.diagnosticProvider, undefined);
  });

  it('of a document are as it was typed, with an id by which they are recognised', async () => {
    await open({ 'people.collab': people, 'web.collab': web });
    editor.type('web.collab', web);
    editor.client.replace(editor.uri('web.collab'), 'anna', 'zoe');
    const first = await ask('web.collab');
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.ok(rulesOf(first.items).includes('model/unknown-name'));
    await editor.checked();
    const whole = await ask('web.collab');
    assert.deepEqual(await ask('web.collab', whole.resultId), { kind: 'unchanged', resultId: whole.resultId });
    editor.client.replace(editor.uri('web.collab'), 'zoe', 'bob');
    const mended = await ask('web.collab', whole.resultId);
    assert.ok(mended.kind === 'full' && !rulesOf(mended.items).includes('model/unknown-name'));
    assert.notEqual(mended.resultId, whole.resultId);
  });

  it('of a document that another one changes: the client is told to ask again', async () => {
    await open({ 'people.collab': people, 'web.collab': web });
    editor.type('people.collab', people);
    editor.type('web.collab', web);
    await editor.checked();
    const before = await ask('web.collab');
    const count = refreshes();
    editor.client.replace(editor.uri('people.collab'), 'anna "Anna Morel"', 'ann "Anna Morel"');
    await editor.client.until('a refresh', () => (refreshes() > count ? true : undefined));
    const after = await ask('web.collab', before.resultId);
    assert.ok(after.kind === 'full' && rulesOf(after.items).includes('model/unknown-name'));
  });

  it('of a document that another one changes come along with the other’s', async () => {
    await open({ 'people.collab': people, 'web.collab': web, 'apps.collab': apps });
    for (const [file, text] of [['people.collab', people] as const, ['web.collab', web] as const]) editor.type(file, text);
    await editor.checked();
    await ask('web.collab');
    const count = refreshes();
    editor.client.replace(editor.uri('people.collab'), 'anna "Anna Morel"', 'ann "Anna Morel"');
    await editor.client.until('a refresh', () => (refreshes() > count ? true : undefined));
    const { relatedDocuments = {} } = await ask('people.collab');
    assert.deepEqual(Object.keys(relatedDocuments), [editor.uri('web.collab')]);
    const [related] = Object.values(relatedDocuments);
    assert.ok(related?.kind === 'full' && rulesOf(related.items).includes('model/unknown-name'));
  });

  it('are those of all rules where the client could not be told to ask again', async () => {
    await open({ 'people.collab': people, 'web.collab': web }, asking);
    editor.type('people.collab', people);
    editor.type('web.collab', web);
    editor.client.replace(editor.uri('people.collab'), 'anna "Anna Morel"', 'ann "Anna Morel"');
    const report = await ask('web.collab');
    assert.ok(report.kind === 'full' && rulesOf(report.items).includes('model/unknown-name'));
    assert.equal(refreshes(), 0);
  });

  it('of a document that belongs to nothing: none', async () => {
    await open({ 'people.collab': people });
    const report = await ask('../elsewhere.collab');
    assert.ok(report.kind === 'full' && report.items.length === 0);
  });

  it('of the workspace are those of every file, open or not, and of the configuration', async () => {
    await open({ 'people.collab': people, 'web.collab': 'team web { lead zoe }\n', 'collab.config.json': '{ "tday": "2026-04-10" }\n' });
    editor.type('people.collab', people);
    const { items } = await askAll();
    const full = new Map(items.map((item) => [item.uri, item]));
    const rulesIn = (file: string): readonly string[] => {
      const item = full.get(editor.uri(file));
      return item?.kind === 'full' ? rulesOf(item.items) : ['not told'];
    };
    assert.equal(full.size, 3);
    assert.ok(rulesIn('web.collab').includes('model/unknown-name'));
    assert.ok(rulesIn('collab.config.json').includes('model/config'));
    assert.deepEqual([full.get(editor.uri('people.collab'))?.version, full.get(editor.uri('web.collab'))?.version], [1, null]);
  });

  it('of the workspace that the client has already are not said again; those of files that are gone are taken back', async () => {
    await open({ 'people.collab': people, 'web.collab': 'team web { lead zoe }\n', 'apps.collab': apps });
    const known = idsOf((await askAll()).items);
    const again = await askAll(known);
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      ['unchanged', 'unchanged', 'unchanged'],
    );
    editor.remove('web.collab');
    await editor.checked();
    const { items } = await askAll(known);
    const gone = items.find(({ uri }) => uri === editor.uri('web.collab'));
    assert.ok(gone?.kind === 'full' && gone.items.length === 0);
  });

  it('of the workspace come in parts where the client takes them', async () => {
    await open({ 'people.collab': people, 'web.collab': 'team web { lead zoe }\n' });
    const answer = await follow([], new CancellationTokenSource());
    assert.deepEqual(answer, { items: [] });
    await told('web.collab', ['model/unknown-name']);
  });

  it('of the workspace are kept up to date for a client that knows them, until it asks no longer', async () => {
    await open({ 'people.collab': people, 'web.collab': web, 'apps.collab': apps });
    const known = idsOf((await askAll()).items);
    const source = new CancellationTokenSource();
    const answer = assert.rejects(follow(known, source), /cancelled/);
    await editor.client.until('what is known', () => (parts().length >= known.length ? true : undefined));
    assert.ok(parts().every(({ kind }) => kind === 'unchanged'));
    editor.overwrite('people.collab', 'member ann "Anna Morel"\nmember bob\n');
    await told('web.collab', ['model/unknown-name']);
    await told('apps.collab', ['model/unknown-name']);
    editor.overwrite('people.collab', people);
    await told('web.collab', []);
    source.cancel();
    await answer;
  });

  it('of a document that was asked about are told with the workspace’s too: the client may have dropped them', async () => {
    await open({ 'people.collab': people, 'web.collab': web });
    const known = idsOf((await askAll()).items);
    const source = new CancellationTokenSource();
    const answer = assert.rejects(follow(known, source), /cancelled/);
    await editor.client.until('what is known', () => (parts().length >= known.length ? true : undefined));
    const before = parts().length;
    editor.type('web.collab', web);
    await ask('web.collab');
    await told('web.collab', [], before);
    source.cancel();
    await answer;
  });
});

function rulesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => String(code)).filter((code) => code.startsWith('model/'));
}

function idsOf(items: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] {
  return items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
}
