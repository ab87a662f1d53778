import assert from 'node:assert/strict';
import { edited } from '../../server/src/model/edited';
import type { Model } from '../../server/src/model/model';
import { editsOf, type Plan } from '../../server/src/planning/plan';
import { modelFrom } from '../model/given';
import { solved } from './planned';

describe('the whole plan', () => {
  it('gives a task to who covers it, and fixes what covers most before what overloads least', async () => {
    const { plan, text } = await planned(`
      period 2026-04-06 to 2026-04-17
      competency research
      member anna { capacity 3d has research 4 }
      member bob { capacity 10d has research 2 }
      task interviews { requires research 4 effort 6d assigned bob }
    `);
    // Only Anna covers it. Bob stays beside her and does what she has no days for: one change, nobody lacks a day.
    assert.deepEqual(plan.before, { uncovered: 1, overloadDays: 0, changes: 0, gain: 0 });
    assert.deepEqual(plan.after, { uncovered: 0, overloadDays: 0, changes: 1, gain: 1 });
    assert.deepEqual(sharesIn(plan), ['interviews: bob 100 -> bob 50, anna 50']);
    assert.match(text, /assigned bob 50%, anna 50% \}/);
    assert.equal(plan.proved, true);
  });

  it('keeps stakeholders with their share, and takes off who is absent without counting it', async () => {
    const { plan, text } = await planned(`
      period 2026-04-06 to 2026-04-17
      client acme { stakeholder zoe }
      member anna { capacity 2d }
      member bob { capacity 9d }
      member gone { until 2026-01-01 }
      task visit { effort 10d assigned zoe 40%, anna 30%, gone 30% }
    `);
    // Zoe keeps 4 days; of the 6 others Anna has days for 2.
    assert.deepEqual(plan.after, { uncovered: 0, overloadDays: 0, changes: 1, gain: 1 });
    assert.deepEqual(sharesIn(plan), ['visit: zoe 40, anna 30, gone 30 -> zoe 40, anna 20, bob 40']);
    assert.match(text, /assigned zoe 40%, anna 20%, bob 40% \}/);
  });

  it('changes nothing where nothing is better', async () => {
    const { plan, text, model } = await planned(`
      period 2026-04-06 to 2026-04-17
      competency research
      member anna { has research 4 }
      member bob
      member cyril { has research 5 }
      task interviews { requires research 4 effort 6d assigned anna, bob, cyril }
    `);
    assert.deepEqual(plan.after, plan.before);
    assert.deepEqual([plan.tasks, plan.proved, plan.gap], [[], true, null]);
    assert.equal(text, model.snapshot.files.get('model.collab')?.text);
  });

  it('keeps the proportion of shares that do not make a whole, or of which one is too small', async () => {
    const { plan } = await planned(`
      competency research
      member anna { has research 4 }
      member bob
      member cyril
      task much { requires research 4 effort 6d assigned anna 80%, bob 40% }
      task little { requires research 4 effort 6d assigned anna 50%, bob 25%, cyril 5% }
      task undated { requires research 4 assigned anna 95%, bob 5% }
    `);
    assert.deepEqual(plan.after, { uncovered: 0, overloadDays: 0, changes: 0, gain: 0 });
    // 80 : 40 is 66.7 : 33.3; Cyril has the least there is, and of the 90 left 50 : 25 is 60 : 30.
    assert.deepEqual(sharesIn(plan), [
      'much: anna 80, bob 40 -> anna 67, bob 33',
      'little: anna 50, bob 25, cyril 5 -> anna 60, bob 30, cyril 10',
      'undated: anna 95, bob 5 -> anna 90, bob 10',
    ]);
  });

  it('changes no more of a list than who comes, who goes and the percents: lines, order and comments stay', async () => {
    const { text } = await planned(`
      client acme { stakeholder zoe }
      competency research
      member anna { has research 4 }
      member bob
      member gone { until 2026-01-01 }
      task first { requires research 4 assigned bob, // the first
        zoe 20% /* the client */
      }
      task second { requires research 4 assigned
        gone /* until */ 30%, // who left
        zoe 70% // the client
      }
      task third { requires research 4 assigned anna, // alone now
        gone // who left
      }
    `);
    assert.ok(
      text.endsWith(`
      task first { requires research 4 assigned bob 40%, // the first
        zoe 20%, anna 40% /* the client */
      }
      task second { requires research 4 assigned
        anna /* until */ 30%, // who left
        zoe 70% // the client
      }
      task third { requires research 4 assigned anna // alone now
       // who left
      }
    `),
      text,
    );
  });

  it('leaves nobody on a task whose only assignee is absent and that nobody else can do', async () => {
    const { plan, text } = await planned(`
      competency research
      member gone { until 2026-01-01 has research 5 }
      member anna
      task interviews { requires research 4 assigned gone }
    `);
    assert.deepEqual(plan.after, { uncovered: 2, overloadDays: 0, changes: 0, gain: 0 });
    assert.deepEqual(sharesIn(plan), ['interviews: gone 100 -> ']);
    assert.match(text, /task interviews \{ requires research 4 \}/);
  });

  it('ends lines as the file does where only comments are left of a list', async () => {
    const { text } = await planned(
      [
        'competency research',
        'member gone { until 2026-01-01 }',
        'member left { until 2026-01-01 }',
        'task t {',
        '  requires research 4',
        '  assigned gone, // on leave',
        '    left // for good',
        '}',
      ].join('\r\n'),
    );
    assert.doesNotMatch(text, /(?<!\r)\n/);
    assert.ok(text.endsWith('  // on leave\r\n   // for good\r\n}'), text);
  });
});

async function planned(source: string): Promise<{ readonly plan: Plan; readonly text: string; readonly model: Model }> {
  const model = modelFrom(source);
  const { plan } = await solved(model);
  const { files } = edited(model.snapshot, editsOf(model, plan.tasks));
  return { plan, text: files.get('model.collab')?.text ?? '', model };
}

/** `task: person share, … -> person share, …`. */
function sharesIn({ tasks }: Plan): readonly string[] {
  return tasks.map(({ task, before, after }) => {
    const words = (shares: typeof before) => shares.map(({ person, share }) => `${person.name} ${share}`).join(', ');
    return `${task.name}: ${words(before)} -> ${words(after)}`;
  });
}
