import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { CancellationTokenSource } from 'vscode-languageserver';
import { lowered } from '../../server/src/lsp/flag';
import { AnalysisThread, LeftOff, Refused, type ThreadEvents } from '../../server/src/lsp/thread';
import { Folder } from '../host/folder';

const check = { what: 'check', root: '/project', generation: 1, needless: lowered() } as const;
const question = { ask: 'fixes', file: 'a.collab', span: { start: 0, end: 0 } } as const;

describe('the thread of the analysis', () => {
  const folder = new Folder();
  let thread: AnalysisThread;
  let told: EventEmitter;
  let failures: string[];
  after(() => folder.remove());
  afterEach(() => thread.stop());

  /** `answers` is what the thread does with a `message`; it says things with `say`. */
  const start = (answers: string): void => {
    const script = `const { parentPort } = require('node:worker_threads');
      const say = (said) => parentPort.postMessage(said);
      parentPort.on('message', (message) => { ${answers} });`;
    folder.write({ 'thread.cjs': script });
    told = new EventEmitter();
    failures = [];
    const events: ThreadEvents = {
      checked: (result) => told.emit('checked', result),
      foundAtOnce: (result) => told.emit('foundAtOnce', result),
      unchecked: (root) => told.emit('unchecked', root),
      leftOff: (root) => told.emit('leftOff', root),
      restarted: () => told.emit('restarted'),
      gaveUp: () => told.emit('gaveUp'),
      failed: (error) => failures.push(error),
    };
    thread = new AnalysisThread(folder.at('thread.cjs'), events);
  };
  const checked = `say({ what: 'checked', root: message.root, generation: message.generation, files: [], findings: 0, ms: 1 })`;

  it('says when a project is checked', async () => {
    start(checked);
    thread.tell(check);
    const [result] = await once(told, 'checked');
    assert.equal(result.generation, 1);
  });

  it('answers each question with its own answer', async () => {
    start(
      `if (message.id === 1) global.first = message; else for (const { id } of [message, global.first]) say({ what: 'answered', id, answer: 'answer ' + id })`,
    );
    assert.deepEqual(await Promise.all([thread.ask('/project', question), thread.ask('/project', question)]), ['answer 1', 'answer 2']);
  });

  it('tells what is refused from what has failed', async () => {
    start(
      `message.id === 1 ? say({ what: 'refused', id: 1, reason: { en: 'no', fr: 'non' } }) : say({ what: 'failed', of: 'ask', root: message.root, id: 2, error: 'a defect' })`,
    );
    await assert.rejects(thread.ask('/project', question), (error) => error instanceof Refused && error.reason.fr === 'non');
    await assert.rejects(thread.ask('/project', question), /a defect/);
    assert.deepEqual(failures, ['a defect']);
  });

  it('is told at once that nobody waits for an answer any more', async () => {
    start(`const { what, needless } = message;
      if (what !== 'ask') return;
      const look = () => (Atomics.load(needless, 0) === 1 ? say({ what: 'leftOff', root: message.root, id: message.id }) : setImmediate(look));
      look();`);
    const source = new CancellationTokenSource();
    const asked = assert.rejects(thread.ask('/project', question, source.token), LeftOff);
    source.cancel();
    await asked;
  });

  it('is told so in a message too, as long as it has not answered', async () => {
    start(`const { what, id, root } = message;
      if (what === 'leave') say(id === 2 ? { what: 'leftOff', root, id } : { what: 'faulty', error: 'left after its answer' });
      else if (id === 1) say({ what: 'answered', id, answer: 'in time' });`);
    const source = new CancellationTokenSource();
    assert.equal(await thread.ask('/project', question, source.token), 'in time');
    const asked = assert.rejects(thread.ask('/project', question, source.token), LeftOff);
    source.cancel();
    await asked;
    assert.deepEqual(failures, []);
  });

  it('tells who asked how far it is', async () => {
    start(`if (message.id === 1) say({ what: 'progress', id: 2, done: 1, of: 4 });
      say({ what: 'answered', id: message.id, answer: null });`);
    const heard: string[] = [];
    const first = thread.ask('/project', question, undefined, () => heard.push('of another'));
    const second = thread.ask('/project', question, undefined, (done, of) => heard.push(`${done}/${of}`));
    await Promise.all([first, second]);
    assert.deepEqual(heard, ['1/4']);
  });

  it('says that a project could not be checked', async () => {
    start(`say({ what: 'failed', of: 'check', root: message.root, id: null, error: 'a defect' })`);
    thread.tell(check);
    assert.deepEqual(await once(told, 'unchecked'), ['/project']);
  });

  for (const [ending, how] of [
    ['process.exit(3)', 'exits'],
    [`throw new Error('out of paper')`, 'throws'],
    ['process.exit(0)', 'exits without an error'],
  ] as const) {
    it(`is started again when it ${how}, and who asked is told`, async () => {
      start(`if (message.what === 'ask') { ${ending} } else ${checked}`);
      const restarted = once(told, 'restarted');
      await assert.rejects(thread.ask('/project', question), /ended by itself/);
      await restarted;
      thread.tell(check);
      await once(told, 'checked');
      assert.notDeepEqual(failures, []);
    });
  }

  it('is started again however often it ends, as long as it checks in between', async () => {
    start(`if (message.what === 'ask') process.exit(3); else ${checked}`);
    for (let round = 0; round < 8; round++) {
      const restarted = once(told, 'restarted');
      await assert.rejects(thread.ask('/project', question));
      await restarted;
      thread.tell(check);
      await once(told, 'checked');
    }
  });

  it('is given up when it ends again and again, and questions are refused from then on', async () => {
    start('process.exit(3)');
    let restarts = 0;
    told.on('restarted', () => {
      restarts++;
      thread.tell(check);
    });
    thread.tell(check);
    await once(told, 'gaveUp');
    assert.equal(restarts, 5);
    await assert.rejects(thread.ask('/project', question), /has ended/);
  });

  it('does not start again once it is stopped', async () => {
    start('');
    told.on('restarted', () => failures.push('it is started again'));
    const asked = assert.rejects(thread.ask('/project', question), /ended by itself/);
    await thread.stop();
    await asked;
    assert.deepEqual(failures, []);
  });
});
