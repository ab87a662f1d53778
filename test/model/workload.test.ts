import assert from 'node:assert/strict';
import { dateOf } from '../../server/src/model/calendar';
import { effortInPeriod, isOverloaded, type Load, loadOf, shares, workingDaysLeft } from '../../server/src/model/workload';
import { day, member, modelFrom, task } from './given';

describe('available days', () => {
  const available = (properties: string, period = 'period 2026-04-01 to 2026-06-30') => {
    const model = modelFrom(`${period}\nmember anna { ${properties} }`);
    return loadOf(model, member(model, 'anna')).available;
  };

  it('are the working days of the period, without those away, and a share of what is left', () => {
    assert.equal(available(''), 65);
    assert.equal(available('away 2026-05-11 to 2026-05-15'), 60);
    assert.equal(available('away 2026-05-11 to 2026-05-15 capacity 80%'), 48);
    assert.equal(available('away 2026-05-11 to 2026-05-15 capacity 3d per week'), 36);
    assert.equal(available('capacity 5d per week'), 65);
    assert.equal(available('capacity 20h per week'), 32.5);
  });

  it('count a day away once, and a single one, and none outside the period or on a weekend', () => {
    assert.equal(available('away 2026-05-11 to 2026-05-15 away 2026-05-13 to 2026-05-18 away 2026-05-12'), 59);
    assert.equal(available('away 2026-05-04'), 64);
    assert.equal(available('away 2026-05-02 to 2026-05-03'), 65);
    assert.equal(available('away 2026-03-01 to 2026-04-01 away 2026-06-30 to 2026-08-01'), 63);
  });

  it('begin and end with the member', () => {
    assert.equal(available('from 2026-06-22'), 7);
    assert.equal(available('until 2026-04-03'), 3);
    assert.equal(available('from 2026-05-11 until 2026-05-15 away 2026-05-15 to 2026-06-30'), 4);
    assert.equal(available('from 2026-07-01'), 0);
    assert.equal(available('until 2026-03-31'), 0);
  });

  it('are as stated where they are absolute, away or not, period or not', () => {
    assert.equal(available('capacity 24d away 2026-04-01 to 2026-06-30'), 24);
    assert.equal(available('capacity 24d', ''), 24);
    assert.equal(available('capacity 5w', ''), 25);
    assert.equal(available('capacity 80%', ''), null);
  });

  it('are 100 % where the capacity cannot be', () => {
    for (const capacity of ['120%', '0%', '0d', '6d per week', '0d per week'])
      assert.equal(available(`capacity ${capacity}`), 65, capacity);
  });

  it('are counted between any two days, whatever the capacity', () => {
    const model = modelFrom('member anna { capacity 50% away 2026-05-13 }');
    assert.equal(workingDaysLeft(member(model, 'anna'), { from: day('2026-05-11'), to: day('2026-05-17') }), 4);
    assert.equal(workingDaysLeft(member(model, 'anna'), { from: day('2026-05-13'), to: day('2026-05-13') }), 0);
  });
});

describe('the effort of a task', () => {
  const counted = (properties: string, period = 'period 2026-04-01 to 2026-06-30') => {
    const model = modelFrom(`${period}\ntask study { effort 10d ${properties} }`);
    return effortInPeriod(model, task(model, 'study'));
  };

  it('spreads over the working days between its dates; what falls outside the period does not count', () => {
    assert.equal(counted('from 2026-04-13 due 2026-04-24'), 10);
    // 2026-03-25 … 2026-04-07 are ten working days, of which five lie in April.
    assert.equal(counted('from 2026-03-25 due 2026-04-07'), 5);
    assert.equal(counted('from 2026-06-29 due 2026-07-10'), 2);
    assert.equal(counted('from 2026-07-01 due 2026-07-10'), 0);
    assert.equal(counted('from 2026-03-25 due 2026-04-07', ''), 10);
  });

  it('counts whole without both dates, or with no working day between them', () => {
    assert.equal(counted('from 2026-03-25'), 10);
    assert.equal(counted('due 2027-04-07'), 10);
    assert.equal(counted(''), 10);
    assert.equal(counted('from 2026-07-04 due 2026-07-05'), 10);
  });

  it('counts nothing once the task is done, but while it is blocked', () => {
    assert.equal(counted('status done'), 0);
    assert.equal(counted('status blocked'), 10);
  });
});

