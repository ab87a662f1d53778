import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Disk } from '../../server/src/lsp/disk';
import { startServer } from '../../server/src/lsp/server';
import { AnalysisThread } from '../../server/src/lsp/thread';
import { Waits } from '../harness/waits';
import { Folder } from '../host/folder';

const people = 'member anna "Anna Morel"\n';

/** A folder that is only told of. */
const disk: Disk = {
  projectsIn: async (root) => [
    {
      root,
      config: null,
      files: [
        { path: 'people.collab', text: people },
        { path: 'web.collab', text: 'team web { lead bob }\n' },
        { path: 'apps.collab', text: 'team apps { lead zoe }\n' },
      ],
      unreadable: [],
    },
  ],
  rootAbove: async () => null,
  read: async () => null,
  isFolder: async () => false,
  leavesOut: () => false,
};

/** The built analysis; it ends by itself when it is told a text that says so, and when it is told one that says so twice, for good. */
const frail = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => {
    const said = JSON.stringify(message);
    if (said.includes('gone for good') || (message.what === 'texts' && said.includes('out of paper'))) process.exit(3);
  });
  require(${JSON.stringify(resolve('dist/worker.js'))});
`;

describe('an analysis that ends by itself', () => {
  const folder = new Folder();
  const published = new Map<string, readonly Diagnostic[]>();
  const messages: string[] = [];
  const waits = new Waits((what, reason) => `Waited for ${what}: ${reason}. ${JSON.stringify([...published])}`);
  let client: MessageConnection;

  before(async () => {
    folder.write({ 'frail.cjs': frail });
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, disk, (events) => new AnalysisThread(folder.at('frail.cjs'), events));
    client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      published.set(uri, diagnostics);
      waits.lookAgain();
    });
    client.onNotification('window/showMessage', ({ message }: { readonly message: string }) => {
      messages.push(message);
      waits.lookAgain();
    });
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: 'file:///project', capabilities: {} });
    await client.sendNotification('initialized', {});
  });
  after(async () => {
    await client.sendRequest('shutdown');
    client.dispose();
    folder.remove();
  });

  const type = (version: number, text: string) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///project/people.collab', version },
      contentChanges: [{ text }],
    });
  const shows = (file: string, rules: readonly string[]) =>
    waits.until(`the findings of ${file}`, 10_000, () => {
      const found = (published.get(`file:///project/${file}`) ?? [])
        .map(({ code }) => String(code))
        .filter((code) => code.startsWith('model/'));
      return JSON.stringify(found) === JSON.stringify(rules) ? true : undefined;
    });

  it('goes on where it was: what is wrong still shows, and what is right by now does not', async () => {
    await shows('web.collab', ['model/unknown-name']);
    await shows('apps.collab', ['model/unknown-name']);
    const textDocument = { uri: 'file:///project/people.collab', languageId: 'collab', version: 1, text: people };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    await type(2, `${people}member bob // out of paper\nteam people { lead nobody }\n`);
    await shows('web.collab', []);
    await shows('people.collab', ['model/unknown-name']);
    await shows('apps.collab', ['model/unknown-name']);
    await type(3, `${people}member bob\nmember zoe\n`);
    await shows('apps.collab', []);
    assert.deepEqual(messages, []);
  });

  it('that ends again and again is given up, and that is said; what a file says by itself still shows', async () => {
    await type(4, `${people}// gone for good\n`);
    await waits.until('a message', 10_000, () => messages[0]);
    assert.match(messages[0] ?? '', /Restart Language Server/);
    await type(5, `${people}team people { lead nobody }\n`);
    await shows('people.collab', ['model/unknown-name']);
    const question = { textDocument: { uri: 'file:///project/people.collab' }, position: { line: 0, character: 8 } };
    assert.notEqual(await client.sendRequest('textDocument/hover', question), null);
  });
});
