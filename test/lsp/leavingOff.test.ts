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
    startServer(server, disk, (events) => new AnalysisThread(folder.at('slow.cjs'), events));
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

/** An analysis that tells how far a plan is, and looks for it until nobody waits for it any more. */
const looking = `
  const { parentPort } = require('node:worker_threads');
  const say = (said) => parentPort.postMessage(said);
  parentPort.on('message', ({ what, id, root, question }) => {
    if (what === 'ask' && question.ask === 'plan') say({ what: 'progress', id, done: 1, of: 4 });
    if (what === 'leave') say({ what: 'leftOff', root, id });
  });
`;

describe('a plan that takes long', () => {
  const folder = new Folder();
  const waits = new Waits((what, reason) => `Waited for ${what}: ${reason}; ${JSON.stringify(progress)}`);
  const progress: { readonly token: number | string; readonly value: { readonly kind: string; readonly percentage?: number } }[] = [];
  let client: MessageConnection;

  before(async () => {
    folder.write({ 'looking.cjs': looking });
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, disk, (events) => new AnalysisThread(folder.at('looking.cjs'), events));
    client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onRequest('window/workDoneProgress/create', () => null);
    client.onUnhandledProgress((reported) => {
      progress.push(reported as (typeof progress)[number]);
      waits.lookAgain();
    });
    client.listen();
    const capabilities = { window: { workDoneProgress: true }, workspace: { applyEdit: true, executeCommand: {} } };
    await client.sendRequest('initialize', { processId: null, rootUri: 'file:///project', capabilities });
    await client.sendNotification('initialized', {});
  });
  beforeEach(() => progress.splice(0));
  after(async () => {
    await client.sendRequest('shutdown');
    client.dispose();
    folder.remove();
  });

  const propose = () => client.sendRequest('workspace/executeCommand', { command: 'collab.proposePlan', arguments: [uri] });
  const reports = (count: number) =>
    waits.until(`${count} plans`, 10_000, () => {
      const reported = progress.filter(({ value }) => value.percentage === 25);
      return reported.length >= count ? reported : undefined;
    });
  const ended = () => progress.filter(({ value: { kind } }) => kind === 'end').map(({ token }) => token);

  it('shows how far it is, and can be stopped', async () => {
    const proposed = propose();
    const [reported] = await reports(1);
    assert.ok(reported);
    await client.sendNotification('window/workDoneProgress/cancel', { token: reported.token });
    assert.equal(await proposed, null);
    assert.deepEqual(ended(), [reported.token]);
  });

  it('is left off where another is asked for', async () => {
    const first = propose();
    const [shown] = await reports(1);
    const second = propose();
    assert.equal(await first, null);
    const [, other] = await reports(2);
    assert.deepEqual(ended(), [shown?.token]);
    await client.sendNotification('window/workDoneProgress/cancel', { token: other?.token });
    assert.equal(await second, null);
  });
});
