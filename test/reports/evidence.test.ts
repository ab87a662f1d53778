import assert from 'node:assert/strict';
import { unconfigured } from '../../server/src/config/parse';
import { reviewOf } from '../../server/src/reports/review';
import { rules } from '../../server/src/rules/catalogue';
import { languages } from '../../server/src/text/localised';
import { inputOf } from './project';

describe('the evidence of a finding', () => {
  for (const rule of rules) {
    it(`of ${rule.name} is said in words, in every language`, () => {
      for (const language of languages) {
        const { findings } = reviewOf(inputOf(rule.examples.bad, 'model.collab', unconfigured), language);
        for (const { shownBy, evidence } of findings.filter((finding) => finding.rule === rule.name)) {
          assert.equal(shownBy !== null, Object.keys(evidence).length > 0);
          if (shownBy === null) continue;
          assert.match(shownBy, /^\S.*\.$/s);
          assert.doesNotMatch(shownBy, /undefined|null|NaN|Infinity|\[object|true|false|(?:task|member|competency):/);
        }
      }
    });
  }
});
