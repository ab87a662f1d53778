import assert from 'node:assert/strict';
import { reportOf } from '../../server/src/reports/catalogue';
import { inputOf } from './project';

interface Shown {
  readonly name: string;
  readonly availableDays: number | null;
  readonly assignedDays: number;
  readonly load: number | null;
  readonly weeks: readonly { readonly monday: string; readonly available: number; readonly assigned: number }[];
}

/** All figures here are worked out by hand, with a calendar of 2026. */
describe('the report on who has how much', () => {
  it('is, of a small model, what the contract of the command line shows', () => {
    const { members, ...rest } = JSON.parse(
      json(`period spring 2026-04-01 to 2026-06-30
member anna { capacity 4d per week }
member bob { away 2026-05-11 to 2026-05-15 }
task interviews { effort 6d from 2026-04-13 due 2026-05-08 assigned anna 60%, bob 40% }`),
    );
    assert.deepEqual(rest, { version: 1, period: { from: '2026-04-01', to: '2026-06-30' } });
    const [anna, bob] = members as readonly Shown[];
    // 65 working days, four fifths of them; of 6 days in 20 working days 60 %, a quarter of it each week.
    assert.deepEqual([anna?.name, anna?.availableDays, anna?.assignedDays, anna?.load], ['member:anna', 52, 3.6, 0.069]);
    assert.deepEqual(anna?.weeks[2], { monday: '2026-04-13', available: 4, assigned: 0.9 });
    // 65 less five.
    assert.deepEqual([bob?.availableDays, bob?.assignedDays, bob?.load], [60, 2.4, 0.04]);
    assert.deepEqual(
      bob?.weeks.map(({ available }) => available),
      [3, 5, 5, 5, 5, 5, 0, 5, 5, 5, 5, 5, 5, 2],
    );
    assert.deepEqual(
      bob?.weeks.map(({ assigned }) => assigned),
      [0, 0, 0.6, 0.6, 0.6, 0.6, 0, 0, 0, 0, 0, 0, 0, 0],
    );
  });

  it('has its keys in the order of the contract, members by name, and a week for each Monday, the first and last cut by the period', () => {
    const data = JSON.parse(json('period p 2026-04-01 to 2026-04-13\nmember zoe\nmember anna'));
    assert.deepEqual(Object.keys(data), ['version', 'period', 'members']);
    assert.deepEqual(Object.keys(data.members[0]), ['name', 'availableDays', 'assignedDays', 'load', 'weeks']);
    assert.deepEqual(
      data.members.map(({ name }: Shown) => name),
      ['member:anna', 'member:zoe'],
    );
    assert.deepEqual(data.members[0].weeks, [
      { monday: '2026-03-30', available: 3, assigned: 0 },
      { monday: '2026-04-06', available: 5, assigned: 0 },
      { monday: '2026-04-13', available: 1, assigned: 0 },
    ]);
  });

  it('says null where nothing limits, or where no day is left for what is assigned', () => {
    const anna = (text: string): Shown => JSON.parse(json(text)).members[0];
    const free = anna('member anna\ntask t { effort 3d assigned anna }');
    assert.deepEqual([free.availableDays, free.assignedDays, free.load, free.weeks], [null, 3, null, []]);
    const away = anna(
      'period p 2026-04-06 to 2026-04-10\nmember anna { away 2026-04-01 to 2026-04-30 }\ntask t { effort 3d assigned anna }',
    );
    assert.deepEqual([away.availableDays, away.assignedDays, away.load], [0, 3, null]);
    const idle = anna('member anna');
    assert.deepEqual([idle.availableDays, idle.assignedDays, idle.load], [null, 0, 0]);
    assert.equal(JSON.parse(json('member anna')).period, null);
  });

  it('has no week of a member with an absolute capacity, which counts without a period too', () => {
    for (const period of ['', 'period p 2026-04-06 to 2026-04-17\n']) {
      const [anna] = JSON.parse(json(`${period}member anna { capacity 24d away 2026-04-06 }\ntask t { effort 8d assigned anna }`)).members;
      assert.deepEqual(anna, { name: 'member:anna', availableDays: 24, assignedDays: 8, load: 0.333, weeks: [] });
    }
  });

  it('counts what falls into the period, in each week its part; undated effort whole and in no week; done tasks and the absent not at all', () => {
    const { members } = JSON.parse(
      json(`period p 2026-04-06 to 2026-04-17
member anna
member gone { until 2026-04-01 }
task across { effort 10d from 2026-04-13 due 2026-04-24 assigned anna }
task undated { effort 2d assigned anna, gone }
task old { effort 9d assigned anna status done }
task silent { assigned anna }`),
    );
    assert.deepEqual(members, [
      {
        name: 'member:anna',
        availableDays: 10,
        assignedDays: 6,
        load: 0.6,
        weeks: [
          { monday: '2026-04-06', available: 5, assigned: 0 },
          { monday: '2026-04-13', available: 5, assigned: 5 },
        ],
      },
    ]);
  });
});

function json(text: string): string {
  return reportOf('workload', inputOf(text), { format: 'json', language: 'en' });
}
