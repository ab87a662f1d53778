import assert from 'node:assert/strict';
import fc from 'fast-check';
import { circles } from '../../server/src/model/circles';

interface Step {
  readonly from: number;
  readonly to: number;
}

const steps = (text: string): readonly Step[] =>
  text.split(' ').map((each) => {
    const [from, to] = each.split('>').map(Number);
    return { from: from ?? 0, to: to ?? 0 };
  });
const found = (text: string) => circles<number, Step>(steps(text)).map((circle) => circle.map(({ from }) => from).join(''));

describe('circles', () => {
  it('are found once, from the step that stands first', () => {
    assert.deepEqual(found('1>2 2>3 3>1'), ['123']);
    assert.deepEqual(found('3>1 1>2 2>3'), ['312']);
    assert.deepEqual(found('1>1 1>2'), ['1']);
    assert.deepEqual(found('1>2 2>3 1>3'), []);
  });

  it('leave out what leads there and away', () => {
    assert.deepEqual(found('0>1 1>2 2>1 2>3 3>4 4>3 4>5'), ['12', '34']);
  });

  it('that share a node or a step are each found', () => {
    assert.deepEqual(found('1>2 2>1 2>3 3>2'), ['12', '23']);
    assert.deepEqual(found('1>2 2>3 3>1 3>4 4>1'), ['123', '1234']);
  });

  it('cover every step that lies on a circle, and are circles', () => {
    const step = fc.record({ from: fc.nat(6), to: fc.nat(6) });
    fc.assert(
      fc.property(fc.uniqueArray(step, { selector: ({ from, to }) => from * 10 + to, maxLength: 14 }), (all) => {
        const closed = circles<number, Step>(all);
        for (const circle of closed) {
          for (const [at, { to }] of circle.entries()) assert.equal(circle[(at + 1) % circle.length]?.from, to);
          assert.equal(new Set(circle.map(({ from }) => from)).size, circle.length);
          assert.equal(Math.min(...circle.map((each) => all.indexOf(each))), all.indexOf(circle[0] ?? { from: 0, to: 0 }));
        }
        const covered = new Set(closed.flat());
        for (const each of all) assert.equal(covered.has(each), leads(all, each.to, each.from));
      }),
    );
  });
});

function leads(all: readonly Step[], start: number, end: number): boolean {
  const reached = new Set([start]);
  for (const node of reached) for (const { from, to } of all) if (from === node) reached.add(to);
  return reached.has(end);
}
