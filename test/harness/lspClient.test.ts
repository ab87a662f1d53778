import assert from 'node:assert/strict';
import { RequestType } from 'vscode-languageserver/node';
import { type LspClient, type StartOptions, startServer } from './lspClient';

const uri = 'file:///project/a.collab';

/** Publishes the length of each version of a text after a while, asks everything of its client, and says what it was told. */
const answering = `
  const { createConnection, TextDocumentSyncKind, TextDocuments } = require('vscode-languageserver/node');
  const { TextDocument } = require('vscode-languageserver-textdocument');
  const connection = createConnection(process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const told = [];
  connection.onInitialize((params) => {
    told.push(params.rootUri, params.initializationOptions);
    return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
  });
  documents.onDidChangeContent(({ document: { uri, version, ...document } }) => {
    const message = TextDocument.create(uri, '', version, documents.get(uri).getText()).getText();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    setTimeout(() => connection.sendDiagnostics({ uri, version, diagnostics: [{ range, message }] }), 20);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => connection.sendNotification('test/changed', { changes }));
  connection.onRequest('test/ask', async () => {
    told.push(await connection.workspace.getConfiguration('collab'));
    await connection.client.register('workspace/didChangeConfiguration');
    told.push(await connection.workspace.applyEdit({ changes: {} }));
    return told;
  });
  connection.onRequest('test/refused', () => connection.sendRequest('test/unheard-of', {}));
  connection.onRequest('test/never', () => new Promise(() => {}));
  connection.onRequest('test/die', () => { process.stderr.write('out of paper'); process.exit(7); });
  documents.listen(connection);
  connection.listen();
`;

const request = (name: string): RequestType<object, unknown, void> => new RequestType(`test/${name}`);

describe('the client of a language server', () => {
  let client: LspClient | undefined;
  const start = async (script: string, options?: StartOptions): Promise<LspClient> => {
    client = await startServer(process.execPath, ['-e', script], options);
    return client;
  };
  afterEach(() => client?.kill());

  it('waits for the diagnostics of the version it has just made', async () => {
    const server = await start(answering);
    server.open(uri, 'member anna\nmember bob\n');
    assert.equal((await server.diagnosticsOfVersion(uri, 1)).diagnostics[0]?.message, 'member anna\nmember bob\n');
    const version = server.replace(uri, 'bob', 'zoé');
    server.change(uri, 0, 6, 'team');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const last = server.edit(uri, [
      { range, newText: 'a' },
      { range, newText: 'b' },
    ]);
    assert.deepEqual([version, last], [2, 4]);
    const { diagnostics } = await server.diagnosticsOfVersion(uri, last);
    assert.equal(diagnostics[0]?.message, 'team anna\nabmember zoé\n');
    assert.equal(server.document(uri).getText(), 'team anna\nabmember zoé\n');
    assert.equal(await server.stop(), 0);
  });

  it('does not take the diagnostics of before for those of a document opened again', async () => {
    const server = await start(answering);
    server.open(uri, 'first');
    await server.diagnosticsOfVersion(uri, server.replace(uri, 'first', 'second'));
    server.close(uri);
    server.open(uri, 'third');
    assert.equal(server.published.get(uri)?.diagnostics[0]?.message, 'second');
    assert.equal((await server.diagnosticsOfVersion(uri, 1)).diagnostics[0]?.message, 'third');
  });

  it('answers what a server asks of an editor', async () => {
    const server = await start(answering, {
      rootUri: 'file:///project',
      initializationOptions: { today: '2026-04-10' },
      settings: { collab: { language: 'fr' } },
    });
    const told = await server.request(request('ask'), {});
    assert.deepEqual(told, ['file:///project', { today: '2026-04-10' }, { language: 'fr' }, { applied: true }]);
    assert.deepEqual(server.appliedEdits, [{ edit: { changes: {} } }]);
    assert.equal(server.registrations[0]?.method, 'workspace/didChangeConfiguration');
    await assert.rejects(server.request(request('refused'), {}), /does not answer test\/unheard-of/);
  });

  it('tells of files that change on disk, and hears the server’s own notifications', async () => {
    const server = await start(answering);
    const heard = server.nextNotice('test/changed');
    server.changedOnDisk(uri, 3);
    assert.deepEqual((await heard).params, { changes: [{ uri, type: 3 }] });
  });

  it('says what it waited for in vain', async () => {
    const server = await start(answering);
    server.timeout = 100;
    await assert.rejects(server.request(request('never'), {}), /Waited for the answer to test\/never: nothing within 100 ms/);
    await assert.rejects(server.diagnosticsOfVersion(uri, 9), /Waited for diagnostics of version 9 of .*: nothing within 100 ms/);
  });

  it('says how the server ended, and what it wrote', async () => {
    const server = await start(answering);
    const waiting = assert.rejects(
      server.nextNotice('test/changed'),
      /the server ended \(code 7, signal null\)\.\nThe server wrote:\nout of paper/,
    );
    await assert.rejects(server.request(request('die'), {}), /out of paper/);
    await waiting;
    assert.deepEqual(await server.exited, { code: 7, signal: null });
    await assert.rejects(server.stop(), /the server ended/);
  });

  it('leaves no server behind that does not come up', async () => {
    await assert.rejects(start('process.exit(3)'), /the answer to initialize: the server ended \(code 3/);
    await assert.rejects(start('setInterval(() => {}, 1000)', { timeout: 200 }), /the answer to initialize: nothing within 200 ms/);
    await assert.rejects(startServer('no-such-command-anywhere', []), /ENOENT/);
  });
});
