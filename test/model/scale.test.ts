import assert from 'node:assert/strict';
import { scaleOf } from '../../server/src/model/scale';
import { member, modelFrom, snapshotOf } from './given';

describe('the scale', () => {
  const scale = (text: string) => {
    const { name, levels, autonomous, trains } = scaleOf(snapshotOf(text));
    return { name, levels: levels.map((level) => level.name).join(' '), autonomous, trains };
  };
  const thresholds = (text: string) => {
    const { autonomous, trains } = scaleOf(snapshotOf(`scale own { ${text} }`));
    return [autonomous, trains];
  };

  it('is that of Dreyfus without one, or with one of fewer than two levels', () => {
    const dreyfus = { name: null, levels: 'novice beginner competent proficient expert', autonomous: 3, trains: 4 };
    assert.deepEqual(scale(''), dreyfus);
    assert.deepEqual(scale('scale one { levels only }'), dreyfus);
    assert.deepEqual(scale('scale one { levels only, only autonomous at only }'), dreyfus);
    assert.deepEqual(scale('scale two { levels low, high } scale three { levels a, b, c }').levels, 'low high');
  });

  it('has its thresholds where it does not state them', () => {
    assert.deepEqual(thresholds('levels a, b'), [2, 2]);
    assert.deepEqual(thresholds('levels a, b, c'), [2, 3]);
    assert.deepEqual(thresholds('levels a, b, c, d'), [3, 4]);
    assert.deepEqual(thresholds('levels a, b levels c, d, e'), [3, 4]);
    assert.deepEqual(thresholds('levels a, b, c, d, e, f, g'), [4, 5]);
  });

  it('derives the one from the other', () => {
    assert.deepEqual(thresholds('levels a, b, c, d, e autonomous at b'), [2, 3]);
    assert.deepEqual(thresholds('levels a, b, c, d, e autonomous at 5'), [5, 5]);
    assert.deepEqual(thresholds('levels a, b, c, d, e trains at b'), [2, 2]);
    assert.deepEqual(thresholds('levels a, b, c, d, e trains at e'), [3, 5]);
    assert.deepEqual(thresholds('levels a, b, c, d, e autonomous at b trains at e'), [2, 5]);
    assert.deepEqual(thresholds('levels a, b, c, d, e autonomous at d trains at b'), [4, 4]);
  });

  it('counts levels by number and by name', () => {
    const model = modelFrom(`scale two { levels low, high } competency a competency b competency c competency d
member anna { has a high, b 1, c expert, d 3 }`);
    assert.deepEqual(
      member(model, 'anna').has.map(({ competency, level }) => [competency.name, level]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
  });
});
