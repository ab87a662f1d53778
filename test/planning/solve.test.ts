import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { solveInThread } from '../../server/src/host/solver';
import { rankedStaffing } from '../../server/src/planning/greedy';
import { inWholePercents, percentsOfMembers, wholeParts } from '../../server/src/planning/percents';
import {
  compareFigures,
  figuresOf,
  leastShare,
  type Programme,
  programmeOf,
  type Staffing,
  staffingNow,
} from '../../server/src/planning/programme';
import { solve } from '../../server/src/planning/solve';
import { modelFrom } from '../model/given';
import { solver } from './planned';
import { randomStaff, staffText } from './staffs';

const entry = resolve('dist', 'solver.js');
const generous = { left: () => 60, progress: () => undefined, found: () => undefined };

describe('solving', () => {
  it('keeps to what a plan must be, and is never worse than the ranking, however little time there is', async () => {
    const highs = await solver();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0, 0.001, 60), async (seed, seconds) => {
        const { programme, ranked } = given(seed, 5, 9);
        const { staffing, levels } = solve(programme, ranked, highs, { ...generous, left: () => seconds });
        holds(programme, staffing);
        const whole = inWholePercents(programme, ranked);
        assert.ok(compareFigures(figuresOf(programme, staffing), figuresOf(programme, whole)) <= 0);
        for (const { value, bound } of [levels.uncovered, levels.overloadDays, levels.changes]) assert.ok(bound <= value + 1e-5);
        assert.ok(levels.gain.bound >= levels.gain.value - 1e-5);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('gives the ranking a plan that holds too', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { programme, ranked } = given(seed, 6, 10);
      holds(programme, inWholePercents(programme, ranked));
    }
  });

  it('says at every step the best that is known, and where it stands', async () => {
    const { programme, ranked } = given(3, 8, 20);
    const steps: string[] = [];
    const found: number[] = [];
    const last = solve(programme, ranked, await solver(), {
      left: () => 60,
      progress: (done, of) => steps.push(`${done}/${of}`),
      found: ({ staffing }) => found.push(figuresOf(programme, staffing).changes),
    });
    assert.ok(found.length > 0 && steps.length % 4 === 0);
    assert.deepEqual(steps.at(-1), `${steps.length}/${steps.length}`);
    assert.ok((found[0] ?? 0) >= figuresOf(programme, last.staffing).changes);
  });

  it('is the same on a thread of its own, each time', async () => {
    const { programme, ranked } = given(5, 8, 25);
    const [first, second] = await Promise.all([1, 2].map(() => solveInThread(programme, ranked, { entry, seconds: 20 })));
    assert.deepEqual(first, second);
    assert.deepEqual(first, solve(programme, ranked, await solver(), generous));
  });

  it('is given up where it is called off', async () => {
    const { programme, ranked } = given(1, 60, 400);
    const calledOff = new AbortController();
    const waiting = solveInThread(programme, ranked, { entry, seconds: 60, signal: calledOff.signal, onProgress: () => calledOff.abort() });
    await assert.rejects(waiting, { name: 'AbortError' });
    await assert.rejects(solveInThread(programme, ranked, { entry, seconds: 60, signal: calledOff.signal }), { name: 'AbortError' });
  });

  it('has an answer when the time is up, though the solver is still at it', async () => {
    const { programme, ranked } = given(2, 60, 500);
    const begun = performance.now();
    const { staffing, levels } = await solveInThread(programme, ranked, { entry, seconds: 0.01 });
    assert.ok(performance.now() - begun < 10_000);
    holds(programme, staffing);
    assert.ok(Object.values(levels).some(({ proved }) => !proved));
  });

  it('says that the ranking served where there is no solver', async () => {
    const { programme, ranked } = given(4, 6, 10);
    const faults: string[] = [];
    const { by, staffing } = await solveInThread(programme, ranked, {
      entry: resolve('dist', 'no-such-script.js'),
      seconds: 5,
      onFault: (error) => faults.push(error),
    });
    assert.deepEqual([by, faults.length], ['ranking', 1]);
    assert.deepEqual(staffing, inWholePercents(programme, ranked));
  });
});

describe('whole percents', () => {
  it('add up, and go to the largest remainders', () => {
    assert.deepEqual(wholeParts([100 / 3, 100 / 3, 100 / 3], 100), [34, 33, 33]);
    assert.deepEqual(wholeParts([66.6, 16.7, 16.7], 100), [66, 17, 17]);
    assert.deepEqual(wholeParts([97, 2, 1], 100, 10), [80, 10, 10]);
    assert.deepEqual(wholeParts([], 0), []);
  });
});

function given(seed: number, members: number, tasks: number): { readonly programme: Programme; readonly ranked: Staffing } {
  const model = modelFrom(staffText(randomStaff(seed, { members, tasks, competencies: 5 })));
  const programme = programmeOf(model);
  return { programme, ranked: rankedStaffing(model, programme) };
}

/** Not too many on a task, nobody with less than the least share, and, but for a task that stays as it is, whole percents that sum to 100. */
function holds(programme: Programme, staffing: Staffing): void {
  const now = staffingNow(programme);
  for (const [at, task] of programme.tasks.entries()) {
    const shares = (staffing[at] ?? []).filter((share) => share !== null);
    assert.ok(shares.length <= task.most);
    assert.ok(shares.every((share) => share >= leastShare - 1e-9));
    if (shares.length === 0) continue;
    const sum = shares.reduce((total, share) => total + share, 0);
    if (JSON.stringify(staffing[at]) === JSON.stringify(now[at])) assert.ok(Math.abs(sum + task.fixed - 1) < 1e-9);
    else {
      assert.equal(Math.round(sum * 100), percentsOfMembers(task));
      assert.ok(shares.every((share) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9));
    }
  }
}
