import assert from 'node:assert/strict';
import { planText } from '../../server/src/cli/planText';
import type { Loaded } from '../../server/src/cli/projects';
import type { Plan } from '../../server/src/planning/plan';
import type { Checked } from '../../server/src/rules/answer';
import type { Language } from '../../server/src/text/localised';

describe('the text of a plan', () => {
  const nothing = { uncovered: 0, overloadDays: 0, changes: 0, gain: 0 };
  const lastLine = (language: Language, gap: number | null): string | undefined => {
    const plan: Plan = { before: nothing, after: nothing, proved: false, gap, by: 'solver', tasks: [] };
    const text = planText({ language } as Loaded, {} as Checked, plan, { resolved: [], added: [] }, (_, shown) => shown);
    return text.trimEnd().split('\n').at(-1);
  };

  it('says what could still be gained', () => {
    assert.match(lastLine('en', 0.125) ?? '', /; at most 12\.5 % could still be gained\.$/);
    assert.match(lastLine('fr', 0.125) ?? '', /\u00A0; il resterait au plus 12,5\u00A0% à gagner\.$/);
  });

  it('does not say that everything could be gained', () => {
    for (const gap of [1, null]) assert.equal(lastLine('en', gap), 'Not proved: the time was up, and this is the best plan found.');
  });
});
