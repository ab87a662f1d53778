import assert from 'node:assert/strict';
import { inTime } from '../../server/src/lsp/inTime';

describe('an answer that is waited for no longer than so', () => {
  it('is the answer, where it comes', async () => assert.equal(await inTime(Promise.resolve('yes'), 10_000), 'yes'));
  it('is nothing, where none comes', async () => assert.equal(await inTime(new Promise(() => undefined), 1), null));
  it('is nothing, where the question fails', async () => assert.equal(await inTime(Promise.reject(new Error('no')), 10_000), null));
});
