import assert from 'node:assert/strict';
import { builtInTechnique, builtInTechniques } from '../../server/src/model/techniques';
import { isRuleName } from '../../server/src/rules/names';

describe('the built-in techniques', () => {
  it('answer rules that there are', () => {
    for (const { name, answers } of builtInTechniques)
      assert.deepEqual(
        answers.filter((answer) => !isRuleName(answer)),
        [],
        name,
      );
  });

  it('are eighteen, of names of their own', () => {
    assert.equal(new Set(builtInTechniques.map(({ name }) => name)).size, 18);
    for (const technique of builtInTechniques) assert.equal(builtInTechnique(technique.name), technique);
  });

  it('answer something each; a retrospective any pitfall', () => {
    assert.deepEqual(
      builtInTechniques.filter(({ answers, answersPitfalls }) => answersPitfalls || answers.length === 0).map(({ name }) => name),
      ['retrospective'],
    );
    assert.deepEqual(builtInTechnique('train-the-trainer')?.answers, ['competency/no-trainer']);
    assert.equal(builtInTechnique('juggling'), undefined);
  });
});
