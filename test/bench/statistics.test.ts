import assert from 'node:assert/strict';
import { figure, percentile, table } from './statistics';

const aim = { of: 'p95', limit: 20, words: 'p95 ≤ 20 ms' } as const;

describe('the figures of the benchmark', () => {
  it('takes percentiles by nearest rank', () => {
    const samples = [15, 50, 20, 40, 35];
    assert.deepEqual(
      [0, 30, 40, 50, 95, 100].map((percent) => percentile(samples, percent)),
      [15, 20, 20, 35, 50, 50],
    );
    assert.ok(Number.isNaN(percentile([], 50)));
  });

  it('compares the aim with the figure that it is about', () => {
    const samples = [1, 2, 3, 30];
    assert.equal(figure('a', samples, aim).aim?.met, false);
    assert.equal(figure('a', samples, { ...aim, of: 'median' }).aim?.met, true);
    assert.equal(figure('a', samples).aim, null);
    assert.equal(figure('a', [], aim).aim?.met, false);
  });

  it('sets figures in columns', () => {
    assert.equal(
      table([figure('one', [1.25, 2]), figure('another', [100, 205.4], aim)]),
      ['         runs  median     p95  aim', 'one         2  1.3 ms  2.0 ms', 'another     2  100 ms  205 ms  MISSED: p95 ≤ 20 ms'].join(
        '\n',
      ),
    );
  });
});