describe('shares', () => {
  const sharesOf = (assigned: string) => {
    const model = modelFrom(`member a\nmember b\nmember c { until 2026-01-01 }\ntask study { assigned ${assigned} }`);
    return shares(task(model, 'study')).map((share) => Math.round(share * 1000) / 1000);
  };

  it('are as stated, equal, or the rest', () => {
    assert.deepEqual(sharesOf('a 60%, b 40%'), [0.6, 0.4]);
    assert.deepEqual(sharesOf('a, b'), [0.5, 0.5]);
    assert.deepEqual(sharesOf('a, b, c'), [0.333, 0.333, 0.333]);
    assert.deepEqual(sharesOf('a 60%, b, c'), [0.6, 0.2, 0.2]);
    assert.deepEqual(sharesOf('a'), [1]);
  });

  it('leave the rest to nobody where all are stated, and nothing where they fill the whole', () => {
    assert.deepEqual(sharesOf('a 50%, b 20%'), [0.5, 0.2]);
    assert.deepEqual(sharesOf('a 100%, b'), [1, 0]);
    assert.deepEqual(sharesOf('a 80%, b 80%, c'), [0.8, 0.8, 0]);
  });
});

describe('load', () => {
  const load = (text: string): Load => {
    const model = modelFrom(text);
    return loadOf(model, member(model, 'anna'));
  };
  const period = 'period 2026-04-01 to 2026-06-30\n';

  it('is what the example of the command line says', () => {
    const {
      available,
      assigned,
      load: ratio,
      weeks,
    } = load(`${period}member anna { capacity 4d per week }
member bob
task interviews { effort 6d from 2026-04-13 due 2026-05-08 assigned anna 60%, bob 40% }`);
    assert.equal(available, 52);
    assert.equal(assigned.toFixed(6), '3.600000');
    assert.equal(ratio?.toFixed(3), '0.069');
    assert.equal(weeks.length, 14);
    const third = weeks[2];
    assert.deepEqual([dateOf(third?.monday ?? 0), third?.available, third?.assigned.toFixed(6)], ['2026-04-13', 4, '0.900000']);
  });

  it('cuts the first and the last week by the period', () => {
    const { weeks } = load(`${period}member anna { away 2026-04-02 }`);
    assert.deepEqual(
      [weeks[0], weeks[13]].map((week) => [dateOf(week?.monday ?? 0), week?.available]),
      [
        ['2026-03-30', 2],
        ['2026-06-29', 2],
      ],
    );
  });

  it('is none, unknown, or above every limit', () => {
    assert.deepEqual({ ...load(`${period}member anna`), weeks: [] }, { available: 65, assigned: 0, load: 0, weeks: [], tasks: [] });
    assert.equal(load('member anna').load, 0);
    assert.equal(load('member anna\ntask study { effort 5d assigned anna }').load, null);
    assert.equal(load(`${period}member anna { from 2026-07-01 }\ntask study { effort 5d assigned anna }`).load, Number.POSITIVE_INFINITY);
  });

  it('has no weeks with an absolute capacity, or without a period', () => {
    assert.deepEqual(load(`${period}member anna { capacity 24d }\ntask study { effort 12d assigned anna }`).weeks, []);
    assert.equal(load(`${period}member anna { capacity 24d }\ntask study { effort 12d assigned anna }`).load, 0.5);
    assert.deepEqual(load('member anna').weeks, []);
  });

  it('names its tasks, most days first, without those that do not count', () => {
    const { tasks } = load(`${period}member anna
task a { effort 1d assigned anna }
task b { effort 5d assigned anna }
task c { effort 1d assigned anna }
task d { effort 9d assigned anna status done }
task e { assigned anna }
task f { effort 3d with anna }`);
    assert.deepEqual(
      tasks.map(({ task: { name }, days }) => [name, days]),
      [
        ['b', 5],
        ['a', 1],
        ['c', 1],
      ],
    );
  });

  it('overloads a week by what is dated in it, not by a rounding error', () => {
    const overloaded = (effort: string) =>
      load(`${period}member anna\ntask study { effort ${effort} from 2026-04-13 due 2026-04-17 assigned anna }`).weeks.filter(isOverloaded)
        .length;
    assert.equal(overloaded('5d'), 0);
    assert.equal(overloaded('41h'), 1);
    assert.equal(isOverloaded({ monday: 0, available: 0, assigned: 0.001 }), false);
    assert.equal(isOverloaded({ monday: 0, available: 0, assigned: 0.0011 }), true);
  });

  it('spreads over all weeks that a task lasts, whoever is away', () => {
    const { weeks } = load(`${period}member anna { away 2026-04-13 to 2026-04-17 }
task study { effort 10d from 2026-04-13 due 2026-04-24 assigned anna }`);
    assert.deepEqual([weeks[2]?.available, weeks[2]?.assigned, weeks[3]?.assigned, weeks[4]?.assigned], [0, 5, 5, 0]);
  });
});
