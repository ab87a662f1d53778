import assert from 'node:assert/strict';
import { Promptly } from '../../server/src/lsp/promptly';

describe('what a list waits for', () => {
  /** An answer that comes when it is let. */
  const held = () => Promise.withResolvers<string>();
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('is told where it comes in time, be it nothing', async () => {
    const promptly = new Promptly<string | null>(10_000);
    assert.equal(await promptly.answer('a', async () => 'first'), 'first');
    assert.equal(await promptly.answer('a', async () => 'second'), 'second');
    assert.equal(await promptly.answer('a', async () => null), null);
    assert.equal(await promptly.answer('a', () => Promise.reject(new Error('out of paper'))), null);
    assert.equal(await promptly.answer('a', async () => 'third'), 'third');
  });

  it('is not asked while an answer is overdue, and asked again once that has come, or failed', async () => {
    for (const come of ['resolve', 'reject'] as const) {
      const promptly = new Promptly<string>(1);
      const late = held();
      assert.equal(await promptly.answer('a', () => late.promise), null);
      assert.equal(await promptly.answer('b', () => assert.fail('asked')), null);
      late[come]('late');
      await settled();
      assert.equal(await promptly.answer('b', async () => 'in time'), 'in time');
    }
  });

  it('is what came too late, for who asks about the same, and for nobody else', async () => {
    const promptly = new Promptly<string>(1);
    const late = held();
    await promptly.answer('a', () => late.promise);
    late.resolve('late');
    await settled();
    assert.equal(await promptly.answer('b', () => held().promise), null);
    assert.equal(await promptly.answer('a', () => assert.fail('asked')), 'late');
  });
});
