import assert from 'node:assert/strict';
import { dateOf, dayOf, mondayOf, overlap, workingDays } from '../../server/src/model/calendar';
import { day } from './given';

describe('the calendar', () => {
  it('counts days from 1970-01-01', () => {
    assert.equal(dayOf('1970-01-01'), 0);
    assert.equal(dayOf('1969-12-31'), -1);
    assert.equal(dayOf('2000-03-01'), 11_017);
    assert.equal(dayOf('2026-04-10'), 20_553);
    assert.equal(dayOf('0001-01-01'), -719_162);
    assert.equal(dayOf('9999-12-31'), 2_932_896);
  });

  it('knows which dates there are', () => {
    for (const date of [
      '2026-02-29',
      '2100-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '20260101',
      ' 2026-01-01',
      '',
    ]) {
      assert.equal(dayOf(date), null, date);
    }
    for (const date of ['2028-02-29', '2000-02-29', '2026-12-31', '0000-01-01']) assert.equal(dateOf(day(date)), date);
  });

  it('has Monday open the week, also before 1970', () => {
    assert.equal(dateOf(mondayOf(day('2026-04-10'))), '2026-04-06');
    assert.equal(dateOf(mondayOf(day('2026-04-12'))), '2026-04-06');
    assert.equal(dateOf(mondayOf(day('2026-04-13'))), '2026-04-13');
    assert.equal(dateOf(mondayOf(day('1969-12-31'))), '1969-12-29');
  });

  it('works from Monday to Friday', () => {
    const between = (from: string, to: string) => workingDays({ from: day(from), to: day(to) });
    assert.equal(between('2026-04-01', '2026-06-30'), 65);
    assert.equal(between('2026-04-11', '2026-04-12'), 0);
    assert.equal(between('2026-04-10', '2026-04-13'), 2);
    assert.equal(between('2026-04-13', '2026-04-13'), 1);
    assert.equal(between('2026-01-01', '2026-12-31'), 261);
    assert.equal(between('1969-12-27', '1970-01-02'), 5);
  });

  it('knows what two ranges share', () => {
    assert.deepEqual(overlap({ from: 1, to: 5 }, { from: 5, to: 9 }), { from: 5, to: 5 });
    assert.deepEqual(overlap({ from: 1, to: 9 }, { from: 3, to: 4 }), { from: 3, to: 4 });
    assert.equal(overlap({ from: 1, to: 4 }, { from: 5, to: 9 }), null);
  });
});
