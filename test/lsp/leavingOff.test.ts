import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Disk } from '../../server/src/lsp/disk';
import { startServer } from '../../server/src/lsp/server';
import { AnalysisThread } from '../../server/src/lsp/thread';
import { Waits } from '../harness/waits';
import { Folder } from '../host/folder';

const uri = 'file:///project/a.collab';

const disk: Disk = {
  projectsIn: async (root) => [{ root, config: null, files: [{ path: 'a.collab', text: '' }], unreadable: [] }],
  rootAbove: async () => null,
  read: async () => null,
  isFolder: async () => false,
  leavesOut: () => false,
};

/** An analysis whose checks last until they are not needed any more, or until a text says “done”; it says when it begins one. */
const slow = `
  const { parentPort } = require('node:worker_threads');
  const say = (said) => parentPort.postMessage(said);
  let done = false;
  parentPort.on('message', (message) => {
    const { what, root, generation, needless } = message;
    if (what === 'texts') done = message.files.some(([, text]) => text.includes('done'));
    if (what !== 'check') return;
    say({ what: 'faulty', error: 'begun' });
    const look = () => {
      if (Atomics.load(needless, 0) === 1) say({ what: 'leftOff', root, id: null });
      else if (done) say({ what: 'checked', root, generation, files: [], findings: 0, counts: {}, ms: 0 });
      else setImmediate(look);
    };
    look();
  });
`;

describe('a check that takes long', () => {
  const folder = new Folder();
  const waits = new Waits((what, reason) => `Waited for ${what}: ${reason}; ${begun} checks were begun, ${ended} ended.`);
  let begun = 0;
  let ended = 0;
  let version = 1;
  let client: MessageConnection;

  before(async () => {
    folder.write({ 'slow.cjs': slow });
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, disk, (events) => new AnalysisThread(folder.at('slow.cjs'), events), 'dist/solver.js');
    client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      if (message === 'begun') begun++;
      waits.lookAgain();
    });
    client.onNotification('collab/checked', () => {
      ended++;
      waits.lookAgain();
    });
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: 'file:///project', capabilities: {} });
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'collab', version, text: '' } });
  });
  after(async () => {
    await client.sendRequest('shutdown');
    client.dispose();
    folder.remove();
  });

  const type = (text: string) =>
    client.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ text }] });
  const begins = (count: number) => waits.until(`check ${count}`, 10_000, () => (begun >= count ? true : undefined));

  it('is left off for each key, but not for ever: the sixth goes on to its end, and what was typed last is checked then', async () => {
    await begins(1);
    for (let key = 1; key <= 5; key++) {
      await type(`// ${key}`);
      await begins(key + 1);
    }
    assert.deepEqual([begun, ended], [6, 0]);
    await type('// 6');
    await client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
    assert.deepEqual([begun, ended], [6, 0]);
    await type('// done');
    await waits.until('both checks to end', 10_000, () => (ended >= 2 ? true : undefined));
    assert.deepEqual([begun, ended], [7, 2]);
  });
});
