import assert from 'node:assert/strict';
import { unconfigured } from '../../server/src/config/parse';
import { Analysis } from '../../server/src/lsp/analysis';
import type { FromAnalysis, Proposal, Question, ToAnalysis } from '../../server/src/lsp/analysisMessages';
import { lowered, raise } from '../../server/src/lsp/flag';
import type { Solve } from '../../server/src/lsp/solutions';
import { unsolved } from '../../server/src/planning/solve';
import { rules } from '../../server/src/rules/catalogue';
import type { AnyRule } from '../../server/src/rules/rule';

const root = '/project';
const solve: Solve = async (programme, start) => unsolved(programme, start);
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
    analysis = new Analysis((each) => said.push(each), solve);
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

describe('the analysis, while a plan is looked for', () => {
  const staffed = 'competency c\nmember anna { has c 4 }\nmember bob\ntask t { requires c 4 effort 2d assigned bob }\n';
  const needless = lowered();
  let said: FromAnalysis[];
  let analysis: Analysis;
  /** The solver has been asked; `solved` lets it answer. */
  let asked: Parameters<Solve>;
  let solved: () => void;
  beforeEach(() => {
    said = [];
    analysis = new Analysis(
      (each) => said.push(each),
      (...given) => {
        asked = given;
        const [programme, start, { signal }] = given;
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          solved = () => resolve(unsolved(programme, start));
        });
      },
    );
    analysis.take({ ...project, files: [['a.collab', staffed]] });
  });

  const ask = (question: Question): void => analysis.take({ what: 'ask', id: 7, root, question, needless });
  const type = (text: string): void => {
    analysis.take({ what: 'texts', root, files: [['a.collab', text]] });
    analysis.take({ what: 'check', root, generation: 2, needless });
  };
  const report = (format: string): Question => ({ ask: 'report', name: 'plan', format, language: 'en', audience: null });
  /** What is said once all that waits for the solver has gone on. */
  const saidThen = async (): Promise<readonly FromAnalysis[]> => {
    await new Promise((resolve) => setImmediate(resolve));
    return said;
  };

  it('checks what is typed, and proposes the plan where the same is to be planned', async () => {
    ask({ ask: 'plan' });
    asked[2].onProgress(1, 4);
    type(`// before\n${staffed}`);
    solved();
    const [progress, checked, answered, ...others] = await saidThen();
    assert.deepEqual([progress, checked?.what, others], [{ what: 'progress', id: 7, done: 1, of: 4 }, 'checked', []]);
    assert.ok(answered?.what === 'answered' && answered.id === 7);
    const { changes } = answered.answer as Proposal;
    const behindBob = staffed.indexOf(' }\n', staffed.indexOf('assigned')) + '// before\n'.length;
    assert.deepEqual(
      changes.map(({ edits }) => edits),
      [[{ file: 'a.collab', span: { start: behindBob, end: behindBob }, text: ' 50%, anna 50%' }]],
    );
  });

  it('refuses it where something else is to be planned by then, in the words of who asked', async () => {
    for (const [question, reason] of [
      [{ ask: 'plan' }, /^the model has changed while a plan was being looked for/],
      [report('md'), /^the model has changed while a plan for the report was being looked for/],
    ] as const) {
      type(staffed);
      ask(question);
      type(staffed.replace('2d', '3d'));
      solved();
      const last = (await saidThen()).at(-1);
      assert.ok(last?.what === 'refused' && last.id === 7);
      assert.match(last.reason.en, reason);
    }
  });

  it('writes a report with it', async () => {
    ask(report('json'));
    solved();
    const [answered] = await saidThen();
    assert.ok(answered?.what === 'answered');
    assert.deepEqual(JSON.parse(String(answered.answer)).after.uncovered, 0);
  });

  it('asks no solver for a report that does not exist', async () => {
    ask(report('pdf'));
    assert.deepEqual(
      (await saidThen()).map(({ what }) => what),
      ['refused'],
    );
  });

  it('stops the solver where nobody waits for it', async () => {
    ask({ ask: 'plan' });
    analysis.take({ what: 'leave', root, id: 8 });
    assert.equal(asked[2].signal.aborted, false);
    analysis.take({ what: 'leave', root, id: 7 });
    assert.equal(asked[2].signal.aborted, true);
    assert.deepEqual(await saidThen(), [{ what: 'leftOff', root, id: 7 }]);
  });

  it('says that it failed where the project is gone', async () => {
    ask({ ask: 'plan' });
    analysis.take({ what: 'drop', root });
    solved();
    const [failed] = await saidThen();
    assert.ok(failed?.what === 'failed' && failed.of === 'ask' && failed.id === 7);
    assert.match(failed.error, /No such project/);
  });
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
