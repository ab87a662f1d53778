import assert from 'node:assert/strict';
import { unconfigured } from '../../server/src/config/parse';
import { Analysis } from '../../server/src/lsp/analysis';
import type { FromAnalysis, ToAnalysis } from '../../server/src/lsp/analysisMessages';
import { lowered, raise } from '../../server/src/lsp/flag';
import { rules } from '../../server/src/rules/catalogue';
import type { AnyRule } from '../../server/src/rules/rule';

const root = '/project';
const project: ToAnalysis = {
  what: 'project',
  root,
  isAlone: false,
  config: null,
  configured: unconfigured,
  files: [
    ['a.collab', 'team web { lead annna }\ncompetency research\n'],
    ['b.collab', 'member bob\n'],
  ],
  language: 'en',
};

describe('the analysis', () => {
  let said: FromAnalysis[];
  let analysis: Analysis;
  beforeEach(() => {
    said = [];
    analysis = new Analysis((each) => said.push(each));
    analysis.take(project);
  });

  const check = (needless = lowered()): void => analysis.take({ what: 'check', root, generation: 1, needless });
  const ask = (needless = lowered()): void => {
    const question = { ask: 'fixes', file: 'a.collab', span: { start: 0, end: 42 } } as const;
    analysis.take({ what: 'ask', id: 7, root, question, needless });
  };
  const whats = (): readonly string[] => said.map(({ what }) => what);

  it('leaves off a check, or a question, that is not needed any more, and does it whole when it is', () => {
    const needless = lowered();
    raise(needless);
    check(needless);
    ask(needless);
    assert.deepEqual(said, [
      { what: 'leftOff', root, id: null },
      { what: 'leftOff', root, id: 7 },
    ]);
    ask();
    check();
    assert.deepEqual(whats().slice(2), ['answered', 'checked']);
    assert.ok(rulesSaid().includes('model/unknown-name'));
  });

  it('leaves off in the middle of a check too', () => {
    const needless = lowered();
    withRule('assessment/missing', { check: () => raise(needless) }, () => check(needless));
    assert.deepEqual(whats(), ['leftOff']);
  });

  it('a rule that throws is silent alone, and that is told once', () => {
    const thrown = { check: () => assert.fail('out of paper') };
    check();
    const before = rulesSaid();
    assert.ok(before.includes('model/unused-competency') && before.includes('model/unknown-name'));
    said.length = 0;
    withRule('model/unused-competency', thrown, () => {
      check();
      analysis.take({ what: 'texts', root, files: [['b.collab', 'member bobby\n']] });
      check();
    });
    const faults = said.flatMap((each) => (each.what === 'faulty' ? [each.error] : []));
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /^model\/unused-competency: .*out of paper/);
    assert.deepEqual(
      rulesSaid(),
      before.filter((rule) => rule !== 'model/unused-competency'),
    );
  });

  it('a rule that throws when it is asked for fixes has none, and others have theirs', () => {
    const thrown = { fixes: () => assert.fail('out of paper') };
    withRule('model/unknown-name', thrown, () => ask());
    const [answer] = said.flatMap((each) => (each.what === 'answered' ? [each.answer] : []));
    const offered = Array.isArray(answer) ? answer.map(({ rule }) => rule) : [];
    assert.ok(offered.includes('model/unused-competency') && !offered.includes('model/unknown-name'), offered.join(', '));
    assert.ok(whats().includes('faulty'));
  });

  /** The rules that spoke of a.collab last. */
  function rulesSaid(): readonly string[] {
    const files = said.flatMap((each) => (each.what === 'checked' ? each.files : []));
    return files.findLast(({ file }) => file === 'a.collab')?.remarks.map(({ rule }) => rule) ?? [];
  }
});

/** Does `act` while a rule does something else. */
function withRule(name: string, otherwise: Partial<AnyRule>, act: () => void): void {
  const rule = rules.find((each) => each.name === name);
  assert.ok(rule);
  const before = { ...rule };
  Object.assign(rule, otherwise);
  try {
    act();
  } finally {
    Object.assign(rule, before);
  }
}
