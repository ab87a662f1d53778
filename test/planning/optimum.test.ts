import assert from 'node:assert/strict';
import { modelOf } from '../../server/src/model/build';
import { edited } from '../../server/src/model/edited';
import { editsOf } from '../../server/src/planning/plan';
import { figuresOf, programmeOf, staffingNow } from '../../server/src/planning/programme';
import { rounded } from '../../server/src/reports/render/json';
import { modelFrom } from '../model/given';
import { optimumByTrying } from './brute';
import { optimumByGlpk } from './glpsol';
import { solved } from './planned';
import { randomStaff, type Staff, staffText } from './staffs';

describe('the optimum of the whole plan', () => {
  for (let seed = 1; seed <= 40; seed++) {
    it(`is what GLPK finds, model ${seed}`, async () => {
      const staff = randomStaff(seed, { members: 3 + (seed % 5), tasks: 4 + (seed % 7), competencies: 3 + (seed % 3) });
      assert.deepEqual(await optimum(staff), figures(optimumByGlpk(staff)));
    });
  }

  for (let seed = 101; seed <= 140; seed++) {
    it(`is what trying everything finds, model ${seed}`, async () => {
      const staff = randomStaff(seed, { members: 2 + (seed % 3), tasks: 2 + (seed % 2), competencies: 2 });
      assert.deepEqual(await optimum(staff), figures(optimumByTrying(staff)));
    });
  }

  it('is nearly met by whole percents, and the figures are those of the text that is written', async () => {
    for (let seed = 201; seed <= 240; seed++) {
      const model = modelFrom(staffText(randomStaff(seed, { members: 6, tasks: 9, competencies: 4 })));
      const { plan, solved: found } = await solved(model);
      const after = modelOf(edited(model.snapshot, editsOf(model, plan.tasks)), model.today);
      const programme = programmeOf(after);
      const { uncovered, overloadDays } = figuresOf(programme, staffingNow(programme));
      assert.deepEqual(
        figures({ uncovered, overloadDays }),
        figures({ uncovered: plan.after.uncovered, overloadDays: plan.after.overloadDays }),
      );
      const effort = programme.tasks.reduce((sum, task) => sum + task.effort, 0);
      const off = plan.after.overloadDays - found.levels.overloadDays.value;
      assert.ok(off > -1e-5 && off <= effort / 200, `seed ${seed}: ${off} of ${effort} days`);
    }
  });
});

async function optimum(staff: Staff) {
  const { solved: found } = await solved(modelFrom(staffText(staff)));
  const { uncovered, overloadDays, changes, gain } = found.levels;
  assert.ok([uncovered, overloadDays, changes, gain].every(({ proved }) => proved));
  return figures({ uncovered: uncovered.value, overloadDays: overloadDays.value, changes: changes.value, gain: gain.value });
}

function figures<F extends object>(all: F): F {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, rounded(value)])) as F;
}
